// 勾稽核对 and 图解 in a real Chromium, under the policy of the panel.
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chartsOf } from '../../server/src/features/charts/charts.js';
import { relationList } from '../../server/src/features/relations/relationList.js';
import type { ChartsView, RelationLine, RelationsView } from '../../server/src/lsp/protocol.js';
import { parseReport } from '../../server/src/reading/parse.js';
import { wholeReport } from '../../server/src/rules/examples.js';
import { driven, launch, openPage, type PageUnderTest, type Theme } from './browserPage.js';

const HOSTILE = '<img src=x onerror=alert(1)>"\'</script><script>alert(2)</script>&amp;\u0001]]>';
const LONG = '青禾县云水镇人民政府办公室政务公开与政府信息公开申请办理及行政复议应诉工作委员会';
const SOURCE = '表三 收到和处理政府信息公开申请情况';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

/** Opens a page, and looks at the end that nothing was refused or executed. */
async function on(theme: Theme, width: number, act: (page: Page) => Promise<void>): Promise<void> {
  const opened: PageUnderTest = await openPage(browser, theme, width);
  try {
    await act(opened.page);
    expect(opened.wrong).toEqual([]);
  } finally {
    await opened.page.close();
  }
}

function relationsOf(text: string): RelationsView {
  const groups = relationList(parseReport(text), undefined, []).map((group) => ({
    ...group,
    relations: group.relations.map(
      ({ span, name, state, words }): RelationLine => ({
        name,
        state,
        words,
        ...(span && { place: span }),
      }),
    ),
  }));
  return { version: 1, groups };
}

const brokenIn = ({ groups }: RelationsView) =>
  groups.flatMap(({ relations }) => relations).filter(({ state }) => state === 'broken');

const wrongTotal = wholeReport({
  '一、本年新收政府信息公开申请数量\t\t\t0\t0': '一、本年新收政府信息公开申请数量\t\t\t5\t1',
});

describe('勾稽核对', () => {
  const RIGHT = relationsOf(wholeReport());
  const WRONG = relationsOf(wrongTotal);

  it('counts what holds and what does not, and goes there by mouse and key', () =>
    on('light', 680, async (page) => {
      expect(WRONG).not.toEqual(RIGHT);
      await driven(page, 'relations', WRONG);
      const all = WRONG.groups.flatMap(({ relations }) => relations);
      const broken = brokenIn(WRONG);
      expect(broken.length).toBeGreaterThan(1);
      await expectText(page, '.summary', `不成立 ${broken.length}`);
      expect(await page.locator('tbody tr').count()).toBe(all.length);
      await page.getByLabel('只看不成立的').check();
      const shown = page.locator('tbody tr:visible');
      expect(await shown.count()).toBe(broken.length);
      await shown.first().locator('.words').click();
      await shown.first().locator('.go').focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      const [first, second] = broken.map(({ place }) => place);
      expect(await page.evaluate('driver.went')).toEqual([first, second]);
    }));

  it('keeps the focus while the text changes', () =>
    on('light', 680, async (page) => {
      await driven(page, 'relations', RIGHT);
      await page.locator('.go').nth(20).focus();
      const before = await page.evaluate('document.activeElement.textContent');
      await driven(page, 'relations', WRONG);
      expect(await page.evaluate('document.activeElement.textContent')).toBe(before);
      await expectText(page, '.summary', `不成立 ${brokenIn(WRONG).length}`);
    }));

  it('says where there is nothing', () =>
    on('light', 680, async (page) => {
      await driven(page, 'relations', null);
      await expectText(page, '.nothing', '没有认出');
      await driven(page, 'relations', WRONG);
      const weight = '+getComputedStyle(document.querySelector(".count.broken")).fontWeight';
      expect(await page.evaluate(weight)).toBeGreaterThan(400);
      await driven(page, 'relations', RIGHT);
      expect(await page.evaluate(weight)).toBe(400);
      expect(await page.locator('.nothing').isVisible()).toBe(false);
      await page.getByLabel('只看不成立的').check();
      await expectText(page, '.nothing', '没有不成立的');
    }));

  it.each([
    ['light', 680],
    ['dark', 400],
  ] as const)(
    'shows hostile words as words, all of them, for everybody: %s, %i wide',
    (theme, width) =>
      on(theme, width, async (page) => {
        const line = (state: RelationLine['state'], words: string): RelationLine => ({
          name: words,
          state,
          words,
          place: { start: 0, end: 1 },
          before: { uri: 'file:///a', start: 3, end: 4 },
        });
        const hostile = [
          line('broken', HOSTILE),
          line('unknown', LONG + LONG),
          line('held', '9'.repeat(90)),
        ];
        const group = { title: HOSTILE, note: LONG, relations: hostile };
        await driven(page, 'relations', { version: 1, groups: [group, ...WRONG.groups] });
        expect(await driven(page, 'misplaced')).toEqual([]);
        await expectText(page, 'h2', HOSTILE);
        await page.getByText('看上年报告').first().click();
        expect(await page.evaluate('driver.went')).toEqual([hostile[0]?.before]);
        expect(await driven(page, 'accessible', axe.source)).toEqual([]);
      }),
  );
});

describe('图解', () => {
  const share = (name: string, value: number) => ({ name, value });
  const view = (...charts: ChartsView['charts']): ChartsView => ({
    version: 1,
    organization: LONG,
    year: 2023,
    charts,
  });
  const flow = (total: number, names: (name: string) => string = (name) => name) =>
    ({
      kind: 'flow',
      title: names('办理流向'),
      source: SOURCE,
      from: [share(names('本年新收'), total), share('上年结转', 6)],
      through: share(names('本年应办'), total + 6),
      to: [
        share(names('予以公开'), total - 2),
        ...['部分公开', '不予公开', '无法提供', '不予处理', '其他处理'].map((name) =>
          share(name, 1),
        ),
        share('不画', 0),
        share('结转下年度', 3),
      ],
    }) as const;
  const bars = (...values: number[]) =>
    ({
      kind: 'bars',
      title: '办理结果',
      source: SOURCE,
      bars: values.map((value, i) => share(i === 0 ? LONG : `第${i}种`, value)),
    }) as const;
  const years = (count: number, value: number | null) =>
    ({
      kind: 'years',
      title: '历年',
      source: SOURCE,
      years: Array.from({ length: count }, (_, i) => 2019 + i),
      series: ['本年新收', '本年办结', LONG].map((name) => ({
        name,
        values: Array(count).fill(value),
      })),
      note: LONG,
    }) as const;

  const VIEWS: readonly (readonly [string, ChartsView])[] = [
    ['many', view(flow(1234567), bars(7654321, 1, 0, 99), years(6, 1234567))],
    ['few', view(flow(2), bars(1), years(2, 0))],
    [
      'long',
      view(
        flow(30, (name) => `${name}${LONG}`),
        bars(0, 1),
        years(3, null),
      ),
    ],
    ['hostile', view(flow(30, (name) => name + HOSTILE))],
    ['none', view(...chartsOf(parseReport(wrongTotal), []))],
  ];

  it.each([
    ['light', 680],
    ['dark', 400],
    ['contrast', 1000],
  ] as const)('shows all words, none over another: %s, %i wide', (theme, width) =>
    on(theme, width, async (page) => {
      for (const [name, charts] of VIEWS) {
        await driven(page, 'charts', charts);
        expect(await driven(page, 'misplaced'), name).toEqual([]);
        const drawn = charts.charts.filter(({ kind }) => kind !== 'none').length;
        expect(await page.locator('svg').count(), name).toBe(drawn);
        expect(await driven(page, 'accessible', axe.source), name).toEqual([]);
      }
    }),
  );

  it('says figures in the picture, in words, and in a table', () =>
    on('light', 680, async (page) => {
      await driven(page, 'charts', view(flow(1234567)));
      const svg = page.locator('svg');
      expect(await svg.getAttribute('role')).toBe('img');
      expect(await svg.getAttribute('aria-label')).toContain('予以公开 1234565');
      expect(await svg.textContent()).toContain('予以公开 1234565');
      await page.getByText('数据表').click();
      expect(await page.locator('tbody tr').count()).toBe(11);
      await expectText(page, '.notes', '没有画出的都是 0 件：不画');
    }));

  it('rounds no part to nothing or to all', () =>
    on('light', 400, async (page) => {
      await driven(page, 'charts', view(bars(9999999, 1, 0)));
      const cells = await page.locator('tbody tr td:last-of-type').allTextContents();
      expect(cells).toEqual(['>99.9%', '<0.1%', '0%']);
    }));

  it('draws anew what is another, keeping what was opened', () =>
    on('light', 680, async (page) => {
      await driven(page, 'charts', view(flow(10), bars(1, 2)));
      await page.getByText('数据表').first().click();
      await driven(page, 'charts', view(flow(20), { ...bars(1), kind: 'none', why: '先改好再画' }));
      expect(await page.locator('details[open]').count()).toBe(1);
      expect(await page.locator('svg').count()).toBe(1);
      await expectText(page, 'svg', '予以公开 18');
      await expectText(page, 'figure:last-of-type', '先改好再画');
      await driven(page, 'charts', null);
      await expectText(page, '.nothing', '没有认出');
    }));

  it('is saved, whole and by itself', () =>
    on('dark', 1000, async (page) => {
      for (const [name, charts] of VIEWS) {
        await driven(page, 'charts', charts);
        const buttons = await page.getByText('导出').filter({ visible: true }).all();
        for (const button of buttons) await button.click();
        for (const saved of await driven<Saved[]>(page, 'files', buttons.length))
          await lookAt(page, name, saved);
      }
    }));
});

interface Saved {
  readonly name: string;
  readonly kind: 'svg' | 'png';
  readonly base64: string;
}

async function lookAt(page: Page, view: string, { name, kind, base64 }: Saved): Promise<void> {
  expect(name, view).toMatch(/^[^<>:"/\\|?*.]+$/);
  if (kind === 'png') {
    const png = await driven<{ width: number; dark: number }>(page, 'inkOf', base64);
    expect(png.width).toBe(1920);
    expect(png.dark, view).toBeGreaterThan(5000);
    return;
  }
  const { words, ...rest } = await driven<{ words: string }>(page, 'look', base64);
  expect(rest, view).toEqual({ name: 'svg', others: 0, misplaced: [] });
  expect(words).toContain(LONG);
  expect(words).toContain(SOURCE);
}

async function expectText(page: Page, selector: string, words: string): Promise<void> {
  expect(await page.locator(selector).first().textContent()).toContain(words);
}
