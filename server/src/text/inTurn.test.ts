// Patterns read one behind the other.
import { expect, it } from 'vitest';
import { endsInTurn, readInTurn } from './inTurn.js';

const VERB = /收到|受理/y;
const MAY_BE = /了?/y;
const APPLICATIONS = /申请/y;

it.each([
  ['收到了申请3件', 0, 5],
  ['收到申请', 0, 4],
  ['共收到申请', 1, 5],
  ['共收到申请', 0, -1],
  ['收到了的申请', 0, -1],
  ['', 0, -1],
])('%j from %d is read to %d', (text, at, end) => {
  expect(readInTurn(text, at, VERB, MAY_BE, APPLICATIONS)).toBe(end);
});

it('of nothing ends where it begins', () => expect(readInTurn('申请', 1)).toBe(1));

it.each([
  ['收到申请，受理申请', true],
  ['受理申请。', false],
  ['申请', false],
])('%j ends so: %s', (text, ends) => {
  expect(endsInTurn(text, /收到|受理/g, MAY_BE, APPLICATIONS)).toBe(ends);
});
