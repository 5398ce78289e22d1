// The rows that a table lacks, and what stands around each: other rows, or the heads that they belong under.

import {
  type BlockSpec,
  blockOf,
  CONTENT,
  type RowKey,
  type RowSpec,
  rowsOf,
  type SplitGroup,
  splitGroupsOf,
  type TableSpec,
  tableOf,
} from '../form/formats.js';
import { templateInForce } from '../judging/relations.js';
import type { Label, Report, Row, Table } from '../report/report.js';
import type { Span } from '../text/span.js';
import { labelsIn } from './labelEdit.js';

/** What stands around missing rows: a row, a group's head, or caption and column heads of a block. */
export interface Neighbour {
  readonly label: Label;
  /** From its first to its last cell. */
  readonly span: Span;
}

/** Rows that are missing side by side, with what stands around them. */
export interface MissingRows {
  readonly rows: readonly RowSpec[];
  readonly before: Neighbour | undefined;
  readonly after: Neighbour | undefined;
  /** The column heads of their block are not there: there is no place to put them. */
  readonly isHomeless: boolean;
}

/** The official rows that a table lacks. Labels that `isThere` says no to count as missing. */
export function missingRows(
  report: Report,
  table: Table,
  isThere: (label: Label) => boolean = () => true,
): MissingRows[] {
  const spec = tableOf(templateInForce(report), table.key);
  const there = new Map<RowKey, Row>();
  for (const row of table.rows)
    if (!there.has(row.key) && isThere(row.label)) there.set(row.key, row);
  const lacking = new Set(
    rowsOf(spec).filter((row) => !there.has(row.key) && !isSplit(spec, row, table)),
  );
  if (lacking.size === 0) return [];
  const runs: MissingRows[] = [];
  let run: RowSpec[] = [];
  let before: Neighbour | undefined;
  let isHomeless = false;
  const close = (after: Neighbour | undefined, next = after) => {
    if (run.length > 0) runs.push({ rows: run, before, after, isHomeless });
    run = [];
    before = next;
    isHomeless = false;
  };
  for (const row of rowsOf(spec)) {
    const found = there.get(row.key);
    for (const head of headsOver(spec, table, row)) if (isThere(head.label)) close(head);
    if (found) close(neighbourOf(found));
    else if (lacking.has(row)) {
      if (isHeadless(spec, table, row)) {
        close(undefined, before);
        isHomeless = true;
      }
      run.push(row);
    }
  }
  close(undefined);
  return runs;
}

/**
 * Part of 其他处理 where the table has that as the one row of 2019, told by outdated-template; or that
 * row itself, where it is there without figures.
 */
function isSplit(spec: TableSpec, { key }: RowSpec, { rows, groups }: Table): boolean {
  const isBlank = ({ row, group }: SplitGroup) =>
    row === key && groups.some((one) => one.key === group);
  return splitGroupsOf(spec.key).some(
    (split) =>
      (split.parts.includes(key) && rows.some((one) => one.key === split.row)) || isBlank(split),
  );
}

function neighbourOf({ label, cells }: Row): Neighbour {
  const ends = [...cells.values()].map(({ span }) => span.end);
  return { label, span: { start: label.span.start, end: Math.max(label.span.end, ...ends) } };
}

/** The heads that stand in the table over a row that is the first one below them in the form, outermost first. */
function headsOver(spec: TableSpec, table: Table, row: RowSpec): Neighbour[] {
  const block = blockOf(spec, row.key);
  if (block?.caption) return block.rows[0] === row ? [blockHead(table, block) ?? []].flat() : [];
  return (row.groups ?? []).flatMap((group) => {
    const label = isFirstOf(spec, group, row) && table.groups.find(({ key }) => key === group);
    return label ? [{ label, span: label.span }] : [];
  });
}

/** Whether a row is the one that the head of a group stands at. */
export function isFirstOf(spec: TableSpec, group: string, row: RowSpec): boolean {
  return rowsOf(spec).find(({ groups }) => groups?.includes(group)) === row;
}

/** Whether a row begins a block that is there without its column heads. */
function isHeadless(spec: TableSpec, table: Table, row: RowSpec): boolean {
  const block = blockOf(spec, row.key);
  return (
    !!block?.caption && block.rows[0] === row && !blockHead(table, block) && hasPart(table, block)
  );
}

/** Whether anything of a block of table 二 stands in the table. */
export function hasPart({ groups, rows }: Table, block: BlockSpec): boolean {
  return (
    groups.some(({ key }) => key === block.caption) ||
    rows.some(({ key }) => block.rows.some((one) => one.key === key))
  );
}

/** Caption and column heads of a block of table 二: below its caption, or above its first row. */
function blockHead(table: Table, block: BlockSpec): Neighbour | undefined {
  const labels = inOrder(table);
  const heads = new Set([...table.columns, ...table.groups.filter(({ key }) => key === CONTENT)]);
  const caption = table.groups.find(({ key }) => key === block.caption);
  const row = table.rows.find(({ key }) => block.rows.some((one) => one.key === key));
  let from = 0;
  let to = 0;
  if (caption) {
    from = labels.indexOf(caption) + 1;
    to = from;
    while (heads.has(labels[to] as Label)) to++;
  } else if (row) {
    to = labels.indexOf(row.label);
    from = to;
    while (heads.has(labels[from - 1] as Label)) from--;
  }
  const [first, last] = [labels[from], labels[to - 1]];
  if (!first || !last || to <= from) return undefined;
  return { label: first, span: { start: (caption ?? first).span.start, end: last.span.end } };
}

/** The labels of a table in the order in which they stand. */
export function inOrder(table: Table): Label[] {
  return [...labelsIn(table)].sort((a, b) => a.span.start - b.span.start);
}
