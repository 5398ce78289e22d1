// What is said and offered over each official table: whether its figures agree, and the commands that
// would change something. Computed at every edit, so nothing here costs more than the relations.

import type { Diagnostic } from '../findings/finding.js';
import { type CellKey, RELATION_RULES, type TableKey } from '../form/formats.js';
import { isBlankOfSentence, KEPT, promptsIn } from '../form/prompts.js';
import { culpritsOf } from '../judging/faults.js';
import { cellAt, count, judge } from '../judging/relations.js';
import type { Report, Table } from '../report/report.js';
import type { TextEdit } from '../text/edit.js';
import type { Span } from '../text/span.js';
import { alignTable } from './tables/align.js';
import type { TableCommandOptions } from './tables/command.js';
import { fillBlanks, fillTitle, unfilledIn } from './tables/fillBlanks.js';
import { fixCulprit, fixTitle } from './tables/fixCulprit.js';
import { fixRows } from './tables/fixRows.js';
import { fromLastYear } from './tables/fromLastYear.js';
import { TABLE_COMMANDS } from './tables/index.js';
import { recomputeTotals } from './tables/recomputeTotals.js';
import { unjudgedIn } from './unjudged.js';

export interface TableLens {
  readonly table: Table;
  /** Where the table begins; empty. */
  readonly span: Span;
  readonly title: string;
  /** What a click on it does; none where it only tells. */
  readonly action?: ShowProblem | RunCommand | FixCell;
}

/** Shows the first cell of the table that breaks a relation, or that cannot be read. */
interface ShowProblem {
  readonly kind: 'problem';
}

/** Runs a command on the table; the changes that it makes now. */
interface RunCommand {
  readonly kind: 'command';
  readonly id: string;
  readonly edits: readonly TextEdit[];
}

/** Writes the right figure into the one cell that is to blame. */
interface FixCell {
  readonly kind: 'fix';
  readonly id: string;
  readonly cell: CellKey;
  readonly edits: readonly TextEdit[];
}

/** The commands offered over a table; the others are found in the palette. */
const OFFERED: readonly string[] = [
  recomputeTotals.id,
  fillBlanks.id,
  alignTable.id,
  fromLastYear.id,
];

/** The lenses of all tables, what is said first. */
export function tableLenses(
  report: Report,
  options: Omit<TableCommandOptions, 'layout' | 'cell'> = {},
): TableLens[] {
  if (!report.recognized) return [];
  return Object.values(report.tables).flatMap((table) => {
    const { start } = table.span;
    const span = { start, end: start };
    const commands = TABLE_COMMANDS.filter(({ id }) => OFFERED.includes(id)).flatMap(
      (command): TableLens[] => {
        const { id } = command;
        const title = command === fillBlanks ? fillTitle(report, table) : command.title;
        const edits = command.edits(report, table, options);
        const isOffered = command !== recomputeTotals || doesMore(report, table, edits);
        return edits.length > 0 && isOffered
          ? [{ table, span, title, action: { kind: 'command', id, edits } }]
          : [];
      },
    );
    const lenses = [...stateOf(report, table), ...culpritFixes(report, table)];
    return [...lenses.map((lens) => ({ table, span, ...lens })), ...commands];
  });
}

/** The one wrong cell, fixed: a total that disagrees with it is not reckoned anew. */
function culpritFixes(report: Report, table: Table): Pick<TableLens, 'title' | 'action'>[] {
  return culpritsOf(report, table.key).map((culprit) => {
    const { row, column } = culprit.cell;
    const cell = { row, column };
    const { id } = fixCulprit;
    const edits = fixCulprit.edits(report, table, { cell });
    return { title: fixTitle(report, culprit), action: { kind: 'fix', id, cell, edits } };
  });
}

/** Whether edits change other cells than those that are offered to be fixed. */
function doesMore(report: Report, { key }: Table, edits: readonly TextEdit[]): boolean {
  const culprits = new Set(culpritsOf(report, key).map(({ cell }) => cell.span.start));
  return edits.some(({ span }) => !culprits.has(span.start));
}

/** Whether the table's figures agree; of table 二, which has no relations, whether all are there. */
function stateOf(report: Report, table: Table): Pick<TableLens, 'title' | 'action'>[] {
  const judged = judge(report).filter(({ relation }) => relation.table === table.key);
  const { held, broken, unknown } = count(judged);
  if (broken > 0) return [{ title: `${broken} 处不一致`, action: { kind: 'problem' } }];
  if (unknown > 0) return unjudgedLenses(report, table, unknown);
  if (held > 0) return [{ title: `勾稽一致（${held} 条）` }];
  const blanks = unfilledIn(table).filter(({ flaw }) => flaw === 'blank').length;
  return blanks > 0 ? [{ title: `还有 ${blanks} 格空白` }] : [];
}

/** A place where something is to be written. */
export interface PromptLens {
  readonly span: Span;
  readonly title: string;
}

/** Of each line the first place where more than a word is asked for. */
export function promptLenses(report: Report): PromptLens[] {
  if (!report.recognized) return [];
  const { text, lines } = report;
  const seen = new Set<number>();
  return promptsIn(text).flatMap((span) => {
    const words = text.slice(span.start, span.end);
    const line = lines.lineAt(span.start);
    if (isBlankOfSentence(words) || seen.has(line)) return [];
    seen.add(line);
    return [{ span, title: words === KEPT ? '改写这一段' : '写这一处' }];
  });
}

/** How much cannot be judged and why, and, where something is missing, the way to put it in. */
function unjudgedLenses(
  report: Report,
  table: Table,
  unknown: number,
): Pick<TableLens, 'title' | 'action'>[] {
  const { why, missing, span } = unjudgedIn(report, table);
  const title = `勾稽：${unknown} 条无法核对${why === '' ? '' : `，${why}`}`;
  const edits = missing === '' ? [] : fixRows.edits(report, table, {});
  const { id } = fixRows;
  return [
    { title, ...(span && { action: { kind: 'problem' as const } }) },
    ...(edits.length > 0
      ? [{ title: `补齐${missing}`, action: { kind: 'command' as const, id, edits } }]
      : []),
  ];
}

/**
 * Where the table first breaks a relation: the first finding of one; where their rules are off, the
 * first broken one's cell. Else what cannot be read. Undefined if all agrees.
 */
export function problemIn(
  report: Report,
  findings: readonly Diagnostic[],
  table: TableKey,
): Span | undefined {
  const found = findings.find(
    ({ rule, at }) => at?.table === table && RELATION_RULES.some((one) => one === rule),
  );
  const broken = judge(report).find(
    ({ relation, difference }) => relation.table === table && (difference ?? 0) !== 0,
  )?.relation;
  const own = report.tables[table];
  return (
    found?.span ??
    (broken && cellAt(report, broken.table, broken.anchor)?.span) ??
    (own && unjudgedIn(report, own).span)
  );
}
