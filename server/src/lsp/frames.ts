// The messages in a stream of bytes, as LSP frames them. After a header that is none the next one is
// looked for: a client that slips once is heard again.
import type { Readable } from 'node:stream';
import {
  AbstractMessageReader,
  type DataCallback,
  type Disposable,
  type Message,
  type MessageReader,
} from 'vscode-languageserver';

/** Stands for bytes that are no message. */
export const BROKEN = Symbol('broken');

/** A header this long is none. */
const LONGEST_HEADER = 1 << 16;
/** No message is longer: editors do not open such files for others. */
const LONGEST_MESSAGE = 1 << 26;

/** Takes bytes as they come, gives messages as they are complete. */
export class Frames {
  #chunks: Buffer[] = [];
  #size = 0;
  /** How long the message is whose header was read. */
  #wanted: number | undefined;
  /** Whether what comes before the next header is known to be lost. */
  #isLost = false;

  *push(chunk: Buffer): Generator<unknown> {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    for (;;) {
      if (this.#wanted === undefined) {
        const header = this.#takeHeader();
        if (header === undefined) return;
        const { length, isWhole } = read(header);
        if (!isWhole && !this.#isLost) yield BROKEN;
        this.#isLost = length === undefined;
        this.#wanted = length;
      }
      if (this.#wanted !== undefined) {
        if (this.#size < this.#wanted) return;
        const message = parsed(this.#take(this.#wanted));
        this.#wanted = undefined;
        this.#isLost = message === BROKEN; // its length may have been wrong
        yield message;
      }
    }
  }

  /** Up to the blank line behind it; undefined while that has not come. */
  #takeHeader(): string | undefined {
    const all = this.#joined();
    const end = all.indexOf('\r\n\r\n');
    if (end >= 0) return this.#take(end + 4).toString('latin1', 0, end);
    if (all.length > LONGEST_HEADER) this.#take(all.length - LONGEST_HEADER / 2);
    return undefined;
  }

  #take(length: number): Buffer {
    const all = this.#joined();
    this.#chunks = [all.subarray(length)];
    this.#size -= length;
    return all.subarray(0, length);
  }

  #joined(): Buffer {
    const [only] = this.#chunks;
    if (only && this.#chunks.length === 1) return only;
    const all = Buffer.concat(this.#chunks);
    this.#chunks = [all];
    return all;
  }
}

const NAME = 'content-length:';

/** What a header says, wherever in the bytes before the blank line it begins. */
function read(header: string): { readonly length: number | undefined; readonly isWhole: boolean } {
  const at = header.toLowerCase().lastIndexOf(NAME);
  const written =
    at < 0 ? null : /^[ \t]*(\d+)[ \t]*(?:\r\n|$)/.exec(header.slice(at + NAME.length));
  const length = Number(written?.[1] ?? Number.NaN);
  if (!(length <= LONGEST_MESSAGE)) return { length: undefined, isWhole: false };
  const isLine = at === 0 || header[at - 1] === '\n';
  const lines = header.split('\r\n');
  const isWhole = isLine && lines.every((line) => line === '' || /^[\w-]+:/.test(line));
  return { length, isWhole };
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return BROKEN; // the reason would quote it
  }
}

/** Reads a stream; `broken` is called where there should be a message and is none. */
export class FrameReader extends AbstractMessageReader implements MessageReader {
  constructor(
    private readonly stream: Readable,
    private readonly broken: () => void,
  ) {
    super();
  }

  listen(callback: DataCallback): Disposable {
    const frames = new Frames();
    const onData = (chunk: Buffer) => {
      for (const message of frames.push(chunk))
        if (message === BROKEN) this.broken();
        else callback(message as Message);
    };
    this.stream.on('data', onData);
    this.stream.on('error', (error) => this.fireError(error));
    for (const end of ['end', 'close']) this.stream.on(end, () => this.fireClose());
    return { dispose: () => void this.stream.off('data', onData) };
  }
}
