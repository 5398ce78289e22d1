// Files of any kind, opened for the server, which answers others meanwhile: Word files and PDF are read in
// threads, and what takes an office program only when the user asks for it.
import { UnreadableFile } from '../../convert/office.js';
import { type OfficeHost, type OpenedFile, openFile } from '../../convert/openFile.js';
import { isTextName } from '../../text/fileNames.js';
import { keyOf } from '../toLsp/uris.js';
import type { ReaderOf } from './fileReaders.js';

/** No report is longer. */
const LONGEST_TEXT = 2_000_000;
/** With pictures and fonts in it. */
const LONGEST_OFFICE = 20_000_000;

export class FileOpener {
  /** Aborted when the server ends. */
  private readonly closing = new AbortController();

  constructor(
    private readonly readerOf: ReaderOf,
    private readonly host: OfficeHost,
  ) {}

  /** What the user has asked for; null if there is no such file. Throws `UnreadableFile`, or the reason of `signal`. */
  open(uri: string, signal?: AbortSignal): Promise<OpenedFile | null> {
    const { host } = this;
    const ended = signal ? AbortSignal.any([signal, this.closing.signal]) : this.closing.signal;
    return this.openBy(uri, {
      readDocx: (bytes) => host.readDocx(bytes, ended),
      readPdf: (bytes) => host.readPdf(bytes, ended),
      toDocx: (bytes, name) => host.toDocx(bytes, name, ended),
      utf8: host.utf8,
    });
  }

  /** What nobody has asked for: null, too, where it cannot be read, and where an office program would have to. */
  async openQuietly(uri: string): Promise<OpenedFile | null> {
    try {
      return await this.openBy(uri, { ...this.host, toDocx: refuse });
    } catch {
      return null;
    }
  }

  /** Ends what is under way. */
  dispose(): void {
    this.closing.abort();
  }

  /** What is in a file; null if there is none. Throws `UnreadableFile`. */
  async bytesOf(uri: string): Promise<Uint8Array | null> {
    const isText = isTextName(keyOf(uri));
    const read = await this.readerOf(uri)?.(uri, isText ? LONGEST_TEXT : LONGEST_OFFICE);
    if (!read) return null;
    if ('error' in read) throw new UnreadableFile(read.error);
    return read.bytes;
  }

  private async openBy(uri: string, host: OfficeHost): Promise<OpenedFile | null> {
    const bytes = await this.bytesOf(uri);
    return bytes && (await openFile(bytes, keyOf(uri), host));
  }
}

async function refuse(): Promise<never> {
  throw new UnreadableFile('没有读');
}
