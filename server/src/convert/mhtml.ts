// Web archives (.mht, .mhtml) as browsers, Word and WPS save them → the report text of the page. Any bytes
// are taken; what cannot be read is told in a sentence, and nothing outside the file is looked at.
import { decode } from '../text/encoding.js';
import type { Span } from '../text/span.js';
import { pageText } from './html.js';
import { type MimePart, mimeParts } from './mime.js';
import { type OfficeText, UnreadableFile } from './office.js';
import type { TextPiece } from './pieces.js';
import type { PageText } from './webPage.js';

const MAX_SIZE = 64 << 20;
/** Pages in frames; beyond, no report is looked for. */
const MAX_PAGES = 20;
const SAVE_AGAIN = '请在浏览器里打开，重新另存为网页再试';

/** Reads a web archive; throws `UnreadableFile` with the reason if it cannot be read. */
export function readMhtml(bytes: Uint8Array): OfficeText {
  if (bytes.length === 0) throw new UnreadableFile('文件是空的（0 字节）');
  if (bytes.length > MAX_SIZE) throw new UnreadableFile('文件过大，不像一份报告，没有读取');
  const archive = mimeParts(bytes);
  if (!archive) throw new UnreadableFile(`这不是网页存档（.mht），只是名字叫这个；${SAVE_AGAIN}`);
  const pages = archive.parts.filter(({ type }) => /^(?:text\/html|application\/xhtml)/.test(type));
  if (pages.length === 0) throw new UnreadableFile(`网页存档里没有网页；${SAVE_AGAIN}`);
  const { pieces, isPart } = pageIn(inOrder(pages, archive.start), stylesIn(archive.parts));
  const text = pieces.map((piece) => piece.text).join('');
  if (text.trim() === '') throw new UnreadableFile('网页里没有文字');
  const notes: string[] = [];
  if (isPart) notes.push('网页上报告以外的内容（导航、页脚等）没有读取。');
  if (!archive.isWhole) notes.push('网页存档没有结尾，可能没有下载完整。');
  return { text, origins: [], pictures: picturesIn(pieces), notes };
}

/** The page that was saved before those in its frames. */
function inOrder(pages: readonly MimePart[], start: string | undefined): MimePart[] {
  const root = pages.find(({ id }) => id !== undefined && id === start) ?? pages[0];
  return [...(root ? [root] : []), ...pages.filter((page) => page !== root)].slice(0, MAX_PAGES);
}

/** The page itself, unless the report stands in one of its frames. */
function pageIn(pages: readonly MimePart[], css: readonly string[]): PageText {
  let first: PageText | undefined;
  for (const [i, page] of pages.entries()) {
    const html = textOf(page);
    if (html === null && i === 0)
      throw new UnreadableFile(`认不出网页的编码，或文件已损坏；${SAVE_AGAIN}`);
    const found = pageText(html ?? '', css);
    if (found.isReport) return found;
    first ??= found;
  }
  return first as PageText;
}

/** The style sheets that a browser has taken out of the page. */
function stylesIn(parts: readonly MimePart[]): string[] {
  const own = parts.filter(
    ({ type, location = '' }) => type === 'text/css' && /^cid:css-/.test(location),
  );
  return own.map((part) => textOf(part) ?? '');
}

/** The text of a part, by what its bytes say, else by what is said of them. */
function textOf(part: MimePart): string | null {
  const bytes = part.content();
  const decoded = decode(bytes);
  if ('text' in decoded) return decoded.text;
  try {
    return new TextDecoder(part.charset ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null; // invalid bytes, or a name that is none
  }
}

function picturesIn(pieces: readonly TextPiece[]): Span[] {
  const pictures: Span[] = [];
  let at = 0;
  for (const { text, isPicture } of pieces) {
    if (isPicture && text !== '\n') pictures.push({ start: at, end: at + text.length });
    at += text.length;
  }
  return pictures;
}
