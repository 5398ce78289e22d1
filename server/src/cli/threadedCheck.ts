// `nianbao check` in several threads, as it looks from outside of them: tasks go in, answers come out in order.
// A thread reads, checks and writes as the output format has it, so that little travels.
import type { ThreadSetup, ThreadTask } from './checkThread.js';
import { type CheckAnswer, type CheckInput, notChecked } from './fileChecker.js';
import { inOrder } from './io/inOrder.js';
import type { IdentifiedFile, PreviousIndexes } from './io/previous.js';
import type { Threads } from './io/threads.js';

/** So many paths are one task. */
const TASK = 32;
/** How many tasks may wait, for each thread, until one before them is done. */
const AHEAD = 8;

/** The answers to inputs, in their order. */
export async function* threadedAnswers(
  threads: Threads,
  setup: ThreadSetup,
  inputs: AsyncIterator<CheckInput[]>,
): AsyncGenerator<CheckAnswer> {
  const run = (some: readonly CheckInput[]) =>
    threads.run<ThreadTask, CheckAnswer[]>('checkInputs', { setup, inputs: some });
  for await (const answers of inEach(threads, inputs, run, ({ path }, reason) =>
    notChecked(path, reason),
  ))
    yield* answers;
}

/** Whose report each file is, in their order. */
export async function* threadedIdentities(
  threads: Threads,
  paths: readonly string[],
): AsyncGenerator<IdentifiedFile> {
  const run = (some: readonly string[]) =>
    threads.run<readonly string[], IdentifiedFile[]>('identifyAll', some);
  for await (const files of inEach(threads, inTasks(paths), run, (path, error) => ({
    path,
    identity: null,
    error,
  })))
    yield* files;
}

async function* inTasks(paths: readonly string[]): AsyncGenerator<readonly string[]> {
  for (let i = 0; i < paths.length; i += TASK) yield paths.slice(i, i + TASK);
}

/** Where a thread dies of a task, each of its things is tried alone: so one is lost, and known by name. */
export function inEach<Thing, Result>(
  { count }: Threads,
  tasks: AsyncIterator<readonly Thing[]>,
  run: (things: readonly Thing[]) => Promise<Result[]>,
  lost: (thing: Thing, reason: string) => Result,
): AsyncGenerator<Result[]> {
  const work = async (things: readonly Thing[]): Promise<Result[]> => {
    try {
      return await run(things);
    } catch (error) {
      const [only, ...others] = things;
      if (only !== undefined && others.length === 0) return [lost(only, (error as Error).message)];
      const results: Result[] = [];
      for (const thing of things) results.push(...(await work([thing])));
      return results;
    }
  };
  return inOrder(tasks, work, { atOnce: count, ahead: AHEAD * count });
}

/** Indexes as bytes that all threads can look at. */
export function packed({ named, among }: PreviousIndexes): SharedArrayBuffer {
  const bytes = new TextEncoder().encode(
    JSON.stringify([[...named.entries()], [...among.entries()]]),
  );
  const shared = new SharedArrayBuffer(bytes.length);
  new Uint8Array(shared).set(bytes);
  return shared;
}
