// Commands on tables, the lines over them, and the way of Tab, as a client has them.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  ClientCapabilities,
  CodeLens,
  TextDocumentEdit,
  TextEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { TABLE_COMMANDS } from '../../server/src/features/tables/index.js';
import type { FieldsParams, Refinement } from '../../server/src/lsp/protocol.js';
import { nthReport, writeReport } from '../generate/report.js';
import { Client, PULLS, WAITS } from './client.js';
import { edited } from './edited.js';
import { CORRECT, README, swap, WRONG_TOTAL, YEAR_BEFORE } from './texts.js';

const URI = 'file:///云水镇/2021.txt';
const LAST = 'file:///云水镇/2020.txt';
const HTML = 'file:///年报.html';

const CAPABLE: ClientCapabilities = {
  ...PULLS,
  workspace: {
    ...PULLS.workspace,
    workspaceEdit: { documentChanges: true },
    codeLens: { refreshSupport: true },
  },
  window: { showDocument: { support: true } },
};

const ROW = '本年新收政府信息公开申请数量\t\t\t5\t1\t0\t0\t0\t0\t6';
const BLANK = swap(CORRECT, ROW, '本年新收政府信息公开申请数量\t\t\t5\t1\t\t\t\t\t');

let client: Client;
beforeEach(async () => {
  client = await Client.start({ capabilities: CAPABLE });
});
afterEach(() => client.stop());

/** The text with the one edit that the server has had us make; it names our version of the document. */
function applied(text: string): string {
  expect(client.applied).toHaveLength(1);
  const [change] = (client.applied[0]?.edit.documentChanges ?? []) as TextDocumentEdit[];
  expect(change?.textDocument).toEqual({ uri: URI, version: 1 });
  return edited(text, change?.edits as TextEdit[] | undefined);
}

const positionOf = (text: string, passage: string, plus = 0) =>
  TextDocument.create(URI, '', 1, text).positionAt(text.indexOf(passage) + plus);

/** Opens last year's report and this year's, and waits until they are known to belong together. */
async function openBoth(last: string, text: string): Promise<void> {
  await client.open(URI, text);
  await client.diagnostics(URI);
  await client.open(LAST, last);
  await client.until(() => client.refreshed.includes('codeLens'));
}

describe('commands on tables', () => {
  it('are told at the start', () => {
    const commands = client.initialized.capabilities.executeCommandProvider?.commands;
    expect(commands).toEqual(expect.arrayContaining(TABLE_COMMANDS.map(({ id }) => id)));
  });

  it.each([
    ['by its key', 'requests'],
    ['by a place in it', positionOf(WRONG_TOTAL, '部分公开')],
    ['with all others', undefined],
    ['with all others, from outside of them', { line: 0, character: 0 }],
    ['whatever else is given', { line: -1 }],
  ])('work on a table %s', async (_, where) => {
    await client.open(URI, WRONG_TOTAL);
    expect(await client.execute('nianbao.recomputeTotals', URI, where)).toBe(1);
    expect(client.applied[0]?.label).toBe('重算总计');
    expect(applied(WRONG_TOTAL)).toBe(CORRECT);
  });

  it('fill blanks, totals with what they come to', async () => {
    await client.open(URI, BLANK);
    expect(await client.execute('nianbao.fillBlanks', URI, 'requests')).toBe(5);
    expect(applied(BLANK)).toBe(CORRECT);
  });

  it('give back a lost row', async () => {
    const lost = CORRECT.replace(/^.*2\.重复申请.*\r?\n/m, '');
    await client.open(URI, lost);
    expect(await client.execute('nianbao.repairRows', URI)).toBe(1);
    expect(applied(lost).replace(/重复申请[\t0]*/, '')).toBe(CORRECT.replace(/重复申请[\t0]*/, ''));
  });

  it('take last year’s figures', async () => {
    const text = CORRECT.replace(
      /(上年结转政府信息公开申请数量\t\t)[\t\d]*/,
      '$1\t9\t\t0\t0\t0\t0\t',
    );
    expect(text).not.toBe(CORRECT);
    await openBoth(YEAR_BEFORE, text);
    await client.execute('nianbao.fromLastYear', URI);
    expect(applied(text)).toBe(CORRECT);
  });

  it('say so where there is nothing to do', async () => {
    await client.open(URI, CORRECT);
    for (const { id, nothing } of TABLE_COMMANDS.filter(({ id }) => WHOLE.includes(id))) {
      expect(await client.execute(id, URI)).toBe(0);
      expect(await client.until(() => client.shown.at(-1))).toBe(nothing);
    }
    // the others of this table have nothing to do with a wrong total in another
    expect(client.applied).toEqual([]);
  });

  it('do nothing on what is no report, is not open, or is no document at all', async () => {
    await client.open(URI, README, 'markdown');
    for (const { id } of TABLE_COMMANDS)
      for (const given of [[URI], ['file:///other.txt'], [], [null], [7, {}], [{}, 'requests', 3]])
        expect(await client.execute(id, ...given)).toBe(0);
    expect([client.applied, client.shown, client.logged]).toEqual([[], [], []]);
  });

  it.each([
    ['a command that there is not', 'nianbao.none', []],
    ['a command by the name of a property', 'constructor', []],
    ['a table that there is not', 'nianbao.recomputeTotals', [URI, '__proto__']],
    ['a layout that there is not', 'nianbao.convertLayout', [URI, null, { layout: 'constructor' }]],
  ])('%s is refused', async (_, command, given) => {
    await client.open(URI, CORRECT);
    await expect(client.execute(command, ...given)).rejects.toMatchObject({ code: -32602 });
    expect(client.applied).toEqual([]);
  });

  it('fix what they can in a web page, and say where they cannot', async () => {
    const { text } = nthReport(1, 'html');
    await client.open(HTML, text, 'html');
    expect(await client.execute('nianbao.recomputeTotals', HTML)).toBe(0);
    const lost = text.replace(/<tr>(?:(?!<\/tr>)[\s\S])*重复申请[\s\S]*?<\/tr>/, '');
    expect(lost).not.toBe(text);
    await client.change(HTML, { text: lost });
    expect(await client.execute('nianbao.repairRows', HTML)).toBe(0);
    await client.until(() => client.shown.find((message) => message.includes('HTML')));
    expect(client.applied).toEqual([]);
  });

  it('do without versions', async () => {
    const other = await Client.start({ capabilities: WAITS });
    await other.open(URI, WRONG_TOTAL);
    expect(await other.execute('nianbao.recomputeTotals', URI)).toBe(1);
    expect(other.applied[0]?.edit.changes?.[URI]).toHaveLength(1);
    await other.stop();
  });
});

/** What finds nothing to do in a correct report. */
const WHOLE = ['nianbao.recomputeTotals', 'nianbao.fillBlanks', 'nianbao.fromLastYear'];

describe('code lenses', () => {
  const lensesOf = async (uri: string) =>
    (await client.ask<CodeLens[] | null>('textDocument/codeLens', uri)) ?? [];
  const titles = (lenses: CodeLens[]) =>
    lenses.map(({ command }) => command?.title).filter((title) => title !== '对齐');

  it('say that figures agree', async () => {
    await client.open(URI, CORRECT);
    const lenses = await lensesOf(URI);
    expect(titles(lenses)).toEqual(['勾稽一致（39 条）', '勾稽一致（3 条）']);
    expect(lenses[0]?.command?.command).toBe('');
  });

  it('lead to what is wrong, and fix it', async () => {
    await client.open(URI, WRONG_TOTAL);
    const [problem, recompute] = await lensesOf(URI);
    expect(problem?.command).toMatchObject({ title: '2 处不一致', arguments: [URI, 'requests'] });
    expect(problem?.range.start.line).toBe(positionOf(WRONG_TOTAL, '自然人').line - 1);
    const { command = '', arguments: given = [] } = problem?.command ?? {};
    expect(await client.execute(command, ...given)).toBe(true);
    const start = positionOf(WRONG_TOTAL, '\t5\t1\t0\t0\t0\t0\t9', 13);
    expect(client.shownDocuments).toEqual([
      {
        uri: URI,
        takeFocus: true,
        selection: { start, end: { ...start, character: start.character + 1 } },
      },
    ]);
    await client.execute(
      recompute?.command?.command ?? '',
      ...(recompute?.command?.arguments ?? []),
    );
    expect(applied(WRONG_TOTAL)).toBe(CORRECT);
  });

  it('fix the one wrong cell, and the command leaves its totals', async () => {
    const text = swap(CORRECT, ROW, ROW.replace('\t5\t', '\t8\t'));
    await client.open(URI, text);
    const lenses = await lensesOf(URI);
    expect(titles(lenses)).toEqual([
      '2 处不一致',
      '把“一、本年新收政府信息公开申请数量”的“自然人”改为 5',
      '勾稽一致（3 条）',
    ]);
    expect(await client.execute('nianbao.recomputeTotals', URI)).toBe(0);
    expect(client.shown.at(-1)).toContain('写的是 8，应为 5');
    const { command = '', arguments: given = [] } = lenses[1]?.command ?? {};
    await client.execute(command, ...given);
    expect(applied(text)).toBe(CORRECT);
  });

  it('lead there where the rules are off', async () => {
    client.settings = { rules: { 'row-total': 'off', balance: 'off', 'outcome-total': 'off' } };
    await client.open(URI, WRONG_TOTAL);
    expect(await client.execute('nianbao.showProblem', URI, 'requests')).toBe(true);
    expect(await client.execute('nianbao.showProblem', URI, 'review')).toBe(false);
    for (const given of [[], [URI], [URI, 'x'], [3, 'requests'], ['file:///x', 'requests']])
      expect(await client.execute('nianbao.showProblem', ...given)).toBe(false);
  });

  it('tell blanks and last year’s figures', async () => {
    await openBoth(YEAR_BEFORE.replace(/(结转下年度继续办理\|+)\d/, '$17'), BLANK);
    const lenses = await lensesOf(URI);
    expect(titles(lenses)).toEqual([
      expect.stringMatching(/^勾稽：\d+ 条无法核对，5 格空着$/),
      '空格填 0，填写总计',
      '填入上年结转',
      '勾稽一致（3 条）',
    ]);
  });

  it('are asked for again when last year’s report is another', async () => {
    await client.open(URI, CORRECT);
    await client.diagnostics(URI);
    await client.open(LAST, YEAR_BEFORE);
    await client.until(() => client.refreshed.includes('codeLens'));
  });

  it('are none on what is no report', async () => {
    await client.open(URI, README, 'markdown');
    expect(await lensesOf(URI)).toEqual([]);
  });

  it('offer nothing in a web page that cannot be done there', async () => {
    const { text } = nthReport(1, 'html');
    await client.open(HTML, text, 'html');
    expect(titles(await lensesOf(HTML))).toEqual(['勾稽一致（39 条）', '勾稽一致（3 条）']);
  });
});

describe('the fields for Tab', () => {
  const refine = (uri: string, ...left: number[]) =>
    client.ask<Refinement | null>('nianbao/refine', uri, { left });
  const textsOf = (text: string, { fields }: FieldsParams) =>
    fields.map(({ start, end }) => text.slice(start, end));

  it.each(['tab', 'markdown', 'pipe', 'lines', 'space', 'bars'])(
    'are all cells in %s',
    async (layout) => {
      const { text } = writeReport({ seed: 3, template: '2021', layout, variations: [] });
      await client.open(URI, text);
      const answer = (await refine(URI)) as Refinement;
      expect(answer).toMatchObject({ uri: URI, version: 1, edits: [] });
      const figures = textsOf(text, answer);
      expect(figures.length).toBeGreaterThan(180);
      expect(figures.every((figure) => /^[-−\d.,０-９]+|^$|^[/—无\\]$/.test(figure))).toBe(true);
      const inTables = answer.fields.every(({ start, end, table = -1 }) => {
        const lines = answer.tables[table];
        return lines !== undefined && lines.start <= start && end <= lines.end;
      });
      expect(inTables).toBe(true);
    },
  );

  it('come with each check, for a client that has asked', async () => {
    await client.open(URI, CORRECT);
    await client.diagnostics(URI);
    expect(client.fields).toEqual([]);
    const other = await Client.start({ initializationOptions: { fields: true } });
    await other.open(URI, CORRECT);
    await other.diagnostics(URI);
    const told = await other.until(() => other.fields.at(-1));
    expect(told.version).toBe(1);
    expect(textsOf(CORRECT, told).length).toBeGreaterThan(180);
    await other.change(URI, { text: README });
    await other.diagnostics(URI);
    const after = await other.until(() => other.fields.find(({ version }) => version === 2));
    expect(after).toMatchObject({ fields: [], tables: [] });
    await other.stop();
  });

  it('totals are filled in once their terms are left', async () => {
    const text = swap(CORRECT, ROW, '本年新收政府信息公开申请数量\t\t\t5\t1\t0\t0\t0\t12\t');
    await client.open(URI, text);
    const at = text.indexOf('\t12\t');
    const { edits } = (await refine(URI, at + 3)) as Refinement;
    expect(edits).toEqual([{ start: at + 4, end: at + 4, newText: '18' }]);
    expect((await refine(URI, text.indexOf('规章')))?.edits).toEqual([]);
    const typing = { left: [at + 3], cursor: at + 2 };
    const half = await client.ask<Refinement | null>('nianbao/refine', URI, typing);
    expect(half?.edits).toEqual([]);
    expect(half?.fields.find(({ start }) => start === at + 4)).toEqual({
      ...{ start: at + 4, end: at + 4, table: 1, row: '1', column: 'total', isTotal: true },
    });
    expect(half?.fields.find(({ start }) => start === at + 1)?.isTotal).toBeUndefined();
  });

  it('what is not meant is not read', async () => {
    const text = swap(CORRECT, ROW, '本年新收政府信息公开申请数量\t\t\t5\t1\t\t\t\t\t');
    const at = text.indexOf('\t5\t1\t') + 4;
    const stray = '7148028765412028'; // no figure at all
    await client.open(URI, text.slice(0, at) + stray + text.slice(at));
    const clean = [{ offset: at, length: stray.length, text: '' }];
    const answer = await client.ask<Refinement>('nianbao/refine', URI, {
      left: [],
      without: clean,
    });
    await client.change(URI, { text });
    expect(answer.fields).toEqual((await refine(URI))?.fields);
    expect(answer.tables).toEqual((await refine(URI))?.tables);
  });

  it('cells that stay aligned change one by one', async () => {
    const { text } = writeReport({ seed: 3, template: '2021', layout: 'markdown', variations: [] });
    await client.open(URI, text);
    const aligned = edited(
      text,
      await client.ask<TextEdit[]>('textDocument/formatting', URI, {
        options: { tabSize: 2, insertSpaces: true },
      }),
    );
    const wide = aligned.replace(/(一、本年新收.*?\| +)(\d+)( \|)/, '$1123456$2$3');
    await client.change(URI, { text: wide });
    const at = wide.indexOf('123456');
    const { edits } = (await refine(URI, at)) as Refinement;
    expect(edits.length).toBeGreaterThan(25);
    for (const { start, end, newText } of edits) {
      const before = wide.slice(start, end);
      expect(/[|｜\n]/.test(before + newText)).toBe(false);
      expect(newText.replace(/[\s-]/g, '')).toBe(before.replace(/[\s-]/g, ''));
    }
  });

  it('are none where there is no report, and no document', async () => {
    await client.open('file:///b.md', README, 'markdown');
    expect(await refine('file:///b.md', 4)).toMatchObject({ fields: [], tables: [], edits: [] });
    expect(await refine('file:///none.txt')).toBeNull();
  });

  it('are where they stand in a web page', async () => {
    const { text } = nthReport(1, 'html');
    await client.open(HTML, text, 'html');
    const answer = (await refine(HTML)) as Refinement;
    const cells = answer.fields.filter(({ table }) => table !== undefined);
    expect(cells.length).toBeGreaterThan(180);
    for (const { start, end } of cells) expect(text.slice(start, end)).toMatch(/^\d*$/);
  });

  it('a server that lives answers at once', async () => {
    expect(await client.connection.sendRequest('nianbao/ping')).toBeNull();
  });
});

describe('what is to be written', () => {
  const TEXT = `${swap(CORRECT, '一、总体情况', '一、总体情况\n【请写明：主动公开情况】')}`;
  const writing = (lenses: CodeLens[] | null) =>
    (lenses ?? []).filter(({ command }) => command?.command === 'nianbao.writeHere');
  const ask = () =>
    client.connection.sendRequest<CodeLens[]>('textDocument/codeLens', {
      textDocument: { uri: URI },
    });

  it('has a lens for clients that have the command', async () => {
    await client.stop();
    client = await Client.start({ initializationOptions: { commands: true } });
    await client.open(URI, TEXT);
    const [lens, ...others] = writing(await ask());
    expect(others).toEqual([]);
    const start = positionOf(TEXT, '【请写明');
    expect(lens?.range.start).toEqual(start);
    expect(lens?.command).toMatchObject({ title: '写这一处', arguments: [URI, lens?.range] });
  });

  it('has none for others', async () => {
    await client.open(URI, TEXT);
    expect(writing(await ask())).toEqual([]);
  });
});

describe('without padding', () => {
  it.each([true, false])(
    'tables are aligned for the font that the client tells of: %s',
    async (compact) => {
      await client.stop();
      client = await Client.start({ capabilities: CAPABLE, settings: { compact } });
      const told = await client.connection.sendRequest<{ text: string }>('nianbao/newReport', {
        organization: '青禾县云水镇人民政府',
        year: 2023,
        layout: 'markdown',
      });
      expect(/[|] {2,}[^\s|]|[^\s|] {2,}[|]/.test(told.text)).toBe(!compact);
      if (compact) {
        expect(told.text).toContain('\n| 一、本年新收政府信息公开申请数量 |  |  |  |');
        expect(told.text).toContain('\n| --- | --- |');
      }
      await client.open('file:///新.md', told.text, 'markdown');
      const edits = await client.connection.sendRequest<TextEdit[]>('textDocument/formatting', {
        textDocument: { uri: 'file:///新.md' },
        options: { tabSize: 2, insertSpaces: false },
      });
      expect(edits).toEqual([]);
    },
  );
});

describe('rows and columns', () => {
  const GRIDS = 'nianbao/grids';

  it('are told with each check, with what is wrong in them', async () => {
    await client.stop();
    client = await Client.start({ initializationOptions: { grids: true } });
    client.connection.onNotification(GRIDS, (params) => void client.grids.push(params));
    await client.open(URI, WRONG_TOTAL);
    await client.diagnostics(URI);
    await expect.poll(() => client.grids.length).toBeGreaterThan(0);
    const [told] = client.grids;
    expect(told).toMatchObject({ uri: URI, version: 1 });
    expect(told?.tables).toHaveLength(3);
    const [, requests] = told?.tables ?? [];
    const text = (cell: { start: number; end: number }) => WRONG_TOTAL.slice(cell.start, cell.end);
    const wrong = requests?.cells.filter((cell) => cell.as === 'wrong') ?? [];
    expect(wrong.map(text)).toEqual(['9']);
    expect(requests?.names[wrong[0]?.column ?? -1]).toBe('总计');
    const heads = requests?.cells.filter(({ row }) => row === undefined) ?? [];
    expect(heads.map(text)).toContain('自然人');
    expect(heads.every((head) => requests?.names[head.column] === text(head))).toBe(true);
  });

  it('are not told to clients that have not asked', async () => {
    client.connection.onNotification(GRIDS, (params) => void client.grids.push(params));
    await client.open(URI, WRONG_TOTAL);
    await client.diagnostics(URI);
    await client.connection.sendRequest('nianbao/ping', null);
    expect(client.grids).toEqual([]);
  });
});
