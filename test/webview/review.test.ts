// The page of a folder under review, as it is built, in a real Chromium under the policy of its panel.
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ReviewTable, ReviewView } from '../../server/src/lsp/protocol.js';
import { launch, openPage, type Theme } from './browserPage.js';

const HOSTILE = '<img src=x onerror=alert(1)>"\'</script><script>alert(2)</script>=1+1\u0001';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

const span = (start: number) => ({ start, end: start + 1 });
const reports: ReviewTable = {
  name: '审核表',
  heads: [
    ['单位', 16],
    ['错误', 4],
    ['缺少的部分', 20],
    ['说明', 30],
  ],
  rows: [
    ['乙镇', 2, 'b.txt'],
    [HOSTILE, 10, 'a.txt'],
    ['丙镇', null, 'c.txt'],
    ['甲镇', 0, 'd.txt'],
  ].map(([organ, errors, note], i) => ({
    cells: [organ as string, errors as number | null, '', note as string],
    places: [[3, { path: `${note}`, span: span(i) }]],
  })),
};
/** As many as a county has. */
const findings: ReviewTable = {
  name: '问题',
  heads: [
    ['单位', 16],
    ['问题', 40],
  ],
  rows: Array.from({ length: 4000 }, (_, i) => ({
    cells: [`${i % 50} 镇`, `第 ${i} 处${HOSTILE}`],
    places: [[1, { path: `${i}.txt`, span: span(i) }]],
  })),
};
const sums: ReviewTable = {
  name: '汇总',
  heads: [
    ['合计', 6],
    ['各单位', 20],
  ],
  rows: ['甲镇 1；', '乙镇 2；'].map((one, i) => ({ cells: [i, one.repeat(180)], places: [] })),
};
const VIEW: ReviewView = {
  year: 2023,
  years: [2023, 2022],
  summary: `2023 年度${HOSTILE}`,
  sheets: [reports, findings, sums],
  sum: null,
  unitsTrouble: null,
};

/** Opens the page on the view, and looks at the end that nothing was refused or executed. */
async function on(theme: Theme, width: number, act: (page: Page) => Promise<void>): Promise<void> {
  const { page, wrong } = await openPage(browser, theme, width, 'review');
  try {
    const message = { type: 'view', view: VIEW, units: HOSTILE, notice: HOSTILE };
    await page.evaluate(`window.postMessage(${JSON.stringify(message)}, '*')`);
    await page.locator('tbody tr').first().waitFor();
    await act(page);
    expect(wrong).toEqual([]);
  } finally {
    await page.close();
  }
}

const shown = (page: Page) => page.locator('[role=tabpanel]:not([hidden])');
const organs = (page: Page) => shown(page).locator('tbody th').allTextContents();
const said = (page: Page) => page.evaluate<{ type: string }[]>('said.splice(0)');
const at = (path: string, start: number) => ({ type: 'goTo', place: { path, span: span(start) } });

it.each([
  ['light', 450],
  ['contrast', 1000],
] as const)('shows hostile words as words, for everybody: %s, %i wide', (theme, width) =>
  on(theme, width, async (page) => {
    expect(await organs(page)).toEqual(['乙镇', HOSTILE, '丙镇', '甲镇']);
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate<axe.AxeResults>('axe.run()');
    const found = violations.map(({ impact, id, nodes }) => `${impact} ${id} ${nodes[0]?.html}`);
    expect(found.filter((one) => /^(?:serious|critical)/.test(one))).toEqual([]);
    const wide = 'document.documentElement.scrollWidth > innerWidth';
    expect(await page.evaluate(wide)).toBe(false);
  }),
);

it('sorts by a head, three ways, and says so; what is blank comes last', () =>
  on('light', 1000, async (page) => {
    const head = page.getByRole('columnheader', { name: '错误' });
    for (const [sort, order] of [
      ['descending', [HOSTILE, '乙镇', '甲镇', '丙镇']],
      ['ascending', ['甲镇', '乙镇', HOSTILE, '丙镇']],
      ['none', ['乙镇', HOSTILE, '丙镇', '甲镇']],
    ] as const) {
      await head.getByRole('button').click();
      expect(await head.getAttribute('aria-sort')).toBe(sort);
      expect(await organs(page)).toEqual(order);
    }
    // a column in which nothing stands is left out
    expect(await page.getByRole('columnheader', { name: '缺少的部分' }).count()).toBe(0);
    await page.getByLabel('按错误筛选').fill('1');
    expect(await organs(page)).toEqual(['乙镇', HOSTILE]);
    expect(await shown(page).getByRole('status').textContent()).toBe('2 行，共 4 行');
  }));

it('is gone through by keys alone', () =>
  on('light', 1000, async (page) => {
    await said(page);
    await page.getByLabel('按说明筛选').focus();
    for (const key of ['Tab', 'Enter', 'ArrowDown', 'ArrowRight', 'Enter', 'End', 'Enter'])
      await page.keyboard.press(key);
    expect(await said(page)).toEqual([at('b.txt', 0), at('a.txt', 1), at('d.txt', 3)]);
    expect(await page.evaluate('document.activeElement.textContent')).toBe('d.txt');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    // back where it was
    expect(await page.evaluate('document.activeElement.textContent')).toBe('d.txt');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.closest("tbody")')).toBe(null);
  }));

it('shows words that are cut off whole to whoever comes to them by key, in a table without links, too', () =>
  on('light', 1000, async (page) => {
    await page.getByRole('tab', { name: '汇总' }).click();
    const long = shown(page).locator('tbody td', { hasText: '甲镇 1' });
    const height = async () => (await long.first().boundingBox())?.height ?? 0;
    const before = await height();
    await page.getByLabel('按各单位筛选').focus();
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toContain('甲镇 1');
    expect(await height()).toBeGreaterThan(2 * before);
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate('document.activeElement.textContent')).toContain('乙镇 2');
    expect(await height()).toBe(before);
  }));

it('makes no more of thousands of findings than is looked at, and reaches each', () =>
  on('light', 1000, async (page) => {
    await page.getByRole('tab', { name: '问题' }).click();
    const rows = shown(page).locator('tbody tr');
    expect(await rows.count()).toBeLessThan(1000);
    await page.getByLabel('按问题筛选').fill('第 3999 处');
    expect(await organs(page)).toEqual(['49 镇']);
    await rows.first().locator('td .go').click();
    expect((await said(page)).at(-1)).toEqual(at('3999.txt', 3999));
  }));

it('asks for another year, and says the one that is shown until there is an answer', () =>
  on('light', 1000, async (page) => {
    const years = page.getByLabel('审核哪一年');
    await years.selectOption('2022');
    expect((await said(page)).at(-1)).toEqual({ type: 'check', year: 2022 });
    expect(await years.inputValue()).toBe('2023');
  }));
