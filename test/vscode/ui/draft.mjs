// A clerk's way: from an empty folder to a finished report, by keyboard and menus alone. The saved
// file has no finding; the keys are counted.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ROOT } from '../../../scripts/run.mjs';
import { insist, shown, until, Workbench } from './workbench.mjs';

const ORGAN = '青禾县云水镇人民政府';
const YEAR = new Date().getFullYear() - 1;
const NAME = `${ORGAN}${YEAR}年政府信息公开工作年度报告.md`;

/** What the clerk writes where the skeleton asks for it, by a word of the question. */
export const ANSWERS = [
  ['主动公开', '全年主动公开政府信息126条，法定主动公开内容均已公开。'],
  ['政府信息的制作', '落实公开审查制度，逐件审核后发布，及时清理失效文件。'],
  ['政府网站', '维护县政府网站云水镇专栏，在便民服务中心设置查阅点。'],
  ['业务培训', '由党政办专人负责，组织业务培训2次，定期自查整改。'],
  ['工作考核', '政府信息公开工作纳入年度考核，结果为良好。'],
  ['社会评议', '向群众发放评议表，评议结果总体满意。'],
  ['责任追究', '没有发生责任追究的情形。'],
  ['存在的主要问题', '一是公开内容不够全面；二是政策解读形式单一。'],
  ['改进', '一是对照目录逐项补充公开内容；二是增加图解等解读形式。'],
  ['信息处理费', `${YEAR}年未收取政府信息公开信息处理费。`],
  ['其他需要报告', '没有其他需要报告的事项。'],
];

/** What the clerk types over the words of the sentences offered, one sentence after the other. */
const DETAILS = [
  ['', '', '126'], // 主动公开: web site, notice board, items
  [],
  ['', ''],
  ['1', '2'], // 监督保障: staff, trainings
  [''],
  ['1', ''], // 社会评议: how often, how it went
  [''],
  ['', ''],
  ['', ''],
  [],
];

/** The kinds of applicants of table 三. */
const APPLICANTS = 6;

/** In the page: the figures of a line, and in which colour each is; hints beside them have words. */
const coloursOfFigures = (line) => {
  const figures = [];
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { textContent, parentElement } = walker.currentNode;
    const [, text] = /^[\s|]*(\d+)[\s|]*$/.exec(textContent) ?? [];
    if (text) figures.push({ text, colour: getComputedStyle(parentElement).color });
  }
  return figures;
};

/** With figures: tables by Tab, a wrong total and its quick fix, a sentence with the tables' figures. */
export async function draftReport({ step, newFolder, pictures, ...parts }) {
  const workspace = newFolder('云水镇');
  const clerk = new Clerk(await Workbench.open({ ...parts, workspace, pictures }));
  const { workbench } = clerk;
  try {
    await step('新建年报：机关、年度、层级、上年报告、留空', async () => {
      await clerk.newReport('先留空', '1-new');
      await workbench.picture('2-skeleton');
    });

    await step('表格：Tab 到下一格，只填不是 0 的数', async () => {
      await clerk.skipTo('行政规范性文件');
      await clerk.fill('2', '0', '7', '15', '4');
      await clerk.skipTo('一、本年新收');
      await clerk.fill('3', '1');
      await clerk.skipTo('（一）予以公开');
      await clerk.fill('2', '1');
      await clerk.skipTo('（二）部分公开');
      await clerk.fill('1');
      await workbench.picture('3-figures');
      await workbench.command('空格填 0');
      await clerk.line('部分公开', '1 |');
      // each table has its own: how many of them are in sight is the window's
      await workbench.page
        .locator('.codelens-decoration', { hasText: '勾稽一致' })
        .first()
        .waitFor();
      await workbench.picture('4-tables');
    });

    await step('各列各色，改了数也跟着', () => clerk.seeColours('一、本年新收'));

    await step('填错一个总计，一键改好', async () => {
      await clerk.goTo('一、本年新收', 7);
      await workbench.type('5');
      await clerk.mend();
      await clerk.line('一、本年新收', '4 |');
    });

    await step('插入语句，数字取自表格', async () => {
      await clerk.toPrompt('申请的情况');
      await workbench.press('Delete');
      await workbench.command('插入章节、表格、语句');
      await workbench.question('插入什么');
      await workbench.type('依申请公开');
      await workbench.page.waitForTimeout(300);
      await workbench.picture('7-insert');
      await workbench.enter();
      await clerk.line('新收政府信息公开申请', '4件');
      await workbench.picture('8-sentence');
      await workbench.press('Escape'); // out of the snippet
    });

    await step('写文字：Tab 到下一处待写', () => clerk.answerPrompts());

    await step('写好的句子后面按 Alt+/：没有可补的就说明', () => clerk.completeNothing());

    await step('排版、保存，没有一处问题', async () => {
      await workbench.command('Format Document');
      await clerk.finish('9-finished');
    });
    console.log(
      `    ${workbench.keystrokes} keystrokes, ${clerk.written} of them the clerk’s own text`,
    );
  } catch (error) {
    await workbench.picture('failed');
    throw error;
  } finally {
    await workbench.page.close();
  }
}

/** All zeros: the shortest way. */
export async function draftZeros({ step, newFolder, pictures, ...parts }) {
  const workspace = newFolder('云水镇');
  const clerk = new Clerk(await Workbench.open({ ...parts, workspace, pictures }));
  const { workbench } = clerk;
  try {
    await step('零申请的报告：新建，全部填 0', () => clerk.newReport('全部填 0', '1-zeros'));
    await step('写文字：Tab 到下一处待写，Ctrl+空格补全', () => clerk.completePrompts());
    await step('保存，没有一处问题', () => clerk.finish('3-zeros-finished'));
    const { keystrokes } = workbench;
    console.log(
      `    all zeros: ${keystrokes} keystrokes; ${clerk.written} of them the clerk’s own text, ${keystrokes - clerk.written} all the rest`,
    );
  } catch (error) {
    await workbench.picture('failed');
    throw error;
  } finally {
    await workbench.page.close();
  }
}

/** What the clerk can do. */
export class Clerk {
  /** Characters of text of the clerk’s own: name of the organ, figures, sentences. */
  written = 0;

  constructor(workbench) {
    this.workbench = workbench;
    this.page = workbench.page;
  }

  async newReport(figures, picture) {
    const { workbench } = this;
    await workbench.command('新建年报', '年报'); // it comes first
    await workbench.question('哪个机关的年报');
    await this.write(ORGAN);
    await this.offered(ORGAN);
    await workbench.picture(picture);
    await workbench.enter();
    await this.page.locator('.quick-input-title', { hasText: '2/5' }).waitFor();
    await workbench.enter(); // last year
    await workbench.question('哪一级');
    await workbench.enter(); // by its name
    await workbench.question('用上年报告打底');
    await workbench.enter(); // there is none
    await workbench.question('表格里的数怎么填');
    await workbench.type(figures.slice(0, 2));
    await this.offered(figures);
    await workbench.enter();
    await this.page.locator('.tab', { hasText: NAME }).waitFor();
    await this.page.locator('.monaco-editor .selected-text').first().waitFor();
  }

  /** The first entry of the quick input says this. */
  async offered(words) {
    const first = this.page.locator('.quick-input-list .monaco-list-row').first();
    await first.filter({ hasText: words }).waitFor();
  }

  async write(text) {
    this.written += [...text].length;
    await this.workbench.type(text);
  }

  /** Where the cursor is, and how much is selected, in the status bar’s words. */
  place() {
    return this.page.locator('[id="status.editor.selection"]').textContent();
  }

  /** Tab, and waits until the cursor is elsewhere. */
  async tab() {
    const before = await this.settledPlace();
    await this.workbench.press('Tab');
    await this.page.waitForFunction(
      (was) => document.getElementById('status.editor.selection')?.textContent !== was,
      before,
    );
    await this.settledPlace();
  }

  /** The place, once the status bar has caught up with what was typed. */
  async settledPlace() {
    await shown(this.page);
    return this.place();
  }

  /** The text of the line that the cursor is on. */
  async here() {
    const line = await this.page.evaluate(() => {
      const cursor = document.querySelector('.monaco-editor .cursors-layer .cursor');
      const { top, bottom } = cursor.getBoundingClientRect();
      const lines = [...document.querySelectorAll('.monaco-editor .view-lines > .view-line')];
      const at = lines.filter((one) => {
        const box = one.getBoundingClientRect();
        return box.top <= (top + bottom) / 2 && (top + bottom) / 2 <= box.bottom;
      });
      return at[0]?.textContent ?? '';
    });
    return line.replaceAll('\u00a0', ' ');
  }

  /** Tabs on until the line says this. */
  async skipTo(words) {
    for (let i = 0; i < 300; i++) {
      if ((await this.here()).includes(words)) return;
      await this.tab();
    }
    assert.fail(`no ${words}`);
  }

  /** Figures into this cell and the next ones. */
  async fill(...figures) {
    for (const figure of figures) {
      await this.write(figure);
      await this.tab();
    }
  }

  /** To the nth cell of a row: by a search for its label, then by Tab. */
  async goTo(row, nth) {
    await this.workbench.press('Control+f');
    await this.page.waitForFunction(() => document.activeElement?.closest('.find-widget.visible'));
    await this.workbench.type(row);
    await this.page.locator('.find-widget .matchesCount', { hasText: 'of' }).waitFor();
    await this.workbench.press('Escape');
    for (let i = 0; i < nth; i++) await this.tab();
  }

  /** Tabs on to the prompt that asks for this. */
  async toPrompt(words) {
    await this.workbench.press('Control+Home', 'End');
    await this.skipTo(words);
  }

  /** Waits until a line that has these words has those too. */
  async line(words, others) {
    const line = this.page.locator('.monaco-editor .view-line', { hasText: words });
    await line.filter({ hasText: others }).first().waitFor();
  }

  /** Sees that each column of a row has a colour of its own, before and after an edit; no key is counted. */
  async seeColours(row) {
    const { page } = this;
    const line = page.locator('.monaco-editor .view-line', { hasText: row });
    const figures = async () =>
      (await line.first().evaluate(coloursOfFigures)).slice(0, APPLICANTS);
    const become = (wanted) =>
      this.until(
        async () => (await figures()).map(({ text }) => text).join() === wanted,
        `the figures ${wanted}`,
      );
    const colours = async () => (await figures()).map(({ colour }) => colour);
    const areTold = async () => {
      const told = await colours();
      return told.every((colour, i) => colour !== told[i + 1]) && new Set(told).size === APPLICANTS;
    };
    const { keystrokes } = this.workbench;
    await become('3,1,0,0,0,0');
    await this.until(areTold, 'a colour for each column');
    const before = await colours();
    await this.goTo(row, 1);
    await page.keyboard.insertText('12');
    await become('12,1,0,0,0,0');
    const areSame = async () => (await colours()).join() === before.join();
    // the figure itself is shown as wrong once it has been judged; those behind it have moved
    const haveFollowed = async () => {
      const [own, ...others] = await colours();
      return own !== others[0] && others.join() === before.slice(1).join();
    };
    await this.until(haveFollowed, 'the colours to follow');
    await page.locator('.statusbar-item', { hasText: '勾稽不一致' }).waitFor();
    await page.locator('.monaco-editor .squiggly-error').first().waitFor();
    await this.until(haveFollowed, 'the colours to be there beside what is wrong');
    await this.workbench.picture('4-colours');
    await page.keyboard.press('Control+z');
    await become('3,1,0,0,0,0');
    await this.until(areSame, 'the colours to come back');
    this.workbench.keystrokes = keystrokes;
  }

  /** Asks for more behind a finished sentence: there is nothing, and no list of words either. */
  async completeNothing() {
    const { page, workbench } = this;
    const { keystrokes } = workbench;
    const [, answer] = ANSWERS[0];
    const said = page.locator('.notification-toast', { hasText: '没有可以补全的内容' });
    await this.goTo(answer, 0);
    await workbench.press('End');
    await insist(
      page,
      () => page.keyboard.press('Alt+/'),
      () => said.isVisible(),
      'a word of it',
    );
    assert.equal(await page.locator('.suggest-widget.visible').count(), 0);
    await workbench.picture('8-nothing');
    await said.locator('.codicon-notifications-clear').click();
    await workbench.press('Control+1');
    workbench.keystrokes = keystrokes;
  }

  /** Sees that a figure is wrong, and takes the first quick fix at the cursor. */
  async mend() {
    await this.page.locator('.statusbar-item', { hasText: '勾稽不一致' }).waitFor();
    await this.page.locator('.monaco-editor .squiggly-error').first().waitFor();
    await this.workbench.picture('5-wrong');
    const menu = this.page.locator('.action-widget .monaco-list-row.action');
    const askFor = async (again) => {
      if (again) await this.page.keyboard.press('Escape');
      await this.workbench.press('Control+.');
    };
    await insist(this.page, askFor, () => menu.first().isVisible(), 'the menu');
    await this.page.waitForTimeout(300); // its appearance is animated
    await this.workbench.picture('6-quick-fix');
    await this.workbench.press('Enter');
  }

  /** Takes the sentence offered at every prompt, and fills in what it leaves open. */
  async completePrompts() {
    await this.workbench.press('Control+Home', 'End');
    for (const details of DETAILS) {
      const left = await this.problems();
      await this.tab();
      await this.until(async () => (await this.here()).includes('【'), 'a prompt');
      const offered = this.page.locator('.suggest-widget.visible .monaco-list-row.focused');
      const askFor = () => this.workbench.press('Control+Space');
      await insist(this.page, askFor, () => offered.isVisible(), 'a suggestion');
      if (details === DETAILS[0]) await this.workbench.picture('2-suggestion');
      await this.workbench.press('Enter');
      await this.until(async () => !(await this.here()).includes('【请'), 'the sentence');
      for (const detail of details) {
        if (detail !== '') await this.write(detail);
        await this.workbench.press('Tab');
      }
      await this.until(async () => (await this.problems()) < left, 'the check');
    }
  }

  /** Answers every prompt from the report’s beginning. */
  async answerPrompts() {
    await this.workbench.press('Control+Home', 'End');
    for (let left = await this.problems(); left > 0; left = await this.problems()) {
      await this.tab();
      const line = await this.here();
      const [, answer] = ANSWERS.find(([question]) => line.includes(question)) ?? [];
      assert.ok(line.includes('【') && answer, `no answer to ${line}`);
      await this.write(answer);
      await this.until(async () => (await this.problems()) < left, 'the check');
    }
  }

  /** Asks again and again. */
  async until(ask, what) {
    await until(this.page, ask, `${what}; the line is ${await this.here()}`);
  }

  /** How many problems the checker sees: every prompt is one. */
  async problems() {
    const problems = this.page.locator('[id="status.problems"]');
    const numbers = (await problems.getAttribute('aria-label')).match(/\d+/g) ?? [];
    return numbers.reduce((sum, number) => sum + Number(number), 0);
  }

  /** Saves, and has the command line look at what was saved. */
  async finish(picture) {
    const { workbench } = this;
    await workbench.press('Control+s');
    const text = await workbench.saved(
      NAME,
      (saved) => saved.includes('六、') && !saved.includes('【'),
    );
    await this.page.locator('.statusbar-item', { hasText: '勾稽 42 条一致' }).waitFor();
    await workbench.picture(picture);
    const cli = path.join(ROOT, 'dist/cli.js');
    const file = path.join(workbench.workspace, NAME);
    const { stdout } = spawnSync(process.execPath, [cli, 'check', '--format', 'json', file], {
      encoding: 'utf8',
    });
    const { files, summary } = JSON.parse(stdout);
    const told = files[0].findings.map(({ rule, message }) => `${rule}: ${message}`);
    assert.deepEqual(told, [], text);
    assert.equal(summary.reports, 1);
  }
}
