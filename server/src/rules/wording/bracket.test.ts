import { describe, expect, it } from 'vitest';
import { findingsOf, fixed, overview, quotesOf } from '../../../../test/support/wording.js';
import { bracket } from './bracket.js';

describe('bracket finds', () => {
  it.each([
    ['及时公布报告（含表格，接受监督。', ['（']],
    ['及时公布报告含表格），接受监督。', ['）']],
    ['落实《条例要求，及时公开。', ['《']],
    ['落实条例》要求，及时公开。', ['》']],
    ['坚持“应公开尽公开的要求。', ['“']],
    ['落实《政务公开（试行）办法〉要求。', ['〉']],
    ['成立领导小组（组长：镇长】，落实责任。', ['】']],
  ])('%s', (written, quotes) => {
    expect(quotesOf(bracket, overview(written))).toEqual(quotes);
  });

  it.each([
    ['坚持“应公开尽公开“的要求。', '坚持“应公开尽公开”的要求。'],
    ['坚持”应公开尽公开“的要求。', '坚持“应公开尽公开”的要求。'],
    ['坚持”应公开尽公开”的要求。', '坚持“应公开尽公开”的要求。'],
    ['按照《关于印发<办法>的通知》执行。', '按照《关于印发〈办法〉的通知》执行。'],
    ['按照《关于印发＜办法＞的通知》执行。', '按照《关于印发〈办法〉的通知》执行。'],
    ['按照《关于印发《办法》的通知》执行。', '按照《关于印发〈办法〉的通知》执行。'],
    ['按照《关于印发〈办法》的通知〉执行。', null],
    ['落实《办法（试行》）要求。', '落实《办法（试行）》要求。'],
    ['学习“三审三校“制度，落实“先审后发”要求。', '学习“三审三校”制度，落实“先审后发”要求。'],
    ['他说：“坚持“应公开尽公开”原则”。', '他说：“坚持‘应公开尽公开’原则”。'],
    ['按照<办法>执行。', '按照《办法》执行。'],
  ])('and fixes %s', (written, right) => {
    expect(quotesOf(bracket, overview(written)).length).toBeGreaterThan(0);
    if (right) expect(fixed(bracket, overview(written))).toBe(overview(right));
  });

  it('tells where a lost half belongs, and does not guess it', () => {
    const [finding] = findingsOf(bracket, overview('及时公布报告（含表格，接受监督。'));
    expect(finding?.message).toContain('没有配对的“）”');
    expect(finding?.fixes ?? []).toEqual([]);
  });
});

describe('bracket is silent', () => {
  it.each([
    ['pairs', '落实“三审”制度（初审、复审、终审），执行《条例》。'],
    ['nested', '执行《关于印发〈办法（试行）〉的通知》，落实“‘互联网+’政务服务”。'],
    ['mixed widths, told by punctuation', '公开信息5条（含转载)。'],
    ['enumerations', '工作有：1)公开文件；2）公开动态；a)公开会议；一）公开数据。'],
    ['numbering', '（一）主动公开。\n(二)依申请公开。'],
    ['brackets in brackets', '公开信息（含公告（公示）3条）5条。'],
    ['quotes side by side', '坚持“先审查、后公开”“一事一审”。'],
    ['a sentence broken in a title', '落实《政府信息\n公开条例》要求。'],
    ['a sentence broken in quotes', '落实“三审\n\n三校”制度要求。'],
    ['a quotation of two paragraphs', '“一要主动公开。\n“二要依法公开。”'],
    ['comparison', '办理时间<5天，满意度>90%。'],
    ['HTML comment', '<!-- 这里是说明 -->'],
    ['English', 'It’s open data.'],
    ['link', '见[公开专栏](http://a.gov.cn/a(b)c)。'],
    ['six-cornered brackets lost, told by document-number', '按照国办函〔2020 109号执行。'],
  ])('%s', (_, written) => {
    expect(quotesOf(bracket, overview(written))).toEqual([]);
  });
});

describe('bracket keeps count of', () => {
  it.each([
    ['brackets', '（', '）'],
    ['titles in titles', '<', '>'],
  ])('%s that stand deep in one another', (_, open, close) => {
    const written = `《${open.repeat(300)}办法${close.repeat(300)}》`;
    const found = quotesOf(bracket, overview(written));
    expect(found).toHaveLength(open === '<' ? 300 : 0);
  });

  it('what an outer mark closes: no half of it is looked for later', () => {
    expect(quotesOf(bracket, overview('落实《办法（试行》）要求，《条例》）也一样。'))).toEqual([
      '》）',
      '）',
    ]);
  });
});
