// A report as a file of another kind. What only some need (Word, web pages) is loaded on first use.
import type { Report } from '../../report/report.js';
import type { DocumentBlock } from '../document/blocks.js';
import { documentOf } from '../document/document.js';
import { toMarkdown } from './toMarkdown.js';
import { toText } from './toText.js';

/** The kinds of file that a report can be written as. */
export const EXPORT_KINDS = ['docx', 'html', 'md', 'txt'] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

/** The bytes of a file: title, headings, paragraphs and tables of the report, or of a text that is none. */
export function exported(report: Report, kind: ExportKind): Promise<Uint8Array> {
  return exportedBlocks(documentOf(report), kind);
}

/** The bytes of a file with these blocks, whatever document they are. */
export async function exportedBlocks(
  blocks: readonly DocumentBlock[],
  kind: ExportKind,
): Promise<Uint8Array> {
  if (kind === 'docx') return (await import('./toDocx.js')).toDocx(blocks);
  const utf8 = (text: string) => new TextEncoder().encode(text);
  if (kind === 'html') return utf8((await import('./toHtml.js')).toHtml(blocks));
  return utf8(kind === 'md' ? toMarkdown(blocks) : `${toText(blocks)}\n`);
}

/** How many lines of a text are code or comments, which no file of another kind has. */
export function linesLeftOut({ lines, isApart }: Report): number {
  let count = 0;
  for (let line = 0; line < lines.count; line++) if (isApart(line)) count++;
  return count;
}
