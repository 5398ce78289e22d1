// Each property of the list, on some inputs; `npm run fuzz` tries it on many. And what must hold of the
// project's own reports and the real ones as they are.
import { describe, expect, test } from 'vitest';
import { firstFixesBringNothing } from './firstFixes.js';
import { PROPERTIES } from './list.js';
import { allSafeFixesHarmNothing, eachSafeFixHarmsNothing, safeFixesAreSure } from './safeFixes.js';
import { exampleTexts, realTexts } from './texts.js';

const RUNS = Number(process.env.NIANBAO_RUNS ?? 100);

test.each(PROPERTIES)('$name', (property) => property.run({ numRuns: RUNS }), 240_000);

describe('first fixes', () => {
  test('of the examples bring nothing', async () => {
    for (const text of exampleTexts) await firstFixesBringNothing(text);
  }, 60_000);

  test.skipIf(realTexts.length === 0)(
    'of real reports bring nothing',
    async () => {
      for (const text of realTexts) await firstFixesBringNothing(text);
    },
    240_000,
  );
});

describe('safe fixes', () => {
  const harmNothing = async (texts: readonly string[]) => {
    for (const text of texts) {
      await safeFixesAreSure(text);
      await allSafeFixesHarmNothing(text);
      await eachSafeFixHarmsNothing(text);
    }
  };

  test('of the examples harm nothing', async () => {
    expect(exampleTexts.length).toBeGreaterThan(3);
    await harmNothing(exampleTexts);
  }, 60_000);

  test.skipIf(realTexts.length === 0)(
    'of real reports harm nothing',
    () => harmNothing(realTexts),
    240_000,
  );
});
