// The parts of a MIME message, as web archives are: headers, and bodies in quoted-printable or base64. A part
// is decoded when it is asked for. Of our own, for the libraries glue all pages of an archive into one.
import type { Span } from '../text/span.js';

// Deeper, or more, than any browser writes: each level is looked through again.
const MAX_DEPTH = 6;
const MAX_PARTS = 5000;
const MAX_HEADERS = 1 << 16;

/** A part that is no multipart itself. */
export interface MimePart {
  /** `text/html`; in small letters, as all names. */
  readonly type: string;
  readonly charset: string | undefined;
  /** `Content-ID`, without its brackets. */
  readonly id: string | undefined;
  readonly location: string | undefined;
  readonly content: () => Uint8Array;
}

/** What a message holds. */
export interface MimeMessage {
  readonly parts: readonly MimePart[];
  /** Which part is to be shown, by its id. */
  readonly start: string | undefined;
  /** Whether it ends as it should. */
  readonly isWhole: boolean;
}

/** Reads a message; null if it is none. */
export function mimeParts(bytes: Uint8Array): MimeMessage | null {
  const headers = headersAt(bytes, { start: 0, end: bytes.length });
  if (!headers?.fields.has('content-type')) return null;
  const parts: MimePart[] = [];
  const isWhole = collect(bytes, headers, bytes.length, 0, parts);
  return { parts, start: unbracketed(parameter(headers, 'start')), isWhole };
}

interface Headers {
  readonly fields: ReadonlyMap<string, string>;
  /** Where the body begins. */
  readonly body: number;
}

/** Takes the parts of a body; whether all that is begun is ended. */
function collect(
  bytes: Uint8Array,
  headers: Headers,
  end: number,
  depth: number,
  parts: MimePart[],
): boolean {
  const type = typeOf(headers);
  const boundary = parameter(headers, 'boundary');
  if (!type.startsWith('multipart/') || !boundary) {
    parts.push(partOf(bytes, headers, end));
    return true;
  }
  if (depth >= MAX_DEPTH) return true;
  const { spans, isEnded } = between(bytes, { start: headers.body, end }, boundary);
  let isWhole = isEnded;
  for (const span of spans) {
    if (parts.length >= MAX_PARTS) break;
    const inner = headersAt(bytes, span);
    if (inner && !collect(bytes, inner, span.end, depth + 1, parts)) isWhole = false;
  }
  return isWhole;
}

function partOf(bytes: Uint8Array, headers: Headers, end: number): MimePart {
  const { fields, body } = headers;
  return {
    type: typeOf(headers),
    charset: parameter(headers, 'charset'),
    id: unbracketed(fields.get('content-id')),
    location: fields.get('content-location'),
    content() {
      const content = bytes.subarray(body, end);
      const encoding = fields.get('content-transfer-encoding')?.toLowerCase();
      if (encoding === 'quoted-printable') return fromQuotedPrintable(content);
      return encoding === 'base64' ? fromBase64(content) : content;
    },
  };
}

const LF = 0x0a;
const CR = 0x0d;

/** The headers that a part begins with, lines that go on in the next joined; null if it has none. */
function headersAt(bytes: Uint8Array, { start, end }: Span): Headers | null {
  const fields = new Map<string, string>();
  const limit = Math.min(end, start + MAX_HEADERS);
  let [name, value] = ['', ''];
  for (let at = start; at < limit; ) {
    const lineEnd = endOfLine(bytes, at, end);
    if (lineEnd > limit) return null;
    const line = latin(bytes.subarray(at, lineEnd)).trimEnd();
    at = lineEnd;
    if (/^[ \t]/.test(line)) {
      value += ` ${line.trim()}`;
      continue;
    }
    if (name !== '') fields.set(name, value.trim());
    if (line === '') {
      // some write a blank line first
      if (fields.size > 0) return { fields, body: at };
      continue;
    }
    const colon = line.indexOf(':');
    if (colon <= 0) return null;
    name = line.slice(0, colon).trim().toLowerCase();
    value = line.slice(colon + 1);
  }
  return null;
}

function typeOf({ fields }: Headers): string {
  return (fields.get('content-type') ?? 'text/plain').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/** A parameter of the content type. */
function parameter({ fields }: Headers, wanted: string): string | undefined {
  for (const one of (fields.get('content-type') ?? '').split(';')) {
    const sign = one.indexOf('=');
    if (sign < 0 || one.slice(0, sign).trim().toLowerCase() !== wanted) continue;
    const value = one.slice(sign + 1).trim();
    return value.startsWith('"') ? value.slice(1).split('"', 1)[0] : value;
  }
  return undefined;
}

function unbracketed(id: string | undefined): string | undefined {
  return id?.trim().replace(/^</, '').replace(/>$/, '');
}

/** What stands between lines of `--boundary`, and whether the last one says so: `--boundary--`. */
function between(bytes: Uint8Array, { start, end }: Span, boundary: string) {
  const mark = `--${boundary}`;
  const spans: Span[] = [];
  let from: number | undefined;
  let isEnded = false;
  for (let at = start; at < end && !isEnded; ) {
    const next = endOfLine(bytes, at, end);
    if (isAt(bytes, at, mark)) {
      const rest = latin(
        bytes.subarray(at + mark.length, Math.min(next, at + mark.length + 8)),
      ).trim();
      isEnded = rest === '--';
      if (isEnded || rest === '') {
        if (from !== undefined) spans.push({ start: from, end: withoutLineEnd(bytes, from, at) });
        from = isEnded ? undefined : next;
      }
    }
    at = next;
  }
  if (from !== undefined) spans.push({ start: from, end });
  return { spans, isEnded };
}

/** Where the next line begins. */
function endOfLine(bytes: Uint8Array, at: number, end: number): number {
  const found = bytes.subarray(at, end).indexOf(LF);
  return found < 0 ? end : at + found + 1;
}

function withoutLineEnd(bytes: Uint8Array, from: number, end: number): number {
  if (end > from && bytes[end - 1] === LF)
    return end - 1 > from && bytes[end - 2] === CR ? end - 2 : end - 1;
  return end;
}

function isAt(bytes: Uint8Array, at: number, words: string): boolean {
  for (let i = 0; i < words.length; i++) if (bytes[at + i] !== words.charCodeAt(i)) return false;
  return true;
}

/** Bytes as characters of the same codes. */
function latin(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

const EQUALS = 0x3d;

function fromQuotedPrintable(bytes: Uint8Array): Uint8Array {
  const decoded = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    if (byte !== EQUALS) {
      decoded[length++] = byte;
      continue;
    }
    const value = 16 * hex(bytes[at + 1]) + hex(bytes[at + 2]);
    if (value >= 0) {
      decoded[length++] = value;
      at += 2;
    } else if (bytes[at + 1] === CR && bytes[at + 2] === LF) at += 2;
    else if (bytes[at + 1] === LF) at += 1;
    else decoded[length++] = byte;
  }
  return decoded.subarray(0, length);
}

/** The value of a hexadecimal digit; of anything else one that no other makes up for. */
function hex(code = 0): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = (code | 0x20) - 0x61;
  return letter >= 0 && letter < 6 ? letter + 10 : -256;
}

const SIX_BITS = new Map(
  Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/', (letter, i) => [
    letter.charCodeAt(0),
    i,
  ]),
);

function fromBase64(bytes: Uint8Array): Uint8Array {
  const decoded = new Uint8Array(bytes.length);
  let length = 0;
  let bits = 0;
  let count = 0;
  for (const byte of bytes) {
    const value = SIX_BITS.get(byte);
    if (value === undefined) continue;
    bits = ((bits << 6) | value) & 0xffffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    decoded[length++] = (bits >> count) & 0xff;
  }
  return decoded.subarray(0, length);
}
