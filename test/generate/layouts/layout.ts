// What a layout is: a way to put a table's cells into text.
// The text around the tables is the same for all, but for HTML.
import type { Grid } from '../grid.js';
import type { Random } from '../random.js';

/** What a layout can show; variations ask before they apply. */
export interface Traits {
  /** An empty cell can be seen. */
  readonly blanks: boolean;
  /** A row of the table is a line of the text. */
  readonly rowPerLine: boolean;
  /** A cell's text may go on in the next line. */
  readonly linesInCells: boolean;
  /** Cells keep their column, so that a row can be moved against the others. */
  readonly columns: boolean;
  /** A cell of its own need not be a column of its own. */
  readonly loose: boolean;
}

export interface Layout extends Traits {
  readonly id: string;
  readonly about: string;
  /** How the text must be read: as it is, as an HTML file, or as Markdown with HTML tables. */
  readonly kind: 'text' | 'html' | 'markdown-html';
  /** Lines of a table. */
  write(grid: Grid, random: Random): string[];
}
