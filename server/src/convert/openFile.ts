// The one way in: a file as an office has it → report text with the way back. Each kind of file has a
// reader of its own, loaded on first use; what only some machines can do is asked of the host.
import { decode, type Utf8Decoder } from '../text/encoding.js';
import { type FileKind, kindOf } from '../text/fileNames.js';
import type { TextFile } from '../text/rewrite.js';
import { signatureOf } from '../text/signature.js';
import { plainSource, type Source } from '../text/source.js';
import { notForeign } from './notForeign.js';
import { type OfficeText, UnreadableFile } from './office.js';
import { sourceOf, type TextFormat } from './sourceOf.js';

/** A file that has been opened. */
export interface OpenedFile {
  readonly source: Source;
  /** How a file of text is written, for whoever changes it. */
  readonly file?: TextFile;
  /** What else there is to know of a file that is no text. */
  readonly office?: OfficeText;
}

/** What files need of the place that they are opened in. `signal` ends what takes long. */
export interface OfficeHost {
  /** Reads a Word file; throws `UnreadableFile`. */
  readDocx(bytes: Uint8Array, signal?: AbortSignal): Promise<OfficeText>;
  /** Reads a PDF in a thread of its own; throws `UnreadableFile`. */
  readPdf(bytes: Uint8Array, signal?: AbortSignal): Promise<OfficeText>;
  /** Makes a Word file of what only an office program reads (`a.doc`, `b.odt`); throws `UnreadableFile`. */
  toDocx(bytes: Uint8Array, name: string, signal?: AbortSignal): Promise<Uint8Array>;
  readonly utf8?: Utf8Decoder;
}

/** Opens a file, whose kind its name tells, or how it begins where it has none (standard input). Throws `UnreadableFile` for what cannot be read. */
export async function openFile(
  bytes: Uint8Array,
  name: string,
  host: OfficeHost,
): Promise<OpenedFile> {
  const kind = kindOfFile(bytes, name);
  if (kind === 'text' || kind === 'markdown' || kind === 'html') return openText(bytes, kind, host);
  if (bytes.length === 0) throw new UnreadableFile('文件是空的（0 字节）');
  const office = await readOffice(bytes, name, kind, host);
  return { source: plainSource(office.text, 'none'), office };
}

async function readOffice(
  bytes: Uint8Array,
  name: string,
  kind: FileKind,
  host: OfficeHost,
): Promise<OfficeText> {
  if (kind === 'pdf') return host.readPdf(bytes);
  if (kind === 'mhtml') return (await import('./mhtml.js')).readMhtml(bytes);
  if (kind === 'word') return host.readDocx(bytes);
  const reason = notForeign(bytes, name, host.utf8);
  if (reason !== undefined) throw new UnreadableFile(reason);
  return host.readDocx(await host.toDocx(bytes, name));
}

async function openText(
  bytes: Uint8Array,
  format: TextFormat,
  { utf8 }: OfficeHost,
): Promise<OpenedFile> {
  const decoded = decode(bytes, utf8);
  if ('error' in decoded) throw new UnreadableFile(decoded.error);
  return { source: await sourceOf(decoded.text, format), file: { ...decoded, bytes } };
}

/** Office programs call files what they like: a .doc may be today's Word, or a web page. */
function kindOfFile(bytes: Uint8Array, name: string): FileKind {
  const kind = kindOf(name);
  const real = kindOfBytes(bytes);
  if (kind === undefined) return real === 'text' ? (webKindOf(bytes) ?? real) : real;
  if (kind !== 'foreign' || /\.odt$/i.test(name)) return kind;
  if (real === 'text') return webKindOf(bytes) ?? kind;
  return real === 'word' ? real : kind;
}

/** A web page or an archive of one, by its first words, in any encoding. */
function webKindOf(bytes: Uint8Array): 'html' | 'mhtml' | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  if (/^(?:MIME-Version|Content-Type)\s*:/im.test(head)) return 'mhtml';
  return /<(?:!doctype html|html)\b/i.test(head) ? 'html' : undefined;
}

/** Its first entry says so, unpacked. */
function isOpenDocument(bytes: Uint8Array): boolean {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 128));
  return head.includes('mimetypeapplication/vnd.oasis.opendocument');
}

function kindOfBytes(bytes: Uint8Array): FileKind {
  switch (signatureOf(bytes)) {
    case 'zip':
      return isOpenDocument(bytes) ? 'foreign' : 'word';
    case 'pdf':
      return 'pdf';
    case 'ole':
    case 'rtf':
      return 'foreign';
    default:
      return 'text';
  }
}
