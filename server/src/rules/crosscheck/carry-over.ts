// R5: what last year's report carried out is what this year's carries in, column by column.

import type { Finding, Related } from '../../findings/finding.js';
import { columnName, rowName } from '../../form/names.js';
import { cellAt } from '../../judging/relations.js';
import { isSound } from '../../judging/statementCells.js';
import type { Cell, Report, Row } from '../../report/report.js';
import type { TextEdit } from '../../text/edit.js';
import { carriedIn } from '../../writing/carriedIn.js';
import { example } from '../examples.js';
import type { Rule, RuleContext } from '../rule.js';

const lastYear = () => example('requests', { '4': '3 1 0 0 0 0 4' });

export const carryOver: Rule = {
  id: 'carry-over',
  severity: 'warning',
  docs: () => ({
    title: '上年结转与上年报告不一致',
    english: 'Carried-over applications differing from last year’s report',
    what: '表三“二、上年结转政府信息公开申请数量”与上年报告“四、结转下年度继续办理”逐列比较，有一列不同就提示，并写明是哪几列。',
    why: '上年没有办完、结转到下年度的申请，就是今年的上年结转，每一列都应相同。',
    how: '对照上年报告和台账。快速修复按上年报告填写这一行。机构改革、职能划转造成的差异可以不改，建议在第六部分说明。',
    invalid: [
      {
        note: '上年结转出 4 件，今年写 2 件',
        text: example('requests', { '2': '2 0 0 0 0 0 2' }),
        previous: lastYear(),
      },
    ],
    valid: [
      {
        note: '各列相同',
        text: example('requests', { '2': '3 1 0 0 0 0 4' }),
        previous: lastYear(),
      },
      { note: '没有上年报告', text: example('requests', { '2': '2 0 0 0 0 0 2' }) },
      {
        note: '这一行自己加不起来，先改好再比',
        text: example('requests', { '2': '2 0 0 0 0 0 3' }),
        previous: lastYear(),
      },
    ],
  }),
  *check(report, context) {
    const finding = compare(report, context);
    if (finding) yield finding;
  },
};

interface Difference {
  readonly now: Cell;
  readonly then: Cell;
}

function compare(report: Report, { previous, previousPath }: RuleContext): Finding | null {
  const row = rowOf(report, '2');
  const past = previous && rowOf(previous, '4');
  if (!row || !past) return null;
  const differences: Difference[] = [];
  for (const [column, now] of row.cells) {
    const then = past.cells.get(column);
    if (!then || now.value === null || then.value === null || now.value === then.value) continue;
    differences.push({ now, then });
  }
  if (differences.length === 0 || !areSound(report, '2') || !areSound(previous, '4')) return null;
  return tell(row, differences, carriedIn(report, previous), previousPath);
}

function rowOf({ tables }: Report, key: string): Row | undefined {
  return tables.requests?.rows.find((row) => row.key === key);
}

function areSound(report: Report, row: string): boolean {
  const columns = [...(rowOf(report, row)?.cells.keys() ?? [])];
  const given = columns.filter((column) => {
    const cell = cellAt(report, 'requests', { row, column });
    return cell !== undefined && cell.value !== null;
  });
  return isSound(
    report,
    'requests',
    given.map((column) => ({ plus: [{ row, column }] })),
  );
}

function tell(
  row: Row,
  differences: readonly Difference[],
  edits: readonly TextEdit[],
  path: string | undefined,
): Finding {
  const [first] = differences as [Difference];
  // 总计 sums up the rest: it is where the eye goes
  const { now } = differences.find((difference) => difference.now.column === 'total') ?? first;
  const columns = differences
    .map(
      (one) => `“${columnName('requests', one.now)}”本年 ${one.now.value}、上年 ${one.then.value}`,
    )
    .join('，');
  const related: Related[] = differences.map(({ then }) => ({
    message: `上年报告“${rowName('requests', '4')}”的“${columnName('requests', then)}”：${then.value}`,
    span: then.span,
    ...(path === undefined ? {} : { path }),
  }));
  return {
    span: now.span,
    message: `“${rowName('requests', '2')}”与上年报告的“${rowName('requests', '4')}”不一致：${columns}。上年结转下来的应与上年报告相同，请核对；因机构改革等不同的可以不改。`,
    at: { table: 'requests', row: row.key, column: now.column },
    related,
    fixes: [
      {
        title: '按上年报告填写这一行',
        safe: false,
        edits,
      },
    ],
  };
}
