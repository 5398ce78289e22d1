// This year's report against last year's, and the other rules that look across tables and text.
import { describe, expect, it } from 'vitest';
import { type Facts, reportWith } from '../../../../test/support/facts.js';
import type { Report } from '../../report/report.js';
import { createReportService } from '../../service/index.js';

const service = createReportService();

function check(rule: string, report: Report, previous?: Report) {
  const { diagnostics } = service.check(report, {}, previous, previous && '2022.txt');
  return diagnostics.filter((diagnostic) => diagnostic.rule === rule);
}

const year = (facts: Facts, number: number, text = '') => reportWith(text, facts, { year: number });
const carriedOut = (figures: string): Facts => ({
  requests: { '1': figures, '4': figures },
});
const carriedIn = (figures: string): Facts => ({
  requests: { '2': figures, '3.1': figures, '3.7': figures },
});

describe('carry-over', () => {
  const last = year(carriedOut('3 1 0 0 0 0 4'), 2022);
  it('names every column that differs, and fills the row from last year', () => {
    const report = year(carriedIn('2 1 0 0 0 0 3'), 2023);
    const [found, ...more] = check('carry-over', report, last);
    expect(more).toEqual([]);
    expect(found?.message).toBe(
      '“二、上年结转政府信息公开申请数量”与上年报告的“四、结转下年度继续办理”不一致：“自然人”本年 2、上年 3，“总计”本年 3、上年 4。上年结转下来的应与上年报告相同，请核对；因机构改革等不同的可以不改。',
    );
    expect(found?.at).toEqual({ table: 'requests', row: '2', column: 'total' });
    expect(found?.related?.map(({ path }) => path)).toEqual(['2022.txt', '2022.txt']);
    expect(found?.fixes?.[0]?.edits.map(({ newText }) => newText)).toEqual(['3', '4']);
  });
  it('fills blank cells of the row too', () => {
    const report = year(carriedIn('2 _ 0 0 0 0 3'), 2023);
    const [found] = check('carry-over', report, last);
    expect(found?.fixes?.[0]?.edits.map(({ newText }) => newText)).toEqual(['3', '1', '4']);
  });
  it('agrees where all columns do', () => {
    expect(check('carry-over', year(carriedIn('3 1 0 0 0 0 4'), 2023), last)).toEqual([]);
  });
  it('waits for a broken table to be fixed, in either report', () => {
    expect(check('carry-over', year(carriedIn('2 1 0 0 0 0 9'), 2023), last)).toEqual([]);
    const broken = year(carriedOut('3 1 0 0 0 0 9'), 2022);
    expect(check('carry-over', year(carriedIn('2 1 0 0 0 0 3'), 2023), broken)).toEqual([]);
  });
  it('takes a blank cell for unknown', () => {
    expect(check('carry-over', year(carriedIn('_ _ _ _ _ _ _'), 2023), last)).toEqual([]);
  });
  it('does without last year', () => {
    expect(check('carry-over', year(carriedIn('2 1 0 0 0 0 3'), 2023))).toEqual([]);
  });
});

describe('in-force', () => {
  const last = year({ disclosure: { normative: '4 2 20' } }, 2022);
  it('compares with last year', () => {
    const report = year({ disclosure: { normative: '3 1 25' } }, 2023);
    const [found] = check('in-force', report, last);
    expect(found?.message).toContain('应为 22 = 上年现行有效 20 + 本年制发 3 − 本年废止 1');
    expect(found?.related?.[0]?.path).toBe('2022.txt');
  });
  it('is content where it adds up', () => {
    const report = year({ disclosure: { normative: '3 1 22' } }, 2023);
    expect(check('in-force', report, last)).toEqual([]);
  });
});

describe('repeated-text', () => {
  const old = [
    '本镇坚持每月梳理一次应当公开的事项，并在例会上通报。',
    '各站所把公开任务落实到具体岗位和具体人员。',
    '全年公开信息45条，答复及时。',
    '对群众关心的低保、救助事项全部上墙公示。',
  ];
  const next = (sentences: readonly string[]) => year({}, 2023, sentences.join(''));
  const last = year({}, 2022, old.join(''));
  it('finds most sentences again, figures aside', () => {
    const same = old.map((sentence) => sentence.replace('45', '60'));
    const [found, ...more] = check('repeated-text', next(same), last);
    expect(more).toEqual([]);
    expect(found?.message).toContain('4 句中有 4 句与上年报告相同');
    expect(found?.related?.[0]?.path).toBe('2022.txt');
  });
  it('is content with half of them new', () => {
    const half = [...old.slice(0, 2), '今年新开了政务公开讲堂。', '编印了图文版的办事指南三种。'];
    expect(check('repeated-text', next(half), last)).toEqual([]);
  });
  it('passes over legal basis and period', () => {
    const standing = [
      '本报告根据《中华人民共和国政府信息公开条例》编制。',
      '所列数据的统计期限自2023年1月1日起至2023年12月31日止。',
      '今年新开了政务公开讲堂，受到群众欢迎。',
    ];
    expect(check('repeated-text', next(standing), next(standing.slice(0, 2)))).toEqual([]);
  });
});
