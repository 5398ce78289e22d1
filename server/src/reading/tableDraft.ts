// A table while its cells come in, and its rows once each value has its column.
import type { ColumnKey, RowKey, TableKey } from '../form/formats.js';
import type { Label } from '../report/report.js';
import type { Span } from '../text/span.js';
import type { CellToken } from './cells.js';
import type { Aligned } from './rowColumns.js';

/** A row as it comes: its label, if it has one, and all cells up to the next label. */
export interface RawRow {
  label: Label | null;
  /** Words in the place of a label that the form does not know. */
  readonly unknown: Span | null;
  /** The line that the label ends on. */
  readonly line: number;
  /** The label's place among the cells of its line. */
  readonly column: number;
  cells: CellToken[];
  /** Words on the label's line before any figure: notes of the label, or cells that hold no figure. */
  readonly words: CellToken[];
  /** How many of the cells are not blank; asked for at each new one, so counted. */
  full: number;
  /** Whether one of those stands on the label's line. */
  onLine: boolean;
  /** The columns of the heads above it; unrecognised ones are null. */
  readonly heads: readonly (ColumnKey | null)[];
  /** Where those heads stand in their line. */
  readonly places: HeadPlaces;
  /** Figures that are its own or those of a row beside it. */
  shared?: Span;
}

/** Where the heads of a block stand among the cells of their lines. */
export interface HeadPlaces {
  /** The head over the labels; null where there is none. */
  readonly content: number | null;
  /** Of each head in turn. */
  readonly columns: number[];
}

/** A column head among the cells of its line. */
export interface HeadCell {
  readonly key: ColumnKey;
  readonly line: number;
  readonly column: number;
}

/** A head that stands among the heads of its block already. */
export interface DoubledHead {
  readonly label: Label;
  readonly heads: (ColumnKey | null)[];
  /** Its place among them, where null stands. */
  readonly place: number;
}

/** A table while its cells come in. */
export interface TableDraft {
  readonly key: TableKey;
  readonly columns: Label[];
  readonly groups: Label[];
  rows: RawRow[];
  /** The last row with a label. */
  lastRow: RowKey | null;
  heads: (ColumnKey | null)[];
  /** Where these stand. */
  places: HeadPlaces;
  /** All column heads, in the order in which they came. */
  readonly headCells: HeadCell[];
  readonly doubled: DoubledHead[];
  /** Words among the heads that are none: the lower halves of heads over two rows. */
  readonly headPieces: Set<string>;
  /** The cells of such words. */
  readonly shortHeads: CellToken[];
  /** The line that each column head stands on. */
  readonly headLines: Map<ColumnKey, number>;
  /** Where, by each column head, the first value of a line stands. */
  readonly firstPlaces: Set<number>;
  /** Where the column heads stand among the cells of their lines. */
  readonly headPlaces: Map<ColumnKey, number>;
  /** Values behind the heads, with no row label between (`review`). */
  readonly values: CellToken[];
  /** Words among them: cells that hold no figure, or notes. */
  readonly valueWords: CellToken[];
  /** The line of the last label. */
  headLine: number;
  readonly lines: Set<number>;
  labels: number;
  unreadable: boolean;
  readonly span: { start: number; end: number };
}

/** A row with its values given to their columns. */
export interface PlacedRow {
  readonly label: Label;
  readonly raw?: RawRow;
  readonly expected: readonly ColumnKey[];
  readonly aligned: Aligned;
  readonly own: readonly CellToken[];
}

/** A row of table 三 has at least this many cells, blank ones included. */
export const FEWEST_COLUMNS = 3;
