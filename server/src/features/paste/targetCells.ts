// Figures for the cells of a table that is there already.

import type { Cell, Report } from '../../report/report.js';
import type { TextEdit } from '../../text/edit.js';
import { cellEdit } from '../../writing/cellEdit.js';

/** A figure for a cell; none where there is no such cell. */
export interface TargetCell {
  readonly cell: Cell | undefined;
  readonly text: string;
}

export interface Filling {
  readonly edits: readonly TextEdit[];
  /** Figures that were there already. */
  readonly same: number;
  /** Cells that were to be blank, and keep their figure. */
  readonly kept: number;
}

/** The edits that put figures into cells; null if one has no cell. A blank overwrites nothing. */
export function fillCells(report: Report, targets: readonly TargetCell[]): Filling | null {
  const { text } = report;
  const edits: TextEdit[] = [];
  let same = 0;
  let kept = 0;
  for (const { cell, text: figure } of targets) {
    const written = cell && text.slice(cell.span.start, cell.span.end);
    if (figure === '') {
      if (written) kept++;
    } else if (!cell || /[\t\r\n|｜]/.test(figure)) return null;
    else if (written === figure) same++;
    else edits.push(cellEdit(report, cell, figure));
  }
  return { edits, same, kept };
}

/** 3 个空格没有覆盖原有的数; nothing if there are none. */
export function keptNotice({ kept }: Filling): string {
  return kept > 0 ? `，${kept} 个空格没有覆盖原有的数` : '';
}
