// Cells of a table without a figure that go together: blanks, and the same sign in place of 0, side by
// side or one below the other.
import { TOTAL } from '../../form/formats.js';
import type { Cell, Row, Table } from '../../report/report.js';

/** Cells that have nothing, or the same sign, in place of a figure. */
export interface LikeRun {
  /** In the order of the text. */
  readonly cells: readonly Cell[];
  /** What stands in each; `''` where they are blank. */
  readonly sign: string;
}

/** The runs of a table: over row ends, around totals, and down its columns too. */
export function runsOfLike(text: string, { rows }: Table): LikeRun[] {
  const runs = new Set<Cell[]>();
  const runOf = new Map<Cell, Cell[]>();
  const join = (cell: Cell, other: Cell | undefined) => {
    const [mine, theirs] = [runOf.get(cell), other && runOf.get(other)];
    if (!mine || !theirs || mine === theirs || signOf(text, cell) !== signOf(text, other)) return;
    // the shorter joins the longer, so that no cell is moved often
    const [into, from] = mine.length < theirs.length ? [theirs, mine] : [mine, theirs];
    for (const one of from) {
      into.push(one);
      runOf.set(one, into);
    }
    runs.delete(from);
  };
  let above: Row | undefined;
  let before: Cell | undefined;
  for (const row of rows) {
    for (const cell of row.cells.values()) {
      if (signOf(text, cell) === null) {
        if (cell.column !== TOTAL) before = undefined;
        continue;
      }
      const run = [cell];
      runs.add(run);
      runOf.set(cell, run);
      join(cell, before);
      join(cell, above?.cells.get(cell.column));
      before = cell;
    }
    above = row;
  }
  return [...runs].map((cells) => ({
    cells: cells.sort((a, b) => a.span.start - b.span.start),
    sign: signOf(text, cells[0]) ?? '',
  }));
}

function signOf(text: string, cell: Cell | undefined): string | null {
  if (cell?.flaw === 'blank') return '';
  return cell?.flaw === 'placeholder' ? text.slice(cell.span.start, cell.span.end) : null;
}
