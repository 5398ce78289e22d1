// Hints beside the totals: a text, and what it looks like with them.
import '../../../test/seed.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recipes } from '../../../test/generate/arbitrary.js';
import { LAYOUTS } from '../../../test/generate/layouts/index.js';
import { writeReport } from '../../../test/generate/report.js';
import { sourceOf } from '../convert/sourceOf.js';
import { rowsOf, tableOf } from '../form/formats.js';
import { faultsOf } from '../judging/faults.js';
import { parseReport } from '../reading/parse.js';
import { example, type RowFigures } from '../rules/examples.js';
import { applyEdits } from '../text/edit.js';
import { inlayHints } from './inlayHints.js';

/** Nothing received, nothing carried over. */
const ZEROS = Object.fromEntries(
  rowsOf(tableOf('2021', 'requests')).map(({ key }) => [key, '0 0 0 0 0 0 0']),
);
/** In balance: 14 received, 2 carried in, 15 handled, 1 carried out. */
const BALANCED: RowFigures = {
  ...ZEROS,
  '1': '10 4 0 0 0 0 14',
  '2': '2 0 0 0 0 0 2',
  '3.1': '11 4 0 0 0 0 15',
  '3.7': '11 4 0 0 0 0 15',
  '4': '1 0 0 0 0 0 1',
};

interface Options {
  readonly all?: boolean;
  readonly isReported?: boolean;
}

const hintsOf = (text: string, { all = false, isReported = true }: Options = {}) =>
  inlayHints(parseReport(text), { all, isReported: () => isReported });

/** The rows that have hints, with these in brackets, without the rest of the line. */
function shown(text: string, options?: Options): string[] {
  const hints = hintsOf(text, options);
  const edits = hints.map(({ offset, label }) => ({
    span: { start: offset, end: offset },
    newText: `[${label}]`,
  }));
  return applyEdits(text, edits)
    .split('\n')
    .filter((line) => line.includes('['))
    .map((line) => line.replace(/^[| ]*|[| ]*$/g, '').replace(/[ |]+/g, ' '));
}

const requests = (rows: RowFigures) => example('requests', rows);
const balanced = (changes: RowFigures) => requests({ ...BALANCED, ...changes });
const NEW = '一、本年新收政府信息公开申请数量';

describe('inlay hints', () => {
  it.each<[what: string, text: string, expected: string[]]>([
    ['nothing where all holds', balanced({}), []],
    [
      'the figure at the culprit, a total',
      balanced({ '1': '10 4 0 0 0 0 17' }),
      [`${NEW} 10 4 0 0 0 0 17[应为 14]`],
    ],
    [
      'the figure at the culprit, none at the totals that it broke',
      balanced({ '1': '10 5 0 0 0 0 14' }),
      [`${NEW} 10 5[应为 4] 0 0 0 0 14`],
    ],
    [
      'the sum where no cell is to blame alone',
      requests({ '1': '5 1 0 0 0 0 7' }),
      [`${NEW} 5 1 0 0 0 0 7[各项相加 6]`],
    ],
    [
      'nothing where only the balance is broken',
      requests({ ...ZEROS, '1': '3 0 0 0 0 0 3', '3.1': '1 1 0 0 0 0 2', '3.7': '1 1 0 0 0 0 2' }),
      [],
    ],
    [
      'the sum in a blank total',
      balanced({ '1': '10 4 0 0 0 0 _' }),
      [`${NEW} 10 4 0 0 0 0 [= 14]`],
    ],
    [
      'and in place of a stroke',
      balanced({ '1': '10 4 0 0 0 0 /' }),
      [`${NEW} 10 4 0 0 0 0 /[= 14]`],
    ],
    [
      'the sums of outcomes',
      balanced({ '3.7': '_ _ 0 0 0 0 15' }),
      ['（七）总计 [= 11] [= 4] 0 0 0 0 15'],
    ],
    [
      'the sum of both ways',
      balanced({ '3.7': '11 4 0 0 0 0 _' }),
      ['（七）总计 11 4 0 0 0 0 [= 15]'],
    ],
    [
      'nothing in a total whose row and column want different sums',
      requests({
        ...ZEROS,
        '1': '1 2 0 0 0 0 3',
        '3.1': '1 3 0 0 0 0 5',
        '3.7': '1 2 0 0 0 0 _',
      }),
      [
        '三、本年度办理结果 （一）予以公开 1 3 0 0 0 0 5[各项相加 4]',
        '（七）总计 1 2[各项相加 3] 0 0 0 0',
      ],
    ],
    ['nothing while a row is filled in', balanced({ '1': '10 _ 0 0 0 0 _' }), []],
    ['nothing in a row that is all blank', requests({ ...ZEROS, '1': '_ _ _ _ _ _ _' }), []],
    ['nothing in a table that is all blank', requests(blank(ZEROS)), []],
    ['nothing where a term is no number', balanced({ '1': '10 若干 0 0 0 0 _' }), []],
    ['nothing where a count would be negative', requests({ '1': '-3 1 0 0 0 0 _' }), []],
    [
      'nothing in a total one of whose terms is to blame',
      balanced({
        '3.1': '11 9 0 0 0 0 _',
        '3.2': '0 1 0 0 0 0 1',
        '3.7': '11 5 0 0 0 0 16',
        '4': '1 -1 0 0 0 0 0',
      }),
      ['三、本年度办理结果 （一）予以公开 11 9[应为 4] 0 0 0 0'],
    ],
  ])('%s', (_, text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  it('are in table 四 at the totals of its three parts', () => {
    const text = example('review', {
      reconsideration: '1 2 0 0 4',
      direct: '1 0 0 0 _',
      afterReview: '0 0 0 0 0',
    });
    expect(shown(text)).toEqual(['1 2 0 0 4[各项相加 3] 1 0 0 0 [= 1] 0 0 0 0 0']);
  });

  it('tick what is right where all is wanted', () => {
    const ticked = shown(balanced({}), { all: true });
    expect(ticked).toHaveLength(25);
    expect(ticked[0]).toBe(`${NEW} 10 4 0 0 0 0 14[✓]`);
    expect(ticked.at(-1)).toBe('四、结转下年度继续办理 1[✓] 0[✓] 0[✓] 0[✓] 0[✓] 0[✓] 1[✓]');
  });

  it('tick no column that is not right in all', () => {
    const ticked = shown(balanced({ '1': '10 5 0 0 0 0 14' }), { all: true });
    expect(ticked[0]).toBe(`${NEW} 10 5[应为 4] 0 0 0 0 14`);
    expect(ticked.at(-1)).toBe('四、结转下年度继续办理 1[✓] 0 0[✓] 0[✓] 0[✓] 0[✓] 1[✓]');
  });

  it('say nothing of a fault that is not told', () => {
    const wrong = balanced({ '1': '10 4 0 0 0 0 17', '2': '2 0 0 0 0 0 _' });
    expect(shown(wrong, { isReported: false }).join()).not.toContain('应为');
    expect(shown(requests({ '1': '5 1 0 0 0 0 7' }), { isReported: false })).toEqual([]);
  });

  it('show the equations', () => {
    const [hint] = hintsOf(balanced({ '1': '10 4 0 0 0 0 17' }));
    expect(hint?.tooltip).toBe(
      '各类申请人相加 = 总计：10 + 4 ≠ 17 ✗ 相差 3\n一 + 二 = 三（七）+ 四：17 + 2 ≠ 15 + 1 ✗ 相差 3',
    );
  });

  it('fill a blank cell within its marks', () => {
    const row = (figure: string) => `| ${NEW} |  |  | 10 | 4 | 0 | 0 | 0 | 0 |${figure}|`;
    const text = balanced({}).replace(/^.*本年新收.*$/m, row('      '));
    const edits = hintsOf(text).flatMap((hint) => hint.edits ?? []);
    expect(applyEdits(text, edits)).toContain(row('   14 '));
  });

  it.each([
    ['a wrong total', { '1': '10 4 0 0 0 0 17' }],
    ['a wrong figure', { '1': '10 5 0 0 0 0 14' }],
    ['a blank total', { '3.7': '11 _ 0 0 0 0 15' }],
  ])('fix %s when accepted', (_, changes: RowFigures) => {
    const text = balanced(changes);
    const edits = hintsOf(text).flatMap((hint) => hint.edits ?? []);
    const report = parseReport(applyEdits(text, edits));
    expect(faultsOf(report)).toEqual([]);
    expect(hintsOf(report.text)).toEqual([]);
  });

  it('are none on what is no report', () => {
    expect(hintsOf('自然人 1 总计 2')).toEqual([]);
  });
});

describe.each(LAYOUTS.map(({ id, kind }) => [id, kind] as const))('hints in %s', (id, kind) => {
  const textOf = async (recipe: Parameters<typeof writeReport>[0]) =>
    (await sourceOf(writeReport(recipe).text, kind === 'html' ? 'html' : 'text')).text;
  const plain = { template: '2021', layout: id, variations: [] } as const;

  it('tick a report without faults, and say nothing else', async () => {
    const text = await textOf({ ...plain, seed: 3 });
    expect(hintsOf(text)).toEqual([]);
    const all = hintsOf(text, { all: true }).map(({ label }) => label);
    expect(all).toEqual(Array(25 + 6 + 3).fill('✓')); // rows, columns, parts of table 四
  });

  it('give every wrong figure of table 三 back', async () => {
    const text = await textOf({ ...plain, seed: 3 });
    for (const { cells } of parseReport(text).tables.requests?.rows ?? [])
      for (const { span, value } of cells.values()) {
        const wrong = applyEdits(text, [{ span, newText: String((value as number) + 1) }]);
        const [hint, ...others] = hintsOf(wrong);
        expect(others).toEqual([]);
        expect(hint?.label).toBe(`应为 ${value}`);
        expect(applyEdits(wrong, hint?.edits ?? [])).toBe(text);
      }
  });

  it('never stand twice in one place, whatever the report', async () => {
    await fc.assert(
      fc.asyncProperty(recipes(id), async (recipe) => {
        const hints = hintsOf(await textOf(recipe), { all: true });
        expect(new Set(hints.map(({ offset }) => offset)).size).toBe(hints.length);
      }),
      { numRuns: 20 },
    );
  });
});

function blank(rows: RowFigures): RowFigures {
  return Object.fromEntries(Object.keys(rows).map((row) => [row, '_ _ _ _ _ _ _']));
}
