// Counting what a function does: the engine's own counts of how often each block of code was run. They
// are the same on every machine, whatever else it is doing; the time that it takes is not.
import { Session } from 'node:inspector/promises';

// From the beginning: a function that has been compiled before has no counters for its blocks.
const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

/** How many blocks of the program's own code are entered while a function runs. */
export async function countSteps(run: () => void): Promise<number> {
  await session.post('Profiler.takePreciseCoverage'); // forgets what was before
  run();
  const { result } = await session.post('Profiler.takePreciseCoverage');
  let steps = 0;
  for (const { url, functions } of result) {
    if (!isOwn(url)) continue;
    for (const { ranges } of functions) for (const { count } of ranges) steps += count;
  }
  return steps;
}

/** Not the test runner, nor the libraries. */
function isOwn(url: string): boolean {
  return url.includes('/server/src/');
}
