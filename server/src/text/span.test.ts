import { expect, it } from 'vitest';
import { firstMeeting } from './span.js';

const SPANS = [
  { start: 2, end: 4 },
  { start: 4, end: 6 },
  { start: 9, end: 12 },
];

it.each([
  [0, 1, undefined],
  [0, 2, undefined],
  [0, 3, 2],
  [1, 20, 2],
  [3, 5, 2],
  [4, 4, 4],
  [6, 6, undefined],
  [6, 9, undefined],
  [9, 9, 9],
  [11, 12, 9],
  [12, 12, undefined],
])('%d to %d meets the one at %s', (start, end, found) => {
  expect(firstMeeting(SPANS, { start, end })?.start).toBe(found);
});
