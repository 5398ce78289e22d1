// What the commands on tables promise, on generated reports in every layout: they do what they are
// for, nothing else, and doing it twice is doing it once.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { originalEdits } from '../../server/src/convert/edits.js';
import { sourceOf } from '../../server/src/convert/sourceOf.js';
import { fieldsOf } from '../../server/src/features/fields.js';
import type {
  TableCommand,
  TableCommandOptions,
} from '../../server/src/features/tables/command.js';
import { fillBlanks } from '../../server/src/features/tables/fillBlanks.js';
import { fixRows } from '../../server/src/features/tables/fixRows.js';
import { fromLastYear } from '../../server/src/features/tables/fromLastYear.js';
import { TABLE_COMMANDS } from '../../server/src/features/tables/index.js';
import { recomputeTotals } from '../../server/src/features/tables/recomputeTotals.js';
import { judge } from '../../server/src/judging/relations.js';
import { parseReport } from '../../server/src/reading/parse.js';
import type { Cell, Report } from '../../server/src/report/report.js';
import { applyEdits, type TextEdit } from '../../server/src/text/edit.js';
import { cellEdit } from '../../server/src/writing/cellEdit.js';
import { isTotal } from '../../server/src/writing/totals.js';
import { recipes } from '../generate/arbitrary.js';
import { LAYOUTS } from '../generate/layouts/index.js';
import { type Recipe, writeReport } from '../generate/report.js';

const RUNS = Number(process.env.NIANBAO_RUNS ?? 20);
const TEXT_LAYOUTS = LAYOUTS.filter(({ kind }) => kind === 'text').map(({ id }) => id);

const editsOf = (command: TableCommand, report: Report, options: TableCommandOptions = {}) =>
  Object.values(report.tables).flatMap((table) => command.edits(report, table, options));

const done = (command: TableCommand, text: string, options?: TableCommandOptions) =>
  applyEdits(text, editsOf(command, parseReport(text), options));

const cellsOf = ({ tables }: Report): Cell[] =>
  Object.values(tables).flatMap(({ rows }) => rows.flatMap(({ cells }) => [...cells.values()]));

const keyOf = ({ table, row, column }: Cell) => `${table} ${row} ${column}`;

/** What each cell holds: its figure, or what stands there instead. */
const contents = (report: Report) =>
  new Map(
    cellsOf(report).map((cell) => [
      keyOf(cell),
      cell.value ?? report.text.slice(cell.span.start, cell.span.end),
    ]),
  );

/** A text with some cells emptied or given another figure. */
function changed(text: string, at: readonly number[], figure: string, pick = (_: Cell) => true) {
  const report = parseReport(text);
  const cells = cellsOf(report).filter((cell) => cell.value !== null && pick(cell));
  const chosen = [...new Set(at.map((n) => cells[n % cells.length]))].filter((cell) => !!cell);
  const edits = chosen.map((cell) =>
    figure === '' ? { span: cell.span, newText: '' } : cellEdit(report, cell, figure),
  );
  return { text: applyEdits(text, edits), chosen: new Set(chosen.map(keyOf)) };
}

/** Layouts in which a figure taken away leaves a cell that can be seen. */
const GRIDS = ['tab', 'markdown', 'pipe', 'lines'];

function expectApart(text: string, edits: readonly TextEdit[]) {
  let end = -1;
  for (const { span } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    expect(span.start).toBeGreaterThanOrEqual(end);
    expect(span.start === end && span.end === span.start && end === -1).toBe(false);
    end = span.end;
  }
  const insertions = edits.filter(({ span }) => span.start === span.end);
  expect(new Set(insertions.map(({ span }) => span.start)).size).toBe(insertions.length);
  expect(end).toBeLessThanOrEqual(text.length);
}

const places = fc.array(fc.nat(), { minLength: 1, maxLength: 12 });
const inText = recipes().chain((recipe) =>
  fc.constantFrom(...TEXT_LAYOUTS).map((layout): Recipe => ({ ...recipe, layout })),
);
const inGrid = recipes().chain((recipe) =>
  fc.constantFrom(...GRIDS).map((layout): Recipe => ({ ...recipe, layout })),
);
const plain = (layout: string) =>
  recipes(layout).map((recipe): Recipe => ({ ...recipe, variations: [] }));

describe.each(TABLE_COMMANDS.map((command) => [command.title, command] as const))(
  '%s',
  (_, command) => {
    const last = writeReport({ seed: 7, template: '2021', layout: 'tab', variations: [] }).text;
    const options: TableCommandOptions = { previous: parseReport(last), layout: 'markdown' };

    test('twice is once, and edits lie apart', () => {
      fc.assert(
        fc.property(inText, places, fc.constantFrom('', '8'), (recipe, at, figure) => {
          const { text } = changed(writeReport(recipe).text, at, figure);
          const report = parseReport(text);
          const edits = editsOf(command, report, options);
          expectApart(text, edits);
          const once = applyEdits(text, edits);
          expect(done(command, once, options)).toBe(once);
        }),
        { numRuns: RUNS * 3 },
      );
    });
  },
);

describe('重算总计', () => {
  test.each(TEXT_LAYOUTS)('fixes any total in %s', (layout) => {
    fc.assert(
      fc.property(plain(layout), places, fc.nat({ max: 99 }), (recipe, at, figure) => {
        const { text } = writeReport(recipe);
        const report = parseReport(text);
        const broken = changed(text, at, String(figure), (cell) => isTotal(report, cell));
        const fixed = parseReport(done(recomputeTotals, broken.text));
        expect(contents(fixed)).toEqual(contents(report));
        expect(fixed.text).toBe(text);
      }),
      { numRuns: RUNS },
    );
  });

  test('changes nothing but totals, and leaves those alone whose terms are not all known', () => {
    fc.assert(
      fc.property(inGrid, places, (recipe, at) => {
        const { text } = changed(writeReport(recipe).text, at, '');
        const report = parseReport(text);
        const before = contents(report);
        const after = parseReport(done(recomputeTotals, text));
        for (const cell of cellsOf(after)) {
          const same = contents(after).get(keyOf(cell)) === before.get(keyOf(cell));
          if (!isTotal(report, cell)) expect(same, keyOf(cell)).toBe(true);
        }
        for (const { relation, difference } of judge(after))
          if (relation.rule !== 'balance') expect(difference ?? 0).toBe(0);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('空格填 0', () => {
  test.each(GRIDS)('leaves no blank, and all else as it was, in %s', (layout) => {
    fc.assert(
      fc.property(recipes(layout), places, (recipe, at) => {
        const { text } = changed(writeReport(recipe).text, at, '');
        const report = parseReport(text);
        const after = parseReport(done(fillBlanks, text));
        const now = contents(after);
        for (const cell of cellsOf(report)) {
          const fits = report.tables[cell.table]?.rows.find(({ key }) => key === cell.row);
          if (cell.value !== null || fits?.misfit) continue;
          if (cell.flaw === 'words' || isTotal(report, cell)) continue;
          expect(now.get(keyOf(cell)), keyOf(cell)).toBe(0);
        }
        for (const [key, value] of contents(report))
          if (typeof value === 'number') expect(now.get(key), key).toBe(value);
        expect(now.size).toBe(contents(report).size);
      }),
      { numRuns: RUNS },
    );
  });

  test.each(GRIDS)('makes a table with its non-zero terms alone whole, in %s', (layout) => {
    fc.assert(
      fc.property(plain(layout), (recipe) => {
        const { text } = writeReport(recipe);
        const report = parseReport(text);
        const empty = cellsOf(report).filter((cell) => cell.value === 0 || isTotal(report, cell));
        const bare = applyEdits(
          text,
          empty.map(({ span }) => ({ span, newText: '' })),
        );
        const once = done(fillBlanks, bare);
        const filled = contents(parseReport(once));
        expect(done(fillBlanks, once)).toBe(once);
        const all = contents(report);
        for (const [key, value] of filled)
          if (typeof value === 'number') expect(value, key).toBe(all.get(key));
        // where merged cells are left out, nobody can tell which of many blank cells is which column's
        if (layout === 'markdown' || layout === 'lines') expect(filled).toEqual(all);
      }),
      { numRuns: RUNS },
    );
  });

  test.each(TEXT_LAYOUTS)('puts 0 where signs stood in place of it, in %s', (layout) => {
    fc.assert(
      fc.property(recipes(layout), (recipe) => {
        const variations = ['a sign in place of zero', 'blank cells'];
        const report = parseReport(writeReport({ ...recipe, variations }).text);
        const after = parseReport(done(fillBlanks, report.text));
        expect(cellsOf(after).filter(({ value }) => value === null)).toEqual([]);
        expect(contents(after).size).toBe(contents(report).size);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('补齐表格的行列和名称', () => {
  test('touches no figure and puts no row elsewhere', () => {
    fc.assert(
      fc.property(inText, (recipe) => {
        const { text } = writeReport(recipe);
        const report = parseReport(text);
        const after = parseReport(done(fixRows, text));
        const now = contents(after);
        for (const [key, value] of contents(report)) expect(now.get(key), key).toBe(value);
        for (const { key, rows } of Object.values(report.tables)) {
          const had = rows.map((row) => row.key);
          const has = after.tables[key]?.rows.map((row) => row.key) ?? [];
          expect(has.filter((row) => had.includes(row))).toEqual(had);
        }
      }),
      { numRuns: RUNS * 2 },
    );
  });

  test('gives back a row that was lost and a label that was misspelled', () => {
    fc.assert(
      fc.property(fc.constantFrom('tab', 'markdown').chain(plain), (recipe) => {
        const { text } = writeReport(recipe);
        const lost = text.replace(/^.*重复申请.*(?:\r\n|\r|\n)/m, '');
        expect(lost).not.toBe(text);
        const broken = lost.replace('予以公开', '于以公开');
        const after = parseReport(done(fixRows, broken));
        const rows = after.tables.requests?.rows ?? [];
        const { rows: before = [] } = parseReport(text).tables.requests ?? {};
        expect(rows.map(({ key }) => key)).toEqual(before.map(({ key }) => key));
        expect(rows.every(({ label }) => label.match === 'exact')).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });
});

test('where a cell is a line without a mark, blank cells do not change how the others are read', () => {
  const cells = (row: string) => [row, '5', '1', '0', '0', '0', '0', '6'];
  const rows = [
    ...cells('一、本年新收政府信息公开申请数量'),
    ...cells('二、上年结转政府信息公开申请数量'),
    ...cells('（一）予以公开'),
  ];
  const heads = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
  const text = ['三、收到和处理政府信息公开申请情况', ...heads, ...rows].join('\n\n');
  const before = contents(parseReport(text));
  expect(before.size).toBe(21);
  const after = contents(parseReport(done(fixRows, text)));
  for (const [key, value] of before) expect(after.get(key), key).toBe(value);
});

test('a column comes with its head, and the dashes below', () => {
  const table = (head: string, dashes: string, cell: string) =>
    `三、收到和处理政府信息公开申请情况

| （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） |  |  |  |  |  |  |${cell}
| --- | --- | --- | --- | --- | --- | --- |${dashes}
| 行名 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 |${head}
| 一、本年新收政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 |${cell}
| 二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 |${cell}
`;
  const fixed = done(fixRows, table('', '', ''));
  const wide = table(' 总计 |', ' --- |', '  |');
  expect(fixed.slice(0, wide.length)).toBe(wide);
  expect(parseReport(fixed).tables.requests?.rows).toHaveLength(25);
});

describe('从上年报告填入结转', () => {
  test.each(TEXT_LAYOUTS)('carries in what was carried out, and nothing else, in %s', (layout) => {
    fc.assert(
      fc.property(plain(layout), plain('tab'), (recipe, before) => {
        const report = parseReport(writeReport(recipe).text);
        const previous = parseReport(writeReport(before).text);
        const after = parseReport(done(fromLastYear, report.text, { previous }));
        const then = contents(previous);
        for (const [key, value] of contents(report)) {
          const [table, row, column] = key.split(' ');
          const carried = table === 'requests' && row === '2';
          expect(contents(after).get(key)).toBe(carried ? then.get(`requests 4 ${column}`) : value);
        }
      }),
      { numRuns: RUNS },
    );
  });

  test('does nothing without last year', () => {
    const report = parseReport(
      writeReport({ seed: 1, template: '2021', layout: 'tab', variations: [] }).text,
    );
    expect(editsOf(fromLastYear, report)).toEqual([]);
  });
});

test('a text cut off anywhere gets edits that lie apart and in it, and its fields lie in it', () => {
  fc.assert(
    fc.property(inText, fc.nat(), (recipe, cut) => {
      const { text } = writeReport(recipe);
      const report = parseReport(text.slice(0, cut % text.length));
      for (const command of TABLE_COMMANDS)
        expectApart(report.text, editsOf(command, report, { previous: report, layout: 'tab' }));
      for (const { span } of fieldsOf(report)) {
        expect(span.start).toBeLessThanOrEqual(span.end);
        expect(span.end).toBeLessThanOrEqual(report.text.length);
      }
    }),
    { numRuns: RUNS * 3 },
  );
});

test.each(['html', 'markdown-html'])('blanks are filled within %s', async (layout) => {
  for (let seed = 0; seed < 10; seed++) {
    const { text, kind } = writeReport({ seed, template: '2021', layout, variations: [] });
    const format = kind === 'html' ? 'html' : 'text';
    const facts = async (html: string) =>
      contents(parseReport((await sourceOf(html, format)).text));
    const bare = text.replace(
      /(<td[^>]*>(?:\s|<(?:p|span|div|font|strong)\b[^>]*>)*)0(?=\s*<)/gi,
      '$1',
    );
    expect(bare).not.toBe(text);
    const source = await sourceOf(bare, format);
    const edits = originalEdits(source, editsOf(fillBlanks, parseReport(source.text)));
    expect(await facts(applyEdits(bare, edits ?? []))).toEqual(await facts(text));
  }
});

test.each(['html', 'markdown-html'])('totals are fixed within %s', async (layout) => {
  for (let seed = 0; seed < 20; seed++) {
    const { text, kind } = writeReport({ seed, template: '2021', layout, variations: [] });
    const format = kind === 'html' ? 'html' : 'text';
    const broken = text.replace(/(总计(?:(?!总计)[\s\S])*?<td[^>]*>)0(<\/td>)/, '$18$2');
    if (broken === text) continue;
    const source = await sourceOf(broken, format);
    const edits = originalEdits(source, editsOf(recomputeTotals, parseReport(source.text)));
    expect(edits).not.toBeNull();
    const fixed = applyEdits(broken, edits ?? []);
    const after = parseReport((await sourceOf(fixed, format)).text);
    expect(editsOf(recomputeTotals, after)).toEqual([]);
  }
});
