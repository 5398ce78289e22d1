// Finding last year's report among others, by what reports and files are called.
import { describe, expect, it } from 'vitest';
import { organKey } from '../form/organKey.js';
import { type Identity, identify, identityOf, organizationOf } from './identity.js';
import { parseReport } from './parse.js';
import { agreedOf, PreviousIndex } from './reportIndex.js';

const titled = (title: string) =>
  `${title}\n\n一、总体情况\n\n全年公开信息5条。\n\n二、主动公开政府信息情况\n`;

describe('identity', () => {
  it.each([
    ['青禾县教育局2023年政府信息公开工作年度报告', 'x.txt', '青禾县教育局', 2023],
    ['青禾县人民政府2023年政府信息公开工作年度报告', '临溪市2020年.txt', '青禾县', 2023],
    [
      '政府信息公开工作年度报告',
      '青禾县教育局2023年政府信息公开工作年度报告.txt',
      '青禾县教育局',
      2023,
    ],
    ['政府信息公开工作年度报告', '/某处/01-青禾县教育局-2023年.md', '青禾县教育局', 2023],
    ['2023年政府信息公开工作年度报告', '青禾县教育局年报2022.md', '青禾县教育局', 2023],
    ['政府信息公开工作年度报告', '3.云水街道办事处 2023.txt', '云水街道办事处', 2023],
    ['政府信息公开工作年度报告', '青禾县人民医院（2023年）年报.txt', '青禾县人民医院', 2023],
  ])('%s in %s', (title, file, organ, year) => {
    const expected = { organ: organKey(organ), year, organization: expect.stringContaining(organ) };
    expect(identityOf(parseReport(titled(title)), file)).toEqual(expected);
    expect(identify(titled(title), file)).toEqual(expected);
  });

  it.each([
    ['政府信息公开工作年度报告', '年报2023.txt'],
    ['政府信息公开工作年度报告', '附件2：2023年.txt'],
    ['政府信息公开工作年度报告', '各乡镇2023年.txt'],
    ['政府信息公开工作年度报告', '青禾县教育局1、2023年.txt'],
    ['青禾县教育局政府信息公开工作年度报告', '年报.txt'],
  ])('none: %s in %s', (title, file) => {
    expect(identityOf(parseReport(titled(title)), file)).toBeNull();
  });

  it('is none where the text is no report', () => {
    const file = '青禾县教育局2023年政府信息公开工作年度报告.txt';
    expect(identify('会议通知', file)).toBeNull();
    expect(identify('政务公开会议通知', file)).toBeNull();
  });

  it.each([
    [
      'its title',
      '青禾县教育局2023年政府信息公开工作年度报告',
      '青禾县民政局2023年.txt',
      '青禾县教育局',
    ],
    ['its file', '2023年政府信息公开工作年度报告', '青禾县民政局2023年.txt', '青禾县民政局'],
    ['its file without a year', '政府信息公开工作年度报告', '青禾县民政局年报.txt', null],
    ['no name', '政府信息公开工作年度报告', '年报2023.txt', null],
  ])('shows the organ by %s', (_, title, file, organ) => {
    const report = parseReport(titled(title));
    expect(organizationOf(report, file)).toBe(organ);
    expect(organizationOf(parseReport('会议通知'), file)).toBeNull();
  });

  it('is found below a long head', () => {
    const title = '青禾县教育局2023年政府信息公开工作年度报告';
    const text = `${'导航\n'.repeat(3000)}${titled(title)}`;
    expect(identify(text, '')).toMatchObject({ organ: '青禾县教育局', year: 2023 });
  });
});

describe('index', () => {
  const organ = '青禾县教育局';
  const of = (year: number): Identity => ({ organ, year, organization: organ });

  it('finds the year before of the same organ', () => {
    const index = new PreviousIndex();
    index.set('/a/2021', of(2021));
    index.set('/a/2022', of(2022));
    index.set('/a/other', { ...of(2022), organ: '青禾县民政局' });
    expect(index.previousOf('/b/2023', of(2023))).toEqual(['/a/2022']);
    expect(index.previousOf('/b/2025', of(2025))).toEqual([]);
  });

  it('forgets, and says whether anything has changed', () => {
    const index = new PreviousIndex();
    expect(index.set('/a', of(2022))).toBe(true);
    expect(index.set('/a', of(2022))).toBe(false);
    expect(index.set('/a', of(2021))).toBe(true);
    expect(index.previousOf('/b', of(2023))).toEqual([]);
    expect(index.previousOf('/b', of(2022))).toEqual(['/a']);
    expect(index.set('/a', null)).toBe(true);
    expect(index.set('/a', null)).toBe(false);
    expect(index.previousOf('/b', of(2022))).toEqual([]);
  });

  it('lists what it has, by the name that was written last', () => {
    const index = new PreviousIndex();
    const named = (organization: string) => ({ ...of(2022), organization });
    index.set('/a', of(2022));
    index.set('/b', of(2021));
    index.set('/b', null);
    expect([...index.entries()]).toEqual([['/a', of(2022)]]);
    expect(index.set('/a', named('青禾县 教育局'))).toBe(true);
    expect([...index.entries()]).toEqual([['/a', named('青禾县 教育局')]]);
  });

  it('takes the nearest of several, all that are as near', () => {
    const index = new PreviousIndex();
    for (const file of ['/x/y/b', '/x/y/a', '/x/c', '/z/a']) index.set(file, of(2022));
    expect(index.previousOf('/x/y/now', of(2023))).toEqual(['/x/y/a', '/x/y/b']);
    expect(index.previousOf('/x/now', of(2023), (file) => file !== '/x/c')).toEqual([
      '/x/y/a',
      '/x/y/b',
    ]);
    expect(index.previousOf('/z/now', of(2023))).toEqual(['/z/a']);
  });

  it('takes copies and drafts only where there is nothing else', () => {
    const index = new PreviousIndex();
    const all = ['/x/2022 - 副本.txt', '/x/2022(1).txt', '/y/2022.txt'];
    for (const file of all) index.set(file, of(2022));
    expect(index.previousOf('/x/now', of(2023))).toEqual(['/y/2022.txt']);
    index.set('/y/2022.txt', null);
    expect(index.previousOf('/x/now', of(2023))).toEqual(
      ['/x/2022 - 副本.txt', '/x/2022(1).txt'].sort(),
    );
    // a folder is no mark of the file
    index.set('/旧/2022.txt', of(2022));
    expect(index.previousOf('/x/now', of(2023))).toEqual(['/旧/2022.txt']);
  });
});

describe('several that are equally near', () => {
  const text = (figure: number, words = '') =>
    `${titled('青禾县教育局2022年政府信息公开工作年度报告')}\n第二十条第（五）项\n信息内容\t本年处理决定数量\n行政许可\t${figure}\n${words}`;
  const read = (...texts: (string | null)[]) =>
    agreedOf([...texts.keys()], async (i) => {
      const found = texts[i];
      return found == null ? null : { i, report: parseReport(found) };
    });

  it.each([
    ['one', [text(1)], 0],
    ['the same', [text(1), text(1)], 0],
    ['the same figures in other words', [text(1), text(1, '\n另有说明。\n')], 0],
    ['one that is gone', [null, text(1), text(1)], 1],
  ])('are one where they agree: %s', async (_, texts, i) => {
    expect((await read(...texts))?.i).toBe(i);
  });

  it.each([
    ['other figures', [text(1), text(2)]],
    ['one of three', [text(1), text(1), text(2)]],
    ['a figure that cannot be read', [text(1), text(1).replace('\t1', '\t')]],
    ['more than anybody compares', Array.from({ length: 9 }, () => text(1))],
    ['none', []],
    ['all gone', [null, null]],
  ])('are none where nobody knows which one holds: %s', async (_, texts) => {
    expect(await read(...texts)).toBeNull();
  });
});
