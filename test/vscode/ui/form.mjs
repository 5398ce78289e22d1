// A clerk's way who never sees a text table: the whole report is written in the form, by keyboard alone.
// Then form and text side by side: what is typed in one is in the other, what is wrong is mended in the
// form, the form can be read by everybody, and a hostile report is nothing but text.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../../scripts/run.mjs';
import { ANSWERS, Clerk } from './draft.mjs';
import { isAccessible, pageFrame } from './pages.mjs';
import { focusEditor, until, Workbench } from './workbench.mjs';

/** The screen of an office. */
const viewport = { width: 1366, height: 768 };

/** Figures that are not 0, by row and column as they are called. */
const FIGURES = {
  '行政规范性文件 · 本年制发件数': '2',
  '行政规范性文件 · 现行有效件数': '7',
  '行政许可 · 本年处理决定数量': '15',
  '行政处罚 · 本年处理决定数量': '4',
  '一、本年新收政府信息公开申请数量 · 自然人': '3',
  '一、本年新收政府信息公开申请数量 · 商业企业': '1',
  '（一）予以公开 · 自然人': '2',
  '（一）予以公开 · 商业企业': '1',
  '（二）部分公开 · 自然人': '1',
};
/** To the question that the tables answer elsewhere. */
const APPLICATIONS = '全年收到政府信息公开申请4件，均已按期答复。';
const NEW = '一、本年新收政府信息公开申请数量';

const HOSTILE = '青禾县石桥镇2023年政府信息公开工作年度报告.txt';
/** Each of these would do something on a page that takes it for HTML. */
const ATTACKS = [
  '<img src="x" onerror="document.title=1">',
  '</script><script>document.title=1</script>',
  '"><svg onload=document.title=1>',
  '<a href="javascript:document.title=1">公开</a>',
];
const hostileReport = [
  HOSTILE.slice(0, -4),
  '一、总体情况',
  ...ATTACKS,
  '二、主动公开政府信息情况',
  '第二十条第（一）项',
  '信息内容\t本年制发件数\t本年废止件数\t现行有效件数',
  `规章\t${ATTACKS[0]}\t0\t0`,
  '行政规范性文件\t0\t0\t0',
].join('\n');

export async function fillForm({ step, newFolder, pictures, ...parts }) {
  const workspace = newFolder('云水镇');
  fs.writeFileSync(path.join(workspace, HOSTILE), hostileReport);
  const clerk = new Clerk(await Workbench.open({ ...parts, workspace, pictures, viewport }));
  const { workbench } = clerk;
  const { page } = workbench;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const form = new Form(clerk);
  let file;

  try {
    await step('新建年报，打开表单', async () => {
      await clerk.newReport('先留空', '1-new');
      await workbench.command('预览与填表');
      await form.cell(`${NEW} · 自然人`).waitFor();
      await workbench.picture('2-form');
    });

    await step('按 Tab 从头填到尾，数和文字都在表单里', async () => {
      const figures = new Map(Object.entries(FIGURES));
      const answers = new Map([...ANSWERS, ['依申请', APPLICATIONS], ['申请的情况', APPLICATIONS]]);
      while (figures.size > 0 || (await form.prompts()) > 0) {
        await workbench.press('Tab');
        const { name, text } = await form.here();
        const [question] = [...answers.keys()].filter((words) => text.includes(words));
        if (figures.has(name)) await clerk.write(figures.get(name));
        else if (text.startsWith('【')) await clerk.write(answers.get(question));
        figures.delete(name);
      }
      await workbench.picture('3-written');
    });

    await step('空格填 0，总计自己算出', async () => {
      await form.button('空格填 0').click();
      workbench.keystrokes++;
      await form.says(`${NEW} · 总计`, '4');
      await form.says('（七）总计 · 总计', '4');
      await form.says('四、结转下年度继续办理 · 总计', '0');
      await form.state.filter({ hasText: '没有发现问题' }).waitFor();
      await form.cell(`${NEW} · 自然人`).focus();
      await workbench.picture('4-filled');
    });

    await step('在表单里按 Ctrl+S 保存，没有一处问题', async () => {
      await workbench.press('Control+s');
      const isReport = (name) => name.endsWith('.md');
      await until(page, () => fs.readdirSync(workspace).some(isReport), 'the file');
      file = path.join(workspace, fs.readdirSync(workspace).find(isReport));
      const { stdout } = nianbao('check', '--format', 'json', file);
      assert.deepEqual(JSON.parse(stdout).files[0].findings, []);
      const { requests } = JSON.parse(nianbao('extract', file).stdout).tables;
      assert.deepEqual([requests['3.1'].natural, requests['3.7'].total], [2, 4]);
    });
    console.log(
      `    ${workbench.keystrokes} keystrokes, ${clerk.written} of them the clerk’s own text`,
    );

    await step('正填着的时候文件在别处多了一段：接着填，填在原来的格子里', async () => {
      const name = '行政强制 · 本年处理决定数量';
      await form.cell(name).focus();
      await page.keyboard.type('31');
      const text = fs.readFileSync(file, 'utf8');
      fs.writeFileSync(file, text.replace('\n## 一、', '\n现将有关情况报告如下。\n\n## 一、'));
      await form.paper.getByText('现将有关情况报告如下').waitFor();
      await page.keyboard.type('2');
      await page.keyboard.press('Enter');
      await form.says(name, '312');
      await page.keyboard.press('Control+z');
      await form.says(name, '0');
    });

    await step('填错一格：标出来，说为什么，Alt+Enter 改好，Ctrl+Z 退回', async () => {
      const name = '（一）予以公开 · 总计';
      await form.type(name, '9');
      const cell = form.cell(name);
      await until(
        page,
        async () => (await cell.getAttribute('aria-invalid')) === 'true',
        'the mark',
      );
      await cell.focus();
      await form.card.filter({ hasText: '应为 3' }).waitFor();
      await workbench.picture('5-wrong');
      await page.keyboard.press('Alt+Enter');
      await form.says(name, '3');
      await page.keyboard.press('Control+z');
      await form.says(name, '9');
      await page.keyboard.press('Control+z');
      await form.says(name, '3');
    });

    await step('刚填了一格，马上从 Excel 复制一块数，贴在表单里', async () => {
      const name = '行政处罚 · 本年处理决定数量';
      await form.type(name, '5');
      await form.cell('（一）予以公开 · 自然人').focus();
      await form.frame().evaluate(pasteInto, '1\t2\r\n1\t0');
      await form.says('（一）予以公开 · 商业企业', '2');
      await form.says('（一）予以公开 · 自然人', '1');
      await form.says(name, '5');
      await page.keyboard.press('Control+z');
      await form.says('（一）予以公开 · 商业企业', '1');
      await page.keyboard.press('Control+z');
      await form.says(name, '4');
    });

    await step('一段话不是数：不写，说明', async () => {
      await form.type('（一）予以公开 · 自然人', '详见本报告所附说明');
      await form.inside.getByText('“详见本报告所附说明”：这一格只填数').waitFor();
      await form.says('（一）予以公开 · 自然人', '2');
    });

    await step('表单里也有状态和命令', async () => {
      await page.locator('.statusbar-item', { hasText: '勾稽' }).waitFor();
      await workbench.command('导出网页');
      await page.locator('.quick-input-widget input').waitFor();
      await page.keyboard.press('Escape');
    });

    await step('正填着的一格：Ctrl+Z 只退它，Ctrl+S 一起存，关掉表单也不丢', async () => {
      const name = '行政处罚 · 本年处理决定数量';
      const decisions = () =>
        JSON.parse(nianbao('extract', file).stdout).tables.disclosure.penalties.decisions;
      await form.cell(name).focus();
      await page.keyboard.type('56', { delay: 5 });
      await page.keyboard.press('Control+z');
      await form.says(name, '4');
      await page.keyboard.press('Control+a'); // VS Code’s own would come too late
      await page.keyboard.type('78', { delay: 5 });
      await page.keyboard.press('Control+s');
      await until(page, () => decisions() === 78, 'what is typed in the file');
      await page.keyboard.type('9');
      await page.keyboard.press('Control+w');
      await focusEditor(page);
      await page.locator('.view-line', { hasText: '789' }).first().waitFor();
      await page.keyboard.press('Control+z');
      await page.keyboard.press('Control+z');
      await workbench.command('预览与填表');
      await form.says(name, '4');
    });

    await step('文字里改的，表单马上是新的；光标在哪一格，表单标出哪一格', async () => {
      const before = fs.readFileSync(file, 'utf8').split('\n');
      const line = before.findIndex((text) => text.includes(NEW));
      await focusEditor(page);
      await workbench.goToLine(line + 1);
      for (let i = 0; i < 2; i++) await page.keyboard.press('Tab');
      await form.paper.locator('td.here').first().waitFor();
      await form.frame().evaluate(watchFigure, `${NEW} · 商业企业`);
      const start = Date.now();
      await page.keyboard.insertText('6');
      const shown = await form.frame().evaluate(() => globalThis.changed);
      console.log(`    ${shown - start} ms from the key to the form`);
      await page.keyboard.press('Control+z');
    });

    await step('表单和文字一同滚动', async () => {
      const top = () => form.frame().evaluate(() => scrollY);
      await page.keyboard.press('Control+Home');
      await until(page, async () => (await top()) < 100, 'the form at its top');
      await page.keyboard.press('Control+End');
      await until(page, async () => (await top()) > 500, 'the form at its end');
      await page.waitForTimeout(600); // what follows is not the echo of that
      await form.paper.hover();
      await page.mouse.wheel(0, -10_000);
      await page.locator('.monaco-editor .view-line', { hasText: '统计期限' }).first().waitFor();
    });

    for (const [theme, name] of Object.entries(THEMES))
      await step(`${theme}：人人都能读（axe）`, async () => {
        const settings = path.join(workspace, '.vscode/settings.json');
        fs.mkdirSync(path.dirname(settings), { recursive: true });
        fs.writeFileSync(settings, JSON.stringify({ 'workbench.colorTheme': theme }));
        const isOn = () =>
          form.frame().evaluate((kind) => document.body.classList.contains(kind), name);
        await until(page, isOn, theme);
        await form.cell(`${NEW} · 自然人`).scrollIntoViewIfNeeded();
        await page.waitForTimeout(300); // colours are animated
        await workbench.picture(`6-${name}`);
        await isAccessible(form.frame());
      });

    await step('勾稽核对：逐条列出，点一条到那里', async () => {
      await form.tab('勾稽核对').click();
      const list = form.inside.locator('#relations');
      await list.getByText('成立').first().waitFor();
      await workbench.picture('7-relations');
      await isAccessible(form.frame());
    });

    await step('图解：流向、结果、申请人，导出图片', async () => {
      await form.tab('图解').click();
      const charts = form.inside.locator('#charts');
      await charts.locator('svg').first().waitFor();
      await page.waitForTimeout(500);
      await workbench.picture('8-charts');
      await isAccessible(form.frame());
      await charts.getByRole('button', { name: 'PNG' }).first().click();
      await workbench.picture('9-save');
      const target = page.locator('.quick-input-widget input');
      await target.waitFor();
      await page.keyboard.press('Enter');
      const isPicture = (one) => one.endsWith('.png');
      await until(page, () => fs.readdirSync(workspace).some(isPicture), 'the picture');
      const picture = fs.readFileSync(
        path.join(workspace, fs.readdirSync(workspace).find(isPicture)),
      );
      assert.equal(picture.subarray(1, 4).toString(), 'PNG');
      await form.tab('预览与填表').click();
    });

    await step('窄的表单', async () => {
      await page.setViewportSize({ width: 900, height: 768 });
      await page.waitForTimeout(500);
      await workbench.picture('10-narrow');
      const isWide = await form
        .frame()
        .evaluate(() => document.documentElement.scrollWidth > innerWidth + 1);
      assert.ok(!isWide, 'the page is wider than its window');
      await page.setViewportSize(viewport);
    });

    await step('报告里的代码只是文字', async () => {
      await page.keyboard.press('Control+k');
      await page.keyboard.press('Control+w');
      await workbench.explorerRow(HOSTILE).dblclick();
      await page.locator('.tab.active', { hasText: HOSTILE }).waitFor();
      await workbench.command('预览与填表');
      await form.paper.getByText('onerror').first().waitFor();
      await workbench.picture('11-hostile');
      const made = await form.frame().evaluate(() => ({
        title: document.title,
        strangers: document.querySelectorAll('#form :is(img, svg, a, script)').length,
        text: document.querySelector('main').textContent,
      }));
      assert.deepEqual([made.title, made.strangers], ['预览与填表', 0]);
      for (const attack of ATTACKS) assert.ok(made.text.includes(attack), attack);
    });
  } catch (error) {
    await workbench.picture('failed');
    throw error;
  } finally {
    await page.close();
  }
}

/** VS Code's own, and the class by which pages know their kind. */
const THEMES = {
  'Default Dark Modern': 'vscode-dark',
  'Default High Contrast': 'vscode-high-contrast',
  'Default Light Modern': 'vscode-light',
};

/** The form in the window. */
class Form {
  constructor({ workbench }) {
    this.workbench = workbench;
    this.page = workbench.page;
    const inside = this.page
      .frameLocator('iframe.webview.ready')
      .frameLocator('iframe#active-frame');
    this.paper = inside.locator('.paper');
    this.state = inside.locator('header .state').first();
    this.card = inside.locator('.card');
    this.inside = inside;
  }

  /** The page itself; there is one form at a time. */
  frame() {
    return pageFrame(this.page);
  }

  cell(name) {
    return this.paper.locator(`input[aria-label="${name}"]`);
  }

  button(words) {
    return this.inside.getByRole('button', { name: words });
  }

  tab(name) {
    return this.inside.getByRole('tab', { name });
  }

  /** Waits until a cell holds a figure. */
  says(name, figure) {
    const value = () => this.cell(name).inputValue();
    return until(this.page, async () => (await value()) === figure, `${figure} in ${name}`);
  }

  async type(name, figure) {
    await this.cell(name).focus();
    await this.page.keyboard.insertText(figure);
    await this.page.keyboard.press('Enter');
  }

  /** What has the keyboard. */
  here() {
    return this.frame().evaluate(() => {
      const one = document.activeElement;
      return { name: one?.getAttribute('aria-label') ?? '', text: one?.textContent ?? '' };
    });
  }

  /** How many places are still to be written. */
  prompts() {
    return this.frame().evaluate(
      () => document.querySelector('main').textContent.match(/【请写明/g)?.length ?? 0,
    );
  }
}

/** In the page: what Ctrl+V does with cells of a spreadsheet. */
function pasteInto(text) {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  document.activeElement.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
  );
}

/** In the page: the time when a figure is another. */
function watchFigure(name) {
  const input = document.querySelector(`input[aria-label="${name}"]`);
  const before = input.value;
  globalThis.changed = new Promise((done) => {
    const look = () => (input.value === before ? requestAnimationFrame(look) : done(Date.now()));
    look();
  });
}

function nianbao(...args) {
  return spawnSync(process.execPath, [path.join(ROOT, 'dist/cli.js'), ...args], {
    encoding: 'utf8',
  });
}
