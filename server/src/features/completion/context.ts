// Where the cursor stands, as far as it tells what may be inserted.
import type { Layout, Report, Section, Table } from '../../report/report.js';
import { tableAt } from '../../report/tableAt.js';
import { isBlank, type Span } from '../../text/span.js';

/** What has been typed of a piece. */
export interface Typed {
  /** Up to the cursor. */
  readonly text: string;
  /** The same with the closing marks behind the cursor that editors add by themselves. */
  readonly span: Span;
}

export interface CompletionContext {
  readonly report: Report;
  readonly offset: number;
  /** For tables where the report shows none. */
  readonly layout: Layout;
  readonly line: number;
  /** The whole line. */
  readonly span: Span;
  /** The last official heading above the line, and the first below it. */
  readonly above: Section | undefined;
  readonly below: Section | undefined;
  /** The table that the line lies in. */
  readonly table: Table | undefined;
  /** Since the line began. */
  readonly words: Typed;
  /** Since the last sentence ended. */
  readonly clause: Typed;
  /** Nothing more stands on the line. */
  readonly isOpen: boolean;
}

/** More than this is no beginning of a piece. */
const LONGEST_BEGINNING = 40;
const SENTENCE_ENDS = ['。', '；', '！', '？'];
const CLOSING: Readonly<Record<string, string>> = {
  '（': '）',
  '《': '》',
  '〈': '〉',
  '〔': '〕',
};

/** The place at an offset; null in code and comments. */
export function placeAt(report: Report, offset: number, layout: Layout): CompletionContext | null {
  const { text, lines, sections } = report;
  const line = lines.lineAt(offset);
  if (report.isApart(line)) return null;
  const span = lines.spanOf(line);
  const before = text.slice(span.start, offset);
  const added = closedBehind(before, text.slice(offset, Math.min(span.end, offset + 4)));
  const typedFrom = (start: number): Typed => {
    const from = start + before.slice(start).search(/\S|$/);
    return {
      text: before.slice(from),
      span: { start: span.start + from, end: offset + added },
    };
  };
  return {
    report,
    offset,
    layout,
    line,
    span,
    above: sections.findLast(({ heading }) => heading.end < span.start),
    below: sections.find(({ heading }) => heading.start > span.end),
    table: tableAt(report, offset),
    words: typedFrom(0),
    clause: typedFrom(Math.max(...SENTENCE_ENDS.map((mark) => before.lastIndexOf(mark))) + 1),
    isOpen: isBlank(text, { start: offset + added, end: span.end }),
  };
}

/** Whether there is room for something new on a line, behind no more than a beginning of it. */
export function isFree({ table, isOpen }: CompletionContext, { text }: Typed): boolean {
  return !table && isOpen && text.length <= LONGEST_BEGINNING;
}

/** Whether the line is an official heading. */
export function isHeading({ report, span }: CompletionContext): boolean {
  return report.sections.some(
    ({ heading }) => heading.start >= span.start && heading.end <= span.end,
  );
}

/** How many closing marks right behind the cursor belong to marks opened before it. */
function closedBehind(before: string, behind: string): number {
  const open: string[] = [];
  for (const character of before)
    if (CLOSING[character]) open.push(CLOSING[character]);
    else if (character === open.at(-1)) open.pop();
  let count = 0;
  while (count < behind.length && open.length > 0 && behind.charAt(count) === open.pop()) count++;
  return count;
}
