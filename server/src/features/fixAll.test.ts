// Which safe fixes can be made at once.
import { describe, expect, it } from 'vitest';
import { safeEdits } from './fixAll.js';

const edit = (start: number, end: number, newText = 'x') => ({ span: { start, end }, newText });
const finding = (safe: boolean, ...edits: ReturnType<typeof edit>[]) => ({
  fixes: [
    { safe, edits },
    { safe: true, edits: [edit(50, 60)] },
  ],
});
const starts = (...findings: ReturnType<typeof finding>[]) =>
  safeEdits(findings).map(({ span }) => span.start);

describe('safeEdits', () => {
  it('takes the first fix of each finding, if it is safe', () => {
    expect(starts(finding(true, edit(3, 4)), finding(false, edit(1, 2)))).toEqual([3]);
    expect(safeEdits([{}, { fixes: [] }])).toEqual([]);
  });

  it('puts the edits in order', () => {
    expect(starts(finding(true, edit(3, 4), edit(9, 9)), finding(true, edit(1, 2)))).toEqual([
      1, 3, 9,
    ]);
  });

  it('leaves the later of two that meet, as a whole', () => {
    expect(starts(finding(true, edit(3, 6)), finding(true, edit(5, 7), edit(20, 21)))).toEqual([3]);
    expect(starts(finding(true, edit(5, 7)), finding(true, edit(3, 6), edit(20, 21)))).toEqual([5]);
    expect(starts(finding(true, edit(3, 3)), finding(true, edit(3, 3)))).toEqual([3]);
  });

  it('keeps those that only touch', () => {
    expect(starts(finding(true, edit(3, 6)), finding(true, edit(6, 7)))).toEqual([3, 6]);
  });

  it('never answers edits that meet', () => {
    const many = Array.from({ length: 200 }, (_, i) =>
      finding(true, edit((i * 37) % 101, ((i * 37) % 101) + (i % 5)), edit(200 + (i % 90), 300)),
    );
    const edits = safeEdits(many);
    expect(edits.length).toBeGreaterThan(0);
    edits.slice(1).forEach(({ span }, i) => {
      expect(span.start).toBeGreaterThanOrEqual(edits[i]?.span.end as number);
    });
  });
});
