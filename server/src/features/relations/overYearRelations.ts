// R5–R7 of a report, each with its figures and those of last year's report. They agree with what the rules
// say: a row that does not add up by itself is not compared, and reasons that excuse a difference are told.
import { formatOf, type TableKey, type YearRelation, type YearTerm } from '../../form/formats.js';
import { isComparable } from '../../judging/carriedOver.js';
import { columnName, rowName, shortRowName } from '../../judging/names.js';
import { cellAt, templateInForce } from '../../judging/relations.js';
import { differenceOf, sumOf } from '../../judging/sums.js';
import type { Cell, Report } from '../../report/report.js';
import {
  breachWords,
  type ListedRelation,
  type RelationGroup,
  type RelationState,
  sectionOf,
  whyUnknown,
} from './listed.js';

const NO_REPORT = '没有找到上年的报告';

/** All of the format's; `previous` is last year's report of the same organ. */
export function overYearRelations(report: Report, previous: Report | undefined): RelationGroup[] {
  const { overYears } = formatOf(templateInForce(report));
  const group = (wanted: (relation: YearRelation) => boolean): ListedRelation[] =>
    overYears.filter(wanted).map((relation) => listed(report, previous, relation));
  const inForce = '有自动失效、机构划转等情况的可以不等';
  return [
    {
      title: '与上年报告：本年“上年结转” = 上年“结转下年度”',
      note: '因机构改革等不同的可以不改',
      relations: group(({ rule }) => rule === 'carry-over'),
    },
    {
      title: '表二：现行有效 ≥ 本年制发 − 本年废止',
      note: inForce,
      relations: group(({ rule, atLeast }) => rule === 'in-force' && atLeast === true),
    },
    {
      title: '与上年报告：现行有效 = 上年现行有效 + 本年制发 − 本年废止',
      note: inForce,
      relations: group(({ rule, atLeast }) => rule === 'in-force' && !atLeast),
    },
  ].filter(({ relations }) => relations.length > 0);
}

/** A term bound to its cell. */
interface BoundTerm {
  readonly term: YearTerm;
  readonly sign: '+' | '−';
  readonly cell: Cell | undefined;
}

function listed(
  report: Report,
  previous: Report | undefined,
  relation: YearRelation,
): ListedRelation {
  const { rule, table, cell, plus, minus } = relation;
  const bind = (sign: BoundTerm['sign']) => (term: YearTerm) => {
    const own = term.lastYear ? previous : report;
    return { term, sign, cell: own && cellAt(own, table, term) };
  };
  const left = bind('+')(cell);
  const right = [...plus.map(bind('+')), ...minus.map(bind('−'))];
  const name =
    rule === 'carry-over' ? columnName(report, table, cell) : rowName(report, table, cell.row);
  const before = right.find(({ term }) => term.lastYear)?.cell?.span;
  const span = left.cell?.span ?? report.tables[table]?.span ?? sectionOf(report, table);
  const why = whyNot(report, previous, relation, [left, ...right]);
  const verdict: Verdict =
    why === null ? judged(report, previous, relation, left, right) : ['unknown', why];
  const [state, words] = verdict;
  return { name, state, words, span, ...(before && { before }) };
}

type Verdict = readonly [RelationState, string];

/** Which figures nobody knows; null if all are known. */
function whyNot(
  report: Report,
  previous: Report | undefined,
  { rule, table }: YearRelation,
  bound: readonly BoundTerm[],
): string | null {
  if (!previous && bound.some(({ term }) => term.lastYear)) return NO_REPORT;
  const unread = bound.filter(
    ({ cell }) => !cell || cell.value === null || (rule === 'in-force' && cell.flaw !== null),
  );
  const whyOf = (of: Report, lastYear: boolean) => {
    const cells = unread.filter(({ term }) => (term.lastYear === true) === lastYear);
    if (cells.length === 0) return null;
    return whyUnknown(
      of,
      table,
      cells.map(({ term, cell }) => ({ key: term, name: nameOf(of, rule, table, term), cell })),
      bound.length,
    );
  };
  const here = whyOf(report, false);
  const there = previous ? whyOf(previous, true) : null;
  return here ?? (there && `上年报告：${there}`);
}

function judged(
  report: Report,
  previous: Report | undefined,
  relation: YearRelation,
  left: BoundTerm,
  right: readonly BoundTerm[],
): Verdict {
  const { rule, atLeast = false } = relation;
  const sum = sumOf(right.map(({ sign, cell }) => (sign === '−' ? -1 : 1) * (cell?.value ?? 0)));
  const difference = differenceOf(left.cell?.value ?? 0, sum) ?? 0;
  const own = told(report, relation, left);
  const others = right
    .map((one, i) => `${i > 0 ? ` ${one.sign} ` : ''}${told(report, relation, one)}`)
    .join('');
  if (atLeast ? difference >= 0 : difference === 0)
    return ['held', `${own} ${atLeast ? '≥' : '='} ${others}`];
  if (rule === 'carry-over' && previous && !isComparable(report, previous))
    return ['unknown', '这一行自己还没有对上，先改好再比'];
  if (rule === 'in-force' && (sum ?? 0) < 0)
    return ['unknown', '本年废止多于上年现行有效加本年制发，先核对这几个数'];
  const all = right.length > 1 ? `${others} = ${sum}` : others;
  return ['broken', breachWords(own, all, difference)];
}

/** 上年现行有效件数 20. */
function told(report: Report, { rule, table }: YearRelation, { term, cell }: BoundTerm): string {
  const label = nameOf(report, rule, table, term);
  const year = term.lastYear ? '上年报告' : rule === 'carry-over' ? '本年' : '';
  return `${year}“${label}” ${cell?.value ?? 0}`;
}

function nameOf(
  report: Report,
  rule: YearRelation['rule'],
  table: TableKey,
  term: YearTerm,
): string {
  return rule === 'carry-over'
    ? shortRowName(report, table, term.row)
    : columnName(report, table, term);
}
