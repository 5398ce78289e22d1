// Rows lost from a table and put in again: each comes back under its own caption or group head, in the
// form's order, and no figure moves. Every row, and every two of a block or group, in every layout.
import { describe, expect, test } from 'vitest';
import { fixRows } from '../../server/src/features/tables/fixRows.js';
import {
  type CellKey,
  printed,
  type RowKey,
  type RowSpec,
  rowsOf,
  type TableKey,
  type TemplateId,
  tableOf,
} from '../../server/src/form/formats.js';
import { parseReport } from '../../server/src/reading/parse.js';
import type { Layout, Report } from '../../server/src/report/report.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { insertRows } from '../../server/src/writing/insertRows.js';
import { inOrder, missingRows } from '../../server/src/writing/missingRows.js';
import { headingOf, sectionSpec, writeTable } from '../../server/src/writing/writeTable.js';
import { swap } from '../support/swap.js';

const LAYOUTS = ['tab', 'markdown', 'pipe', 'lines', 'space'] as const satisfies Layout[];
/** The layouts whose rows are lines of cells: here each lost row must be offered. */
const GRIDS: readonly Layout[] = ['tab', 'markdown', 'pipe'];

interface Form {
  readonly template: TemplateId;
  readonly key: 'disclosure' | 'requests';
  readonly layout: Layout;
}

const FORMS = (['2019', '2021'] as const).flatMap((template) =>
  (['disclosure', 'requests'] as const).flatMap((key) =>
    LAYOUTS.map((layout): Form => ({ template, key, layout })),
  ),
);

/** A report of one table, whose figures all differ. */
function written({ template, key, layout }: Form, only?: readonly RowKey[]): string {
  const figures = new Map<string, string>();
  for (const row of rowsOf(tableOf(template, key)))
    for (const column of columnsOfRow(template, key, row.key))
      figures.set(`${row.key} ${column}`, String(figures.size + 1));
  const fill = ({ row, column }: CellKey) => figures.get(`${row} ${column}`) as string;
  const table = writeTable(key, { template, layout, eol: '\n', fill, ...(only && { only }) });
  const title = `青禾县云水镇人民政府${template === '2019' ? 2020 : 2023}年政府信息公开工作年度报告`;
  return `${title}\n\n${headingOf(sectionSpec(key === 'disclosure' ? 2 : 3))}\n\n${table}\n`;
}

function columnsOfRow(template: TemplateId, key: TableKey, row: RowKey) {
  const block = tableOf(template, key).blocks.find(({ rows }) =>
    rows.some((one) => one.key === row),
  );
  return block?.columns.map((column) => column.key) ?? [];
}

/** Each row alone, and each two that stand in one block or group. */
function losses({ template, key }: Form): RowSpec[][] {
  const { blocks } = tableOf(template, key);
  const rows = blocks.flatMap((block) => block.rows);
  const placeOf = (row: RowSpec) =>
    row.groups?.join() ?? String(blocks.findIndex((block) => block.rows.includes(row)));
  const pairs = rows.flatMap((a, i) =>
    rows.slice(i + 1).flatMap((b) => (placeOf(a) === placeOf(b) ? [[a, b]] : [])),
  );
  return [...rows.map((row) => [row]), ...pairs];
}

/** Rows cut out of the text with all that stands on their lines. */
function cut(text: string, lost: readonly RowSpec[], layout: Layout): string {
  const gap = layout === 'lines' ? '\n\n' : '\n';
  const isLost = (part: string) => lost.some((row) => part.split(/[\s|]/).includes(printed(row)));
  const parts = text.split(gap);
  const kept = parts.filter((part) => !isLost(part));
  expect(kept).toHaveLength(parts.length - lost.length);
  return kept.join(gap);
}

const figures = ({ tables }: Report) =>
  Object.values(tables).flatMap(({ rows }) =>
    rows.flatMap(({ cells }) =>
      [...cells.values()].map(({ row, column, value }) => `${row} ${column} ${value}`),
    ),
  );

const labels = (report: Report, key: TableKey) =>
  inOrder(report.tables[key] as NonNullable<Report['tables'][TableKey]>).map(
    ({ key: label }) => label,
  );

/** Makes each fix that is offered, and the command; says whether all rows came back. */
function expectFixed(
  form: Form,
  text: string,
  lost: readonly RowSpec[],
  complete = written(form),
): boolean {
  const { key } = form;
  const whole = parseReport(complete);
  const report = parseReport(text);
  const table = report.tables[key];
  if (!table) throw new Error('no table');
  const expectKept = (after: Report) =>
    expect(figures(after)).toEqual(expect.arrayContaining(figures(report)));
  const runs = missingRows(report, table);
  expect(runs.flatMap(({ rows }) => rows.map((row) => row.key))).toEqual(
    lost.map((row) => row.key),
  );
  const fixes = runs.flatMap((run) => insertRows(report, table, run) ?? []);
  for (const fix of fixes) expectKept(parseReport(applyEdits(text, [fix])));
  if (fixes.length < runs.length) return false;
  for (const edits of [fixes, fixRows.edits(report, table, {})]) {
    const after = parseReport(applyEdits(text, edits));
    expectKept(after);
    expect(labels(after, key), applyEdits(text, edits)).toEqual(labels(whole, key));
    const rows = after.tables[key]?.rows ?? [];
    for (const row of lost) {
      const cells = rows.find((one) => one.key === row.key)?.cells ?? new Map();
      expect([...cells.values()].filter(({ value }) => value !== null)).toEqual([]);
    }
  }
  return true;
}

describe.each(FORMS)('$key of $template in $layout', (form) => {
  test('lost with their lines', () => {
    for (const lost of losses(form)) {
      const isOffered = expectFixed(form, cut(written(form), lost, form.layout), lost);
      if (GRIDS.includes(form.layout)) expect(isOffered, lost.map(printed).join()).toBe(true);
    }
  });

  test('lost from under merged heads, which go to the next row', () => {
    const all = rowsOf(tableOf(form.template, form.key));
    for (const lost of losses(form)) {
      const kept = all.filter((row) => !lost.includes(row)).map(({ key }) => key);
      const isOffered = expectFixed(form, written(form, kept), lost);
      if (GRIDS.includes(form.layout)) expect(isOffered, lost.map(printed).join()).toBe(true);
    }
  });
});

/** A table of tabs that has the heads of groups on every line. */
function repeated(text: string): string {
  let [outer, inner] = ['', ''];
  return text.replace(
    /^(三[^\t\n]*)?\t(（[^\t\n]*)?\t([1-8]\..*|\t?\d.*)$/gm,
    (_, first, second, rest) => {
      outer = first ?? outer;
      inner = second ?? inner;
      return `${outer}\t${inner}\t${rest}`;
    },
  );
}

test.each(['2019', '2021'] as const)('lost where each line has its heads, in %s', (template) => {
  const form: Form = { template, key: 'requests', layout: 'tab' };
  const whole = repeated(written(form));
  expect(whole.match(/^三、本年度办理结果\t/gm)?.length).toBe(template === '2019' ? 20 : 22);
  for (const lost of losses(form)) {
    const isOffered = expectFixed(form, cut(whole, lost, 'tab'), lost, whole);
    expect(isOffered, lost.map(printed).join()).toBe(true);
  }
});

describe('where there is no sure place, nothing is offered', () => {
  const form: Form = { template: '2021', key: 'disclosure', layout: 'tab' };
  const lost = (row: RowKey) => {
    const all = rowsOf(tableOf('2021', 'disclosure'));
    return cut(
      written(form),
      all.filter(({ key }) => key === row),
      'tab',
    );
  };
  const offered = (text: string) => {
    const report = parseReport(text);
    const { disclosure } = report.tables;
    if (!disclosure) throw new Error('no table');
    const runs = missingRows(report, disclosure);
    return runs.map((run) => insertRows(report, disclosure, run)?.newText ?? null);
  };
  const HEADS = '\n信息内容\t本年处理决定数量\t\t';

  test.each([['a block without column heads', swap(lost('licensing'), `${HEADS}\n`, '\n')]])(
    '%s',
    (_, text) => {
      expect(offered(text)).toEqual([null]);
    },
  );

  test('with them it is', () => {
    expect(offered(lost('licensing'))).toEqual(['\n行政许可\t']);
  });
});
