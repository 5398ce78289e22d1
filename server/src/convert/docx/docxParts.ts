// The parts of a Word file: a zip, read by its directory, within limits far under a bomb's. A part is
// unpacked when it is asked for, and its checksum compared.
import { inflateSync } from 'fflate';
import { UnreadableFile } from '../office.js';
import { DAMAGED, notWord, TOO_LARGE, TOO_MUCH, undecodable } from './notDocx.js';

const MAX_UNPACKED = 64 << 20;
const MAX_ENTRIES = 2000;
/** How many times larger than packed a part may be, once it is larger than a megabyte. */
const MAX_RATIO = 200;
const FREE_SIZE = 1 << 20;

const END = 0x06054b50;
const END_LENGTH = 22;
const MAX_COMMENT = 0xffff;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

/** What the directory says of a part. */
interface ZipEntry {
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** Where its header stands. */
  readonly at: number;
}

/** The parts of a Word file by name (`word/document.xml`). */
export class DocxParts {
  readonly #view: DataView;
  readonly #entries = new Map<string, ZipEntry>();

  /** Reads the directory; throws `UnreadableFile` if it is none, or tells of too much. */
  constructor(readonly bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const { end } = this;
    const count = this.#view.getUint16(end + 10, true);
    if (count > MAX_ENTRIES) throw new UnreadableFile(TOO_MUCH);
    let at = this.#view.getUint32(end + 16, true);
    let unpacked = 0;
    for (let i = 0; i < count; i++) {
      if (at + 46 > bytes.length || this.#view.getUint32(at, true) !== ENTRY)
        throw new UnreadableFile(DAMAGED);
      const { name, next, entry, isEncrypted } = this.#entryAt(at);
      if (isEncrypted) throw new UnreadableFile('文件加了密码；请先取消密码再试');
      unpacked += entry.size;
      if (unpacked > MAX_UNPACKED || isBomb(entry)) throw new UnreadableFile(TOO_LARGE);
      this.#entries.set(name.toLowerCase(), entry);
      at = next;
    }
  }

  /** Whether there is such a part; names are the same in large and small letters. */
  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  /** Their names, in small letters. */
  get names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  /** The content of a part; undefined if there is none of this name. */
  content(name: string): Uint8Array | undefined {
    const entry = this.#entries.get(name.toLowerCase());
    return entry && this.#unpacked(entry);
  }

  /** The text of a part, without its byte order mark; undefined if there is none of this name. */
  text(name: string): string | undefined {
    const content = this.content(name);
    return content && decoded(content);
  }

  /** Where the record at the directory's end stands, which a comment may follow. */
  get end(): number {
    const last = this.bytes.length - END_LENGTH;
    if (this.bytes[0] === 0x50 && this.bytes[1] === 0x4b)
      for (let at = last; at >= 0 && at >= last - MAX_COMMENT; at--)
        if (this.#view.getUint32(at, true) === END) return at;
    throw new UnreadableFile(notWord(this.bytes));
  }

  #entryAt(at: number) {
    const view = this.#view;
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    return {
      name: new TextDecoder().decode(this.bytes.subarray(at + 46, nameEnd)),
      next: nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      entry: {
        method: view.getUint16(at + 10, true),
        crc: view.getUint32(at + 16, true),
        packed: view.getUint32(at + 20, true),
        size: view.getUint32(at + 24, true),
        at: view.getUint32(at + 42, true),
      },
    };
  }

  #unpacked({ method, crc, packed, size, at }: ZipEntry): Uint8Array {
    const view = this.#view;
    if (at + 30 > this.bytes.length || view.getUint32(at, true) !== LOCAL)
      throw new UnreadableFile(DAMAGED);
    const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
    const data = this.bytes.subarray(start, start + packed);
    const unpacked = method === STORED ? data : method === DEFLATED ? inflated(data, size) : null;
    if (unpacked?.length !== size || crcOf(unpacked) !== crc) throw new UnreadableFile(DAMAGED);
    return unpacked;
  }
}

function isBomb({ size, packed }: ZipEntry): boolean {
  return size > FREE_SIZE && size > MAX_RATIO * packed;
}

/** Never more than the directory says, so never more than the limits. */
function inflated(data: Uint8Array, size: number): Uint8Array {
  try {
    return inflateSync(data, { out: new Uint8Array(size) });
  } catch {
    throw new UnreadableFile(DAMAGED);
  }
}

/** By the mark at the beginning: XML is in UTF-8, if there is none. */
export function xmlEncoding(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder(xmlEncoding(bytes), { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableFile(undecodable(bytes));
  }
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** The checksum of zip files. */
export function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] as number) ^ (crc >>> 8);
  return ~crc >>> 0;
}
