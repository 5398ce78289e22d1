// The inputs one by one; with a progress bar where it is of use and does not get between lines of output.
import type { InputFile } from './inputs.js';

/** Fewer files are read before a progress bar could be. */
const MANY = 200;

/** `doing`: what the bar says is being done with them. */
export async function watched(
  inputs: readonly InputFile[],
  doing: string,
): Promise<Iterable<InputFile>> {
  if (inputs.length < MANY || !process.stderr.isTTY || process.stdout.isTTY) return inputs;
  const { progressOver } = await import('./progress.js');
  return progressOver(inputs, doing);
}
