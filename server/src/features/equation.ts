// An official relation with a report's own figures in it: 14 + 0 = 14 + 0 ✓.

import type { CellKey, RelationRule } from '../form/formats.js';
import { cellAt, type Judgement } from '../judging/relations.js';
import type { Report } from '../report/report.js';

const NAMES: Readonly<Record<RelationRule, string>> = {
  'row-total': '各类申请人相加 = 总计',
  'outcome-total': '（一）至（六）各项相加 = （七）总计',
  balance: '一 + 二 = 三（七）+ 四',
  'review-total': '各种结果相加 = 总计',
};

/** What the relation is, its figures, and whether it holds. */
export function equationOf(report: Report, { relation, difference }: Judgement): string {
  const { rule, table, left, right } = relation;
  const name = NAMES[rule];
  if (difference === null) return `${name}：有空白或读不出的数，无法核对`;
  const figures = (keys: readonly CellKey[]) =>
    keys.map((key) => cellAt(report, table, key)?.value ?? 0);
  const [first, second] = rule === 'balance' ? [left, right] : [right, left];
  const sides = [sum(figures(first)), difference === 0 ? '=' : '≠', sum(figures(second))];
  const verdict = difference === 0 ? '✓' : `✗ 相差 ${Math.abs(difference)}`;
  return `${name}：${sides.join(' ')} ${verdict}`;
}

/** Long sums without their zeros. */
function sum(figures: readonly number[]): string {
  const shown = figures.length > 2 ? figures.filter((figure) => figure !== 0) : figures;
  return shown.join(' + ') || '0';
}
