// R6, R7: rules in force against those issued and repealed, this year and from last year on.

import type { Finding } from '../../findings/finding.js';
import { cellName } from '../../judging/names.js';
import { type SureCell, type YearCells, yearRelations } from '../../judging/overYears.js';
import type { Report } from '../../report/report.js';
import { example } from '../examples.js';
import { replaceFigure } from '../fixes.js';
import type { Rule } from '../rule.js';

export const inForce: Rule = {
  id: 'in-force',
  severity: 'info',
  docs: () => ({
    title: '现行有效件数对不上',
    english: 'Wrong number of documents in force',
    what: '规章、行政规范性文件：现行有效件数少于本年制发减本年废止；有上年报告时，不等于上年现行有效 + 本年制发 − 本年废止。',
    why: '本年制发、没有废止的都还有效；上年有效的，减去废止的，加上新制发的，就是今年有效的。',
    how: '核对文件清单。有效期届满自动失效、机构改革划转等也会使数字不等，属实可以不改。',
    invalid: [
      {
        note: '制发 8 件，废止 0 件，现行有效却只有 5 件',
        text: example('disclosure', { rules: '0 0 0', normative: '8 0 5' }),
      },
      {
        note: '上年 20 件，加 3 减 1 应为 22 件',
        text: example('disclosure', { rules: '0 0 0', normative: '3 1 25' }),
        previous: example('disclosure', { rules: '0 0 0', normative: '4 2 20' }),
      },
    ],
    valid: [
      {
        note: '现行有效多于本年制发',
        text: example('disclosure', { rules: '0 0 0', normative: '8 0 30' }),
      },
      {
        note: '上年 20 件，加 3 减 1，是 22 件',
        text: example('disclosure', { rules: '0 0 0', normative: '3 1 22' }),
        previous: example('disclosure', { rules: '0 0 0', normative: '4 2 20' }),
      },
      {
        note: '上年是 2019 年格式，没有现行有效件数',
        text: example('disclosure', { rules: '0 0 0', normative: '3 1 25' }),
        previous: example('disclosure', { rules: '0 0 0', normative: '4 4 20' }, '2019'),
      },
    ],
  }),
  *check(report, { previous, previousPath }) {
    const reported = new Set<string>();
    for (const bound of yearRelations(report, 'in-force', previous)) {
      const { row } = bound.cell;
      if (reported.has(row)) continue;
      const finding = bound.relation.atLeast
        ? tooFew(report, bound)
        : changed(report, bound, previous, previousPath);
      if (!finding) continue;
      reported.add(row);
      yield finding;
    }
  },
};

/** R7: fewer in force than are left of this year's alone. */
function tooFew(report: Report, { cell, plus, minus }: YearCells): Finding | null {
  const [issued, repealed] = [plus[0], minus[0]] as [SureCell, SureCell];
  const least = issued.value - repealed.value;
  if (cell.value >= least) return null;
  return {
    span: cell.span,
    message: `${cellName(report, cell.table, cell)}是 ${cell.value}，少于本年制发 ${issued.value} − 本年废止 ${repealed.value} = ${least}。本年制发、没有废止的都现行有效，请核对。`,
    at: { table: cell.table, row: cell.row, column: cell.column },
    related: related(report, [issued, repealed]),
    fixes: [replaceFigure(cell, least, `改为 ${least}`)],
  };
}

/** R6: not what was in force last year with this year's changes. */
function changed(
  report: Report,
  { cell, before: [before], plus, minus }: YearCells,
  previous: Report | undefined,
  path: string | undefined,
): Finding | null {
  const [issued, repealed] = [plus[0], minus[0]] as [SureCell, SureCell];
  if (!before || !previous) return null;
  const expected = before.value + issued.value - repealed.value;
  if (cell.value === expected || expected < 0) return null;
  return {
    span: cell.span,
    message: `${cellName(report, cell.table, cell)}是 ${cell.value}，按上年报告应为 ${expected} = 上年现行有效 ${before.value} + 本年制发 ${issued.value} − 本年废止 ${repealed.value}。请核对文件清单；有自动失效、划转等情况的可以不改。`,
    at: { table: cell.table, row: cell.row, column: cell.column },
    related: [
      {
        message: `上年报告${cellName(previous, before.table, before)}：${before.value}`,
        span: before.span,
        ...(path === undefined ? {} : { path }),
      },
      ...related(report, [issued, repealed]),
    ],
    fixes: [replaceFigure(cell, expected, `改为 ${expected}`)],
  };
}

function related(report: Report, cells: readonly SureCell[]) {
  return cells.map((cell) => ({
    message: `${cellName(report, cell.table, cell)}：${cell.value}`,
    span: cell.span,
  }));
}
