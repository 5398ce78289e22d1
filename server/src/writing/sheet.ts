// Tables about many reports, for whoever reviews them: what a workbook and the editor show.
import type { Span } from '../text/span.js';

/** A cell of a sheet: blank ones say that nothing is known or nothing applies. */
export type SheetCell = string | number | null;
export type SheetCells = readonly SheetCell[];

export interface SheetRow {
  readonly cells: SheetCells;
  /** Where what it says stands, by the column that says so; the first is that of the row. */
  readonly places: readonly (readonly [column: number, place: SheetPlace])[];
}

/** A place in a report: the name of its file, and the stretch of its text. */
export interface SheetPlace {
  readonly path: string;
  readonly span: Span;
}

/** A table: heads first. */
export interface Sheet {
  readonly name: string;
  /** Each with about how many Chinese characters it is wide. */
  readonly heads: readonly (readonly [words: string, width: number])[];
  readonly rows: readonly SheetRow[];
  /** What is said of the whole, a sentence each. */
  readonly notes?: readonly string[];
  /** Pictures of what rows say, by their first cell. */
  readonly pictures?: readonly SheetPicture[];
}

/** Figures over the years. */
export interface SheetPicture {
  readonly of: string;
  readonly years: readonly number[];
  /** A figure for each year; null where it is not known. */
  readonly series: readonly {
    readonly name: string;
    readonly values: readonly (number | null)[];
  }[];
}

/** Where a file begins. */
export function beginningOf(path: string): SheetPlace {
  return { path, span: { start: 0, end: 0 } };
}
