// What nobody understood, pasted into a row of a table: as it is, it would tear the row. Words go into the
// one cell, on one line; of several cells nobody knows where they belong, and nothing is pasted.

import { splitCells } from '../../reading/cells.js';
import type { Report } from '../../report/report.js';
import { tableAt } from '../../report/tableAt.js';
import type { Span } from '../../text/span.js';
import { onOneLine } from './quotedCells.js';
import type { Paste } from './result.js';

/** No cell takes more. */
const LONGEST = 500;

/** Null where the editor's own paste tears nothing: outside of rows, at their ends, without a line end. */
export function pasteIntoCell(report: Report, selection: Span, text: string): Paste | null {
  if (!/[\t\r\n]/.test(text) || text.length > LONGEST || !isInRow(report, selection)) return null;
  const words = text.trimEnd();
  if (words.includes('\t'))
    return {
      title: '不粘贴：会打乱这一行',
      edits: [],
      notice: '说不准复制的各格该填在哪里，没有粘贴。请从同一张表的第一格起选取，或者逐格粘贴。',
    };
  return {
    title: '粘贴到这一格',
    edits: [{ span: selection, newText: onOneLine(words) }],
    notice: '已作为一格贴入，去掉了换行',
  };
}

/** Whether a selection lies in one row of cells, with cells on either side, or between bars. */
function isInRow(report: Report, { start, end }: Span): boolean {
  const { text, lines } = report;
  const line = lines.lineAt(start);
  if (line !== lines.lineAt(end) || !tableAt(report, start)) return false;
  const span = lines.spanOf(line);
  const row = splitCells(text, span, line, report.hasBars(line));
  if (!row) return false;
  const mark = row.mark === 'tab' ? /\t/ : /[|｜]/;
  const before = mark.test(text.slice(span.start, start));
  // behind the last tab a line may go on
  return before && mark.test(text.slice(end, span.end));
}
