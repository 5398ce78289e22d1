// Short report texts for the documentation of rules: official tables with the rows that matter.

import type { CellKey, RowKey, TableKey, TemplateId } from '../form/formats.js';
import { CURRENT, columnsOf, rowsOf, SECTIONS, tableOf } from '../form/formats.js';
import type { Layout } from '../report/report.js';
import { headingOf, writeTable } from '../writing/writeTable.js';

/** Figures of a row by spaces, in the order of the columns: `5 1 0 0 0 0 6`. `_` is a blank cell. */
export type RowFigures = Readonly<Record<RowKey, string>>;

/** What stands in the cells of a table whose rows hold such figures; 0 where none is given. */
export function filledWith(table: TableKey, rows: Partial<RowFigures>, template: TemplateId) {
  return ({ row, column }: CellKey): string => {
    const at = columnsOf(template, table, row).findIndex(({ key }) => key === column);
    const figure = rows[row]?.split(' ')[at] ?? '0';
    return figure === '_' ? '' : figure;
  };
}

/** A section with its table, as Markdown unless told otherwise; rows that are not named are left out. */
export function example(
  table: TableKey,
  rows: RowFigures,
  template: TemplateId = CURRENT.id,
  layout: Layout = 'markdown',
): string {
  const fill = filledWith(table, rows, template);
  const only = Object.keys(rows);
  const section = SECTIONS.find((spec) => spec.table === table);
  const text = writeTable(table, { template, layout, eol: '\n', fill, only });
  return `${section ? headingOf(section) : ''}\n\n${text}\n`;
}

/** A report whose section of this number holds these words and nothing else; null leaves it out. */
export function withSection(number: number, words: string | null): string {
  const report = wholeReport();
  const [own, next] = [number, number + 1].map((n) => {
    const spec = SECTIONS.find((one) => one.number === n);
    return spec ? report.indexOf(headingOf(spec)) : report.length;
  }) as [number, number];
  const heading = report.slice(own, report.indexOf('\n', own));
  const section = words === null ? '' : `${heading}\n\n${words}\n\n`;
  return report.slice(0, own) + section + report.slice(next);
}

/** Section 一 of `wholeReport`, but for the year before it. */
const OVERVIEW = '我镇依法做好政府信息公开工作。';

/** All six sections of a report in the format of 2021, each with a line of text or its table. */
export function wholeReport(changes: Readonly<Record<string, string>> = {}, year = 2023): string {
  const text: Readonly<Record<number, string>> = {
    1: `${year}年，${OVERVIEW}`,
    5: '存在的问题：解读形式不够丰富。改进措施：下一步将增加图解和问答。',
    6: `${year}年未收取政府信息公开信息处理费。`,
  };
  const parts = SECTIONS.map((spec) => {
    const body = spec.table
      ? writeTable(spec.table, { template: CURRENT.id, layout: 'tab', eol: '\n', fill: () => '0' })
      : text[spec.number];
    return `${headingOf(spec)}\n\n${body}\n`;
  });
  let report = `青禾县云水镇人民政府${year}年政府信息公开工作年度报告\n\n${parts.join('\n')}`;
  for (const [from, to] of Object.entries(changes)) report = report.replace(from, to);
  return report;
}

/** A whole report with these lines as section 一. */
export function overview(...lines: string[]): string {
  return wholeReport({ [`2023年，${OVERVIEW}`]: lines.join('\n') });
}

/** A whole report whose section 一 says, behind 2023年，, these words and a full stop. */
export function saying(words: string, end = '。'): string {
  return wholeReport({ [OVERVIEW]: words + end });
}

/** All rows of a table with zeros, to be told apart by those that are named after them. */
export function zeros(table: TableKey, template: TemplateId = CURRENT.id): RowFigures {
  const rows = rowsOf(tableOf(template, table)).map(({ key }) => [
    key,
    columnsOf(template, table, key)
      .map(() => '0')
      .join(' '),
  ]);
  return Object.fromEntries(rows);
}
