// Pairing the brackets and quotation marks of a stretch of text: what does not come out even.

import type { TextEdit } from '../../text/edit.js';
import type { Span } from '../../text/span.js';
import { isIdeograph } from './shared/chars.js';

export interface PairingFault {
  readonly span: Span;
  readonly message: string;
  /** How to fix it, where that can be told. */
  readonly edits?: readonly TextEdit[];
  readonly safe?: boolean;
}

const OPENING = '（(《〈“‘「『【［〖';
const CLOSING = '）)》〉”’」』】］〗';
/** The kind that either half belongs to; half-width brackets are brackets. */
const KIND = '（（《〈“‘「『【［〖';

/** An opening mark that waits for its other half. */
interface Open {
  readonly kind: string;
  readonly at: number;
  /** It stands directly in its like: 《…《, “…“. */
  readonly inLike: boolean;
  /** It stands in 《》, however deep. */
  readonly inTitle: boolean;
  /** The open marks right outside and inside of it. */
  outer: Open | null;
  inner: Open | null;
}

/** The faults of the marks at these offsets, which all lie in one stretch of text. */
export function faultsOf(text: string, span: Span, marks: readonly number[]): PairingFault[] {
  return new Pairing(text, span, marks).faults;
}

class Pairing {
  readonly faults: PairingFault[] = [];
  /** The innermost open mark; each knows the one around it. */
  private top: Open | null = null;
  /** The open marks of each kind, the innermost last: among thousands none is looked for. */
  private readonly waiting = new Map<string, Open[]>();

  constructor(
    private readonly text: string,
    private readonly span: Span,
    marks: readonly number[],
  ) {
    const turned = this.turnedQuotes(marks.filter((at) => isQuote(text.charAt(at))));
    for (let i = 0; i < marks.length; i++) {
      const at = marks[i] as number;
      const char = text.charAt(at);
      if (turned && isQuote(char)) continue;
      if (isAngle(char)) this.angle(char, at);
      else if (OPENING.includes(char)) this.opens(KIND.charAt(OPENING.indexOf(char)), at);
      else if (!this.isPart(char, at)) {
        const crossing = this.closes(KIND.charAt(CLOSING.indexOf(char)), at, marks[i + 1]);
        if (crossing) i++;
      }
    }
    for (let open = this.top; open; open = open.outer)
      if (open.kind !== '<') this.unpaired(open.at);
    this.faults.sort((a, b) => a.span.start - b.span.start);
  }

  /** Quotes that are even in number and point the wrong way are turned; nested ones are right. */
  private turnedQuotes(quotes: readonly number[]): boolean {
    if (quotes.length === 0 || quotes.length % 2 === 1) return false;
    const isRight = (at: number, i: number) => this.text.charAt(at) === (i % 2 === 0 ? '“' : '”');
    const wrong = quotes.flatMap((at, i) => (isRight(at, i) ? [] : [{ at, opens: i % 2 === 0 }]));
    if (wrong.length === 0) return false;
    const opening = quotes.filter((at) => this.text.charAt(at) === '“').length;
    if (opening * 2 === quotes.length && this.text.charAt(quotes[0] as number) === '“')
      return false;
    const first = (wrong[0] as (typeof wrong)[number]).at;
    const edits = wrong.map(({ at, opens }) => ({ span: one(at), newText: opens ? '“' : '”' }));
    // one or two turned marks are plain, more may as well be a lost one
    const message = `引号“${this.around(first)}”方向写反了，应一左一右配对。`;
    this.faults.push({ span: one(first), message, edits, safe: wrong.length <= 2 });
    return true;
  }

  private opens(kind: string, at: number): void {
    const { top } = this;
    const inLike = (kind === '《' || kind === '“') && top?.kind === kind;
    const inTitle = top !== null && (top.kind === '《' || top.inTitle);
    const open: Open = { kind, at, inLike, inTitle, outer: top, inner: null };
    if (top) top.inner = open;
    this.top = open;
    const same = this.waiting.get(kind);
    if (same) same.push(open);
    else this.waiting.set(kind, [open]);
  }

  /** The innermost open mark of a kind. */
  private innermost(kind: string): Open | undefined {
    return this.waiting.get(kind)?.at(-1);
  }

  /** Takes out an open mark, the innermost of its kind. */
  private take({ kind, outer, inner }: Open): void {
    this.waiting.get(kind)?.pop();
    if (outer) outer.inner = inner;
    if (inner) inner.outer = outer;
    else this.top = outer;
  }

  /** Closes a mark; true if the next closing mark was used up with it. */
  private closes(kind: string, at: number, next: number | undefined): boolean {
    const { top } = this;
    if (top?.kind === kind) {
      this.take(top);
      if (top.inLike) this.inLike(top, at);
      return false;
    }
    const deeper = this.innermost(kind);
    if (!top || !deeper) {
      if (top && isLike(top.kind, kind)) {
        this.take(top);
        this.mismatched(top, at);
      } else this.unpaired(at);
      return false;
    }
    // “《…”》: two closing marks side by side, the wrong way round
    if (next === at + 1 && this.kindClosing(next) === top.kind && top.outer === deeper) {
      const [a, b] = [this.text.charAt(at), this.text.charAt(next)];
      const span = { start: at, end: next + 1 };
      const message = `“${a}${b}”交叉了，先开的后关，应为“${b}${a}”。`;
      this.faults.push({ span, message, edits: [{ span, newText: `${b}${a}` }] });
      this.take(top);
      this.take(deeper);
      return true;
    }
    for (let lost = this.top; lost && lost !== deeper; lost = this.top) {
      this.take(lost);
      if (lost.kind !== '<') this.unpaired(lost.at);
    }
    this.take(deeper);
    return false;
  }

  private kindClosing(at: number): string {
    return KIND.charAt(CLOSING.indexOf(this.text.charAt(at)));
  }

  /** < and > inside 《》 stand for 〈 and 〉. */
  private angle(char: string, at: number): void {
    const opens = char === '<' || char === '＜';
    if (opens) {
      // outside, only around words: <关于…的通知>
      if (this.innermost('《') || isIdeograph(this.text.charCodeAt(at + 1))) this.opens('<', at);
      return;
    }
    const mate = this.innermost('<');
    if (!mate) return;
    this.take(mate);
    const { at: start, inTitle: inside } = mate;
    const [left, right] = inside ? '〈〉' : '《》';
    const wrote = `${this.text.charAt(start)} ${char}`;
    const message = inside
      ? `书名号里的书名号应为〈〉，写成了 ${wrote}。`
      : `书名号应为《》，写成了 ${wrote}。`;
    const edits = [
      { span: one(start), newText: left as string },
      { span: one(at), newText: right as string },
    ];
    this.faults.push({ span: { start, end: at + 1 }, message, edits, safe: inside });
  }

  private inLike({ kind, at }: Open, end: number): void {
    const [outer, inner] = kind === '《' ? ['书名号', '〈〉'] : ['引号', '‘’'];
    const message = `${outer}里面再用${outer}，里面一层应为“${inner}”。`;
    const edits = [
      { span: one(at), newText: inner.charAt(0) },
      { span: one(end), newText: inner.charAt(1) },
    ];
    this.faults.push({ span: { start: at, end: end + 1 }, message, edits });
  }

  private mismatched({ at: start, kind }: Open, at: number): void {
    const right = CLOSING.charAt(OPENING.indexOf(kind));
    const left = this.text.charAt(start);
    const message = `左边是“${left}”，右边写成了“${this.text.charAt(at)}”，应为“${right}”。`;
    const edits = [{ span: one(at), newText: right }];
    this.faults.push({ span: one(at), message, edits, safe: false });
  }

  private unpaired(at: number): void {
    const char = this.text.charAt(at);
    const opening = OPENING.includes(char);
    const other = (opening ? CLOSING : OPENING).charAt((opening ? OPENING : CLOSING).indexOf(char));
    const message = `“${this.around(at)}”的“${char}”没有配对的“${other}”。`;
    this.faults.push({ span: one(at), message });
  }

  /** Closing marks that are no bracket: 1) a) 一） at a beginning; ’ in English. */
  private isPart(char: string, at: number): boolean {
    if (char === '’') return /[A-Za-z]/.test(this.text.charAt(at - 1));
    if (char !== ')' && char !== '）') return false;
    if (this.innermost('（')) return false;
    const from = Math.max(this.span.start, at - 3);
    return /(?:^|[\s，。；：、,;:])(?:\d{1,2}|[a-zA-Z]|[一二三四五六七八九十]{1,2}|[ivxIVX]{1,3})$/.test(
      `${from === this.span.start ? '' : this.text.charAt(from - 1)}${this.text.slice(from, at)}`,
    );
  }

  private around(at: number): string {
    const from = Math.max(this.span.start, at - 4);
    return this.text.slice(from, Math.min(this.span.end, at + 5)).replace(/\s+/g, ' ');
  }
}

function one(at: number): Span {
  return { start: at, end: at + 1 };
}

function isQuote(char: string): boolean {
  return char === '“' || char === '”';
}

function isAngle(char: string): boolean {
  return '<>＜＞'.includes(char);
}

/** Marks that may be taken for each other: （】, 《〉, “’. */
function isLike(a: string, b: string): boolean {
  return ['（【［〖', '《〈', '“‘「『'].some((kinds) => kinds.includes(a) && kinds.includes(b));
}
