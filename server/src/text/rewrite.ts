// Text → bytes, in the encoding that a file has: only what is new in it is encoded, all else keeps
// the very bytes that it was written with.
import { applyEdits, inOrder, type TextEdit } from './edit.js';
import { BOMS, decode, type Encoding } from './encoding.js';
import { encodeGb18030, gb18030Length } from './gb18030.js';
import type { Span } from './span.js';

/** The bytes of a file, or the reason (in Chinese) why it cannot hold the text. */
export type Encoded = { readonly bytes: Uint8Array } | { readonly error: string };

/** A file as it was read. */
export interface TextFile {
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly encoding: Encoding;
}

/**
 * The bytes of a file once edits of its text are made. A file in GBK stays one that a program reads
 * which knows no more than GBK: it gets no four-byte code of GB18030 unless it has one already.
 */
export function rewrite(file: TextFile, edits: readonly TextEdit[]): Encoded {
  const { encoding } = file;
  const added = edits.map(({ newText }) => newText).join('');
  const odd = oddIn(added, encoding, file.bytes);
  if (odd !== undefined)
    return { error: `文件的编码（${NAMES[encoding]}）里没有“${odd}”，请先把文件另存为 UTF-8` };
  const bytes = joined([bomOf(encoding), ...partsOf(file, edits)]);
  if (!readsAs(bytes, applyEdits(file.text, edits)))
    return { error: `改后的文本无法用原来的编码（${NAMES[encoding]}）保存` };
  return { bytes };
}

function readsAs(bytes: Uint8Array, text: string): boolean {
  const back = decode(bytes);
  return 'text' in back && back.text === text;
}

function bomOf(encoding: Encoding): Uint8Array {
  return Uint8Array.from(BOMS[encoding]);
}

const NAMES: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-8-bom': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  gb18030: 'GBK',
};

/** A character that is not to be written into the file. */
function oddIn(text: string, encoding: Encoding, original: Uint8Array): string | undefined {
  if (encoding !== 'gb18030') return undefined;
  const most = hasFourBytes(original) ? 4 : 2;
  return [...text].find((character) => {
    const { length } = encodeGb18030(character);
    return length === 0 || length > most;
  });
}

function hasFourBytes(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; ) {
    const length = gb18030Length(bytes, at);
    if (length === 4) return true;
    at += length;
  }
  return false;
}

/** The stretches that stay, as they are, and between them what is new. */
function partsOf({ text, bytes, encoding }: TextFile, edits: readonly TextEdit[]): Uint8Array[] {
  const bytesOf = bytesFinder(bytes, encoding);
  const parts: Uint8Array[] = [];
  let done = 0;
  for (const { span, newText } of inOrder(edits)) {
    parts.push(bytesOf({ start: done, end: span.start }), encodePart(newText, encoding));
    done = span.end;
  }
  parts.push(bytesOf({ start: done, end: text.length }));
  return parts;
}

/** Finds the bytes of stretches of the text, given in their order. */
function bytesFinder(original: Uint8Array, encoding: Encoding): (span: Span) => Uint8Array {
  let at = BOMS[encoding].length;
  let offset = 0;
  const byteAt = (wanted: number) => {
    while (offset < wanted && at < original.length) {
      const length = lengthAt(original, at, encoding);
      // in UTF-8 and GB18030 alike, a pair of surrogates is what takes four bytes and is no plain one
      offset += length === 4 && isPair(original, at, encoding) ? 2 : 1;
      at += length;
    }
    return at;
  };
  return ({ start, end }) => original.subarray(byteAt(start), byteAt(end));
}

/** How many bytes the character at a place takes; of UTF-16, one unit of it. */
function lengthAt(bytes: Uint8Array, at: number, encoding: Encoding): number {
  if (encoding === 'gb18030') return gb18030Length(bytes, at);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return 2;
  const lead = bytes[at] as number;
  return lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

/** Whether four bytes are a character beyond U+FFFF, which is two units of text. */
function isPair(bytes: Uint8Array, at: number, encoding: Encoding): boolean {
  return encoding !== 'gb18030' || (bytes[at] as number) >= 0x90;
}

function encodePart(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'gb18030') return encodeGb18030(text);
  if (encoding === 'utf-8' || encoding === 'utf-8-bom') return new TextEncoder().encode(text);
  const view = new DataView(new ArrayBuffer(2 * text.length));
  for (let i = 0; i < text.length; i++)
    view.setUint16(2 * i, text.charCodeAt(i), encoding === 'utf-16le');
  return new Uint8Array(view.buffer);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
