// Reading a file in a thread of its own. A file of 200 kB may unpack to 200 MB, and nothing in it can be
// interrupted: only the whole thread. Who starts it, in Node or in the browser, is left to the faces.
import { type OfficeText, UnreadableFile } from './office.js';

/** The readers that are bundles of their own: `readPdf.js` has `answerPdf`. */
export type ReaderName = 'Pdf' | 'Docx';

/** What a thread says of a file: an error's class would not survive the way. */
export type ThreadAnswer = { readonly read: OfficeText } | { readonly unreadable: string };

/** A thread that was started for one file. */
export interface ReaderThread {
  /** Of the bundle in it, `answerPdf` or `answerDocx`. */
  readonly answer: Promise<ThreadAnswer>;
  /** Ends it, whatever it is doing. */
  end(): void;
}

/** Long enough for hundreds of pages on a slow machine. */
const PATIENCE = 60_000;

/** What a reader says to the one who waits outside its thread. */
export async function answered(
  read: () => OfficeText | Promise<OfficeText>,
): Promise<ThreadAnswer> {
  try {
    return { read: await read() };
  } catch (error) {
    if (error instanceof UnreadableFile) return { unreadable: error.reason };
    throw error;
  }
}

/** Reads a file in a thread, which is ended when it has answered, when it takes too long, or on `signal`. */
export async function readInThread(
  start: () => ReaderThread,
  { patience = PATIENCE, signal }: { patience?: number; signal?: AbortSignal } = {},
): Promise<OfficeText> {
  signal?.throwIfAborted();
  const thread = start();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let abort: (() => void) | undefined;
  try {
    const answer = await Promise.race([
      thread.answer.catch(() => ({ unreadable: BROKE })), // out of memory, as a rule
      new Promise<ThreadAnswer>((resolve, reject) => {
        timer = setTimeout(() => resolve({ unreadable: TOO_LONG }), patience);
        abort = () => reject(signal?.reason);
        signal?.addEventListener('abort', abort);
      }),
    ]);
    if ('unreadable' in answer) throw new UnreadableFile(answer.unreadable);
    return answer.read;
  } finally {
    clearTimeout(timer);
    if (abort) signal?.removeEventListener('abort', abort);
    thread.end();
  }
}

const TOO_LONG = '读这个文件用的时间太长，停下了；请重新导出，或另存为 .docx';
const BROKE = '这个文件太大或已经损坏，读不下去；请重新导出，或另存为 .docx';
