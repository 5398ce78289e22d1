// A pool of threads of the program itself. A bundle of its own, loaded on first use.
import { availableParallelism } from 'node:os';
import v8 from 'node:v8';
import Tinypool from 'tinypool';

/** What a thread may take: a report of a thousand pages takes a fourth of it. */
const MEGABYTES = 1024;
/** Each takes a hundred megabytes, and learns by itself how to be fast. */
const MOST = 8;
/** Room for what is short-lived: with less, what one report takes outlives the next, and is copied again and again. */
const YOUNG_MEGABYTES = 48;
/** Long enough for any file on a slow machine, office programs included. */
const PATIENCE = 120_000;

export interface ThreadLimits {
  readonly megabytes?: number;
  /** Milliseconds. */
  readonly patience?: number;
}

export class Threads {
  /** How many work at once. */
  readonly count = Math.min(MOST, availableParallelism());
  readonly #pool: Tinypool;
  readonly #patience: number;

  /** `program` is the module whose exports they run. */
  constructor(program: string, { megabytes = MEGABYTES, patience = PATIENCE }: ThreadLimits = {}) {
    compileLess();
    this.#patience = patience;
    this.#pool = new Tinypool({
      filename: program,
      runtime: 'worker_threads',
      minThreads: this.count,
      maxThreads: this.count,
      resourceLimits: {
        maxOldGenerationSizeMb: megabytes,
        maxYoungGenerationSizeMb: YOUNG_MEGABYTES,
      },
    });
    this.#pool.on('error', () => {}); // a thread that dies without work is followed by another
  }

  /**
   * What an export makes of a task. A thread that dies of it, or takes too long, takes nothing else with it:
   * the next task gets another. The error's message says why, in Chinese. No more than `count` may be run at once: time is counted from here.
   */
  async run<Task, Result>(name: string, task: Task): Promise<Result> {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), this.#patience);
    try {
      return (await this.#pool.run(task, { name, signal: stop.signal })) as Result;
    } catch (error) {
      throw new Error(stop.signal.aborted ? TOO_LONG : reasonOf(error));
    } finally {
      clearTimeout(timer);
    }
  }

  async end(): Promise<void> {
    await this.#pool.destroy();
  }
}

/**
 * A run of a few seconds is over before all that V8 compiles has paid, and each thread has its own compiled: in
 * Node 20 that took a third of the processor's time. Later ones have a second, quick compiler for it.
 */
function compileLess(): void {
  if (Number.parseInt(process.versions.v8, 10) >= FIRST_WITH_MAGLEV) return;
  v8.setFlagsFromString('--interrupt-budget=300000');
  v8.setFlagsFromString('--max-inlined-bytecode-size-cumulative=200');
}

const FIRST_WITH_MAGLEV = 12;

const TOO_LONG = '检查用的时间太长，停下了，没有检查';
const TOO_LARGE = '检查要用的内存太多，停下了，没有检查；这个文件可能太大或已经损坏';

function reasonOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ERR_WORKER_OUT_OF_MEMORY' ? TOO_LARGE : `程序出错，没有检查：${String(error)}`;
}
