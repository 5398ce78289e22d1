// The tables' figures as running text tells them: places to fill in that show what the table says.

import { type RowKey, rowsOf, type TableKey, tableOf } from '../../form/formats.js';
import { culpritsOf } from '../../judging/faults.js';
import { cellAt, templateInForce } from '../../judging/relations.js';
import type { Report } from '../../report/report.js';
import { blank, joined, type Snippet, type Stop, snippet, stop } from './snippet.js';

/** A cell's figure; null where it is blank, unreadable, missing or known to be wrong. */
export function figureOf(report: Report, table: TableKey, row: RowKey, column = 'total') {
  const cell = cellAt(report, table, { row, column });
  const isWrong = culpritsOf(report, table).some((culprit) => culprit.cell === cell);
  return isWrong ? null : (cell?.value ?? null);
}

/** The sum of known figures; null if one is unknown. */
function sumOf(figures: readonly (number | null)[]): number | null {
  return figures.reduce<number | null>(
    (sum, figure) => (sum === null || figure === null ? null : sum + figure),
    0,
  );
}

/** A figure to fill in. Unknown is not zero: then a blank stands there. */
export function counted(figure: number | null): Stop {
  return figure === null ? blank('件数') : stop(String(figure));
}

/** 2023年, or 本年度 where no year is known. */
export function yearOf({ year }: Report): string {
  return year === null ? '本年度' : `${year}年`;
}

const OUTCOMES: Readonly<Record<string, string>> = {
  '3.1': '予以公开',
  '3.2': '部分公开',
  '3.3': '不予公开',
  '3.4': '无法提供',
  '3.5': '不予处理',
  '3.6': '其他处理',
};

/** What the table of 三 says in one sentence. */
export function requestsSentence(report: Report): Snippet {
  const [received, carried, done, open] = ['1', '2', '3.7', '4'].map((row) =>
    figureOf(report, 'requests', row),
  ) as [number | null, number | null, number | null, number | null];
  if (received === 0 && carried === 0)
    return snippet`${yearOf(report)}未收到政府信息公开申请，没有上年结转的申请。`;
  return snippet`${yearOf(report)}新收政府信息公开申请${counted(received)}件，上年结转${counted(carried)}件；办结${counted(done)}件${outcomes(report, done)}，结转下年度继续办理${counted(open)}件。`;
}

/** The outcomes that there were, where they add up to what was done. */
function outcomes(report: Report, done: number | null): Snippet {
  const rows = rowsOf(tableOf(templateInForce(report), 'requests'));
  const sums = Object.entries(OUTCOMES).map(([key, name]) => {
    const leaves = rows.filter((row) => row.key === key || row.key.startsWith(`${key}.`));
    return { name, sum: sumOf(leaves.map((row) => figureOf(report, 'requests', row.key))) };
  });
  const total = sumOf(sums.map(({ sum }) => sum));
  if (!done || total !== done) return [];
  const parts = sums.filter(({ sum }) => sum !== 0);
  return snippet`（${joined(
    parts.map(({ name, sum }) => snippet`${name}${counted(sum)}件`),
    '、',
  )}）`;
}

/** What the table of 二 says in one sentence. */
export function disclosureSentence(report: Report): Snippet {
  const of = (row: RowKey, column: string) => counted(figureOf(report, 'disclosure', row, column));
  const decided = snippet`作出行政许可处理决定${of('licensing', 'decisions')}件、行政处罚处理决定${of('penalties', 'decisions')}件、行政强制处理决定${of('coercion', 'decisions')}件。`;
  if (templateInForce(report) === '2019')
    return snippet`${yearOf(report)}新制作规范性文件${of('normative', 'made')}件，新公开${of('normative', 'published')}件，对外公开总数量${of('normative', 'public')}件；${decided}`;
  return snippet`${yearOf(report)}制发行政规范性文件${of('normative', 'issued')}件，废止${of('normative', 'repealed')}件，现行有效${of('normative', 'inForce')}件；${decided}`;
}

const RESULTS: Readonly<Record<string, string>> = {
  upheld: '结果维持',
  corrected: '结果纠正',
  otherResult: '其他结果',
  pending: '尚未审结',
};

/** What the table of 四 says in one sentence. */
export function reviewSentence(report: Report): Snippet {
  const column = (blocks: readonly RowKey[]) => (key: string) =>
    sumOf(blocks.map((block) => figureOf(report, 'review', block, key)));
  const part = (name: string, of: (column: string) => number | null): Snippet => {
    const total = of('total');
    if (total === 0) return [`未发生因政府信息公开引起的${name}`];
    const known = Object.entries(RESULTS).map(([key, result]) => ({ result, sum: of(key) }));
    const adds = total !== null && sumOf(known.map(({ sum }) => sum)) === total;
    const results = known
      .filter(({ sum }) => sum !== 0)
      .map(({ result, sum }) => snippet`${result}${counted(sum)}件`);
    return snippet`因政府信息公开引起的${name}${counted(total)}件${adds ? snippet`（${joined(results, '、')}）` : ''}`;
  };
  const review = column(['reconsideration']);
  const suits = column(['direct', 'afterReview']);
  if (review('total') === 0 && suits('total') === 0)
    return [`${yearOf(report)}未发生因政府信息公开引起的行政复议、行政诉讼。`];
  return snippet`${yearOf(report)}${part('行政复议', review)}；${part('行政诉讼', suits)}。`;
}
