// A county's own report beside the sum: each cell that differs, and the unit or two that explain it.
import { describe, expect, it } from 'vitest';
import { type TownFigures, townReport } from '../../../test/support/towns.js';
import { parseReport } from '../reading/parse.js';
import { compareSum } from './compareSum.js';
import { slipBetween } from './digitSlips.js';
import { sumReports } from './sumReports.js';
import { compared } from './tellSum.js';
import { type UnitReport, unitReport } from './unitReport.js';

const TOWNS: Readonly<Record<string, TownFigures>> = {
  云水镇: { granted: 12, licensing: 345, fees: '4.65' },
  松坪乡: { granted: 7, upheld: 1, licensing: 68 },
  月河镇: { granted: 30, licensing: 7, fees: '0.2', upheld: 2 },
  石桥乡: { licensing: 1 },
};

type Change = (text: string) => string;
const asItIs: Change = (text) => text;

/** Towns are read once, not once a test. */
const known = new Map<string, UnitReport | null>();
function unitOf(text: string, file: string): UnitReport[] {
  const unit = known.get(text) ?? unitReport(parseReport(text), file);
  known.set(text, unit);
  return unit ? [unit] : [];
}

/** A county of which each text may be changed, the towns' and its own. */
interface County {
  readonly figures: TownFigures;
  readonly own?: Change;
  readonly towns?: Readonly<Record<string, TownFigures>>;
  readonly change?: Change;
}

function said({ figures, own = asItIs, towns = TOWNS, change = asItIs }: County): string[] {
  const units = Object.entries(towns).flatMap(([name, given]) =>
    unitOf(change(townReport(`青禾县${name}`, given)), `${name}.txt`),
  );
  const sum = sumReports(units, 2023);
  const report = parseReport(own(townReport('青禾县人民政府', figures)));
  return compared(sum, compareSum(report, sum));
}

/** What may have happened, without the words that all have in common. */
const why = (county: County) =>
  said(county).flatMap((line) => line.split('的差数正好相符：可能')[1] ?? []);

const RIGHT = { granted: 49, upheld: 3, licensing: 421, fees: '4.85' };

describe('what differs', () => {
  it('is nothing where all is added up', () => {
    expect(said({ figures: RIGHT })).toEqual(['核对过的各格都与汇总一致']);
  });

  it('is named with both figures', () => {
    const lines = said({ figures: { ...RIGHT, licensing: 400, fees: '4.8' } });
    expect(lines.slice(0, 2)).toEqual([
      '“二、主动公开政府信息情况”“行政许可”的“本年处理决定数量”：报告是 400，汇总是 421，报告少 21',
      '“二、主动公开政府信息情况”“行政事业性收费”的“本年收费金额”：报告是 4.8，汇总是 4.85，报告少 0.05',
    ]);
    expect(lines.at(-1)).toBe('共有 2 格不一致');
  });

  it('is not what one of the two does not tell', () => {
    const sum = sumReports(unitOf(townReport('青禾县云水镇', TOWNS.云水镇), '云水镇.txt'), 2023);
    const text = townReport('青禾县人民政府', TOWNS.云水镇)
      .replace(/^行政许可\t345/m, '行政许可\t')
      .replace(/四、政府信息公开行政复议[\s\S]*(?=五、)/, '');
    expect(compareSum(parseReport(text), sum)).toEqual({
      differences: [],
      uncompared: ['review'],
      unknown: 1,
      explanations: [],
    });
  });
});

describe('why', () => {
  it.each<[string, TownFigures, string]>([
    [
      'one left out',
      { ...RIGHT, granted: 37, licensing: 76, fees: '0.2' },
      '漏加了青禾县云水镇（云水镇.txt）',
    ],
    [
      'one taken twice',
      { ...RIGHT, granted: 56, upheld: 4, licensing: 489 },
      '把青禾县松坪乡（松坪乡.txt）加了两次',
    ],
    [
      'two left out',
      { granted: 30, upheld: 2, licensing: 8, fees: '0.2' },
      '漏加了青禾县云水镇（云水镇.txt），又漏加了青禾县松坪乡（松坪乡.txt）',
    ],
    [
      'one for another',
      { granted: 44, licensing: 144, fees: '0.2', upheld: 4 },
      '漏加了青禾县云水镇（云水镇.txt），又把青禾县松坪乡（松坪乡.txt）加了两次',
    ],
    ['left out in one table', { ...RIGHT, granted: 42 }, '漏加了青禾县松坪乡（松坪乡.txt）'],
    [
      'the point moved',
      { ...RIGHT, fees: '46.7' },
      '把青禾县云水镇（云水镇.txt）的“行政事业性收费”的“本年收费金额” 4.65 写成了 46.5',
    ],
    [
      'a digit lost',
      { ...RIGHT, licensing: 110 },
      '把青禾县云水镇（云水镇.txt）的“行政许可”的“本年处理决定数量” 345 写成了 34',
    ],
    [
      'the county’s own slip',
      { ...RIGHT, licensing: 412 },
      '把合计“行政许可”的“本年处理决定数量” 421 写成了 412',
    ],
  ])('%s', (_, figures, way) => {
    expect(why({ figures })).toEqual([way]);
  });

  it('digits swapped, with the total after them or without', () => {
    const slip =
      '把青禾县云水镇（云水镇.txt）的“一、本年新收政府信息公开申请数量”的“自然人” 12 写成了 21';
    const own: Change = (text) => text.replace(/^(一、本年新收\S*\t+)49\t/m, '$158\t');
    expect(why({ figures: RIGHT, own })).toEqual([slip]);
    const total: Change = (text) => own(text).replace(/^(一、本年新收.*\t)49$/m, '$158');
    expect(why({ figures: RIGHT, own: total })).toEqual([slip]);
    expect(said({ figures: RIGHT, own: total }).at(-1)).toBe('共有 2 格不一致');
  });

  it('a unit left out, and a slip besides', () => {
    // 云水镇 left out; of 松坪乡 86 for 68
    expect(why({ figures: { granted: 37, upheld: 3, licensing: 94, fees: '0.2' } })).toEqual([
      '漏加了青禾县云水镇（云水镇.txt），又把青禾县松坪乡（松坪乡.txt）的“行政许可”的“本年处理决定数量” 68 写成了 86',
    ]);
  });

  it('is not guessed', () => {
    expect(why({ figures: { ...RIGHT, granted: 51 } })).toEqual([]);
    // 68 is that of 松坪乡, but what is wrong with table 三 is none of theirs
    expect(why({ figures: { ...RIGHT, licensing: 421 - 68, granted: 51 } })).toEqual([]);
    expect(why({ figures: { ...RIGHT, licensing: 1000, upheld: 9, granted: 5 } })).toEqual([]);
  });

  it('is one of three at most', () => {
    const alike = (count: number) =>
      Object.fromEntries(
        [...'东西南北中'].slice(0, count).map((n) => [`${n}里镇`, { licensing: 2 }]),
      );
    expect(why({ figures: { licensing: 4 }, towns: alike(3) })).toEqual([
      '漏加了青禾县东里镇（东里镇.txt）；或者漏加了青禾县西里镇（西里镇.txt）；或者漏加了青禾县南里镇（南里镇.txt）',
    ]);
    expect(why({ figures: { licensing: 8 }, towns: alike(5) })).toEqual([]);
  });

  it('is a table that the sum leaves out, known as far as it is', () => {
    const broken =
      (names: RegExp): Change =>
      (text) =>
        names.test(text) ? text.replace(/^(行政处罚\t)0/m, '$1□') : text;
    const one = broken(/松坪/);
    expect(why({ figures: RIGHT, change: one })).toEqual([
      '加上了没有汇总的青禾县松坪乡（松坪乡.txt）',
    ]);
    expect(why({ figures: { ...RIGHT, licensing: 353 }, change: one })).toEqual([]);
    expect(why({ figures: RIGHT, change: broken(/松坪|月河/) })).toEqual([
      '加上了没有汇总的 2 个单位（青禾县松坪乡（松坪乡.txt）、青禾县月河镇（月河镇.txt））',
    ]);
  });
});

it.each<[number, number, ReturnType<typeof slipBetween>]>([
  [12, 21, 'order'],
  [120, 12, 'order'],
  [4.65, 46.5, 'order'],
  [4.65, 465, 'order'],
  [1234, 1324, 'order'],
  [12, 122, 'length'],
  [12, 1, 'length'],
  [12, 17, 'value'],
  [12, 0, 'value'],
  [12, 24, 'value'],
  [12, 12, null],
  [0, 5, null],
  [12, 93, null],
  [123, 321, null],
  [5, -5, null],
])('from %d to %d: %s', (meant, written, how) => {
  expect(slipBetween(meant, written)).toBe(how);
});
