// R5 as what to write: 上年结转 of this year's report as last year's carried it out.

import { cellAt } from '../judging/relations.js';
import type { Report } from '../report/report.js';
import type { TextEdit } from '../text/edit.js';
import { cellEdit } from './cellEdit.js';

/** Fills in row 二 from last year's row 四, column by column, blanks included. */
export function carriedIn(report: Report, previous: Report): TextEdit[] {
  const edits: TextEdit[] = [];
  const row = report.tables.requests?.rows.find(({ key }) => key === '2');
  for (const [column, now] of row?.cells ?? []) {
    const then = cellAt(previous, 'requests', { row: '4', column })?.value ?? null;
    if (then !== null && then !== now.value) edits.push(cellEdit(report, now, String(then)));
  }
  return edits;
}
