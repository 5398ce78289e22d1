// Extraction gives back exactly the facts that a generated report was written from,
// in every layout and under every variation.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recipes } from '../generate/arbitrary.js';
import { compare, explain, read } from '../generate/compare.js';
import { LAYOUTS } from '../generate/layouts/index.js';
import { type Recipe, writeReport } from '../generate/report.js';
import { VARIATIONS } from '../generate/variations/index.js';

const RUNS = Number(process.env.NIANBAO_RUNS ?? 150);

/** Throws if anything but the expected facts was read. */
function readsBack(recipe: Recipe): void {
  const generated = writeReport(recipe);
  const reading = read(generated);
  const comparison = compare(generated.expected, reading);
  if (comparison.differences.length > 0) throw new Error(explain(generated, reading, comparison));
}

describe.each(LAYOUTS.map(({ id }) => id))('%s', (layout) => {
  test.each(['2021', '2019'] as const)('the clean form of %s', (template) => {
    for (let seed = 0; seed < 20; seed++) readsBack({ seed, template, layout, variations: [] });
  });

  test('each variation alone', () => {
    const failures = VARIATIONS.flatMap(({ id }) =>
      Array.from({ length: 8 }, (_, seed) => {
        try {
          const template = seed % 3 === 2 ? '2019' : '2021';
          readsBack({ seed, template, layout, variations: [id] });
          return [];
        } catch (error) {
          return [(error as Error).message];
        }
      }).flat(),
    );
    expect(failures.slice(0, 8).join('\n\n')).toBe('');
  });

  test('variations together', () => {
    fc.assert(fc.property(recipes(layout), readsBack), { numRuns: RUNS });
  });
});
