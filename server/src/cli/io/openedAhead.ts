// Inputs opened while those before them are still being read or worked on: PDF are read in threads, and so
// several cores have something to do.
import { availableParallelism } from 'node:os';
import { inOrder } from './inOrder.js';
import type { InputFile } from './inputs.js';
import { type Opened, openInput } from './read.js';

/** A thread that reads PDF takes a hundred megabytes. */
const MOST = 4;

/** Each input and what came of opening it, in their order. */
export function openedAhead(
  inputs: Iterable<InputFile>,
): AsyncGenerator<readonly [path: string, opened: Opened]> {
  const atOnce = Math.min(MOST, availableParallelism());
  const open = async ({ path, error }: InputFile) =>
    [path, error === undefined ? await openInput(path) : { error }] as const;
  // a PDF takes as long as some texts, which are opened meanwhile
  return inOrder(each(inputs), open, { atOnce, ahead: 4 * atOnce });
}

async function* each(inputs: Iterable<InputFile>): AsyncGenerator<InputFile> {
  yield* inputs;
}
