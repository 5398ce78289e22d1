// The threads in which files are read. One that has answered waits a while for the next file: what starting it
// takes, and working with code that is not compiled yet, is more than reading takes.
import type { Worker } from 'node:worker_threads';
import type { ReaderName, ReaderThread, ThreadAnswer } from '../convert/readerThread.js';

/** What runs in a thread: the bytes of file after file are answered. */
export const IN_THREAD = `const { parentPort, workerData: { reader, answer } } = require('node:worker_threads');
parentPort.on('message', (bytes) => require(reader)[answer](bytes).then((answer) => parentPort.postMessage(answer)));`;
/** So long a thread waits, in milliseconds: its memory is for others, too. */
const PATIENCE = 5000;

/** Whoever reads a file in a thread: at most one at a time. */
interface ThreadReading {
  answered(answer: ThreadAnswer): void;
  failed(error: Error): void;
}

/** A thread that goes on from file to file. */
class LastingThread {
  reading: ThreadReading | undefined;
  /** Ends it if no file comes while it waits. */
  timer: NodeJS.Timeout | undefined;
  isGone = false;

  constructor(readonly worker: Worker) {
    // an error that comes while nobody reads is nobody's file
    worker.on('message', (answer: ThreadAnswer) => this.reading?.answered(answer));
    worker.on('error', (error: Error) => this.reading?.failed(error));
    worker.on('exit', () => {
      this.isGone = true;
      this.reading?.failed(new Error('the thread has ended'));
    });
  }
}

export class ReaderThreads {
  /** Those that were at work together wait together: whoever reads a folder comes back to all of them. */
  readonly #waiting: (readonly [name: ReaderName, thread: LastingThread])[] = [];

  constructor(private readonly start: (name: ReaderName) => Worker) {}

  /** A thread that reads these bytes: it waits for others once it has answered, and else is ended. */
  read(name: ReaderName, bytes: Uint8Array): ReaderThread {
    const thread = this.#waitingFor(name) ?? new LastingThread(this.start(name));
    let hasAnswered = false;
    const answer = new Promise<ThreadAnswer>((resolve, failed) => {
      const answered = (one: ThreadAnswer) => {
        hasAnswered = true;
        resolve(one);
      };
      thread.reading = { answered, failed };
    });
    thread.worker.postMessage(bytes);
    const end = () => {
      thread.reading = undefined;
      if (hasAnswered) this.#wait(name, thread);
      else void thread.worker.terminate();
    };
    return { answer, end };
  }

  /** The one that has waited least: the others have more of their time behind them. */
  #waitingFor(name: ReaderName): LastingThread | undefined {
    const thread = this.#waiting.findLast(([of]) => of === name)?.[1];
    if (!thread) return undefined;
    this.#leave(thread);
    if (thread.isGone) return this.#waitingFor(name);
    thread.worker.ref();
    return thread;
  }

  /** Neither the thread nor its timer keeps the program from ending. */
  #wait(name: ReaderName, thread: LastingThread): void {
    const over = () => {
      this.#leave(thread);
      void thread.worker.terminate();
    };
    thread.timer = setTimeout(over, PATIENCE).unref();
    thread.worker.unref();
    this.#waiting.push([name, thread]);
  }

  #leave(thread: LastingThread): void {
    clearTimeout(thread.timer);
    const at = this.#waiting.findIndex(([, one]) => one === thread);
    if (at >= 0) this.#waiting.splice(at, 1);
  }
}
