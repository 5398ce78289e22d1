// R5 as what to write: 上年结转 of this year's report as last year's carried it out.

import { carriedCells } from '../judging/overYears.js';
import type { Report } from '../report/report.js';
import type { TextEdit } from '../text/edit.js';
import { cellEdit } from './cellEdit.js';

/** Fills in row 二 from last year's row 四, column by column, blanks included. */
export function carriedIn(report: Report, previous: Report): TextEdit[] {
  return carriedCells(report, previous)
    .filter(({ now, then }) => then.value !== null && then.value !== now.value)
    .map(({ now, then }) => cellEdit(report, now, String(then.value)));
}
