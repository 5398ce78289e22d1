import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyEdits, composed, settled, spanAfter, type TextEdit } from './edit.js';

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

it.each<[string, TextEdit[], TextEdit[] | null]>([
  ['in order of place', [edit(4, 5, 'b'), edit(1, 2, 'a')], [edit(1, 2, 'a'), edit(4, 5, 'b')]],
  ['insertion and replacement', [edit(2, 4, 'r'), edit(2, 2, 'i')], [edit(2, 4, 'ir')]],
  ['two insertions', [edit(2, 2, 'a'), edit(2, 2, 'b')], [edit(2, 2, 'ab')]],
  ['all of them', [edit(2, 4, 'r'), edit(2, 2, 'a'), edit(2, 2, 'b')], [edit(2, 4, 'abr')]],
  ['neighbours', [edit(2, 4, 'r'), edit(4, 4, 'i')], [edit(2, 4, 'r'), edit(4, 4, 'i')]],
  ['two replacements', [edit(2, 3, 'a'), edit(2, 4, 'b')], null],
  ['one reaching into the other', [edit(1, 3, 'a'), edit(2, 4, 'b')], null],
  ['an insertion within', [edit(1, 3, 'a'), edit(2, 2, 'b')], null],
  ['none', [], []],
])('edits are settled: %s', (_, edits, wanted) => {
  expect(settled(edits)).toEqual(wanted);
  if (!wanted) expect(() => applyEdits('abcdef', edits)).toThrow(RangeError);
});

it('settled edits come to the same in whichever order they are made', () => {
  const edits = fc.array(
    fc
      .tuple(fc.nat(20), fc.nat(3), fc.string({ maxLength: 3 }))
      .map(([start, length, newText]) => ({
        span: { start, end: start + length },
        newText,
      })),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(edits, (given) => {
      const text = 'abcdefghijklmnopqrstuvwxyz';
      const made = settled(given);
      fc.pre(made !== null);
      const starts = made.map(({ span }) => span.start);
      expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
      // from the last to the first, each in the text as it then is
      const backwards = made.reduceRight(
        (result, { span, newText }) =>
          result.slice(0, span.start) + newText + result.slice(span.end),
        text,
      );
      expect(backwards).toBe(applyEdits(text, given));
    }),
    { numRuns: 1000 },
  );
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
