// What a review is answered with, as files: the tables, a reply letter for each report with findings, and beside
// it the Word file that was sent, with comments.
import { safeName, UniqueNames } from '../text/safeNames.js';
import { exportedBlocks } from '../writing/export/exported.js';
import type { Sheet } from '../writing/sheet.js';
import { type FolderReview, nameOf } from './folderReview.js';
import { letterInMarkdown, letterOf } from './letter.js';
import type { ReviewedReport } from './reviewedReport.js';
import { reviewSheets } from './reviewTable.js';

/** A file of the results; its path is below their folder, with `/`. */
export interface ResultFile {
  readonly kind: 'table' | 'letter' | 'comments';
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What the tables and the folder of letters are called: by them a folder is known as the result of a review. */
export const RESULTS = { table: '审核表', copies: '相似', letters: '修改意见' } as const;
/** What the copy with comments has behind the unit's name. */
const COPY = '-批注';

/**
 * The files one after the other; `sums` are the tables of all added up, which the workbook has as well, and
 * `annotated` gives the copy of a Word file with comments, or nothing.
 */
export async function* resultFiles(
  review: FolderReview,
  sums: readonly Sheet[],
  annotated: (report: ReviewedReport) => Promise<Uint8Array | undefined>,
): AsyncGenerator<ResultFile> {
  const { toCsv, toXlsx } = await import('../writing/export/spreadsheets.js');
  const sheets = reviewSheets(review);
  const [reports, , copies] = sheets;
  yield { kind: 'table', path: `${RESULTS.table}.xlsx`, bytes: await toXlsx([...sheets, ...sums]) };
  yield { kind: 'table', path: `${RESULTS.table}.csv`, bytes: toCsv(reports) };
  yield { kind: 'table', path: `${RESULTS.copies}.csv`, bytes: toCsv(copies) };
  const names = new UniqueNames();
  for (const { report } of review.reports) {
    const file = nameOf(report.path);
    const blocks = letterOf(report, file);
    if (!blocks) continue;
    const unit = safeName(report.organization ?? file.replace(/\.\w+$/, ''), '未认出单位');
    const path = `${RESULTS.letters}/${names.take(unit, ['', COPY])}`;
    yield { kind: 'letter', path: `${path}.docx`, bytes: await exportedBlocks(blocks, 'docx') };
    const inMarkdown = letterInMarkdown(blocks);
    yield { kind: 'letter', path: `${path}.md`, bytes: await exportedBlocks(inMarkdown, 'md') };
    const copy = await annotated(report);
    if (copy) yield { kind: 'comments', path: `${path}${COPY}.docx`, bytes: copy };
  }
}
