// Counting what the product does: how often each block of its code is run, told by V8 itself. The same
// on every machine and however busy it is. What happens inside patterns is not counted, they are proved
// to be linear on their own; of built-in functions those are that look for words in a text.
import type { Profiler } from 'node:inspector';
import { Session } from 'node:inspector/promises';

/** The blocks of a function, one in another: where they are in its file, and how often they were run. */
type Blocks = readonly Profiler.CoverageRange[];

/** How often blocks were run, by file and function. */
export type Steps = ReadonlyMap<string, Blocks>;

/** The product's own code. */
const PRODUCT = /\/server\/src\/(?!.*\.test(?:ing)?\.ts)/;

/** A block that is run more often than it should be. */
export interface Excess {
  readonly block: string;
  /** How often for a text, and for one twice as long. */
  readonly once: number;
  readonly twice: number;
}

/**
 * The blocks that are run more than twice as often for a text twice as long. A fifth more may be due to
 * searches in sorted lists; and once a character is linear whatever it was before.
 */
export function excessOf(once: Steps, twice: Steps, added: number): Excess[] {
  const found: Excess[] = [];
  for (const [name, blocks] of twice)
    for (const { startOffset, endOffset, count } of blocks) {
      const block = `${name} ${startOffset}-${endOffset}`;
      const before = countOf(once.get(name) ?? [], startOffset, endOffset);
      if (count > MOST * before + added) found.push({ block, once: before, twice: count });
    }
  return found;
}

/** How often a stretch was run: as often as the smallest block around it. */
function countOf(blocks: Blocks, start: number, end: number): number {
  const around = blocks.filter(
    ({ startOffset, endOffset }) => startOffset <= start && end <= endOffset,
  );
  const [smallest] = around.sort(
    (a, b) => a.endOffset - a.startOffset - (b.endOffset - b.startOffset),
  );
  return smallest?.count ?? 0;
}

const MOST = 2.2;

export class StepCounter {
  private constructor(
    private readonly session: Session,
    private readonly code: RegExp,
  ) {}

  /** Counts in the files whose paths have this. */
  static async start(code = PRODUCT): Promise<StepCounter> {
    const session = new Session();
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
    return new StepCounter(session, code);
  }

  /** The steps of what runs meanwhile. */
  async count(run: () => void): Promise<Steps> {
    await this.session.post('Profiler.takePreciseCoverage'); // from here on
    const searched = charactersSearched(run);
    const { result } = await this.session.post('Profiler.takePreciseCoverage');
    const steps = new Map<string, Blocks>();
    steps.set('searches', [{ startOffset: 0, endOffset: 0, count: searched }]);
    for (const { url, functions } of result) {
      if (!this.code.test(url)) continue;
      const file = url.replace(/^.*\/(?=server\/src|test\/)/, '');
      for (const { functionName, ranges } of functions) {
        const at = ranges[0]?.startOffset ?? 0;
        if (ranges.some(({ count }) => count > 0))
          steps.set(`${file} ${functionName}@${at}`, ranges);
      }
    }
    return steps;
  }

  async stop(): Promise<void> {
    await this.session.post('Profiler.stopPreciseCoverage');
    this.session.disconnect();
  }
}

/**
 * How many characters are passed over meanwhile by those who look for words from a place on, or back from
 * one: who does so line by line, and finds none, takes the square of the text.
 */
function charactersSearched(run: () => void): number {
  const { indexOf, lastIndexOf } = String.prototype;
  let count = 0;
  String.prototype.indexOf = function (this: string, words, from = 0) {
    const found = indexOf.call(this, words, from);
    count += Math.max(0, (found < 0 ? this.length : found) - from);
    return found;
  };
  String.prototype.lastIndexOf = function (this: string, words, from = this.length) {
    const found = lastIndexOf.call(this, words, from);
    count += Math.max(0, Math.min(from, this.length) - Math.max(0, found));
    return found;
  };
  try {
    run();
  } finally {
    Object.assign(String.prototype, { indexOf, lastIndexOf });
  }
  return count;
}
