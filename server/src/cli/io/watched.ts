// Inputs with a progress bar, where it is of use and does not get between lines of output.
import type { InputFile } from './inputs.js';

/** Fewer files are done before a progress bar could be read. */
const MANY = 200;

/** The inputs one by one; `doing` is what the bar says, `isAlone` where nothing else is written to the terminal meanwhile. */
export async function watched(
  inputs: readonly InputFile[],
  doing: string,
  isAlone: boolean,
  many = MANY,
): Promise<Iterable<InputFile>> {
  if (inputs.length < many || !process.stderr.isTTY || !isAlone) return inputs;
  const { progressOver } = await import('./progress.js');
  return progressOver(inputs, doing);
}
