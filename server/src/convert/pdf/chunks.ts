// The text of a page as pieces without white space, each with its place. What pdf.js gives as one item
// may be a character, a word or a line of words far apart: nothing may hang on where items end.
import { isRadical, withoutRadicals } from '../../text/radicals.js';
import { isSpace } from '../../text/span.js';

/** Characters that stand together, in one size, in one line. */
export interface Chunk {
  readonly text: string;
  readonly page: number;
  readonly left: number;
  readonly right: number;
  /** The height of the line that the characters stand on. */
  readonly base: number;
  readonly size: number;
  /** Characters under each other: they stand in no line with others. */
  readonly vertical: boolean;
  /** White space stands before it. */
  readonly spaced: boolean;
}

/** Text as pdf.js gives it. */
export interface PdfItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly vertical: boolean;
}

/** A linear map of the plane: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** First `inner`, then `outer`. */
export function product(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  return [
    a * inner[0] + c * inner[1],
    b * inner[0] + d * inner[1],
    a * inner[2] + c * inner[3],
    b * inner[2] + d * inner[3],
    a * inner[4] + c * inner[5] + e,
    b * inner[4] + d * inner[5] + f,
  ];
}

/** What is printed over the same words again, a little aside, is bold and no second word. */
const DOUBLE = 1.2;
/** Rise over run from which text is aslant: a watermark. */
const ASLANT = 0.2;

/** The pieces of a page; text aslant is none. `toPage` leads from the file's space to the page as shown. */
export function chunksOf(items: readonly PdfItem[], page: number, toPage: Matrix): Chunk[] {
  const chunks: Chunk[] = [];
  const seen = new Map<string, Chunk>();
  let spaced = false;
  for (const item of items) {
    const found = chunksIn(item, page, toPage, spaced);
    spaced = found ? endsInSpace(item.str) : spaced || item.str !== '';
    for (const chunk of found ?? []) {
      const before = seen.get(chunk.text);
      seen.set(chunk.text, chunk);
      if (!before || !isSamePlace(before, chunk)) chunks.push(chunk);
    }
  }
  return chunks;
}

/** Undefined where there is nothing but white space. */
function chunksIn(
  { str, transform, width, height, vertical }: PdfItem,
  page: number,
  toPage: Matrix,
  spaceBefore: boolean,
): Chunk[] | undefined {
  const text = asWritten(str);
  if (text.trim() === '') return undefined;
  const [a, b, c, d, x, y] = product(toPage, transform as unknown as Matrix);
  const size = Math.hypot(a, b) || Math.hypot(c, d);
  if (![x, y, size, width, height].every(Number.isFinite) || size === 0) return [];
  const upright = Math.abs(b) > Math.abs(a);
  if (Math.min(Math.abs(a), Math.abs(b)) > ASLANT * Math.max(Math.abs(a), Math.abs(b))) return [];
  const shared = { page, size };
  if (vertical || upright) {
    const [left, base] = vertical ? [x - size / 2, y - size] : [x - size, y];
    const words = text.replace(/\s/g, '');
    return [{ ...shared, text: words, left, right: left + size, base, vertical: true, spaced: false }];
  }
  const unit = width / breadth(text);
  const chunks: Chunk[] = [];
  let at = x;
  let spaced = spaceBefore;
  for (const part of text.split(/(\s+)/)) {
    const next = at + unit * breadth(part);
    if (part.trim() === '') spaced ||= part !== '';
    else {
      chunks.push({ ...shared, text: part, left: at, right: next, base: y, vertical: false, spaced });
      spaced = false;
    }
    at = next;
  }
  return chunks;
}

/** In halves of a full-width character. */
function breadth(text: string): number {
  let halves = 0;
  for (let i = 0; i < text.length; i++) halves += isWide(text.charCodeAt(i)) ? 2 : 1;
  return halves || 1;
}

function endsInSpace(text: string): boolean {
  return isSpace(text.charCodeAt(text.length - 1));
}

function isSamePlace(one: Chunk, other: Chunk): boolean {
  return Math.abs(one.left - other.left) < DOUBLE && Math.abs(one.base - other.base) < DOUBLE;
}

/** Forms for vertical lines, and the marks that they stand for. */
const UPRIGHT: ReadonlyMap<string, string> = new Map(
  Array.from(
    '︐，︑、︒。︓：︔；︕！︖？︗〖︘〗︙…︱—︵（︶）︷｛︸｝︹〔︺〕︻【︼】︽《︾》︿〈﹀〉﹁「﹂」﹃『﹄』'.matchAll(/(.)(.)/gu),
    ([, form = '', mark = '']) => [form, mark],
  ),
);

/** The characters that were meant: fonts name others that look the same. */
function asWritten(text: string): string {
  let plain = text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what fonts without names give
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[\ufe10-\ufe44]/g, (form) => UPRIGHT.get(form) ?? form)
    .replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize('NFKC'));
  for (let i = 0; i < plain.length; i++)
    if (isRadical(plain.charCodeAt(i))) {
      plain = withoutRadicals(plain);
      break;
    }
  return plain;
}

/** Ideographs and full-width marks: as wide as high. */
export function isWide(code: number): boolean {
  return (
    (code >= 0x2e80 && code <= 0x9fff) ||
    (code >= 0xd800 && code <= 0xdfff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe4f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0x2014 && code <= 0x2026) ||
    (code >= 0x2460 && code <= 0x24ff)
  );
}
