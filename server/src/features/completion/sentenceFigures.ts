// The tables' figures as running text tells them: places to fill in that show what the table says.

import {
  type ColumnKey,
  columnsOf,
  OUTCOME,
  partsOf,
  ROW,
  type RowKey,
  type TableKey,
  TOTAL,
  tableOf,
} from '../../form/formats.js';
import { culpritsOf } from '../../judging/faults.js';
import { cellAt, templateInForce } from '../../judging/relations.js';
import { sumOf } from '../../judging/sums.js';
import type { Report } from '../../report/report.js';
import { blank, joined, type Snippet, type Stop, snippet, stop } from './snippet.js';

/** A cell's figure; null where it is blank, unreadable, missing or known to be wrong. */
export function figureOf(report: Report, table: TableKey, row: RowKey, column: ColumnKey = TOTAL) {
  const cell = cellAt(report, table, { row, column });
  const isWrong = culpritsOf(report, table).some((culprit) => culprit.cell === cell);
  return isWrong ? null : (cell?.value ?? null);
}

/** A figure to fill in. Unknown is not zero: then a blank stands there. */
export function counted(figure: number | null): Stop {
  return figure === null ? blank('件数') : stop(String(figure));
}

/** 2023年, or 本年度 where no year is known. */
export function yearOf({ year }: Report): string {
  return year === null ? '本年度' : `${year}年`;
}

/** What the table of 三 says in one sentence. */
export function requestsSentence(report: Report): Snippet {
  const [received, carried, done, open] = [
    ROW.received,
    ROW.carriedIn,
    ROW.finished,
    ROW.carriedOut,
  ].map((row) => figureOf(report, 'requests', row)) as [
    number | null,
    number | null,
    number | null,
    number | null,
  ];
  if (received === 0 && carried === 0)
    return snippet`${yearOf(report)}未收到政府信息公开申请，没有上年结转的申请。`;
  return snippet`${yearOf(report)}新收政府信息公开申请${counted(received)}件，上年结转${counted(carried)}件；办结${counted(done)}件${outcomes(report, done)}，结转下年度继续办理${counted(open)}件。`;
}

/** The outcomes that there were, where they add up to what was done. */
function outcomes(report: Report, done: number | null): Snippet {
  const table = tableOf(templateInForce(report), 'requests');
  const sums = partsOf(table, OUTCOME).map(({ label, rows }) => ({
    label,
    sum: sumOf(rows.map((row) => figureOf(report, 'requests', row.key))),
  }));
  const total = sumOf(sums.map(({ sum }) => sum));
  if (!done || total !== done) return [];
  const parts = sums.filter(({ sum }) => sum !== 0);
  return snippet`（${joined(
    parts.map(({ label, sum }) => snippet`${label}${counted(sum)}件`),
    '、',
  )}）`;
}

/** What the table of 二 says in one sentence. */
export function disclosureSentence(report: Report): Snippet {
  const of = (row: RowKey, column: string) => counted(figureOf(report, 'disclosure', row, column));
  const decided = snippet`作出行政许可处理决定${of('licensing', 'decisions')}件、行政处罚处理决定${of('penalties', 'decisions')}件、行政强制处理决定${of('coercion', 'decisions')}件。`;
  // what the form counts is told in its words: of another form these sentences know nothing
  const columns = columnsOf(templateInForce(report), 'disclosure', 'normative');
  if (columns.some(({ key }) => key === 'made'))
    return snippet`${yearOf(report)}新制作规范性文件${of('normative', 'made')}件，新公开${of('normative', 'published')}件，对外公开总数量${of('normative', 'public')}件；${decided}`;
  return snippet`${yearOf(report)}制发行政规范性文件${of('normative', 'issued')}件，废止${of('normative', 'repealed')}件，现行有效${of('normative', 'inForce')}件；${decided}`;
}

/** What the table of 四 says in one sentence. */
export function reviewSentence(report: Report): Snippet {
  const table = tableOf(templateInForce(report), 'review');
  const parts = partsOf(table).map(({ label, rows }) => ({
    label,
    of: (column: string) => sumOf(rows.map(({ key }) => figureOf(report, 'review', key, column))),
  }));
  if (parts.every(({ of }) => of(TOTAL) === 0))
    return [
      `${yearOf(report)}未发生因政府信息公开引起的${parts.map(({ label }) => label).join('、')}。`,
    ];
  const results = table.blocks.flatMap(({ columns }) => columns).filter(({ total }) => !total);
  const told = parts.map(({ label, of }): Snippet => {
    const total = of(TOTAL);
    if (total === 0) return [`未发生因政府信息公开引起的${label}`];
    const known = results.map((result) => ({ result, sum: of(result.key) }));
    const adds = total !== null && sumOf(known.map(({ sum }) => sum)) === total;
    const cases = known
      .filter(({ sum }) => sum !== 0)
      .map(({ result, sum }) => snippet`${result.label}${counted(sum)}件`);
    return snippet`因政府信息公开引起的${label}${counted(total)}件${adds ? snippet`（${joined(cases, '、')}）` : ''}`;
  });
  return snippet`${yearOf(report)}${joined(told, '；')}。`;
}
