// Where else a figure is told: the sentences that state a cell, the cells that a sentence speaks of,
// and the totals that a cell is added into.
import { mentionsOf } from '../judging/mentions.js';
import type { Cell, Report } from '../report/report.js';
import type { Span } from '../text/span.js';
import { resultsOf } from './relatedCells.js';
import { placeAt } from './whatIsAt.js';

/** A cell and the words that state it. */
export interface StatedCell {
  readonly cells: readonly Cell[];
  /** In order of place. */
  readonly mentions: readonly Span[];
}

/** The cells at an offset, or those that its words speak of, with all that is said of them. */
export function statedCellAt(report: Report, offset: number): StatedCell | null {
  const place = placeAt(report, offset);
  const cells =
    place?.kind === 'cell'
      ? [place.cell]
      : place?.kind === 'mentions'
        ? place.mentions.flatMap((mention) => mention.cells)
        : [];
  if (cells.length === 0) return null;
  const mentions = mentionsOf(report).filter((mention) =>
    mention.cells.some((cell) => cells.includes(cell)),
  );
  return { cells: [...new Set(cells)], mentions: distinct(mentions.map((m) => m.statement.span)) };
}

/** Every place that has to do with the figure at an offset, in order; `cells`: its own cells too. */
export function referencesAt(report: Report, offset: number, cells: boolean): readonly Span[] {
  const told = statedCellAt(report, offset);
  if (!told) return [];
  const totals = told.cells
    .flatMap((cell) => resultsOf(report, cell))
    .filter((cell) => !told.cells.includes(cell));
  const places = [...totals, ...(cells ? told.cells : [])];
  return distinct([...told.mentions, ...places.map(({ span }) => span)]);
}

function distinct(spans: readonly Span[]): Span[] {
  const known = new Map(spans.map((span) => [`${span.start} ${span.end}`, span]));
  return [...known.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}
