// R6, R7: rules in force against those issued and repealed, this year and from last year on.

import type { Finding } from '../../findings/finding.js';
import { cellName, rowName } from '../../form/names.js';
import { cellAt } from '../../judging/relations.js';
import type { Cell, Report } from '../../report/report.js';
import { example } from '../examples.js';
import { replaceFigure } from '../fixes.js';
import type { Rule, RuleContext } from '../rule.js';

const ROWS = ['rules', 'normative'] as const;

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
  *check(report, context) {
    for (const row of ROWS) {
      const cells = cellsOf(report, row);
      if (!cells) continue;
      const finding = tooFew(cells) ?? changed(cells, row, context);
      if (finding) yield finding;
    }
  },
};

interface Cells {
  readonly issued: Cell & { readonly value: number };
  readonly repealed: Cell & { readonly value: number };
  readonly inForce: Cell & { readonly value: number };
}

/** The three figures of a row, all plain numbers; otherwise nothing can be said. */
function cellsOf(report: Report, row: string): Cells | null {
  const cell = (column: string) => {
    const found = cellAt(report, 'disclosure', { row, column });
    return found && found.value !== null && !found.flaw ? (found as Cells['issued']) : null;
  };
  const [issued, repealed, held] = [cell('issued'), cell('repealed'), cell('inForce')];
  return issued && repealed && held ? { issued, repealed, inForce: held } : null;
}

function tooFew({ issued, repealed, inForce: held }: Cells): Finding | null {
  const least = issued.value - repealed.value;
  if (held.value >= least) return null;
  return {
    span: held.span,
    message: `${cellName('disclosure', held)}是 ${held.value}，少于本年制发 ${issued.value} − 本年废止 ${repealed.value} = ${least}。本年制发、没有废止的都现行有效，请核对。`,
    at: { table: 'disclosure', row: held.row, column: held.column },
    related: related([issued, repealed]),
    fixes: [replaceFigure(held, least, `改为 ${least}`)],
  };
}

function changed(
  { issued, repealed, inForce: held }: Cells,
  row: string,
  { previous, previousPath }: RuleContext,
): Finding | null {
  const before = previous && cellsOf(previous, row)?.inForce;
  if (!before) return null;
  const expected = before.value + issued.value - repealed.value;
  if (held.value === expected || expected < 0) return null;
  return {
    span: held.span,
    message: `${cellName('disclosure', held)}是 ${held.value}，按上年报告应为 ${expected} = 上年现行有效 ${before.value} + 本年制发 ${issued.value} − 本年废止 ${repealed.value}。请核对文件清单；有自动失效、划转等情况的可以不改。`,
    at: { table: 'disclosure', row: held.row, column: held.column },
    related: [
      {
        message: `上年报告“${rowName('disclosure', row)}”的“现行有效件数”：${before.value}`,
        span: before.span,
        ...(previousPath === undefined ? {} : { path: previousPath }),
      },
      ...related([issued, repealed]),
    ],
    fixes: [replaceFigure(held, expected, `改为 ${expected}`)],
  };
}

function related(cells: readonly Cell[]) {
  return cells.map((cell) => ({
    message: `${cellName('disclosure', cell)}：${cell.value}`,
    span: cell.span,
  }));
}
