import { expect, it } from 'vitest';
import { applyEdits, spanAfter } from './edit.js';

const edit = (start: number, end: number, newText: string) => ({ span: { start, end }, newText });

it.each([
  ['before it', [edit(0, 1, '123')], 'c'],
  ['behind it', [edit(5, 6, '')], 'c'],
  ['all around', [edit(0, 0, 'x'), edit(1, 2, ''), edit(4, 5, 'yy')], 'c'],
  ['in its place', [edit(0, 1, ''), edit(2, 3, ' 42 ')], '42'],
  ['none', [], 'c'],
])('a span is found again after edits: %s', (_, edits, found) => {
  const text = 'abcdef';
  const { start, end } = spanAfter({ start: 2, end: 3 }, edits);
  expect(applyEdits(text, edits).slice(start, end)).toBe(found);
});
