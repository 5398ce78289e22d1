// A clerk who types figure, Tab, figure, Tab, as fast as hands do and beside other work: every figure is
// in its cell. Keys are sent at their times, whatever the workbench is at; what is looked at is the end.
// `TYPING=all` goes through all speeds and loads, `TYPING=30x25x8,60x8` through these: ms a key, rows,
// busy loops.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { ROOT } from '../../../scripts/run.mjs';
import { goToLine, Workbench } from './workbench.mjs';

const CLI = path.join(ROOT, 'dist/cli.js');
const ORGAN = '青禾县云水镇人民政府';
const FIRST_ROW = '一、本年新收';
const COLUMNS = 7;
const ROWS = 25;

/** Speed in ms a key, rows filled in, busy loops beside it. */
const ALL = [30, 60, 120, 300].flatMap((pace) =>
  [0, 2].map((loops) => ({ pace, rows: ROWS, loops })),
);
const SOME = [
  { pace: 30, rows: 12, loops: 0 },
  { pace: 60, rows: 4, loops: 2 },
  { pace: 120, rows: 3, loops: 0 },
];

function runsOf(wanted) {
  if (!wanted) return SOME;
  if (wanted === 'all') return ALL;
  return wanted.split(',').map((run) => {
    const [pace, rows = ROWS, loops = 0] = run.split('x').map(Number);
    return { pace, rows, loops };
  });
}

export async function typeFigures({ step, newFolder, pictures, ...parts }) {
  const workspace = newFolder('填数');
  const runs = runsOf(process.env.TYPING);
  const layouts = ['markdown', 'tab'];
  for (const layout of layouts) writeReports(workspace, layout, runs.length + 2);
  const typist = new Typist(await Workbench.open({ ...parts, workspace, pictures }));
  await typist.connect();
  const wrong = [];
  try {
    for (const layout of layouts)
      for (const { pace, rows, loops } of runs) {
        const name = `${layout}，每键 ${pace} 毫秒，${rows} 行${loops ? '，机器正忙' : ''}`;
        await step(`填数：${name}`, async () => {
          const file = await typist.open(layout);
          const keys = distinct(rows * COLUMNS).flatMap((figure) => [...figure, 'Tab']);
          await withLoad(loops, () => typist.keys(keys, pace));
          const cells = await typist.cells(file);
          const missed = distinct(rows * COLUMNS).filter(
            (figure, i) => cells[i] !== Number(figure),
          );
          await typist.workbench.picture(`${layout}-${pace}-${loops}`);
          wrong.push(`${name}：错 ${missed.length} 格`);
          assert.deepEqual(missed, []);
        });
      }

    for (const layout of layouts) {
      await step(`退格、Shift+Tab、撤销：${layout}`, () => typist.mend(layout));
      await step(`输入法：${layout}`, () => typist.compose(layout));
    }
  } catch (error) {
    await typist.workbench.picture('failed');
    throw error;
  } finally {
    if (process.env.TYPING) console.log(wrong.join('\n'));
    await typist.workbench.page.close();
  }
}

/** Figures of three digits, none of them twice, and none the sum of others of its row. */
function distinct(count) {
  return Array.from({ length: count }, (_, i) => String(101 + ((i * 37) % 899)));
}

const nameOf = (layout, i) => `${i}号政府信息公开年报.${layout === 'tab' ? 'txt' : 'md'}`;

/** So many reports with blank tables. */
function writeReports(workspace, layout, count) {
  const args = ['new', '--org', ORGAN, '--year', '2023', '--layout', layout];
  const { stdout } = spawnSync(process.execPath, [CLI, ...args], { encoding: 'utf8' });
  for (let i = 1; i <= count; i++)
    fs.writeFileSync(path.join(workspace, nameOf(layout, i)), stdout);
}

class Typist {
  /** How many reports have been opened. */
  count = {};

  constructor(workbench) {
    this.workbench = workbench;
    this.page = workbench.page;
  }

  async connect() {
    this.cdp = await this.page.context().newCDPSession(this.page);
  }

  /** Another report with blank tables, the cursor in the first cell of table 三. */
  async open(layout) {
    this.count[layout] = (this.count[layout] ?? 0) + 1;
    const name = nameOf(layout, this.count[layout]);
    const file = path.join(this.workbench.workspace, name);
    const lines = fs.readFileSync(file, 'utf8').split('\n');
    const row = this.workbench.explorerRow(name);
    await row.waitFor({ timeout: 60_000 });
    await row.dblclick();
    await this.page.locator('.tab.active', { hasText: name }).waitFor();
    await this.page.locator('.statusbar-item', { hasText: '勾稽' }).waitFor({ timeout: 60_000 });
    await goToLine(this.page, lines.findIndex((line) => line.includes(FIRST_ROW)) + 1);
    await this.settled();
    await this.page.keyboard.press('Tab');
    await this.settled();
    return file;
  }

  /** Sends keys at their times, not waiting for what comes of them. */
  async keys(keys, pace) {
    const sent = [];
    const start = performance.now();
    for (const [i, key] of keys.entries()) {
      await sleep(Math.max(0, start + i * pace - performance.now()));
      sent.push(this.key(key));
    }
    await Promise.all(sent);
  }

  key(key) {
    const shift = key === 'Shift+Tab';
    const name = shift ? 'Tab' : key;
    const isText = name.length === 1;
    const codes = { Tab: 9, Backspace: 8 };
    const event = {
      key: name,
      code: isText ? `Digit${name}` : name,
      windowsVirtualKeyCode: isText ? name.charCodeAt(0) : codes[name],
      modifiers: shift ? 8 : 0,
    };
    const type = isText ? 'keyDown' : 'rawKeyDown';
    return Promise.all([
      this.cdp.send('Input.dispatchKeyEvent', { type, ...event, ...(isText && { text: name }) }),
      this.cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event }),
    ]);
  }

  /** Waits until nothing moves any more: neither text nor cursor. */
  async settled() {
    const look = () =>
      this.page.evaluate(() =>
        [
          document.getElementById('status.editor.selection')?.textContent,
          document.querySelector('.monaco-editor .view-lines')?.textContent,
        ].join(),
      );
    for (let still = 0, before = await look(); still < 6; ) {
      await this.page.waitForTimeout(150);
      const now = await look();
      still = now === before ? still + 1 : 0;
      before = now;
    }
  }

  /** Saves, and answers the text. */
  async text(file) {
    await this.settled();
    await this.page.keyboard.press('Control+s');
    for (let before = '', i = 1; ; i++) {
      await this.page.waitForTimeout(100);
      const isDirty = (await this.page.locator('.tab.active.dirty').count()) > 0;
      const now = fs.readFileSync(file, 'utf8');
      if (!isDirty && now !== '' && now === before) return now; // it is written in two steps
      assert.ok(i < 200, 'not saved');
      if (i % 20 === 0) await this.page.keyboard.press('Control+s');
      before = now;
    }
  }

  /** What the cells of table 三 hold, row by row. */
  async cells(file) {
    await this.text(file);
    const { stdout } = spawnSync(process.execPath, [CLI, 'extract', file], { encoding: 'utf8' });
    // an object has its whole numbers first: row 4 is the last one of the form
    const { 4: last, ...rows } = JSON.parse(stdout).tables.requests;
    return [...Object.values(rows), last].flatMap((row) => Object.values(row));
  }

  /** Figures with slips, ways back, and all of it taken back again. */
  async mend(layout) {
    const file = await this.open(layout);
    const before = fs.readFileSync(file, 'utf8');
    const back = 'Backspace';
    await this.keys([...'199', back, back, 'Tab', ...'23', back, '4', 'Tab', ...'35', 'Tab'], 30);
    await this.keys(['Shift+Tab', 'Shift+Tab', ...'77', 'Tab', 'Tab', ...'46', 'Tab'], 30);
    assert.deepEqual((await this.cells(file)).slice(0, 4), [1, 77, 35, 46]);
    await this.workbench.picture(`mended-${layout}`);
    for (let i = 0; i < 40 && (await this.text(file)) !== before; i++)
      await this.page.keyboard.press('Control+z');
    assert.equal(await this.text(file), before, 'everything can be taken back');

    // one figure after the other, as a hand does that looks: each is a step of its own
    const figures = ['12', '3', '4', '5', '6', '7'];
    const wanted = figures.map(Number);
    for (const figure of figures) {
      await this.keys([...figure, 'Tab'], 60);
      await this.settled();
    }
    assert.deepEqual(
      (await this.cells(file)).slice(0, 7),
      [...wanted, 37],
      'the total comes by itself',
    );
    await this.workbench.picture(`total-${layout}`);
    await this.undo(file, [...wanted, 37], [...wanted, null]);
    await this.undo(file, [...wanted, null], [...wanted.slice(0, 5), null, null]);
    const [four, none] = [wanted.slice(0, 4), [null, null, null]];
    await this.undo(file, [...wanted.slice(0, 5), null, null], [...four, ...none]);
  }

  /** Takes back until the first cells hold what they held before: white space may be a step of its own. */
  async undo(file, now, before) {
    for (let i = 0; i < 4; i++) {
      await this.page.keyboard.press('Control+z');
      const cells = (await this.cells(file)).slice(0, now.length);
      if (isDeepStrictEqual(cells, before)) return;
      assert.deepEqual(cells, now, 'a figure at a time');
    }
    assert.fail(`still ${now}`);
  }

  /** Digits by way of an input method, right behind Tab. */
  async compose(layout) {
    const file = await this.open(layout);
    const figures = distinct(COLUMNS * 3);
    for (const figure of figures) {
      for (const length of [1, 2, 3])
        this.cdp.send('Input.imeSetComposition', {
          text: figure.slice(0, length),
          selectionStart: length,
          selectionEnd: length,
        });
      await this.cdp.send('Input.insertText', { text: figure });
      await sleep(30);
      await this.key('Tab');
      await sleep(30);
    }
    const cells = await this.cells(file);
    await this.workbench.picture(`composed-${layout}`);
    assert.deepEqual(cells.slice(0, figures.length), figures.map(Number));
  }
}

/** Keeps so many cores busy meanwhile. */
async function withLoad(loops, action) {
  const busy = Array.from({ length: loops }, () =>
    spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }),
  );
  try {
    return await action();
  } finally {
    for (const child of busy) child.kill('SIGKILL');
  }
}
