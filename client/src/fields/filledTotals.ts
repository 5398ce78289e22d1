// The totals that came by themselves: Tab has nothing to do there. But whoever types totals of their own
// counts on a stop at each: from the first one on none is leapt over.

/** A cell by its place in the form. */
export interface FormCell {
  readonly table?: number;
  readonly row?: string;
  readonly column?: string;
  readonly isTotal?: boolean;
}

export class FilledTotals {
  private filled: readonly FormCell[] = [];
  private isTyping = false;

  /** A figure has come by itself. */
  add(cell: FormCell): void {
    if (cell.isTotal) this.filled = [...this.filled, cell];
  }

  /** Whether a cell holds what came by itself, and nothing that it is the sum of has changed since. */
  has(cell: FormCell): boolean {
    return !this.isTyping && this.filled.some((one) => isSameCell(one, cell));
  }

  /** What has changed is not known. */
  clear(): void {
    this.filled = [];
  }

  /** A cell holds something else: what it is a term of stands in its row or column. */
  typed(cell: FormCell): void {
    if (cell.isTotal) this.isTyping = true;
    this.filled = this.filled.filter(
      ({ table, row, column }) =>
        table !== cell.table || (row !== cell.row && column !== cell.column),
    );
  }
}

function isSameCell(a: FormCell, b: FormCell): boolean {
  return a.table === b.table && a.row === b.row && a.column === b.column;
}
