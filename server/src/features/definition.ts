// Where a figure comes from: a total from its terms, a figure of the text from the table, what was
// carried in from last year's report.
import { isSideBySide, TOTAL } from '../form/formats.js';
import { carriedCell, carriedOutRow, isCarriedIn } from '../judging/overYears.js';
import type { Label, Report, Table } from '../report/report.js';
import type { Span } from '../text/span.js';
import { termsOf } from './relatedCells.js';
import { type PlaceInReport, placeAt, spanOf } from './whatIsAt.js';

export interface Definition {
  /** What was asked about. */
  readonly origin: Span;
  /** In order of place, this report's before last year's. */
  readonly targets: readonly DefinitionTarget[];
}

export interface DefinitionTarget {
  readonly span: Span;
  /** Whether the span is one of last year's report. */
  readonly lastYear: boolean;
}

/** Where the figure at an offset of the report text comes from; null if that cannot be said. */
export function definitionAt(
  report: Report,
  offset: number,
  lastYear: Report | null = null,
): Definition | null {
  const place = placeAt(report, offset);
  if (!place) return null;
  const here = sources(report, place).map(({ span }) => span);
  const there = lastYear ? carried(report, lastYear, place) : null;
  const targets = [
    ...[...new Set(here)]
      .sort((a, b) => a.start - b.start)
      .map((span) => ({ span, lastYear: false })),
    ...(there ? [{ span: there, lastYear: true }] : []),
  ];
  return targets.length > 0 ? { origin: spanOf(place), targets } : null;
}

/** The places in the report itself. */
function sources(report: Report, place: PlaceInReport): readonly { readonly span: Span }[] {
  switch (place.kind) {
    case 'cell':
      return termsOf(report, place.cell);
    case 'row': {
      // the label of （七）总计 stands for its column of outcomes, that of a block for its results
      const { table, row } = place;
      const key = { table: table.key, row: row.key, column: TOTAL };
      return termsOf(report, key, ({ rule }) => rule !== 'row-total');
    }
    case 'column':
      return place.label.key === TOTAL ? addedUp(place.table, place.label) : [];
    case 'mentions':
      return place.mentions.flatMap(({ cells }) => cells);
    case 'group':
      return [];
  }
}

/** The heads of the columns that the head 总计 is the sum of. */
function addedUp({ key, columns }: Table, total: Label): readonly Label[] {
  if (!isSideBySide(key)) return columns.filter((label) => label.key !== TOTAL);
  const before = columns.slice(0, columns.indexOf(total));
  return before.slice(before.findLastIndex((label) => label.key === TOTAL) + 1);
}

/** Where last year's report carried out what is carried in: its row 四. */
function carried(report: Report, lastYear: Report, place: PlaceInReport): Span | null {
  if (place.kind === 'cell') return carriedCell(report, lastYear, place.cell)?.span ?? null;
  if (place.kind !== 'row' || !isCarriedIn(report, place.row)) return null;
  return carriedOutRow(lastYear)?.label.span ?? null;
}
