// R1–R4 of a report, each with its figures, in the order of the form.
import {
  type CellKey,
  RELATION_RULES,
  type Relation,
  type RelationRule,
} from '../../form/formats.js';
import { faultsOf } from '../../judging/faults.js';
import { columnName, rowNameInGroup, shortRowName } from '../../judging/names.js';
import { cellAt, figuresIn, type Judgement, judge, sumOfCells } from '../../judging/relations.js';
import type { Report } from '../../report/report.js';
import type { Span } from '../../text/span.js';
import {
  breachWords,
  type ListedRelation,
  type RelationGroup,
  sectionOf,
  sideWords,
  sumWords,
  type Unread,
  whyUnknown,
} from './listed.js';

const TITLES: Readonly<Record<RelationRule, string>> = {
  'row-total': '表三每一行：各类申请人相加 = 总计',
  'outcome-total': '表三每一列：（一）至（六）各项相加 = （七）总计',
  balance: '表三每一列：一 + 二 = 三（七）+ 四',
  'review-total': '表四：各种结果相加 = 总计',
};

/** All of the format's, by what they say. */
export function tableRelations(report: Report): RelationGroup[] {
  const judged = judge(report);
  return RELATION_RULES.map((rule) => ({
    title: TITLES[rule],
    relations: judged
      .filter(({ relation }) => relation.rule === rule)
      .map((judgement) => listed(report, judgement)),
  }));
}

function listed(report: Report, judgement: Judgement): ListedRelation {
  const { relation, difference } = judgement;
  const { rule, table, left, right, anchor } = relation;
  const name = isOfRow(relation)
    ? rowNameInGroup(report, table, anchor.row)
    : columnName(report, table, anchor);
  const own = report.tables[table];
  if (!own || difference === null) {
    const unread = unreadIn(report, relation);
    const words = whyUnknown(report, table, unread, left.length + right.length);
    return { name, state: 'unknown', words, span: placeOf(report, relation, unread) };
  }
  const figures = figuresIn(own);
  // the total stands on the left, as what is judged; it is read behind what it sums up
  const [first, second] = rule === 'balance' ? [left, right] : [right, left];
  const termsOf = (keys: readonly CellKey[]) =>
    keys.map((key) => ({
      name: termName(report, relation, key),
      value: figures.get(key.row)?.get(key.column) ?? 0,
    }));
  const [one, other] = [termsOf(first), termsOf(second)];
  if (difference === 0) {
    const words = `${sumWords(one)} = ${sumWords(other)}`;
    return { name, state: 'held', words, span: spanOf(report, relation) };
  }
  const side = (keys: readonly CellKey[], terms: typeof one) =>
    sideWords(terms, sumOfCells(keys, figures) ?? 0);
  return {
    name,
    state: 'broken',
    words: breachWords(side(first, one), side(second, other), difference),
    span: culpritOf(report, judgement) ?? spanOf(report, relation),
  };
}

/** Whether it adds up a row, whose columns tell its terms apart. */
function isOfRow({ rule }: Relation): boolean {
  return rule === 'row-total' || rule === 'review-total';
}

function termName(report: Report, relation: Relation, key: CellKey): string {
  return isOfRow(relation)
    ? columnName(report, relation.table, key)
    : shortRowName(report, relation.table, key.row);
}

function unreadIn(report: Report, relation: Relation): Unread[] {
  const { rule, table, left, right } = relation;
  const own = report.tables[table];
  const keys = rule === 'balance' ? [...left, ...right] : [...right, ...left];
  const figures = own && figuresIn(own);
  return keys
    .filter(({ row, column }) => figures?.get(row)?.get(column) === undefined)
    .map((key) => ({
      key,
      name: termName(report, relation, key),
      cell: cellAt(report, table, key),
    }));
}

function spanOf(report: Report, { table, anchor }: Relation): Span | null {
  return cellAt(report, table, anchor)?.span ?? null;
}

/** The cell that nobody can read, else its row, its table, the section that the table belongs to. */
function placeOf(report: Report, { table, anchor }: Relation, unread: readonly Unread[]) {
  const own = report.tables[table];
  const row = own?.rows.find(({ key }) => key === anchor.row);
  const cell = unread.find((one) => one.cell)?.cell;
  return cell?.span ?? row?.label.span ?? own?.span ?? sectionOf(report, table);
}

/** The one cell to blame, where that is known. */
function culpritOf(report: Report, judgement: Judgement): Span | undefined {
  return faultsOf(report).find(({ broken }) => broken.includes(judgement))?.culprit?.cell.span;
}
