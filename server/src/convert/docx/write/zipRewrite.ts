// A copy of a zip in which some parts are others: all that is not named is copied as it lies there, packed
// bytes, order, dates and all.
import { deflateSync } from 'fflate';
import { UnreadableFile } from '../../office.js';
import { crcOf } from '../docxParts.js';
import { DAMAGED } from '../notDocx.js';

const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const ENTRY_LENGTH = 46;
const LOCAL_LENGTH = 30;
const STORED = 0;
const DEFLATED = 8;
const VERSION = 20;
/** The name is in UTF-8. */
const UTF8_NAME = 0x0800;
/** Sizes stand behind the content. */
const SIZES_BEHIND = 0x0008;

/** The bytes of a zip whose end record stands at `end`; parts by their names, those that are new come last. */
export function rewriteZip(
  bytes: Uint8Array,
  end: number,
  changed: ReadonlyMap<string, Uint8Array>,
): Uint8Array {
  const view = viewOf(bytes);
  const directory = view.getUint32(end + 16, true);
  const entries = entriesIn(bytes, view, directory, view.getUint16(end + 10, true));
  const wanted = new Map([...changed].map(([name, content]) => [name.toLowerCase(), content]));
  const out = new Chunks();
  /** Where each local entry stands in the copy. */
  const moved = new Map<number, number>();
  const packed = new Map<number, PackedPart>();
  const starts = [...new Set(entries.map(({ local }) => local))].sort((a, b) => a - b);
  const byStart = new Map(entries.map((entry) => [entry.local, entry]));
  out.add(bytes.subarray(0, starts[0] ?? directory));
  starts.forEach((start, i) => {
    const entry = byStart.get(start) as DirectoryEntry;
    const next = starts[i + 1] ?? directory;
    if (next > directory) throw new UnreadableFile(DAMAGED);
    const content = wanted.get(entry.name.toLowerCase());
    moved.set(start, out.length);
    if (!content) out.add(bytes.subarray(start, next));
    else {
      const part = packedPart(content, view.getUint16(start + 8, true) === STORED);
      packed.set(start, part);
      out.add(localEntry(bytes, view, start, part));
      out.add(part.data);
    }
    wanted.delete(entry.name.toLowerCase());
  });
  const model = entries[0];
  const added = [...changed].filter(([name]) => wanted.has(name.toLowerCase()));
  const records = entries.map((entry): Uint8Array => {
    const record = bytes.slice(entry.at, entry.next);
    describe(viewOf(record), ENTRY, packed.get(entry.local));
    viewOf(record).setUint32(42, moved.get(entry.local) as number, true);
    return record;
  });
  for (const [name, content] of added) {
    const part = packedPart(content, false);
    const when = model ? view.getUint32(model.at + 12, true) : 0;
    records.push(newRecord(name, part, when, out.length));
    out.add(newLocal(name, part, when));
    out.add(part.data);
  }
  const newDirectory = out.length;
  for (const record of records) out.add(record);
  const last = bytes.slice(end);
  const lastView = viewOf(last);
  lastView.setUint16(8, records.length, true);
  lastView.setUint16(10, records.length, true);
  lastView.setUint32(12, out.length - newDirectory, true);
  lastView.setUint32(16, newDirectory, true);
  out.add(last);
  return out.joined();
}

interface DirectoryEntry {
  readonly name: string;
  /** Where its record stands in the directory, and the next one. */
  readonly at: number;
  readonly next: number;
  /** Where it stands itself. */
  readonly local: number;
}

interface PackedPart {
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly data: Uint8Array;
}

function entriesIn(
  bytes: Uint8Array,
  view: DataView,
  directory: number,
  count: number,
): DirectoryEntry[] {
  const entries: DirectoryEntry[] = [];
  let at = directory;
  for (let i = 0; i < count; i++) {
    if (at + ENTRY_LENGTH > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY)
      throw new UnreadableFile(DAMAGED);
    const nameEnd = at + ENTRY_LENGTH + view.getUint16(at + 28, true);
    const next = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const local = view.getUint32(at + 42, true);
    if (local + LOCAL_LENGTH > directory || view.getUint32(local, true) !== LOCAL_ENTRY)
      throw new UnreadableFile(DAMAGED);
    const name = new TextDecoder().decode(bytes.subarray(at + ENTRY_LENGTH, nameEnd));
    entries.push({ name, at, next, local });
    at = next;
  }
  return entries;
}

function packedPart(content: Uint8Array, isStored: boolean): PackedPart {
  return {
    method: isStored ? STORED : DEFLATED,
    crc: crcOf(content),
    size: content.length,
    data: isStored ? content : deflateSync(content, { level: 6 }),
  };
}

/** Where the fields of the two kinds of records stand. */
const LOCAL = { flags: 6, method: 8, crc: 14 };
const ENTRY = { flags: 8, method: 10, crc: 16 };

/** Writes what is to be known of a part into a record of it. */
function describe(record: DataView, at: typeof LOCAL, part: PackedPart | undefined): void {
  if (!part) return;
  record.setUint16(at.flags, record.getUint16(at.flags, true) & ~SIZES_BEHIND, true);
  record.setUint16(at.method, part.method, true);
  record.setUint32(at.crc, part.crc, true);
  record.setUint32(at.crc + 4, part.data.length, true);
  record.setUint32(at.crc + 8, part.size, true);
}

function localEntry(
  bytes: Uint8Array,
  view: DataView,
  start: number,
  part: PackedPart,
): Uint8Array {
  const nameEnd = start + LOCAL_LENGTH + view.getUint16(start + 26, true);
  const header = bytes.slice(start, nameEnd + view.getUint16(start + 28, true));
  describe(viewOf(header), LOCAL, part);
  return header;
}

function newLocal(name: string, part: PackedPart, when: number): Uint8Array {
  const named = new TextEncoder().encode(name);
  const header = new Uint8Array(LOCAL_LENGTH + named.length);
  const view = viewOf(header);
  view.setUint32(0, LOCAL_ENTRY, true);
  view.setUint16(4, VERSION, true);
  view.setUint16(6, UTF8_NAME, true);
  view.setUint32(10, when, true);
  describe(view, LOCAL, part);
  view.setUint16(26, named.length, true);
  header.set(named, LOCAL_LENGTH);
  return header;
}

function newRecord(name: string, part: PackedPart, when: number, local: number): Uint8Array {
  const named = new TextEncoder().encode(name);
  const record = new Uint8Array(ENTRY_LENGTH + named.length);
  const view = viewOf(record);
  view.setUint32(0, DIRECTORY_ENTRY, true);
  view.setUint16(4, VERSION, true);
  view.setUint16(6, VERSION, true);
  view.setUint16(8, UTF8_NAME, true);
  view.setUint32(12, when, true);
  describe(view, ENTRY, part);
  view.setUint16(28, named.length, true);
  view.setUint32(42, local, true);
  record.set(named, ENTRY_LENGTH);
  return record;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Bytes that come one after another. */
class Chunks {
  readonly #chunks: Uint8Array[] = [];
  length = 0;

  add(chunk: Uint8Array): void {
    this.#chunks.push(chunk);
    this.length += chunk.length;
  }

  joined(): Uint8Array {
    const all = new Uint8Array(this.length);
    let at = 0;
    for (const chunk of this.#chunks) {
      all.set(chunk, at);
      at += chunk.length;
    }
    return all;
  }
}
