// The six official sections: wherever they stand, however they are worded or numbered.

import { SECTIONS, type SectionNumber, type SectionSpec } from '../form/formats.js';
import { type Numbering, readNumbering } from '../form/numbering.js';
import type { Section } from '../report/report.js';
import { memoized } from '../text/cache.js';
import { foldWords } from '../text/fold.js';
import type { Lines } from '../text/lines.js';
import { type Span, trimmed } from '../text/span.js';
import { editDistance } from './vocabulary.js';

/** How a heading was recognised, surest first. */
type Wording = 'official' | 'near' | 'keywords';
const SURENESS: readonly Wording[] = ['official', 'near', 'keywords'];

interface HeadingCandidate {
  readonly spec: SectionSpec;
  readonly wording: Wording;
  readonly line: number;
  readonly heading: Span;
  readonly title: Span;
  readonly numbering: Numbering | null;
  /** How many of Markdown's # stand before it. */
  readonly depth: number;
}

/** A heading longer than this is a sentence. */
const LONGEST_HEADING = 48;
/** So are more words than these. */
const LONGEST_WORDS = 32;

/** A share of wrong characters below this is a slip of the pen, no other wording. */
const SLIP = 0.26;

const official = new Map(SECTIONS.map((spec) => [foldWords(spec.title), spec]));
const aliases = new Map(
  SECTIONS.flatMap((spec) => (spec.aliases ?? []).map((alias) => [foldWords(alias), spec])),
);

/** Finds the official sections among the lines that are not in fenced code. */
export function readSections(text: string, lines: Lines, fenced: (line: number) => boolean) {
  const candidates: HeadingCandidate[] = [];
  for (let line = 0; line < lines.count; line++) {
    const span = lines.contentOf(line);
    if (span.end === span.start || fenced(line)) continue;
    const candidate = candidateAt(text, span, line);
    if (candidate) candidates.push(candidate);
  }
  const chosen = choose(candidates).sort((a, b) => a.line - b.line);
  return chosen.map((candidate, i): Section => {
    const next = chosen[i + 1];
    const { heading, title, numbering } = candidate;
    return {
      number: candidate.spec.number,
      heading,
      title,
      numbering: numbering ? text.slice(heading.start, title.start) : '',
      official: candidate.wording === 'official',
      body: { start: heading.end, end: next ? next.heading.start : text.length },
    };
  });
}

/** The line of the first of them; null if there is none. */
export function firstHeadingLine(lines: Lines, [first]: readonly Section[]): number | null {
  return first ? lines.lineAt(first.heading.start) : null;
}

/** The section that a line may be the heading of, and whether in the official words. */
export function headingIn(text: string): { number: SectionNumber; official: boolean } | null {
  const found = candidateAt(text, trimmed(text, { start: 0, end: text.length }), 0);
  return found && { number: found.spec.number, official: found.wording === 'official' };
}

function candidateAt(text: string, line: Span, number: number): HeadingCandidate | null {
  const marks = '#*_\\'.includes(text.charAt(line.start))
    ? (/^(?:\\?#{1,6}\s*|\\?\*\\?\*|\\?_\\?_)+/.exec(
        text.slice(line.start, line.start + 12),
      )?.[0] ?? '')
    : '';
  const start = line.start + marks.length;
  let whole = line.end;
  while (marks && whole > start && '*_#\\ '.includes(text.charAt(whole - 1))) whole--;
  // only what begins like a heading is looked at closely: most lines are running text
  const from = { start, end: whole };
  const before = readNumbering(text, from);
  const end = headingEnd(text, from, before);
  if (end === null) return null;
  const heading = trimmed(text, { start, end });
  const numbering = heading.start === start ? before : readNumbering(text, heading);
  if (numbering && numbering.level > 1 && marks === '' && end < whole) return null;
  const title = trimmed(text, { start: numbering?.end ?? heading.start, end: heading.end });
  // where a line is a cell, most are figures
  if (title.end - title.start < 2) return null;
  const words = foldWords(text, title);
  const topLevel = numbering ? numbering.level === 1 : marks.includes('#');
  if (words.length > LONGEST_WORDS) return null;
  const match = wordings[topLevel ? 'top' : 'other'](words);
  if (!match) return null;
  // behind an official title the text may go on in the same line; any other is a sentence
  if (end < whole && match.wording !== 'official') return null;
  const { spec, wording } = match;
  const depth = marks.split('#').length - 1;
  return { spec, wording, line: number, heading, title, numbering, depth };
}

/** Where a heading that begins here would end; null if there is none. */
function headingEnd(
  text: string,
  { start, end }: Span,
  numbering: Numbering | null,
): number | null {
  // the tab behind a number of a list parts no cells: 一、⇥总体情况
  for (let i = numbering?.end ?? start; i < end; i++) {
    const char = text.charCodeAt(i);
    // tab and bars: a table; a full stop or colon: the text goes on behind the heading
    if (char === 9 || char === 0x7c || char === 0xff5c) return null;
    if (char === 0x3002 || char === 0xff1a || (char === 0x3a && i > start + 2)) return i;
    if (i - start > LONGEST_HEADING) return null;
  }
  return end;
}

/** The section that a heading means; headings of the top level may be reworded more freely. */
const wordings = {
  top: memoized((words) => wordingOf(words, true)),
  other: memoized((words) => wordingOf(words, false)),
};

function wordingOf(
  words: string,
  topLevel: boolean,
): { spec: SectionSpec; wording: Wording } | null {
  const exact = official.get(words);
  if (exact) return { spec: exact, wording: 'official' };
  if (words.length < 2) return null;
  const alias = aliases.get(words);
  if (alias) return { spec: alias, wording: 'near' };
  if (!topLevel && !/情况|事项/.test(words)) return null;
  let best: { spec: SectionSpec; distance: number } | null = null;
  for (const [title, spec] of official) {
    const distance = words.includes(title)
      ? (words.length - title.length) / words.length / 2
      : Math.abs(words.length - title.length) > 8
        ? 1
        : editDistance(words, title) / Math.max(words.length, title.length);
    if (distance < (best?.distance ?? (topLevel ? 0.4 : SLIP))) best = { spec, distance };
  }
  const speaks = ({ keywords }: SectionSpec) =>
    keywords.every((group) => group.some((word) => words.includes(word)));
  if (best && (best.distance < SLIP || speaks(best.spec)))
    return { spec: best.spec, wording: 'near' };
  if (!topLevel) return null;
  const spec = SECTIONS.find(speaks);
  return spec ? { spec, wording: 'keywords' } : null;
}

/** One heading for each section: the surest, then the one with the right number. */
function choose(candidates: readonly HeadingCandidate[]): HeadingCandidate[] {
  const chosen = new Map<SectionNumber, HeadingCandidate>();
  const outermost = outermostDepth(candidates);
  const style = commonStyle(candidates, outermost);
  for (const wording of SURENESS)
    for (const { number } of SECTIONS) {
      if (chosen.has(number)) continue;
      const possible = candidates.filter(
        (candidate) =>
          candidate.spec.number === number &&
          candidate.wording === wording &&
          styleOf(candidate, outermost) <= style &&
          (wording !== 'keywords' || inOrder(candidate, chosen)),
      );
      const best =
        // a table of contents names headings that have nothing under them
        possible.find((c) => c.numbering?.number === number && !isListed(c, candidates)) ??
        possible.find((c) => !isListed(c, candidates)) ??
        possible[0];
      if (best) chosen.set(number, best);
    }
  return [...chosen.values()];
}

/** How deep a heading's numbering is: 一、 and none at all count as the top, as does what has as few # as any. */
function styleOf({ numbering, depth }: HeadingCandidate, outermost: number): number {
  return depth > 0 && depth <= outermost ? 1 : (numbering?.level ?? 1);
}

/** The fewest # that an official heading has here. */
function outermostDepth(candidates: readonly HeadingCandidate[]): number {
  const marked = candidates.filter(({ wording, depth }) => wording === 'official' && depth > 0);
  return Math.min(...marked.map(({ depth }) => depth));
}

/**
 * The numbering that the official headings have here: （一） only where 一、 is not used, or hardly and the
 * numbers are those of the sections: beside 一、总体情况, （一）主动公开政府信息情况 is a part of it.
 */
function commonStyle(candidates: readonly HeadingCandidate[], outermost: number): number {
  const sure = candidates.filter(({ wording }) => wording === 'official');
  const deeper = sure.filter((candidate) => styleOf(candidate, outermost) > 1);
  const top = sure.length - deeper.length;
  const own = deeper.filter(({ numbering, spec }) => numbering?.number === spec.number);
  if (top >= 2 || sure.length < 2 || (top > 0 && own.length < 2)) return 1;
  return Math.max(...(top > 0 ? own : deeper).map((candidate) => styleOf(candidate, outermost)));
}

/** Whether the next line that could be a heading names the next section at once. */
function isListed(
  { line, spec }: HeadingCandidate,
  candidates: readonly HeadingCandidate[],
): boolean {
  return candidates.some(
    (other) => other.line === line + 1 && other.spec.number === spec.number + 1,
  );
}

/** A heading known by its key words alone must bear its number or stand where it belongs. */
function inOrder(
  { line, spec, numbering }: HeadingCandidate,
  chosen: ReadonlyMap<SectionNumber, HeadingCandidate>,
): boolean {
  if (numbering?.number === spec.number) return true;
  for (const [number, other] of chosen)
    if (number < spec.number !== other.line < line) return false;
  return true;
}
