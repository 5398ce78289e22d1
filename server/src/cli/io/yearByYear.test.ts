import { describe, expect, it } from 'vitest';
import { PreviousIndex } from '../../service/index.js';
import { inPlace, yearByYear } from './yearByYear.js';

const FILES: readonly (readonly [path: string, organ: string | null, year: number])[] = [
  ['a.txt', '云水镇', 2023],
  ['b.txt', null, 0],
  ['c.txt', '青禾县', 2022],
  ['d.txt', '云水镇', 2022],
  ['e.txt', '青禾县', 2023],
  ['f.txt', '云水镇', 2021],
];
const inputs = FILES.map(([path]) => ({ path }));
const index = new PreviousIndex();
for (const [path, organ, year] of FILES)
  index.set(path, organ === null ? null : { organ, year, organization: organ });

const pathsIn = (order: readonly number[]) => order.map((place) => inputs[place]?.path).join(' ');

describe('the order of inputs', () => {
  it('has each report behind the one of last year', () => {
    expect(pathsIn(yearByYear(inputs, index))).toBe('b.txt f.txt d.txt a.txt c.txt e.txt');
  });

  it('moves none further than its answer may wait', () => {
    expect(pathsIn(yearByYear(inputs, index, 3))).toBe('b.txt a.txt c.txt f.txt d.txt e.txt');
  });

  it('is left alone where there is nobody’s report', () => {
    expect(pathsIn(yearByYear(inputs, new PreviousIndex()))).toBe(
      'a.txt b.txt c.txt d.txt e.txt f.txt',
    );
  });
});

describe('answers', () => {
  async function* come<T>(values: readonly T[]): AsyncGenerator<T> {
    yield* values;
  }

  it('come back in the order of the inputs, each as soon as it can', async () => {
    const order = [2, 0, 1, 3];
    const told: string[] = [];
    async function* watched() {
      for (const place of order) {
        told.push(`in ${place}`);
        yield place;
      }
    }
    for await (const answer of inPlace(watched(), order)) told.push(`out ${answer}`);
    expect(told).toEqual(['in 2', 'in 0', 'out 0', 'in 1', 'out 1', 'out 2', 'in 3', 'out 3']);
  });

  it('are none where none come', async () => {
    const answers: number[] = [];
    for await (const answer of inPlace(come<number>([]), [])) answers.push(answer);
    expect(answers).toEqual([]);
  });
});
