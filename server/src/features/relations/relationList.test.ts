import { describe, expect, it } from 'vitest';
import { parseReport } from '../../reading/parse.js';
import { example, overview, type RowFigures, wholeReport, zeros } from '../../rules/examples.js';
import { createReportService } from '../../service/reportService.js';
import { type ListedRelation, relationList } from './relationList.js';

const service = createReportService();

function listed(text: string, last?: string) {
  const report = parseReport(text);
  const previous = last === undefined ? undefined : parseReport(last);
  const { diagnostics } = service.check(report, {}, previous);
  const groups = relationList(report, previous, diagnostics);
  const all = groups.flatMap(({ relations }) => relations);
  const shown = ({ name, state, words, span, before }: ListedRelation) => ({
    name,
    state,
    words,
    on: span && report.text.slice(span.start, span.end),
    ...(before && { before: previous?.text.slice(before.start, before.end) }),
  });
  const under = (title: string) =>
    groups.filter((group) => group.title.includes(title)).flatMap(({ relations }) => relations);
  const said = (title: string, name: string) =>
    under(title)
      .filter((one) => one.name === name)
      .map(shown);
  const count = (state: string) => all.filter((one) => one.state === state).length;
  return { groups, all, said, under, count, report };
}

const ROWS = '每一行';
const requests = (rows: RowFigures) => example('requests', { ...zeros('requests'), ...rows });
const FIRST = '一、本年新收政府信息公开申请数量';

describe('the list of relations', () => {
  it('has all of the form, with figures and places', () => {
    const { under, count, said } = listed(wholeReport());
    expect([ROWS, '各项相加', '一 + 二', '表四'].map((title) => under(title).length)).toEqual([
      25, 7, 7, 3,
    ]);
    expect(count('broken')).toBe(0);
    expect(said(ROWS, FIRST)).toEqual([
      { name: FIRST, state: 'held', words: '各项 0 = 总计 0', on: '0' },
    ]);
    expect(said('表四', '行政诉讼 · 复议后起诉')[0]?.state).toBe('held');
  });

  it('has those of the format of 2019', () => {
    const { under } = listed(example('requests', zeros('requests', '2019'), '2019'));
    expect(under(ROWS)).toHaveLength(23);
    expect(under('现行有效')).toEqual([]);
  });

  it('tells both sides of what does not hold, at the cell to blame', () => {
    const text = requests({ '1': '1 2 3 0 0 0 7', '3.1': '1 2 3 0 0 0 6', '3.7': '1 2 3 0 0 0 6' });
    const { said, count } = listed(text);
    expect(said(ROWS, FIRST)).toEqual([
      {
        name: FIRST,
        state: 'broken',
        words: '左 自然人 1 + 商业企业 2 + 科研机构 3 = 6，右 总计 7，相差 1',
        on: '7',
      },
    ]);
    expect(said('一 + 二', '总计')[0]?.words).toBe(
      '左 一、本年新收 7 + 二、上年结转 0 = 7，右 （七）总计 6 + 四、结转下年度 0 = 6，相差 1',
    );
    expect(count('broken')).toBe(2);
  });

  it.each([
    ['a blank', '5 _ 0 0 0 0 7', '“商业企业”空着'],
    ['a stroke', '5 / 0 0 0 0 7', '“商业企业”写的不是数'],
    ['blanks', '_ _ _ _ _ _ _', '各格都空着'],
    ['many blanks', '5 _ _ _ _ _ 5', '“商业企业”、“科研机构”、“社会公益组织”等 5 格空着'],
    ['both', '5 _ / 0 0 0 7', '“商业企业”空着，“科研机构”写的不是数'],
  ])('cannot judge %s, and says why', (_, figures, words) => {
    const { said } = listed(requests({ '1': figures }));
    expect(said(ROWS, FIRST)[0]).toMatchObject({ state: 'unknown', words });
  });

  it('takes what is blank save a total of 0 for zeros, as the rules do', () => {
    const { said, count } = listed(requests({ '1': '_ _ _ _ _ _ 0' }));
    expect(said(ROWS, FIRST)[0]?.state).toBe('held');
    expect(count('broken')).toBe(0);
  });

  it('cannot judge what it has not read', () => {
    const { '3.3.1': secret, ...others } = zeros('requests');
    expect(secret).toBeDefined();
    const { said } = listed(example('requests', others));
    const name = '（三）不予公开 · 1.属于国家秘密';
    expect(said(ROWS, name)[0]).toMatchObject({ state: 'unknown', words: '没有读到这些数' });
    expect(said('各项相加', '自然人')[0]).toMatchObject({
      state: 'unknown',
      words: '没有读到“1.属于国家秘密”',
      on: '（七）总计',
    });
    expect(said('表四', '行政复议')).toEqual([
      { name: '行政复议', state: 'unknown', words: '没有读到这张表', on: null },
    ]);
  });

  it('is empty where there is no report', () => {
    expect(listed('今天天气很好。').groups).toEqual([]);
  });
});

describe('over the years', () => {
  const last = requests({ '1': '4 0 0 0 0 0 4', '4': '4 0 0 0 0 0 4' });
  const carriedIn = (figures: string) => requests({ '2': figures, '3.1': figures, '3.7': figures });
  const OVER = '上年“结转下年度”';

  it('cannot be judged without last year’s report', () => {
    const { under } = listed(carriedIn('4 0 0 0 0 0 4'));
    expect(new Set(under(OVER).map(({ state, words }) => `${state} ${words}`))).toEqual(
      new Set(['unknown 没有找到上年的报告']),
    );
  });

  it.each([
    ['held', '4 0 0 0 0 0 4', '本年“二、上年结转” 4 = 上年报告“四、结转下年度” 4'],
    ['broken', '2 0 0 0 0 0 2', '左 本年“二、上年结转” 2，右 上年报告“四、结转下年度” 4，相差 2'],
    ['unknown', '_ 0 0 0 0 0 4', '“二、上年结转”空着'],
  ])('says that it is %s, and where', (state, figures, words) => {
    const { said } = listed(carriedIn(figures), last);
    const name = state === 'unknown' ? '自然人' : '总计';
    expect(said(OVER, name)[0]).toMatchObject({ state, words, before: '4' });
  });

  it('does not compare a row that does not add up by itself', () => {
    const { said } = listed(carriedIn('2 0 0 0 0 0 3'), last);
    expect(said(OVER, '总计')[0]).toMatchObject({
      state: 'unknown',
      words: '这一行自己还没有对上，先改好再比',
    });
  });

  const disclosure = (normative: string) => example('disclosure', { rules: '0 0 0', normative });
  const NORMATIVE = '行政规范性文件';
  it.each([
    ['3 1 22', '4 2 20', 'held', 'held'],
    ['3 1 25', '4 2 20', 'held', 'broken'],
    ['8 0 5', '0 0 0', 'broken', 'broken'],
    ['0 9 5', '0 0 2', 'held', 'unknown'],
    ['3件 1 22', '4 2 20', 'unknown', 'unknown'],
    ['3 1 22', '4 2 _', 'held', 'unknown'],
  ])('judges %s after %s', (now, then, least, exact) => {
    const { said } = listed(disclosure(now), disclosure(then));
    expect(said('≥', NORMATIVE)[0]?.state).toBe(least);
    expect(said('现行有效 =', NORMATIVE)[0]?.state).toBe(exact);
  });

  it('tells how what is in force comes about', () => {
    const { said } = listed(disclosure('3 1 25'), disclosure('4 2 20'));
    expect(said('现行有效 =', NORMATIVE)[0]?.words).toBe(
      '左 “现行有效件数” 25，右 上年报告“现行有效件数” 20 + “本年制发件数” 3 − “本年废止件数” 1 = 22，相差 3',
    );
  });
});

describe('the text beside the tables', () => {
  const TEXT = '正文';
  it('agrees', () => {
    const { under } = listed(overview('2023年，我镇收到政府信息公开申请0件。'));
    expect(under(TEXT).map(({ state }) => state)).toEqual(['held']);
  });

  it('does not, as the rule says', () => {
    const { under, report } = listed(overview('2023年，我镇收到政府信息公开申请4件。'));
    const [{ name, state, words, span } = {} as ListedRelation, ...more] = under(TEXT);
    expect(more).toEqual([]);
    expect(name).toContain('收到政府信息公开申请4件');
    expect(state).toBe('broken');
    expect(words).toContain('两处不一致');
    expect(span && report.text.slice(span.start, span.end)).toBe('4件');
  });

  it.each([
    ['另一个范围', '2023年，全县收到政府信息公开申请40件。'],
    ['另一年', '2022年，我镇收到政府信息公开申请9件。'],
    ['没有数', '我镇依法做好政府信息公开工作。'],
  ])('is not told of where it says nothing of them: %s', (_, sentence) => {
    expect(listed(overview(sentence)).under(TEXT)).toEqual([]);
  });
});
