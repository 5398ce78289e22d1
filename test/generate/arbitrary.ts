// The generator as fast-check arbitraries: recipes shrink to fewer variations and smaller seeds.
import fc from 'fast-check';
import { LAYOUTS } from './layouts/index.js';
import type { Recipe } from './report.js';
import { VARIATIONS } from './variations/index.js';

/** Recipes in one layout, or in any, with up to `most` variations. */
export function recipes(layout?: string, most = 5): fc.Arbitrary<Recipe> {
  return fc.record({
    seed: fc.nat(),
    template: fc.constantFrom('2021' as const, '2019' as const),
    layout: layout ? fc.constant(layout) : fc.constantFrom(...LAYOUTS.map(({ id }) => id)),
    variations: fc.subarray(
      VARIATIONS.map(({ id }) => id),
      { maxLength: most },
    ),
  });
}
