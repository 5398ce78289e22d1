// Saying a fault of the tables: where, with which figures, what to do.

import type { Finding, Related } from '../../findings/finding.js';
import {
  type CellKey,
  RELATION_RULES,
  type Relation,
  type RelationRule,
  sameCell,
} from '../../form/formats.js';
import { type Fault, faultsOf } from '../../judging/faults.js';
import { cellName, columnName, rowName, shortRowName } from '../../judging/names.js';
import { cellAt, type Judgement } from '../../judging/relations.js';
import type { Cell, Report } from '../../report/report.js';
import { replaceFigure } from '../fixes.js';
import type { RuleContext } from '../rule.js';

/** The findings of one relation rule. */
export function* reportFaults(
  report: Report,
  rule: RelationRule,
  context: RuleContext,
): Iterable<Finding> {
  for (const fault of faultsOf(report))
    if (reportedBy(fault, context) === rule)
      yield fault.culprit ? reportCulprit(report, fault) : reportRelation(report, fault);
}

/** A fault is told by the first of its rules that is in force. */
function reportedBy({ broken }: Fault, { isOn }: RuleContext): RelationRule | undefined {
  const rules = new Set(broken.map(({ relation }) => relation.rule));
  return RELATION_RULES.find((id) => rules.has(id) && isOn(id));
}

/** All broken relations follow from one cell. */
function reportCulprit(report: Report, { table, broken, culprit }: Fault): Finding {
  const { cell, value } = culprit as NonNullable<Fault['culprit']>;
  const reasons = broken.map((judgement) => equation(report, judgement, { cell, value }));
  return {
    span: cell.span,
    message: `${cellName(report, table, cell)}写的是 ${cell.value}，应为 ${value}：${reasons.join('；')}。`,
    at: { table, row: cell.row, column: cell.column },
    related: relatedCells(report, broken, cell),
    fixes: [replaceFigure(cell, value, `改为 ${value}`)],
  };
}

/** A relation that no single cell explains. */
function reportRelation(report: Report, { table, broken, cellFixes }: Fault): Finding {
  const judgement = broken[0] as Judgement;
  const { anchor } = judgement.relation;
  const at = cellAt(report, table, anchor) as Cell;
  return {
    span: at.span,
    message: `${breach(report, judgement)}请对照台账，看是哪一格写错了。`,
    at: { table, row: anchor.row, column: anchor.column },
    related: relatedCells(report, broken, at),
    fixes: cellFixes.map(({ cell, value }) =>
      replaceFigure(
        cell,
        value,
        `把${cellName(report, table, cell)}由 ${cell.value} 改为 ${value}`,
      ),
    ),
  };
}

/** How the relation reads once the culprit is fixed: 总计 6 = 自然人 5 + 商业企业 1. */
function equation(report: Report, { relation }: Judgement, { cell, value }: Culprit): string {
  const figure = (key: CellKey) => {
    return sameCell(key, cell) ? value : (cellAt(report, relation.table, key)?.value ?? 0);
  };
  const side = (keys: readonly CellKey[]) => sum(report, relation, keys, figure);
  return `${side(relation.left)} = ${side(relation.right)}`;
}

type Culprit = NonNullable<Fault['culprit']>;

/** What is wrong, with the figures as they are. */
function breach(report: Report, { relation }: Judgement): string {
  const { rule, table, left, right, anchor } = relation;
  const figure = (key: CellKey) => cellAt(report, table, key)?.value ?? 0;
  const total = (keys: readonly CellKey[]) => keys.reduce((n, key) => n + figure(key), 0);
  const side = (keys: readonly CellKey[]) => sum(report, relation, keys, figure);
  if (rule === 'balance')
    return `“${columnName(report, table, anchor)}”一列勾稽不平：${side(left)} = ${total(left)}，而 ${side(right)} = ${total(right)}。`;
  const where =
    rule === 'outcome-total'
      ? `“${columnName(report, table, anchor)}”一列`
      : `“${rowName(report, table, anchor.row)}”${rule === 'row-total' ? '一行' : ''}`;
  return `${where}的总计写的是 ${figure(anchor)}，各项相加是 ${total(right)}（${side(right)}）。`;
}

/** 自然人 5 + 商业企业 1: terms by name, zeros left out. */
function sum(
  report: Report,
  { rule, table }: Relation,
  keys: readonly CellKey[],
  figure: (key: CellKey) => number,
): string {
  const name = (key: CellKey) =>
    rule === 'row-total' || rule === 'review-total'
      ? columnName(report, table, key)
      : shortRowName(report, table, key.row);
  const terms = keys.map((key) => ({ name: name(key), value: figure(key) }));
  const shown = keys.length > 2 ? terms.filter(({ value }) => value !== 0) : terms;
  return shown.map((term) => `${term.name} ${term.value}`).join(' + ') || '各项均为 0';
}

/** The totals that disagree, else the figures that were added. */
function relatedCells(report: Report, broken: readonly Judgement[], about: Cell): Related[] {
  const keys = broken.flatMap(({ relation }) =>
    relation.rule === 'balance' ? [...relation.left, ...relation.right] : relation.left,
  );
  const own = keys.every((key) => sameCell(key, about));
  const shown = own ? broken.flatMap(({ relation }) => relation.right) : keys;
  const cells = shown.map((key) => cellAt(report, about.table, key));
  return [...new Set(cells)].flatMap((cell) =>
    cell && cell !== about && (!own || cell.value !== 0)
      ? [{ message: `${cellName(report, about.table, cell)}：${cell.value}`, span: cell.span }]
      : [],
  );
}
