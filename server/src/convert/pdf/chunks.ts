// Characters → pieces without white space that stand together. They may be a character or a line:
// nothing may hang on where pieces end.
import { isRadical, withoutRadicals } from '../../text/radicals.js';
import { isSpace } from '../../text/span.js';
import type { DrawnGlyph } from './glyphs.js';

/** Characters that stand together, in one size, in one line. */
export interface Chunk {
  readonly text: string;
  readonly page: number;
  readonly left: number;
  readonly right: number;
  /** The height of the line that the characters stand on. */
  readonly base: number;
  readonly size: number;
  /** The font of its first character. */
  readonly font: string;
  /** Characters under each other: they stand in no line with others. */
  readonly vertical: boolean;
  /** White space stands before it. */
  readonly spaced: boolean;
}

/** A chunk that may still grow, to `right` or, vertical, down to `low`. */
type Growing = { -readonly [key in keyof Chunk]: Chunk[key] } & { low: number };

/** What is printed over the same words again, points aside, is bold and no second word. */
const DOUBLE = 1.2;
/** In heights of a character: what is further apart does not stand together. */
const GAP = 0.15;
const OVERLAP = 0.5;
const STEP = 0.1;
/** Rise over run from which text is aslant: a watermark. */
const ASLANT = 0.2;

/** The pieces of a page in the order of drawing; text aslant is none. */
export function chunksOf(glyphs: readonly DrawnGlyph[], page: number): Chunk[] {
  const chunks: Chunk[] = [];
  const seen = new Map<string, Chunk>();
  let open: Growing | undefined;
  let spaced = false;
  const close = () => {
    if (open) {
      const { low: _, ...chunk } = { ...open, text: asWritten(open.text) };
      const before = seen.get(chunk.text);
      seen.set(chunk.text, chunk);
      if (!before || !isSamePlace(before, chunk)) chunks.push(chunk);
    }
    open = undefined;
  };
  for (const glyph of glyphs) {
    const text = visible(glyph.text);
    if (text === '') continue;
    if (isBlank(text)) {
      close();
      spaced = true;
      continue;
    }
    const piece = pieceOf(text, glyph, page, spaced);
    if (!piece) continue;
    spaced = false;
    if (open && standTogether(open, piece)) {
      open.text += piece.text;
      if (piece.vertical) open.low = piece.low;
      else open.right = piece.right;
    } else {
      close();
      open = piece;
    }
  }
  close();
  return chunks;
}

/** Undefined for what is aslant, upside down or nowhere. */
function pieceOf(
  text: string,
  { start, end, size, font, vertical: runsDown }: DrawnGlyph,
  page: number,
  spaced: boolean,
): Growing | undefined {
  const [x, y] = start;
  const [dx, dy] = [end[0] - x, end[1] - y];
  if (![x, y, dx, dy, size].every(Number.isFinite)) return undefined;
  if (Math.min(Math.abs(dx), Math.abs(dy)) > ASLANT * Math.max(Math.abs(dx), Math.abs(dy)))
    return undefined;
  const shared = { text, page, size, font, spaced };
  if (Math.abs(dy) > Math.abs(dx)) {
    const left = runsDown || dy < 0 ? x - size / 2 : x - size;
    const base = Math.max(y, end[1]) - size;
    return { ...shared, left, right: left + size, base, low: Math.min(y, end[1]), vertical: true };
  }
  if (dx < 0) return undefined;
  return { ...shared, left: x, right: x + dx, base: y, low: y, vertical: false };
}

function standTogether(open: Growing, next: Growing): boolean {
  if (open.vertical !== next.vertical || next.spaced) return false;
  if (Math.abs(open.size - next.size) > STEP * open.size) return false;
  if (open.vertical)
    return (
      Math.abs(open.left - next.left) < STEP * open.size &&
      Math.abs(open.low - next.low) < 3 * open.size
    );
  const gap = next.left - open.right;
  return (
    Math.abs(open.base - next.base) < STEP * open.size &&
    gap < GAP * open.size &&
    gap > -OVERLAP * open.size
  );
}

function isSamePlace(one: Chunk, other: Chunk): boolean {
  return Math.abs(one.left - other.left) < DOUBLE && Math.abs(one.base - other.base) < DOUBLE;
}

/** Forms for vertical lines, and the marks that they stand for. */
const UPRIGHT: ReadonlyMap<string, string> = new Map(
  Array.from(
    '︐，︑、︒。︓：︔；︕！︖？︗〖︘〗︙…︱—︵（︶）︷｛︸｝︹〔︺〕︻【︼】︽《︾》︿〈﹀〉﹁「﹂」﹃『﹄』'.matchAll(
      /(.)(.)/gu,
    ),
    ([, form = '', mark = '']) => [form, mark],
  ),
);

/** Without what has no shape: control characters, soft hyphens, marks of no width. */
function visible(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what fonts without names give
  return text.replace(/[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b-\u200f\u2060\ufeff]/g, '');
}

/** The characters that were meant: fonts name others that look the same. */
function asWritten(text: string): string {
  const plain = text
    .replace(/[\ufe10-\ufe44]/g, (form) => UPRIGHT.get(form) ?? form)
    .replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize('NFKC'));
  for (let i = 0; i < plain.length; i++)
    if (isRadical(plain.charCodeAt(i))) return withoutRadicals(plain);
  return plain;
}

function isBlank(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (!isSpace(text.charCodeAt(i))) return false;
  return true;
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
