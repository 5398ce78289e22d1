// Which safe fixes can be made at once, and that they come to an end without doing harm.
import { describe, expect, it } from 'vitest';
import { parseReport } from '../reading/parse.js';
import { applyEdits, type TextEdit } from '../text/edit.js';
import { fixAll, safeEdits } from './safeEdits.js';

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

describe('fixAll', () => {
  /** A checker that finds each letter and fixes it as told; what it says of a report is its title. */
  const checkerOf = (
    better: Readonly<Record<string, string>>,
    ruleOf: (letter: string) => string = () => 'slip',
  ) => {
    let checks = 0;
    const check = (text: string) => {
      checks++;
      const diagnostics = [...text].flatMap((letter, at) => {
        const newText = better[letter];
        if (newText === undefined) return [];
        const fixes = [{ safe: true, edits: [edit(at, at + 1, newText)] }];
        return [{ rule: ruleOf(letter), fixes }];
      });
      return { source: { original: { text } }, report: parseReport(text), diagnostics };
    };
    const toOriginal = (_: unknown, edits: readonly TextEdit[]) => edits;
    return { check, toOriginal, checks: () => checks };
  };
  const fixedBy = async (better: Readonly<Record<string, string>>, text: string) => {
    const checker = checkerOf(better);
    const { checked, edits, refused } = await fixAll(checker.check(text), checker);
    expect(applyEdits(text, edits)).toBe(checked.source.original.text);
    return { text: applyEdits(text, edits), refused: refused.length, checks: checker.checks() };
  };

  it('goes on to where nothing is left, as one change', async () => {
    expect(await fixedBy({ a: 'b', b: '-' }, 'xax')).toMatchObject({ text: 'x-x', refused: 0 });
  });

  it('ends where a fix is found again and again', async () => {
    const grown = await fixedBy({ a: 'aa' }, 'xax');
    expect(grown).toEqual({ text: 'xax', refused: 1, checks: 2 });
    const turned = await fixedBy({ a: 'b', b: 'a' }, 'xax');
    expect(turned.checks).toBeLessThan(5);
  });

  it('leaves the one that does harm, and makes the others', async () => {
    const title = '青禾县民政局2023年政府信息公开工作年度报告';
    const { text, refused } = await fixedBy({ a: '', 政: '正' }, `${title}\naaaaa`);
    expect(text).toBe(`${title}\n`);
    expect(refused).toBe(2);
  });

  it('fixes the findings of one rule alone, to the end and without harm', async () => {
    const checker = checkerOf({ a: 'b', b: '-', 政: '正' }, (letter) =>
      letter === '政' ? 'name' : 'slip',
    );
    const title = '青禾县民政局2023年政府信息公开工作年度报告';
    const text = `${title}\nxax`;
    const of = (rule: string) => fixAll(checker.check(text), { ...checker, rule });
    const slips = await of('slip');
    expect(applyEdits(text, slips.edits)).toBe(`${title}\nx-x`);
    expect(slips).toMatchObject({ count: 1, refused: [] });
    const names = await of('name');
    expect(names.edits).toEqual([]);
    expect(names.refused).toHaveLength(2);
    expect((await of('other')).refused).toEqual([]);
  });

  it('adds no finding', async () => {
    expect(await fixedBy({ a: 'bb', b: '-' }, 'xax')).toMatchObject({ text: 'xax', refused: 1 });
  });
});
