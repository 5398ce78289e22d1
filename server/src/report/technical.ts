// Stretches of running text that are no prose: code, link targets, addresses, tags, formulas, file
// names. What stands there is right as it is: nothing is found in it and nothing changed.

import { firstMeeting, type Span } from '../text/span.js';
import { perReport } from './perReport.js';
import type { Report } from './report.js';

export interface Technical extends Span {
  /** A tag is left alone inside; as a whole it may be a left-over. */
  readonly kind: 'tag' | 'other';
}

/** What one of them needs; most texts have none of these. */
const TELLING = /[`<@$\\]|\]\(|\]\[|\]:|:\/\/|www\.|\.[a-z]/i;

/** All of a report, in order; looked for once. */
export const technicalIn = perReport(({ text, prose }): readonly Technical[] =>
  TELLING.test(text) ? prose.flatMap(({ span }) => technicalOn(text, span)) : [],
);

function technicalOn(text: string, { start, end }: Span): readonly Technical[] {
  const line = text.slice(start, end);
  return TELLING.test(line) ? new TechnicalReader(line, start).read() : [];
}

/** The technical stretch that meets a span; for an empty span, the one that it lies in. */
export function technicalAt(report: Report, span: Span): Technical | undefined {
  return firstMeeting(technicalIn(report), span);
}

/** Whether a character of running text belongs to such a stretch. */
export function isTechnical(report: Report, offset: number): boolean {
  return technicalAt(report, { start: offset, end: offset + 1 }) !== undefined;
}

const FILE_ENDS = new Set(
  'doc docx xls xlsx csv ppt pptx wps et dps pdf ofd txt rtf zip rar 7z jpg jpeg png gif bmp svg mp4 mp3 htm html md xml json'.split(
    ' ',
  ),
);
const LONGEST_NAME = 100;
/** With its point. */
const LONGEST_END = 5;
/** What no file name has in it; half-width marks may be part of one. */
const NO_NAME = /[\s，。；：、《》“”‘’【】〈〉！？<>|*?"`]/;
/** What goes on to the next blank or mark of Chinese text. */
const WORD = /[^\s，。；：、《》“”（）]/;

/** A stretch by its offsets in the line. */
interface LineStretch {
  readonly from: number;
  readonly to: number;
  readonly kind?: Technical['kind'];
}

/** Reads one line from left to right, each character a few times at most. */
class TechnicalReader {
  private readonly found: Technical[] = [];
  /** Behind the last stretch. */
  private done = 0;
  /** What was looked for in vain is not there further on either. */
  private readonly absent = new Set<string>();
  /** Up to here no tag is closed. */
  private openTag = 0;
  private hasOpenTarget = false;

  constructor(
    private readonly line: string,
    private readonly offset: number,
  ) {}

  read(): readonly Technical[] {
    const { length } = this.line;
    if (this.isDefinition()) this.take({ from: 0, to: length });
    for (let i = this.done; i < length; i = Math.max(i + 1, this.done)) this.take(this.at(i));
    return this.found;
  }

  /** What begins, or is told, at an offset. */
  private at(i: number): LineStretch | null {
    switch (this.line.charCodeAt(i)) {
      case 0x60: // `
        return this.code(i);
      case 0x3c: // <
        return this.angle(i);
      case 0x5d: // ]
        return this.target(i);
      case 0x24: // $
        return this.formula(i);
      case 0x3a: // :
        return this.address(i);
      case 0x40: // @
        return this.mail(i);
      case 0x2e: // .
        return this.point(i);
      case 0x5c: // \
        return this.path(i);
      default:
        return null;
    }
  }

  private take(stretch: LineStretch | null): void {
    if (!stretch) return;
    const { from, to, kind = 'other' } = stretch;
    const start = Math.max(from, this.done);
    if (to <= start) return;
    this.found.push({ start: start + this.offset, end: to + this.offset, kind });
    this.done = to;
  }

  private char(at: number): string {
    return this.line.charAt(at);
  }

  /** Where some words stand next; -1 if they do not. */
  private find(words: string, from: number): number {
    if (this.absent.has(words)) return -1;
    const at = this.line.indexOf(words, from);
    if (at < 0) this.absent.add(words);
    return at;
  }

  /** The first offset from which on characters are of another kind. */
  private behind(from: number, kind: RegExp): number {
    let at = from;
    while (at < this.line.length && kind.test(this.char(at))) at++;
    return at;
  }

  /** The same leftwards, not beyond what has been taken. */
  private before(from: number, kind: RegExp): number {
    let at = from;
    while (at > this.done && kind.test(this.char(at - 1))) at--;
    return at;
  }

  /** `code`, ``code``. */
  private code(i: number): LineStretch | null {
    const from = this.behind(i, /`/);
    const run = '`'.repeat(from - i);
    let at = this.find(run, from);
    while (at >= 0) {
      const end = this.behind(at, /`/);
      if (end - at === run.length) return { from: i, to: end };
      at = this.find(run, end);
    }
    this.done = from;
    return null;
  }

  /** <!-- a comment -->, <http://…>, <b class="…">, </b>. */
  private angle(i: number): LineStretch | null {
    if (this.line.startsWith('<!--', i)) {
      const close = this.find('-->', i + 4);
      return close < 0 ? null : { from: i, to: close + 3 };
    }
    if (i < this.openTag) return null;
    const from = this.char(i + 1) === '/' ? i + 2 : i + 1;
    const name = this.behind(from, /[\w:.+-]/);
    if (!/[a-z]/i.test(this.char(from)) || !/[\s/>@]/.test(this.char(name))) return null;
    let quote = '';
    for (let at = name; at < this.line.length; at++) {
      const char = this.char(at);
      if (quote !== '') {
        if (char === quote) quote = '';
      } else if (char === '>') {
        const isLink = /^[^\s"']*(?::\/\/|@)|^mailto:/i.test(this.line.slice(from, at));
        return { from: i, to: at + 1, kind: isLink ? 'other' : 'tag' };
      } else if (char === '<') {
        this.openTag = at;
        return null;
      } else if ((char === '"' || char === "'") && this.char(at - 1) === '=') quote = char;
    }
    this.openTag = this.line.length;
    return null;
  }

  /** ](target "title"), ][reference]. */
  private target(i: number): LineStretch | null {
    if (this.char(i + 1) === '[') {
      const close = this.find(']', i + 2);
      return close < 0 ? null : { from: i + 1, to: close + 1 };
    }
    if (this.char(i + 1) !== '(') return null;
    let depth = 0;
    for (let at = i + 1; at < this.line.length && !this.hasOpenTarget; at++) {
      const char = this.char(at);
      if (char === '"') {
        const close = this.find('"', at + 1);
        if (close >= 0 && /[)\s]/.test(this.char(close + 1))) at = close;
      } else if (char === '(') depth++;
      else if (char === ')' && --depth === 0) return { from: i, to: at + 1 };
    }
    // where it is not closed, the address is one all the same
    this.hasOpenTarget = true;
    return { from: i, to: this.behind(i + 2, WORD) };
  }

  /** $x_1, x_2$ and $$…$$; no amounts: $100, $200. */
  private formula(i: number): LineStretch | null {
    const from = this.behind(i, /\$/);
    const mark = this.line.slice(i, from);
    const close = mark.length > 2 ? -1 : this.find(mark, from);
    const to = close + mark.length;
    const isOne =
      close >= 0 &&
      !/\s/.test(this.char(from) + this.char(close - 1)) &&
      !/[\d$]/.test(this.char(to));
    if (isOne) return { from: i, to };
    this.done = from;
    return null;
  }

  /** http://…, D:\…. */
  private address(i: number): LineStretch | null {
    const from = this.before(i, /[a-z]/i);
    if (from === i) return null;
    if (this.line.startsWith('://', i)) return { from, to: this.url(i) };
    const isDrive = i - from === 1 && this.char(i + 1) === '\\';
    return isDrive ? { from, to: this.behind(i, WORD) } : null;
  }

  /** images\a.png */
  private path(i: number): LineStretch | null {
    if (!/\w/.test(this.char(i - 1)) || !/[\w\u4e00-\u9fff]/.test(this.char(i + 1))) return null;
    return { from: this.before(i, /[\w.-]/), to: this.behind(i, WORD) };
  }

  /** The end of an address; Chinese belongs to it where it begins a part of it: /公开/a, ?k=年报. */
  private url(from: number): number {
    let depth = 0;
    for (let at = from; at < this.line.length; at++) {
      const char = this.char(at);
      if (char === '(') depth++;
      if (char === ')' && --depth < 0) return at;
      if (/[\w\-./?%&=#:~+@!,;*'$()]/.test(char)) continue;
      if (!/[\u4e00-\u9fff]/.test(char) || !/[/=&#,_\u4e00-\u9fff-]/.test(this.char(at - 1)))
        return at;
    }
    return this.line.length;
  }

  private mail(i: number): LineStretch | null {
    const to = this.behind(i + 1, /[\w.-]/);
    const isOne = this.line.slice(i, to).includes('.');
    return isOne ? { from: this.before(i, /[\w.+-]/), to } : null;
  }

  /** www.…, 目录,说明.docx: a file's name begins where its word does. */
  private point(i: number): LineStretch | null {
    const www = this.before(i, /w/i);
    if (i - www === 3) return { from: www, to: this.url(www) };
    const to = this.behind(i + 1, /[a-z\d]/i);
    if (to - i > LONGEST_END || !FILE_ENDS.has(this.line.slice(i + 1, to).toLowerCase()))
      return null;
    let from = i;
    const first = Math.max(this.done, i - LONGEST_NAME);
    while (from > first && !NO_NAME.test(this.char(from - 1))) from--;
    return { from, to };
  }

  /** [name]: target "title" on a line of its own; [^1]: is a note. */
  private isDefinition(): boolean {
    if (this.char(0) !== '[' || this.char(1) === '^') return false;
    const close = this.find(']:', 1);
    if (close < 0) return false;
    const rest = this.line.slice(close + 2).trim();
    const target = this.behindTarget(rest);
    const title = rest.slice(target).trim();
    return target > 0 && (title === '' || '"\'('.includes(title.charAt(0)));
  }

  private behindTarget(rest: string): number {
    if (rest.startsWith('<')) return rest.indexOf('>') + 1;
    const space = rest.search(/\s/);
    return space < 0 ? rest.length : space;
  }
}
