import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyEdits, composed, spanAfter } from './edit.js';

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

it('two rounds of edits are one that does the same', () => {
  /** Edits of a text of this length that do not overlap. */
  const editsOf = (length: number) =>
    fc
      .array(fc.tuple(fc.nat(length), fc.nat(3), fc.string({ maxLength: 3 })), { maxLength: 5 })
      .map((wanted) => {
        let done = -1;
        return wanted
          .sort(([a], [b]) => a - b)
          .flatMap(([at, size, newText]) => {
            if (at <= done) return [];
            done = Math.min(length, at + size);
            return [edit(at, done, newText)];
          });
      });
  const rounds = fc.string({ maxLength: 20 }).chain((text) =>
    editsOf(text.length).chain((first) =>
      fc.record({
        text: fc.constant(text),
        first: fc.constant(first),
        second: editsOf(applyEdits(text, first).length),
      }),
    ),
  );
  fc.assert(
    fc.property(rounds, ({ text, first, second }) => {
      const all = composed(text, first, second);
      expect(applyEdits(text, all)).toBe(applyEdits(applyEdits(text, first), second));
      all.slice(1).forEach(({ span }, i) => {
        expect(span.start).toBeGreaterThan(all[i]?.span.end as number);
      });
    }),
    { numRuns: 2000 },
  );
});
