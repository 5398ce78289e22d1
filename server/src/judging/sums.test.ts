import { describe, expect, it } from 'vitest';
import { differenceOf, sumOf } from './sums.js';

describe('a sum', () => {
  it.each<[readonly (number | null | undefined)[], number | null]>([
    [[], 0],
    [[1, 2, 3], 6],
    [[0, 0], 0],
    [[-2, 3], 1],
    [[0.1, 0.2], 0.3],
    [[275.304, 0.001], 275.305],
    [[1, null], null],
    [[undefined, 1], null],
    [[null], null],
  ])('of %j is %j', (figures, sum) => expect(sumOf(figures)).toBe(sum));

  it('less another is unknown where one of them is', () => {
    expect(differenceOf(0.3, 0.1)).toBe(0.2);
    expect(differenceOf(null, 1)).toBeNull();
    expect(differenceOf(1, null)).toBeNull();
  });
});
