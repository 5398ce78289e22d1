// A report's running text as it is compared with others': words alone, with names, years and figures folded
// away, and a note of what is not the writer's own (official headings, titles, quotes, set phrases).

import { organOf } from '../form/organs.js';
import { WRITTEN_PHRASES } from '../form/phrases.js';
import { isStandingSentence } from '../form/preamble.js';
import { SELF_SIGNS } from '../form/selfWords.js';
import type { ProseLine, Report } from '../report/report.js';
import { foldWords } from '../text/fold.js';

/** Words that stand one after another; places are offsets of the report text. */
export interface ComparedText {
  /** The text of the report. */
  readonly text: string;
  /** The folded characters. */
  readonly words: string;
  /** The section that each stands in. */
  readonly section: Uint8Array;
  /** Where each stands in the report. */
  readonly at: Uint32Array;
  /** 1 for those that are nobody's own, or where another line of thought begins. */
  readonly apart: Uint8Array;
}

/** What stands for the name of the organ or of its place, for 我县 and the like, and between paragraphs that are apart. */
const NAME = '\ue000';
const SELF = '\ue001';
const BREAK = '\ue002';

/** The running text of the sections; what comes before them is the form's. */
export function comparedText(report: Report): ComparedText {
  const writer = new ComparedWriter(report);
  const headings = new Set(report.sections.map(({ heading }) => heading.start));
  for (const line of report.prose) {
    const { section, span } = line;
    if (section === 0 || headings.has(span.start)) writer.breakOff();
    else writer.line(line);
  }
  return writer.done();
}

class ComparedWriter {
  readonly #names: readonly string[];
  /** What is written, sentence by sentence: a look into the whole would copy all of it each time. */
  #words = '';
  #sentence = '';
  readonly #at: number[] = [];
  readonly #apart: number[] = [];
  readonly #section: number[] = [];
  #current = 0;
  /** Whether nothing stands behind the last break. */
  #isBroken = true;

  constructor(private readonly report: Report) {
    this.#names = namesOf(report.organization);
  }

  /** Broken lines are joined; a heading that says nothing else is no text of its own. */
  line({ span, level, section }: ProseLine): void {
    this.#current = section;
    const { text } = this.report;
    const isHeading = level > 0 && !/[。；！？]/.test(text.slice(span.start, span.end));
    if (level > 0) this.breakOff();
    if (isHeading) return;
    const quotes = quotesIn(text.slice(span.start, span.end));
    let quote = 0;
    for (let i = span.start; i < span.end; i++) {
      const at = i - span.start;
      while ((quotes[quote]?.end ?? Infinity) <= at) quote++;
      const isQuoted = (quotes[quote]?.start ?? Infinity) <= at;
      const mark = text.charAt(i);
      if (/[。；！？]/.test(mark)) this.#endSentence();
      else {
        const folded = foldWords(text, { start: i, end: i + 1 });
        if (folded !== '' && !/\d/.test(folded)) this.#put(folded, i, isQuoted);
      }
    }
  }

  breakOff(): void {
    this.#endSentence();
    if (this.#isBroken) return;
    this.#put(BREAK, this.#at.at(-1) ?? 0, true);
    this.#endSentence();
    this.#isBroken = true;
  }

  done(): ComparedText {
    this.#endSentence();
    const { words, kept } = withoutNames(this.#words, this.#names);
    const apart = Uint8Array.from(kept, (i) => this.#apart[i] as number);
    markPhrases(words, apart);
    return {
      text: this.report.text,
      words,
      section: Uint8Array.from(kept, (i) => this.#section[i] as number),
      at: Uint32Array.from(kept, (i) => this.#at[i] as number),
      apart,
    };
  }

  #put(word: string, at: number, isApart: boolean): void {
    this.#sentence += word;
    this.#isBroken = false;
    this.#at.push(at);
    this.#apart.push(isApart ? 1 : 0);
    this.#section.push(this.#current);
  }

  /** What says on what grounds and for which time the report is written is the same everywhere. */
  #endSentence(): void {
    if (isStandingSentence(this.#sentence)) this.#apart.fill(1, this.#words.length);
    this.#words += this.#sentence;
    this.#sentence = '';
  }
}

interface QuotedStretch {
  readonly start: number;
  readonly end: number;
}

const CLOSING: Readonly<Record<string, string>> = { '《': '》', '“': '”', '〔': '〕' };
/** No quote is longer; what is not closed by then is none. */
const LONGEST_QUOTE = 120;

/** Titles with the number behind them, and words in quotation marks. */
function quotesIn(line: string): QuotedStretch[] {
  const found: QuotedStretch[] = [];
  for (let i = 0; i < line.length; i++) {
    const close = CLOSING[line.charAt(i)];
    if (close === undefined) continue;
    const near = line.slice(i, i + LONGEST_QUOTE).indexOf(close);
    if (near < 0) continue;
    const end = i + near + 1;
    found.push({ start: i, end });
    i = end - 1;
  }
  return found;
}

/** The names of an organ and of its areas, as folded words, the longest first. */
function namesOf(organization: string | null): readonly string[] {
  if (organization === null) return [];
  const names = [organization];
  const organ = organOf(organization);
  if (organ) {
    names.push(organ.body);
    for (let area = organ.area; area; area = area.within) {
      names.push(area.name, area.own);
      // 云水镇 is 云水 in names of its own
      const stem = area.own.slice(0, area.own.length - area.unit.length);
      if (stem.length > 1) names.push(stem);
    }
  }
  const folded = names.map((name) => foldWords(name)).filter((name) => name.length > 1);
  return [...new Set(folded)].sort((a, b) => b.length - a.length);
}

/** With one sign in place of each name and of each 我县, 本局, 全镇; and which characters are kept for it. */
function withoutNames(written: string, names: readonly string[]) {
  let words = '';
  const kept: number[] = [];
  for (let i = 0; i < written.length; ) {
    const name = names.find((one) => written.startsWith(one, i));
    const isSelf = SELVES.has(written.slice(i, i + 2));
    words += name ? NAME : isSelf ? SELF : written.charAt(i);
    kept.push(i);
    i += name?.length ?? (isSelf ? 2 : 1);
  }
  return { words, kept };
}

const SELVES = new Set(
  ['我', '本', '全'].flatMap((who) => [...SELF_SIGNS].map((sign) => who + sign)),
);

const PHRASES = WRITTEN_PHRASES.map(({ text }) => foldWords(text));

function markPhrases(words: string, apart: Uint8Array): void {
  for (const phrase of PHRASES)
    for (let i = words.indexOf(phrase); i >= 0; i = words.indexOf(phrase, i + phrase.length))
      apart.fill(1, i, i + phrase.length);
}
