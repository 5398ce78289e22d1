// Work on many things at once: results in order, no more begun than may be, nothing held back.
import { describe, expect, it } from 'vitest';
import { inOrder } from './inOrder.js';

async function* numbers(count: number): AsyncGenerator<number> {
  for (let n = 0; n < count; n++) yield n;
}

const turns = async (count: number) => {
  for (let i = 0; i < count; i++) await Promise.resolve();
};

/** Results of work of such lengths, and how many were at work, and begun before the first was taken, at most. */
async function worked(lengths: readonly number[], pace: { atOnce: number; ahead: number }) {
  let [running, most, begun, taken, furthest] = [0, 0, 0, 0, 0];
  const results: number[] = [];
  const work = async (n: number) => {
    most = Math.max(most, ++running);
    furthest = Math.max(furthest, ++begun - taken);
    await turns(lengths[n] as number);
    running--;
    return n;
  };
  for await (const n of inOrder(numbers(lengths.length), work, pace)) {
    results.push(n);
    taken++;
  }
  return { results, most, furthest };
}

describe('work on many things at once', () => {
  it('gives results in order, whichever is done first', async () => {
    const lengths = [400, 3, 90, 1, 200, 2, 5, 70, 1, 1];
    const { results, most, furthest } = await worked(lengths, { atOnce: 3, ahead: 5 });
    expect(results).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(most).toBe(3);
    expect(furthest).toBe(5);
  });

  it('of nothing is nothing, and of one thing that', async () => {
    expect((await worked([], { atOnce: 2, ahead: 4 })).results).toEqual([]);
    expect((await worked([7], { atOnce: 2, ahead: 4 })).results).toEqual([0]);
  });

  it('does not wait for the next thing before it gives what is done', async () => {
    let more = () => {};
    async function* slow() {
      yield 1;
      await new Promise<void>((resolve) => {
        more = resolve;
      });
      yield 2;
    }
    const results = inOrder(slow(), async (n: number) => n, { atOnce: 2, ahead: 4 });
    expect(await results.next()).toEqual({ value: 1, done: false });
    const second = results.next();
    await turns(10);
    more();
    expect(await second).toEqual({ value: 2, done: false });
    expect((await results.next()).done).toBe(true);
  });
});
