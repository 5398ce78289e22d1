// Figures typed into the form: edits of the text, with the totals that they make known. A cell is written
// only if afterwards it reads as typed, and every other cell as before.
import { type CellKey, cellKey, type TableKey } from '../../form/formats.js';
import { cellAt } from '../../judging/relations.js';
import { parseReport } from '../../reading/parse.js';
import type { Cell, Report } from '../../report/report.js';
import { applyEdits, composed, inOrder, type TextEdit } from '../../text/edit.js';
import { cellEdit } from '../../writing/cellEdit.js';
import { editsAfter } from '../fields.js';

/** What is to stand in a cell; nothing, to blank it. */
export interface TypedFigure extends CellKey {
  readonly table: TableKey;
  readonly text: string;
}

/** The edits, or the reason why nothing is written. */
export type Filled = { readonly edits: readonly TextEdit[] } | { readonly refused: string };

/** No figure is longer. */
const LONGEST = 40;

/** Writes figures into cells, and what follows from them into blank totals; tables stay aligned if that is wanted. */
export function fillCells(report: Report, fills: readonly TypedFigure[], align: boolean): Filled {
  const edits: TextEdit[] = [];
  for (const fill of fills) {
    const text = fill.text.trim();
    if (text.length > LONGEST || /[\t\r\n|｜<>]/.test(text))
      return { refused: '一格里只写一个数，没有写入。' };
    const cell = Object.hasOwn(report.tables, fill.table) && cellAt(report, fill.table, fill);
    if (!cell) return { refused: '文字里没有这一格，请先补齐表格。' };
    if (text !== textOf(report, cell)) edits.push(cellEdit(report, cell, text));
  }
  if (edits.length === 0) return { edits };
  const typed = inOrder(edits);
  const after = parseReport(applyEdits(report.text, typed), report.markup);
  if (!isAsWished(report, after, fills))
    return { refused: '从这里写会打乱文字里的表格，请在文字里改。' };
  if (fills.some((fill) => cellAt(after, fill.table, fill)?.flaw === 'words'))
    return { refused: '这一格只填数，没有写入。' };
  const left = fills.flatMap((fill) => cellAt(after, fill.table, fill)?.span.start ?? []);
  return { edits: composed(report.text, typed, inOrder(editsAfter(after, left, align))) };
}

/** Whether the tables read as before but for what was typed. */
function isAsWished(before: Report, after: Report, fills: readonly TypedFigure[]): boolean {
  const wished = textsIn(before);
  for (const fill of fills) wished.set(cellKey(fill, fill.table), fill.text.trim());
  const read = textsIn(after);
  return read.size === wished.size && [...wished].every(([key, text]) => read.get(key) === text);
}

/** What stands in each cell. */
function textsIn(report: Report): Map<string, string> {
  const texts = new Map<string, string>();
  for (const { rows } of Object.values(report.tables))
    for (const { cells } of rows)
      for (const cell of cells.values()) texts.set(cellKey(cell, cell.table), textOf(report, cell));
  return texts;
}

function textOf({ text }: Report, { span }: Cell): string {
  return text.slice(span.start, span.end);
}
