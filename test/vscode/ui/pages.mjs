// Pages in panels of the workbench: where they are, and whether everybody can read them.
import assert from 'node:assert/strict';
import axe from 'axe-core';

/** The frame of the page in the one panel that is open. */
export function pageFrame(page) {
  return page.frames().find((frame) => frame.url().includes('/fake.html'));
}

/** Nothing serious is found by axe. */
export async function isAccessible(frame) {
  await frame.evaluate(axe.source);
  const { violations } = await frame.evaluate(() => globalThis.axe.run());
  const found = violations.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes[0].html}`);
  assert.deepEqual(
    found.filter((one) => /^(serious|critical)/.test(one)),
    [],
  );
}
