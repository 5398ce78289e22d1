import { describe, expect, it } from 'vitest';
import { parseReport } from '../../reading/parse.js';
import { example, type RowFigures, wholeReport, zeros } from '../../rules/examples.js';
import { type Chart, chartsOf } from './charts.js';

const BUSY: RowFigures = {
  '1': '7 2 0 0 1 0 10',
  '2': '1 0 0 0 0 0 1',
  '3.1': '4 1 0 0 0 0 5',
  '3.2': '1 0 0 0 0 0 1',
  '3.3.4': '1 0 0 0 0 0 1',
  '3.3.8': '1 0 0 0 0 0 1',
  '3.4.1': '0 1 0 0 1 0 2',
  '3.7': '7 2 0 0 1 0 10',
  '4': '1 0 0 0 0 0 1',
};

const titleOf = (year: number) => `青禾县云水镇人民政府${year}年政府信息公开工作年度报告\n\n`;

function textOf(rows: RowFigures, year = 2023): string {
  return titleOf(year) + example('requests', { ...zeros('requests'), ...rows });
}

const drawn = (text: string, ...earlier: string[]) =>
  chartsOf(
    parseReport(text),
    earlier.map((one) => parseReport(one)),
  ) as [Chart, Chart, Chart, Chart];

describe('pictures of a report', () => {
  it('show the flow of applications', () => {
    expect(drawn(textOf(BUSY))[0]).toMatchObject({
      kind: 'flow',
      from: [
        { name: '本年新收', value: 10 },
        { name: '上年结转', value: 1 },
      ],
      through: { value: 11 },
      to: [
        { name: '予以公开', value: 5 },
        { name: '部分公开', value: 1 },
        { name: '不予公开', value: 2 },
        { name: '无法提供', value: 2 },
        { name: '不予处理', value: 0 },
        { name: '其他处理', value: 0 },
        { name: '结转下年度', value: 1 },
      ],
    });
  });

  it('show outcomes and applicants by kind', () => {
    const [, outcomes, applicants] = drawn(textOf(BUSY));
    expect(outcomes).toMatchObject({ kind: 'bars' });
    expect(outcomes.kind === 'bars' && outcomes.bars.map(({ value }) => value)).toEqual([
      5, 1, 2, 2, 0, 0,
    ]);
    expect(applicants.kind === 'bars' && applicants.bars).toEqual([
      { name: '自然人', value: 7 },
      { name: '商业企业', value: 2 },
      { name: '科研机构', value: 0 },
      { name: '社会公益组织', value: 0 },
      { name: '法律服务机构', value: 1 },
      { name: '其他', value: 0 },
    ]);
  });

  it('take 其他处理 of the format of 2019 as the row that it is', () => {
    const rows = { ...zeros('requests', '2019'), ...BUSY };
    const [flow] = drawn(titleOf(2020) + example('requests', rows, '2019'));
    expect(flow).toMatchObject({ kind: 'flow' });
    expect(flow.kind === 'flow' && flow.to.map(({ name }) => name)).toContain('其他处理');
  });

  it.each([
    ['does not add up', { ...BUSY, '3.1': '5 1 0 0 0 0 6' }, '表三的数对不上'],
    ['is uneven in a row', { ...BUSY, '3.1': '4 0 0 0 0 0 5' }, '表三的数对不上'],
    ['is written with units', { ...BUSY, '1': '7 2 0 0 1 0 10件' }, '表三的数对不上'],
    ['has blanks', { ...BUSY, '2': '1 0 0 0 0 0 _' }, '表三有空白'],
    ['has strokes', { ...BUSY, '3.3.1': '0 0 0 0 0 0 /' }, '表三有空白'],
    ['has nothing', {}, '本年没有收到申请'],
  ])('are not drawn of a table that %s', (_, rows, why) => {
    const [flow] = drawn(textOf(rows));
    expect(flow).toMatchObject({ kind: 'none', why: expect.stringContaining(why) });
  });

  it('are not drawn without the table', () => {
    const charts = drawn(`${titleOf(2023)}一、总体情况\n\n二、主动公开政府信息情况\n`);
    expect(charts.map(({ kind }) => kind)).toEqual(['none', 'none', 'none', 'none']);
    expect(charts[0]).toMatchObject({ why: '没有读到表三。' });
  });

  it('are none of a text that is no report', () => {
    expect(chartsOf(parseReport('今天天气很好。'), [])).toEqual([]);
  });

  it('do without blank applicants where the totals are sure', () => {
    const text = textOf({ ...BUSY, '3.3.1': '_ _ _ _ _ _ 0' });
    expect(drawn(text)[0].kind).toBe('flow');
  });
});

describe('the years', () => {
  const quiet = (year: number) => textOf({}, year);

  it('stand in order of time, zeros too', () => {
    const years = drawn(textOf(BUSY, 2023), quiet(2022), quiet(2021))[3];
    expect(years).toMatchObject({
      kind: 'years',
      years: [2021, 2022, 2023],
      series: [
        { name: '本年新收', values: [0, 0, 10] },
        { name: '本年办结', values: [0, 0, 10] },
        { name: '结转下年度', values: [0, 0, 1] },
      ],
    });
    expect(years).not.toHaveProperty('note');
  });

  it('leave out what is not sure, and say so', () => {
    const wrong = textOf({ '1': '1 0 0 0 0 0 9' }, 2021);
    const years = drawn(textOf(BUSY, 2023), quiet(2022), wrong)[3];
    expect(years).toMatchObject({
      note: '2021年表三有读不出或者对不上的数，没有画全。',
      series: [{ values: [null, 0, 10] }, {}, {}],
    });
  });

  it.each([
    ['others are not known', textOf(BUSY), [], '没有找到往年的报告'],
    ['others are wrong', textOf(BUSY), [textOf({ '1': '1 0 0 0 0 0 9' }, 2022)], '各年表三'],
    ['it tells no year', wholeReport().replaceAll('2023年', ''), [textOf({}, 2022)], '哪一年'],
  ])('are not drawn where %s', (_, text, earlier, why) => {
    expect(drawn(text, ...earlier)[3]).toMatchObject({
      kind: 'none',
      why: expect.stringContaining(why),
    });
  });
});
