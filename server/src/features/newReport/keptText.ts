// The running text of last year's report, to be rewritten: its own headings stay headings, every
// paragraph gets a mark.

import type { SectionSpec } from '../../form/formats.js';
import { readNumbering } from '../../form/numbering.js';
import { KEPT, promptsIn } from '../../form/prompts.js';
import { parseReport } from '../../reading/parse.js';
import { END_MARKS } from '../../reading/readTitle.js';
import type { Report } from '../../report/report.js';
import { foldWords } from '../../text/fold.js';

/** The paragraphs of a section as they go into the new report. */
export interface KeptText {
  readonly beforeTable: readonly string[];
  readonly afterTable: readonly string[];
}

/** How a heading of its own is written at a level. */
export type HeadingWriter = (words: string, level: number) => string;

/** The running text of a section, marked for rewriting; none of its table. */
export function keptText(
  { text, prose, sections, tables }: Report,
  { number, table: key }: SectionSpec,
  headingOf: HeadingWriter,
): KeptText {
  const beforeTable: string[] = [];
  const afterTable: string[] = [];
  const section = sections.find((one) => one.number === number);
  const table = key && tables[key];
  for (const { span, section: own } of prose) {
    if (!section || own !== number || span.end <= section.body.start) continue;
    // the paragraph may go on in the line of the heading
    const isRest = span.start < section.body.start;
    const line = text.slice(isRest ? section.body.start : span.start, span.end);
    const words = plain(isRest ? line.replace(/^[。.：:*_#\s]+/, '') : line);
    if (words === null || (key && !isSentence(words))) continue;
    const written = (!key && ownHeading(words, headingOf)) || KEPT + words;
    (table && span.start < table.span.start ? beforeTable : afterTable).push(written);
  }
  return { beforeTable, afterTable };
}

/** The line without comments and marks of an unfinished report; null if nothing is left. */
function plain(line: string): string | null {
  let words = line.replace(/<!--.*?-->|<!--|-->/g, '');
  for (const { start, end } of promptsIn(words).reverse())
    words = words.slice(0, start) + words.slice(end);
  words = words.trim();
  return foldWords(words) === '' ? null : words;
}

/** In a section with a table whatever is no sentence may be a piece of the table. */
function isSentence(words: string): boolean {
  return /[。；！？：]/.test(words);
}

/** A numbered line without a sentence in it; none that would be taken for a title or an official heading. */
function ownHeading(line: string, headingOf: HeadingWriter): string | null {
  const marked = /^#{1,6}\s+/.test(line);
  const words = END_MARKS.before(line.replace(/^(?:#{1,6}\s+|\*\*|__)+/, '')).trim();
  if (words.length > 40 || /[。；！？，：;:,]/.test(words)) return null;
  const level = readNumbering(words, { start: 0, end: words.length })?.level;
  if (!level && !marked) return null;
  const written = headingOf(words, level ?? 2);
  const { title, sections } = parseReport(written);
  return title || sections.length > 0 ? null : written;
}
