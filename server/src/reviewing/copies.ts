// Reports that copy one another or an earlier one: which pairs, how much, and the places side by side.
import { grouped } from '../text/grouped.js';
import type { Span } from '../text/span.js';
import type { ComparedText } from './comparedText.js';
import { candidates, SHINGLE, shinglesOf, sketchOf } from './minHash.js';

/** A report to compare. */
export interface ComparedReport {
  /** The same for all reports of one organ. */
  readonly organ: string;
  readonly year: number | null;
  readonly compared: ComparedText;
}

/** Two reports that have more in common than chance; `one` is of the year that is reviewed. */
export interface Copy<R extends ComparedReport = ComparedReport> {
  readonly one: R;
  readonly other: R;
  /** How much of the shorter report's own words stands in the other, too: from 0 to 1. */
  readonly share: number;
  /** In the order of the first. */
  readonly places: readonly CopiedPlace[];
}

/** A stretch that stands in both, and how many characters weigh. */
export interface CopiedPlace {
  readonly one: CopiedStretch;
  readonly other: CopiedStretch;
  readonly weight: number;
}

export interface CopiedStretch {
  readonly section: number;
  readonly span: Span;
  readonly text: string;
}

/** With fewer words of its own a report says too little to be compared. */
const FEWEST = 60;
/** One sentence that two short reports share says nothing. */
const FEWEST_SHARED = 40;
/** So much of the shorter one must be in both; of one's own last year's report, where more stays, half. */
const SHARE = { others: 0.3, own: 0.5 };
/** A passage as long as that is no chance, however much else there is. */
const PASSAGE = 120;
/** A shorter stretch is shown by nobody. */
const SHORTEST = 16;
/** So many characters may differ between two stretches that are shown as one. */
const GAP = 12;

/** What is compared: words of one's own, as the folder shows them. */
interface OwnWords<R> {
  readonly report: R;
  readonly shingles: Uint32Array;
  /** 1 where the shingle is the report's own. */
  readonly counts: Uint8Array;
  /** The own shingles, each once, in order. */
  readonly own: Uint32Array;
}

/** The pairs of reports that copy, the most alike first. Reports of one organ on one year are one report sent twice. */
export function copiesAmong<R extends ComparedReport>(
  reports: readonly R[],
  year: number | null,
): Copy<R>[] {
  const texts = ownWords(reports);
  const sketches = texts.map(({ shingles, counts }) => sketchOf(shingles, counts));
  const copies: Copy<R>[] = [];
  for (const pair of candidates(sketches)) {
    const a = texts[Math.floor(pair / texts.length)] as OwnWords<R>;
    const b = texts[pair % texts.length] as OwnWords<R>;
    const isFirst = a.report.year === year && !(b.report.year === year && isLater(b, a));
    const [one, other] = isFirst ? [a, b] : [b, a];
    if (one.report.year !== year || isSame(a.report, b.report)) continue;
    const copy = compare(one, other);
    if (copy) copies.push(copy);
  }
  return copies.sort((a, b) => b.share - a.share);
}

function isSame(a: ComparedReport, b: ComparedReport): boolean {
  return a.organ === b.organ && a.year === b.year;
}

function isLater<R extends ComparedReport>(a: OwnWords<R>, b: OwnWords<R>): boolean {
  return a.report.organ < b.report.organ;
}

function compare<R extends ComparedReport>(one: OwnWords<R>, other: OwnWords<R>): Copy<R> | null {
  const fewer = Math.min(one.own.length, other.own.length);
  if (fewer < FEWEST) return null;
  const shared = inBoth(one.own, other.own);
  if (shared < FEWEST_SHARED) return null;
  const share = shared / fewer;
  const isOwn = one.report.organ === other.report.organ;
  const isMuch = share >= (isOwn ? SHARE.own : SHARE.others);
  if (!isMuch && (isOwn || shared < PASSAGE / 2)) return null;
  const places = placesIn(one, other);
  const longest = places.reduce((most, { weight }) => Math.max(most, weight), 0);
  if (!isMuch && longest < PASSAGE) return null;
  return places.length > 0 ? { one: one.report, other: other.report, share, places } : null;
}

/** Without what many organs of the folder say as well: nobody copied that from anybody. */
function ownWords<R extends ComparedReport>(reports: readonly R[]): OwnWords<R>[] {
  const all = reports.map((report) => ({ report, shingles: shinglesOf(report.compared.words) }));
  const byOrgan = grouped(all, ({ report }) => report.organ);
  const organs = byOrgan.size;
  // all of a few, a tenth of many
  const most = Math.max(2, Math.min(4, organs - 1), Math.floor(organs / 10));
  const uses = new Uint16Array(SLOTS);
  for (const texts of byOrgan.values())
    for (const shingle of distinct(texts.map(({ shingles }) => shingles))) {
      const slot = shingle % SLOTS;
      if ((uses[slot] as number) <= most) uses[slot] = (uses[slot] as number) + 1;
    }
  return all.map(({ report, shingles }) => {
    const { apart } = report.compared;
    const counts = Uint8Array.from(shingles, (shingle, i) =>
      (uses[shingle % SLOTS] as number) <= most && isOwnAt(apart, i) ? 1 : 0,
    );
    return {
      report,
      shingles,
      counts,
      own: distinct([shingles.filter((_, i) => counts[i] === 1)]),
    };
  });
}

/** Two shingles in one slot are counted as one: then less weighs, never more. */
const SLOTS = 1 << 23;

function isOwnAt(apart: Uint8Array, at: number): boolean {
  for (let i = at; i < at + SHINGLE; i++) if (apart[i] === 1) return false;
  return true;
}

/** All numbers of some lists, each once, in order. */
function distinct(lists: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(lists.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  return all.sort().filter((value, i, sorted) => i === 0 || value !== sorted[i - 1]);
}

/** How many numbers two such lists have in common. */
function inBoth(a: Uint32Array, b: Uint32Array): number {
  let count = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const difference = (a[i] as number) - (b[j] as number);
    if (difference === 0) count++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return count;
}

/** A stretch of words that is the same in both: where it begins in each, and where it ends. */
interface SharedStretch {
  start: readonly [one: number, other: number];
  end: readonly [one: number, other: number];
  weight: number;
}

/** Of the places where a shingle stands in the other report, no more than these are tried. */
const TRIED = 4;

function placesIn<R extends ComparedReport>(one: OwnWords<R>, other: OwnWords<R>): CopiedPlace[] {
  const standing = new Map<number, number[]>();
  for (const [at, shingle] of other.shingles.entries()) {
    if (other.counts[at] === 0) continue;
    const places = standing.get(shingle);
    if (!places) standing.set(shingle, [at]);
    else if (places.length < TRIED) places.push(at);
  }
  const [a, b] = [one.report.compared, other.report.compared];
  const found: SharedStretch[] = [];
  for (let at = 0; at < one.shingles.length; ) {
    const places = one.counts[at] === 1 ? standing.get(one.shingles[at] as number) : undefined;
    if (!places) {
      at++;
      continue;
    }
    const last = found.at(-1);
    // what goes on where the last stretch ended goes before what is longer
    const next = places.find(
      (there) => last && a.section[last.start[0]] === a.section[at] && isNear(last, at, there),
    );
    const tried = next === undefined ? places : [next];
    const lengths = tried.map((there) => sameFrom(a, b, at, there));
    const length = Math.max(...lengths);
    const place = tried[lengths.indexOf(length)] as number;
    const end = [at + length, place + length] as const;
    let weight = 0;
    for (let i = at; i <= end[0] - SHINGLE; i++) weight += one.counts[i] as number;
    weight += SHINGLE - 1;
    if (last && next !== undefined) {
      last.end = end;
      last.weight += weight;
    } else found.push({ start: [at, place], end, weight });
    at = end[0];
  }
  return found
    .filter(({ weight }) => weight >= SHORTEST)
    .map(({ start, end, weight }) => ({
      one: stretchOf(a, start[0], end[0]),
      other: stretchOf(b, start[1], end[1]),
      weight,
    }));
}

function isNear({ end }: SharedStretch, at: number, place: number): boolean {
  return at - end[0] <= GAP && place >= end[1] && place - end[1] <= GAP;
}

/** How many characters are the same from two places on, to the end of the section. */
function sameFrom(a: ComparedText, b: ComparedText, from: number, place: number): number {
  const section = a.section[from];
  let length = 0;
  while (
    from + length < a.words.length &&
    place + length < b.words.length &&
    a.section[from + length] === section &&
    a.words.charCodeAt(from + length) === b.words.charCodeAt(place + length)
  )
    length++;
  return length;
}

function stretchOf({ text, at, section }: ComparedText, start: number, end: number): CopiedStretch {
  const span = { start: at[start] as number, end: (at[end - 1] as number) + 1 };
  return { section: section[start] as number, span, text: text.slice(span.start, span.end) };
}
