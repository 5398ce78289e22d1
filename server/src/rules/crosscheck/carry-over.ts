// R5: what last year's report carried out is what this year's carries in, column by column.

import type { Finding, Related } from '../../findings/finding.js';
import { TOTAL } from '../../form/formats.js';
import { carriedOver } from '../../judging/carriedOver.js';
import { columnName, rowName } from '../../judging/names.js';
import type { CarriedCell } from '../../judging/overYears.js';
import type { Report } from '../../report/report.js';
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
    what: '表三“二、上年结转政府信息公开申请数量”与上年报告“四、结转下年度继续办理”逐列比较，有一列不同就提示，并写明是哪几列。上年报告有几份、数字又不一样的，不比。',
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

function compare(report: Report, { previous, previousPath }: RuleContext): Finding | null {
  if (!previous) return null;
  const carried = carriedOver(report, previous);
  if (carried.state !== 'broken') return null;
  return reportDifferences(report, previous, carried.differences, previousPath);
}

function reportDifferences(
  report: Report,
  previous: Report,
  differences: readonly CarriedCell[],
  path: string | undefined,
): Finding {
  const [first] = differences as [CarriedCell];
  const { table } = first.now;
  // 总计 sums up the rest: it is where the eye goes
  const { now } = differences.find((difference) => difference.now.column === TOTAL) ?? first;
  const columns = differences
    .map(
      (one) =>
        `“${columnName(report, table, one.now)}”本年 ${one.now.value}、上年 ${one.then.value}`,
    )
    .join('，');
  const there = rowName(previous, table, first.then.row);
  const related: Related[] = differences.map(({ then }) => ({
    message: `上年报告“${there}”的“${columnName(previous, table, then)}”：${then.value}`,
    span: then.span,
    ...(path === undefined ? {} : { path }),
  }));
  return {
    span: now.span,
    message: `“${rowName(report, table, now.row)}”与上年报告的“${there}”不一致：${columns}。上年结转下来的应与上年报告相同，请核对；因机构改革等不同的可以不改。`,
    at: { table, row: now.row, column: now.column },
    related,
    fixes: [
      {
        title: '按上年报告填写这一行',
        safe: false,
        edits: carriedIn(report, previous),
      },
    ],
  };
}
