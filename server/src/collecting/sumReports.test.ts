// Adding up reports: the sum is the sum of what each gave, and what is not sound is left out whole, with why.
import { describe, expect, it } from 'vitest';
import { type TownFigures, townReport } from '../../../test/support/towns.js';
import { parseReport } from '../reading/parse.js';
import { factsOf } from '../report/facts.js';
import { sumReports, sumText } from './sumReports.js';
import { counted, leftOut, worthALook } from './tellSum.js';
import { unitReport } from './unitReport.js';

/** The sum of texts, in files `甲.txt`, `乙.txt`, … or under names of their own. */
function sumOf(texts: readonly (string | readonly [file: string, text: string])[], year = 2023) {
  const units = texts.flatMap((one, i) => {
    const [file, text] = typeof one === 'string' ? [`${'甲乙丙丁'[i]}.txt`, one] : one;
    return unitReport(parseReport(text), file) ?? [];
  });
  const sum = sumReports(units, year);
  return {
    sum,
    facts: factsOf(parseReport(sumText(sum))),
    said: [...leftOut(sum), ...worthALook(sum)],
  };
}

const town = (name: string, figures: TownFigures = {}) => townReport(`青禾县${name}`, figures);

describe('the sum', () => {
  it('adds amounts as decimals, counts and totals cell by cell', () => {
    const { facts, said, sum } = sumOf([
      town('云水镇', { fees: '0.1', granted: 2, upheld: 1 }),
      town('松坪乡', { fees: '0.2', granted: 3 }),
    ]);
    expect(said).toEqual([]);
    expect(facts.tables.disclosure?.fees).toEqual({ amount: 0.3 });
    expect(facts.tables.requests?.['3.1']).toMatchObject({ natural: 5, business: 0, total: 5 });
    expect(facts.tables.review?.reconsideration).toMatchObject({ upheld: 1, total: 1 });
    expect(facts).toMatchObject({ year: 2023, template: '2021', organization: null });
    expect(counted(sum)).toContain('2 个单位');
  });

  it('is that of one year', () => {
    const { facts, said } = sumOf([
      town('云水镇', { granted: 2 }),
      townReport('青禾县松坪乡', { granted: 7 }, 2022),
    ]);
    expect(said).toEqual([]);
    expect(facts.tables.requests?.['3.1']?.total).toBe(2);
  });

  it('of 2020 is in the form of 2019', () => {
    const old = townReport('青禾县云水镇', { licensing: 1 }, 2020);
    const { facts, said } = sumOf([old, old.replace('云水镇', '松坪乡')], 2020);
    expect(said).toEqual([]);
    expect(facts.template).toBe('2019');
    expect(facts.tables.disclosure?.licensing).toEqual({ previous: 2, change: -2, decisions: 2 });
  });

  it('has no table that nobody gave', () => {
    const { facts, said } = sumOf([
      town('云水镇').replace(/四、政府信息公开行政复议[\s\S]*(?=五、)/, ''),
    ]);
    expect(Object.keys(facts.tables)).toEqual(['disclosure', 'requests']);
    expect(said).toEqual([
      '青禾县云水镇（甲.txt）：“四、政府信息公开行政复议、行政诉讼情况”的表没有汇总：没有这张表',
    ]);
  });
});

describe('left out whole', () => {
  const DISCLOSURE = '“二、主动公开政府信息情况”';
  const REQUESTS = '“三、收到和处理政府信息公开申请情况”';
  it.each<[string, string, (text: string) => string, string]>([
    ['a blank cell', REQUESTS, (t) => t.replace(/^(四、结转.*\t)0$/m, '$1'), '没有填写'],
    [
      'words',
      DISCLOSURE,
      (t) => t.replace(/^行政许可\t0/m, '行政许可\t若干'),
      '“行政许可”的“本年处理决定数量”空着或者看不清',
    ],
    ['a sign', DISCLOSURE, (t) => t.replace(/^行政许可\t0/m, '行政许可\t□'), '看不清'],
    [
      'a broken relation',
      REQUESTS,
      (t) => t.replace(/^(四、结转.*\t)0$/m, '$11'),
      '“四、结转下年度继续办理”的“总计”是 1，按勾稽关系应为 0',
    ],
    [
      'a missing row',
      REQUESTS,
      (t) => t.replace(/^.*4\.保护第三方.*\n/m, ''),
      '缺少“4.保护第三方合法权益”',
    ],
    [
      'an old label',
      DISCLOSURE,
      (t) => t.replace(/^行政规范性文件/m, '规范性文件'),
      '混用了别的年份格式的行名、列名（如“规范性文件”）',
    ],
  ])('%s', (_, table, change, why) => {
    const text = town('云水镇', { granted: 4 });
    const faulty = change(text);
    expect(faulty).not.toBe(text);
    const { facts, said, sum } = sumOf([faulty, town('松坪乡', { granted: 3 })]);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(`青禾县云水镇（甲.txt）：${table}的表没有汇总：`);
    expect(said[0]).toContain(why);
    expect(facts.tables.requests?.['3.1']?.total).toBe(table === REQUESTS ? 3 : 7);
    expect(sum.units.map(({ path }) => path)).toEqual(['甲.txt', '乙.txt']);
  });

  it('a missing column', () => {
    const text = town('云水镇').replace(
      /^((?:规章|行政规范性文件|信息内容(?=\t本年制发件数))\t[^\t]*\t[^\t\n]*)\t[^\t\n]*/gm,
      '$1',
    );
    expect(sumOf([text]).said.join()).toMatch(/缺少“规章”的“现行有效件数”/);
  });

  it('a report in another form, in one line', () => {
    const old = townReport('青禾县云水镇', {}, 2023, '2019');
    const { said, facts } = sumOf([old, town('松坪乡')]);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('用的是 2019 年的格式，2023 年度的报告应当用 2021 年的格式');
    expect(facts.tables.review?.reconsideration?.total).toBe(0);
  });

  it.each([
    ['units and wide digits', (t: string) => t.replace(/^行政许可\t0/m, '行政许可\t１2件'), 12],
    ['labels misspelled', (t: string) => t.replace('行政许可\t0', '行政许何\t5'), 5],
    ['lines that end otherwise', (t: string) => t.replaceAll('\n', '\r\n'), 0],
  ])('not: %s', (_, change, licensing) => {
    const { facts, said } = sumOf([change(town('云水镇'))]);
    expect(said).toEqual([]);
    expect(facts.tables.disclosure?.licensing?.decisions).toBe(licensing);
  });

  it('not, but told: a count below zero', () => {
    const { facts, said } = sumOf([town('云水镇').replace(/^行政许可\t0/m, '行政许可\t-5')]);
    expect(facts.tables.disclosure?.licensing?.decisions).toBe(-5);
    expect(said).toEqual([
      '青禾县云水镇（甲.txt）：“行政许可”的“本年处理决定数量”是 -5，不会是负数，请核对',
    ]);
  });
});

describe('one unit twice', () => {
  const text = town('云水镇', { granted: 4 });

  it('counts once where both say the same', () => {
    const { facts, said } = sumOf([
      ['报告 - 副本.txt', text],
      ['报告.txt', text.replace('云水镇', '云水镇人民政府')],
    ]);
    expect(facts.tables.requests?.['3.1']?.total).toBe(4);
    expect(said).toEqual([
      '青禾县云水镇人民政府（报告.txt）：同一单位还有 报告 - 副本.txt，数字对得上的只计一次',
    ]);
  });

  it('is taken from the one that says more', () => {
    const draft = text.replace(/^行政许可\t0/m, '行政许可\t');
    const { facts, said } = sumOf([draft, text]);
    expect(facts.tables.disclosure?.licensing?.decisions).toBe(0);
    expect(said.join()).not.toContain('没有汇总');
  });

  it('is left out where they differ, and there alone', () => {
    const { facts, said } = sumOf([
      text,
      town('云水镇', { granted: 5 }),
      town('松坪乡', { granted: 1 }),
    ]);
    expect(facts.tables.requests?.['3.1']?.total).toBe(1);
    expect(facts.tables.review?.direct?.total).toBe(0);
    expect(said[0]).toBe(
      '青禾县云水镇（甲.txt）：“三、收到和处理政府信息公开申请情况”的表没有汇总：这个单位有 2 份报告（甲.txt、乙.txt），数字不同，看不出哪一份是对的',
    );
  });

  it('cannot be told of reports without an organ', () => {
    const nameless = text.replace('青禾县云水镇', '');
    const { facts, said } = sumOf([nameless, nameless]);
    expect(facts.tables.requests?.['3.1']?.total).toBe(8);
    expect(said).toEqual([
      '甲.txt：看不出是哪个单位的报告，照样汇总了',
      '乙.txt：看不出是哪个单位的报告，照样汇总了',
    ]);
  });
});

it.each(['青禾县云水镇2023年工作总结\n\n没有表。', '政府信息公开工作年度报告\n\n一、总体情况\n'])(
  'nothing is given by what is no report, or of no year: %j',
  (text) => {
    expect(unitReport(parseReport(text), '甲.txt')).toBeNull();
  },
);
