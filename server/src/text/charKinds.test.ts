import { expect, it } from 'vitest';
import { CharKinds } from './charKinds.js';

const kinds = new CharKinds([
  ['ab，', 1],
  [[0x30, 0x39], 2],
  ['5', 3],
]);

it.each([
  ['a', 1],
  ['，', 1],
  ['0', 2],
  ['9', 2],
  ['5', 3],
  ['/', 0],
  [':', 0],
  ['c', 0],
  ['', 0],
])('knows the kind of %j', (char, kind) => expect(kinds.at(char, 0)).toBe(kind));

it('knows none before a text', () => expect(kinds.at('a', -1)).toBe(0));
