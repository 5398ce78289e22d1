// A text twice as long takes at most twice the steps: counted, block by block, over texts that are made
// to take long. What the steps themselves cost (patterns) is proved in patterns.test.ts.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANSWERS, ANSWERS_AT, run } from './answers.js';
import { alone, type Hostile, hostile, PAIRS, pair } from './hostile.js';
import { type Excess, excessOf, StepCounter, type Steps } from './steps.js';

/** Longer than what readers look back over and forth at once. */
const LENGTH = 3000;
/** Enough for any machine: nothing is measured by it. */
const LIMIT = 1_200_000;
const PAIRS_TRIED = 30;
/** V8 may forget how often it ran a small function that it compiles meanwhile: not every time. */
const TRIALS = 3;

describe('steps', () => {
  let counter: StepCounter;
  beforeAll(async () => {
    counter = await StepCounter.start(/\/test\/linear\/growth\.test\.ts/);
  });
  afterAll(() => counter.stop());

  const growth = async (reader: (text: string) => unknown) => {
    const text = '（'.repeat(500);
    const once = await counter.count(() => reader(text));
    const twice = await counter.count(() => reader(text + text));
    return excessOf(once, twice, text.length);
  };

  it('of one pass are in proportion', async () => {
    expect(await growth(onePass)).toEqual([]);
  });

  it.each([
    ['back', (text: string, at: number) => text.lastIndexOf('\r', at)],
    ['on', (text: string, at: number) => text.indexOf('\r', at)],
  ])('of who looks for what is not there from each character %s are told', async (_, find) => {
    const [excess, ...more] = await growth((text) => [...text].map((_one, at) => find(text, at)));
    expect(excess?.twice).toBeGreaterThan(3 * (excess?.once ?? 0));
    expect(more).toEqual([]);
  });

  it('of who finds something near are none too many', async () => {
    const near = (text: string) => [...text].map((_one, at) => text.lastIndexOf('（', at));
    expect(await growth(near)).toEqual([]);
  });

  it('of a pass for each character are told', async () => {
    const [excess] = await growth(passes);
    expect(excess?.twice).toBeGreaterThan(3 * (excess?.once ?? 0));
    expect(excess?.block).toMatch(/^test\/linear\/growth\.test\.ts passes/);
  });
});

describe('twice the text', () => {
  let counter: StepCounter;
  beforeAll(async () => {
    counter = await StepCounter.start();
  });
  afterAll(() => counter.stop());

  const steps = ({ of }: Hostile, length: number): Promise<Steps> =>
    counter.count(() => run(of(length)));
  const growth = async (input: Hostile): Promise<readonly Excess[]> => {
    // what is made once and kept is no step of either
    run(input.of(100));
    let excess: readonly Excess[] = [];
    for (let i = 0; i < TRIALS; i++) {
      const now = excessOf(await steps(input, LENGTH), await steps(input, 2 * LENGTH), LENGTH);
      excess = i === 0 ? now : now.filter(({ block }) => excess.some((one) => one.block === block));
      if (excess.length === 0) break;
    }
    return excess;
  };

  it('is read, checked and asked for everything', async () => {
    const counted = [...(await steps(hostile('，', 'overview'), 1000)).keys()].join('\n');
    for (const file of ['reading/parse.ts', 'wording/punctuation.ts', 'completion/completion.ts'])
      expect(counted).toContain(file);
    expect(Object.keys({ ...ANSWERS, ...ANSWERS_AT }).length).toBeGreaterThan(15);
  });

  it.each(alone())('takes twice the steps: $name', { timeout: LIMIT }, async (input) => {
    expect(await growth(input)).toEqual([]);
  });

  const pairs = Array.from({ length: PAIRS_TRIED }, (_, i) => pair((i * 104_729) % PAIRS));
  it.each(pairs)('takes twice the steps: $name', { timeout: LIMIT }, async (input) => {
    expect(await growth(input)).toEqual([]);
  });
});

function onePass(text: string): number {
  let open = 0;
  for (const char of text) if (char === '（') open++;
  return open;
}

function passes(text: string): number {
  let open = 0;
  for (let i = 0; i < text.length; i++)
    for (let j = 0; j < i; j++) if (text.charAt(j) === '（') open++;
  return open;
}
