// In a cell for a figure: the figure that its table wants there, and 0 where it is blank.
import { culpritsOf } from '../../judging/faults.js';
import { cellName } from '../../judging/names.js';
import type { Cell, Report } from '../../report/report.js';
import { holds } from '../../text/span.js';
import { cellEdit, cellField, cellRoom } from '../../writing/cellEdit.js';
import { isTotal, totalEdits } from '../../writing/totals.js';
import type { CompletionContext } from './context.js';
import type { Completion, PieceSource } from './piece.js';

export const figures: PieceSource = {
  *at(place) {
    const { report, table } = place;
    const cell = table && !table.unreadable ? cellAt(place) : undefined;
    if (!cell) return;
    const wanted = wantedIn(report, cell);
    if (wanted) yield pieceOf(report, cell, ...wanted);
    else if (cell.flaw === 'blank' || cell.flaw === 'placeholder')
      yield pieceOf(report, cell, '0', isTotal(report, cell) ? '各项都没有' : '没有的填 0');
  },
};

/** The cell that the cursor is in; of two that meet there the one that begins there. */
function cellAt({ report, table, offset }: CompletionContext): Cell | undefined {
  const cells = table?.rows.flatMap((row) => [...row.cells.values()]) ?? [];
  const here = cells.filter((cell) => holds(cellField(report, cell), offset));
  return (
    here.at(-1) ??
    cells.find((cell) => cell.flaw === 'blank' && holds(cellRoom(report, cell), offset))
  );
}

/** What is right there, and why; undefined where nothing says so, or it is there already. */
function wantedIn(report: Report, cell: Cell): [figure: string, why: string] | undefined {
  const table = report.tables[cell.table];
  const culprit = culpritsOf(report, cell.table).find((one) => one.cell === cell);
  if (culprit) return [String(culprit.value), '这一格改了，勾稽就一致'];
  if (!table || !isTotal(report, cell)) return undefined;
  const [edit] = totalEdits(report, table, (one) => one === cell);
  const figure = edit?.newText.trim();
  return figure ? [figure, '各项之和'] : undefined;
}

function pieceOf(report: Report, cell: Cell, figure: string, why: string): Completion {
  const { span } = cellEdit(report, cell, figure);
  const field = cellField(report, cell);
  const written = report.text.slice(field.start, field.end);
  return {
    id: `figure:${cell.row}:${cell.column}`,
    kind: 'figure',
    label: figure,
    detail: `${why}：${cellName(report, cell.table, cell)}`,
    keys: [figure],
    body: [figure],
    replace: span.start <= field.start && field.end <= span.end ? field : span,
    filterText: written === '' ? figure : written,
  };
}
