// By what a finding is known again after edits: its rule (stored beside), section, cell and words,
// never its line. Readable, so that whoever reviews a .nianbao.json sees what is ignored.
import type { Report } from '../report/report.js';
import { foldWords } from '../text/fold.js';
import type { Span } from '../text/span.js';

/** What is to be known of a finding here. */
export interface Placed {
  readonly rule: string;
  readonly span: Span;
  readonly at?: { readonly table: string; readonly row?: string; readonly column?: string };
}

/** Longer words are cut, and told apart by a sum of all of them. */
const LONGEST = 24;
/** Of a longer stretch only the beginning counts: findings in one another would take forever. */
const FARTHEST = 2000;
/** So many words on either side tell where a mark without words of its own stands. */
const AROUND = 6;
/** They are looked for in so many characters. */
const NEAR = 40;

/** The fingerprints of all findings of a report; of equal ones, the later ones are numbered. */
export function fingerprintsOf(report: Report, findings: readonly Placed[]): string[] {
  const sectionAt = sectionsBy(report);
  const times = new Map<string, number>();
  return findings.map((finding) => {
    const { table, row, column } = finding.at ?? {};
    const cell = [table, row, column].filter(Boolean).join('/');
    const parts = [sectionAt(finding.span.start), cell, wordsOf(report, finding)];
    const print = parts.filter((part) => part !== '').join(':');
    const key = `${finding.rule} ${print}`;
    const time = (times.get(key) ?? 0) + 1;
    times.set(key, time);
    return time === 1 ? print : `${print}#${time}`;
  });
}

function wordsOf({ text, lines }: Report, { span, at }: Placed): string {
  const { start, end } = span;
  const words = shortened(foldWords(text, { start, end: Math.min(end, start + FARTHEST) }));
  if (words !== '' || at) return words;
  const line = lines.lineSpanAt(span.start);
  const before = foldWords(text, { start: Math.max(line.start, start - NEAR), end: start });
  const after = foldWords(text, { start: end, end: Math.min(line.end, end + NEAR) });
  return `${before.slice(-AROUND)}^${after.slice(0, AROUND)}`;
}

function shortened(words: string): string {
  if (words.length <= LONGEST) return words;
  return `${words.slice(0, LONGEST - 8)}~${sum(words)}`;
}

/** FNV-1a, enough to tell the long texts of one section apart. */
function sum(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++)
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash.toString(36);
}

/** The number of the section that an offset lies in, 0 before the first. */
function sectionsBy({ sections }: Report): (offset: number) => number {
  const starts = sections.toSorted((a, b) => a.heading.start - b.heading.start);
  return (offset) => starts.findLast(({ heading }) => heading.start <= offset)?.number ?? 0;
}
