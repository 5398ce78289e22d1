// Text and tables as they were copied, the tables in the layout of the report.

import { templateInForce } from '../../judging/relations.js';
import type { Layout, Report } from '../../report/report.js';
import { foldWords } from '../../text/fold.js';
import { lineEndOf } from '../../text/lines.js';
import { isBlank, type Span } from '../../text/span.js';
import { headingMark } from '../../writing/missingSections.js';
import { writeGrid, writeTable } from '../../writing/writeTable.js';
import {
  type Clipboard,
  type ClipboardPart,
  type GridPart,
  type TextPart,
  widthOf,
} from './clipboard.js';
import { fitted, headingAbove } from './insertionPoint.js';
import { noticeOf } from './notice.js';
import type { Paste, PasteOptions } from './result.js';

/** A piece of what is inserted. */
interface Block {
  readonly text: string;
  readonly isTable: boolean;
}

/** Pastes tables, and the text around them; null if there is none that concerns a report. */
export function insertParts(
  report: Report,
  selection: Span,
  clipboard: Clipboard,
  options: PasteOptions,
): Paste | null {
  const parts = withoutHeading(clipboard, headingAbove(report, selection.start));
  const grids = parts.filter((part) => part.kind === 'grid');
  if (grids.length === 0 || !(report.recognized || clipboard.report.recognized)) return null;
  if (!options.rich && grids.every(({ table }) => !table)) return null;
  const eol = lineEndOf(report.text);
  const gap = options.layout === 'markdown' ? eol + eol : eol;
  const blocks = parts
    .map((part) => blockOf(part, report, clipboard, options, eol))
    .filter((block) => block.text !== '');
  const text = blocks.reduce((all, block, i) => {
    const before = blocks[i - 1];
    return `${all}${before?.isTable && block.isTable ? eol + eol : before ? gap : ''}${block.text}`;
  }, '');
  if (!options.rich && sameWords(text, clipboard.report.text)) return null;
  const { start, end, head, tail } = fitted(
    report,
    selection,
    [blocks[0]?.isTable === true, blocks.at(-1)?.isTable === true],
    options.layout,
    eol,
  );
  return {
    title: grids.some(({ table }) => table) ? '粘贴为年报表格' : '粘贴为本报告版式的表格',
    edits: [{ span: { start, end }, newText: head + text + tail }],
    notice: noticeOf(grids) + (parts === clipboard.parts ? '' : '；标题已有，没有重复贴入'),
  };
}

/** A heading that stands directly above is not pasted once more. */
function withoutHeading(
  { report, parts }: Clipboard,
  above: string | null,
): readonly ClipboardPart[] {
  const [first, ...others] = parts;
  if (above === null || first?.kind !== 'text') return parts;
  const at = first.lines.findIndex((one) => !isBlank(report.text, one));
  const line = first.lines[at];
  if (!line || foldWords(report.text, line) !== above) return parts;
  return [{ ...first, lines: first.lines.slice(at + 1) }, ...others];
}

/** Whether two texts are the same, line ends and what stands before them aside. */
function sameWords(a: string, b: string): boolean {
  const words = (text: string) => text.split(/\r\n?|\n/).map((line) => line.trimEnd());
  return words(a.trim()).join('\n') === words(b.trim()).join('\n');
}

function blockOf(
  part: ClipboardPart,
  report: Report,
  clipboard: Clipboard,
  options: PasteOptions,
  eol: string,
): Block {
  return part.kind === 'text'
    ? { text: proseOf(part, report, clipboard, options, eol), isTable: false }
    : { text: tableOf(part, report, options.layout, eol), isTable: true };
}

/** A table that was understood in the words of the form, any other cell by cell. */
function tableOf(
  { rows, table, recognized }: GridPart,
  report: Report,
  layout: Layout,
  eol: string,
): string {
  const cell = (text: string) => cellText(text, layout);
  if (!table || !recognized) {
    // the heads of Markdown tell how many columns there are
    const width = layout === 'markdown' ? widthOf(rows) : 0;
    const grid = rows.map((row) => row.map(cell));
    while ((grid[0]?.length ?? width) < width) grid[0]?.push('');
    return writeGrid(grid, layout, eol);
  }
  const { templates, written } = recognized;
  const inForce = templateInForce(report);
  const template = templates.includes(inForce) ? inForce : templates[0];
  if (!template) return '';
  const fill = (key: Parameters<typeof written>[0]) => cell(written(key));
  return writeTable(table.key, { template, layout, eol, fill, only: recognized.rows });
}

/** A bar would end the cell. */
function cellText(text: string, layout: Layout): string {
  return layout === 'markdown' ? text.replace(/[|｜]/g, '&#124;') : text;
}

/** Running text; in Markdown paragraphs that come from HTML have a blank line between them. */
function proseOf(
  { lines }: TextPart,
  report: Report,
  { report: { text, title, sections } }: Clipboard,
  { rich, layout }: PasteOptions,
  eol: string,
): string {
  const marks = rich ? headingMark(report) : '';
  const markOf = ({ start, end }: Span) => {
    const within = (span?: Span) => span && start <= span.start && span.start < end;
    if (marks === '' || text[start] === '#') return '';
    if (within(title?.span)) return '# ';
    return sections.some(({ heading }) => within(heading)) ? marks : '';
  };
  const written = lines.map((line) => markOf(line) + text.slice(line.start, line.end).trimEnd());
  const isEmpty = (line: string) => line.trim() === '';
  const first = written.findIndex((line) => !isEmpty(line));
  if (first < 0) return '';
  const kept = written.slice(first, written.findLastIndex((line) => !isEmpty(line)) + 1);
  if (rich && layout === 'markdown') return kept.filter((line) => !isEmpty(line)).join(eol + eol);
  return kept.join(eol);
}
