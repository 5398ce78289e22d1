// Words in the cells of a table: where rows have a line, a word takes the place of a figure and shifts
// none of its neighbours; notes of a label stay with it.
import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../features/fields.js';
import { columnsOf, type TableKey } from '../form/formats.js';
import { parseReport } from '../reading/parse.js';
import { factsOf } from '../report/facts.js';
import type { Layout, Report } from '../report/report.js';
import { headingOf, sectionSpec, writeTable } from '../writing/writeTable.js';

const COLUMNS = columnsOf('2021', 'requests', '1').map(({ key }) => key);
const WORDS = ['若干', '见附件', '5或6', '一', '3（含结转1）', '【条数】', '若干（约5）'];

/** Table 三 with these figures in the row 2.重复申请, the others all `rest`. */
function requests(layout: Layout, figures: readonly string[], rest = '0'): string {
  return written('requests', layout, (row, column) =>
    row === ROW ? (figures[COLUMNS.indexOf(column)] ?? '') : rest,
  );
}

function written(
  table: TableKey,
  layout: Layout,
  figure: (row: string, column: string) => string,
): string {
  const fill = ({ row, column }: { row: string; column: string }) => figure(row, column);
  const section = { disclosure: 2, requests: 3, review: 4 }[table];
  const cells = writeTable(table, { template: '2021', layout, eol: '\n', fill });
  return `青禾县云水镇人民政府2023年政府信息公开工作年度报告\n\n${headingOf(sectionSpec(section))}\n\n${cells}\n`;
}

const ROW = '3.5.2';

/** What each column of the row holds, and whether all of it stands on the label's line. */
function rowOf({ text, lines, tables }: Report, key = ROW, table: TableKey = 'requests') {
  const row = tables[table]?.rows.find((row) => row.key === key);
  const cells = [...(row?.cells.values() ?? [])];
  const line = lines.lineAt(row?.label.span.start ?? 0);
  return {
    columns: [...(row?.cells.keys() ?? [])],
    written: cells.map(({ span }) => text.slice(span.start, span.end)),
    inLine: cells.every(({ span }) => lines.lineAt(span.start) === line),
    misfit: row?.misfit,
  };
}

describe.each(['tab', 'markdown', 'pipe'] as const)('in %s a word is a cell', (layout) => {
  it.each(['', '0', '/'])('in any column among %j', (other) => {
    for (const rest of ['0', ''])
      for (const word of WORDS)
        for (const at of COLUMNS.keys()) {
          const figures = COLUMNS.map((_, i) => (i === at ? word : other));
          const report = parseReport(requests(layout, figures, rest));
          const whole = { columns: COLUMNS, written: figures, inLine: true, misfit: null };
          expect(rowOf(report)).toEqual(whole);
          expect(fieldsOf(report)).toHaveLength(175);
        }
  });

  it('in every column of a row', () => {
    const figures = COLUMNS.map(() => '若干');
    expect(rowOf(parseReport(requests(layout, figures))).written).toEqual(figures);
  });

  it.each(['若干', '【件数】'])('in table 二: %s', (word) => {
    const text = written('disclosure', layout, (row) => (row === 'licensing' ? word : '0'));
    expect(rowOf(parseReport(text), 'licensing', 'disclosure').written).toEqual([word]);
  });
});

describe.each(['tab', 'markdown', 'pipe'] as const)('in %s a mark is a cell', (layout) => {
  it.each(['□', '√', '○', '※', '？', '……', '（ ）'])('%s', (mark) => {
    for (const at of COLUMNS.keys()) {
      const figures = COLUMNS.map((_, i) => (i === at ? mark : '5'));
      const report = parseReport(requests(layout, figures));
      expect(rowOf(report).written).toEqual(figures);
      expect(rowOf(report, '3.5.3').written).toEqual(COLUMNS.map(() => '0'));
    }
  });

  it('at the end of a row, above a label without a number', () => {
    const text = written('disclosure', layout, (row) => (row === 'rules' ? '□' : '0'));
    const { disclosure } = factsOf(parseReport(text)).tables;
    expect(disclosure).toMatchObject({
      rules: { issued: null, repealed: null, inForce: null },
      normative: { issued: 0, repealed: 0, inForce: 0 },
    });
  });
});

describe('table 四', () => {
  const BLOCKS = ['行政复议', '未经复议直接起诉', '复议后起诉'];
  const HEADS = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  const KEYS = ['upheld', 'corrected', 'otherResult', 'pending', 'total'];
  const FIGURES = ['1', '2', '0', '0', '3', '0', '1', '0', '3', '4', '6', '0', '0', '0', '6'];
  const SHAPES: Record<string, (cells: readonly string[]) => string[][]> = {
    'in one line': (cells) => [
      BLOCKS.flatMap((block) => [block, '', '', '', '']),
      BLOCKS.flatMap(() => HEADS),
      [...cells],
    ],
    'a name before the figures': (cells) => [
      ['', ...BLOCKS.flatMap((block) => [block, '', '', '', ''])],
      ['类别', ...BLOCKS.flatMap(() => HEADS)],
      ['件数', ...cells],
    ],
    'a row a block': (cells) => [
      ['类别', ...HEADS],
      ...BLOCKS.map((block, i) => [block, ...cells.slice(5 * i, 5 * i + 5)]),
    ],
    'a part a block': (cells) =>
      BLOCKS.flatMap((block, i) => [[block, ''], HEADS, cells.slice(5 * i, 5 * i + 5)]),
  };
  const review = (rows: readonly string[][]) => {
    const lines = rows.map((row) => row.join('\t'));
    const heading = headingOf(sectionSpec(4));
    const text = `青禾县云水镇人民政府2023年政府信息公开工作年度报告\n\n${heading}\n\n${lines.join('\n')}\n`;
    const { review } = factsOf(parseReport(text)).tables;
    return Object.values(review ?? {}).flatMap((block) => KEYS.map((key) => block[key]));
  };

  it.each(Object.entries(SHAPES))(
    '%s: a word or a mark takes the place of one figure',
    (_, rows) => {
      expect(review(rows(FIGURES))).toEqual(FIGURES.map(Number));
      for (const word of ['□', '甲', '若干', '共三项'])
        for (const at of FIGURES.keys()) {
          const read = review(rows(FIGURES.with(at, word)));
          expect(read).toEqual(FIGURES.map((figure, i) => (i === at ? null : Number(figure))));
        }
    },
  );

  it('several of them', () => {
    const rows = SHAPES['in one line']?.(FIGURES.with(0, '□').with(14, '甲')) ?? [];
    expect(review(rows)).toEqual([null, 2, 0, 0, 3, 0, 1, 0, 3, 4, 6, 0, 0, 0, null]);
  });

  it('but a word more than there are heads is none of them', () => {
    const rows = SHAPES['in one line']?.([...FIGURES, '另附说明']) ?? [];
    expect(review(rows)).toEqual(FIGURES.map(Number));
  });
});

describe('words that are no cells', () => {
  const plain = requests('tab', ['1', '0', '0', '0', '0', '0', '1']);
  const figures = ['1', '0', '0', '0', '0', '0', '1'];
  it.each([
    ['a note behind the label', '2.重复申请（同一人）\t'],
    ['a note in a cell of its own', '2.重复申请\t（同一申请人）\t'],
    ['an explanation in a cell of its own', '2.重复申请\t另有说明\t'],
  ])('%s', (_, label) => {
    const text = plain.replace('2.重复申请\t', label);
    expect(text).not.toBe(plain);
    expect(rowOf(parseReport(text))).toMatchObject({ written: figures, misfit: null });
  });

  it('a note in brackets beside too few figures', () => {
    const text = plain.replace('2.重复申请\t1\t', '2.重复申请\t（同一申请人）\t');
    expect(rowOf(parseReport(text)).misfit?.count).toBe(6);
  });

  it('a word in a row that has not all its cells', () => {
    const text = plain.replace('2.重复申请\t1\t0\t0\t', '2.重复申请\t几个\t');
    expect(rowOf(parseReport(text)).misfit?.count).toBe(4);
  });

  it.each(['lines', 'space'] as const)('in %s, which has no marks between cells', (layout) => {
    const report = parseReport(requests(layout, ['几个', '0', '0', '0', '0', '0', '0']));
    expect(rowOf(report).written).not.toContain('几个');
    expect(rowOf(report, '3.5.3').written).toEqual(COLUMNS.map(() => '0'));
  });

  it.each(['lines', 'space'] as const)(
    'but in %s, too, what says that there is no figure is one',
    (layout) => {
      for (const word of [
        '若干',
        '未统计',
        '详见附件',
        '未发生',
        '零',
        '十二件',
        '共5件',
        '5（件）',
        '3（含结转1）',
      ]) {
        const report = parseReport(requests(layout, [word, '0', '0', '0', '0', '0', '0']));
        expect(rowOf(report).written).toEqual([word, '0', '0', '0', '0', '0', '0']);
        expect(rowOf(report, '3.5.3').written).toEqual(COLUMNS.map(() => '0'));
      }
    },
  );

  it('blanks of the next line are none of a row without cells', () => {
    const text = plain.replace('2.重复申请\t1\t0\t0\t0\t0\t0\t1', '2.重复申请');
    expect(text).not.toBe(plain);
    expect(rowOf(parseReport(text))).toMatchObject({ columns: [], misfit: null });
    expect(fieldsOf(parseReport(text))).toHaveLength(168);
  });
});
