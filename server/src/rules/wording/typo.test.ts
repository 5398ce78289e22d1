// The near-miss engine has tests of its own; here: what the rule makes of it in a report.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { overview } from '../../../../test/support/wording.js';
import { loadLexicon } from '../../lexicon/lexicon.js';
import { parseReport } from '../../reading/parse.js';
import { applyEdits } from '../../text/edit.js';
import { wholeReport } from '../examples.js';
import type { RuleContext } from '../rule.js';
import { typo } from './typo.js';

const lexicon = loadLexicon(
  readFileSync(new URL('../../lexicon/data/lexicon.bin', import.meta.url)) as Uint8Array,
);
const on: RuleContext = { isOn: () => true, lexicon };

const findingsIn = (text: string, context = on) => [...typo.check(parseReport(text), context)];
const quotesIn = (text: string, context = on) =>
  findingsIn(text, context).map(({ span }) => text.slice(span.start, span.end));

describe('typo finds', () => {
  it.each([
    ['我镇依法做好政府信息工开工作。', '公开'],
    ['我镇没有尚末审结的案件。', '未'],
    ['我镇公布重大政策的的出台情况。', '的'],
    ['我镇推进基层政务公开标准化规化。', '规范化'],
  ])('%s', (written, right) => {
    const [finding] = findingsIn(overview(written));
    expect(finding?.fixes?.[0]?.edits[0]?.newText).toContain(right);
    expect(finding?.fixes?.[0]?.safe).toBe(true);
  });

  it.each(typo.docs().invalid)('$note', ({ text }) => expect(findingsIn(text)).not.toEqual([]));
});

describe('typo sees through blanks and breaks inside a sentence, which stay:', () => {
  const LINE = '我镇成立政务公开工作领导小组，明确责任分工，及时发布信息。安排专人负责管理政府信';
  it.each([
    ['我镇依法做好政府信息工 开工作，及时回应社会关切。', '信息公 开'],
    ['我镇公布行政规范性文 文件，及时回应社会关切，接受监督。', '规范性文件'],
    ['我镇依法做好政府信 息工开工作，及时回应社会关切。', '信 息公开'],
    [`${LINE}\n息工开，规范公开程序。`, '信\n息公开'],
    [`${LINE}息工\n开的事项，规范公开程序。`, '信息公\n开'],
    [`${LINE}息工\n\n- 2 -\n\n开的事项，规范公开程序。`, '信息公\n\n- 2 -\n\n开'],
  ])('%s', (written, right) => {
    const text = overview(written);
    const [finding, ...others] = findingsIn(text);
    expect(others).toEqual([]);
    expect(applyEdits(text, finding?.fixes?.[0]?.edits ?? [])).toContain(right);
  });

  it.each([
    '我镇依法做好政府信息 公开工作，及时回应社会关切。',
    `${LINE}\n息公开，规范公开程序。`,
    `${LINE}息公\n\n- 2 -\n\n开的事项，规范公开程序。`,
    // no sentence goes on here
    '我镇依法做好政府信息工\n（二）开展培训。',
    '表 信息工  开工 作',
  ])('but finds nothing in %s', (written) => {
    expect(quotesIn(overview(written))).toEqual([]);
  });
});

describe('typo finds slips of structure, as a reason to look twice,', () => {
  it.each([
    ['我镇认真的落实了审查制度。', '我镇认真地落实了审查制度。'],
    ['各村及时的公开了账目。', '各村及时地公开了账目。'],
    ['较好的保障了群众的知情权。', '较好地保障了群众的知情权。'],
    ['解读工作做的不够好，更新慢。', '解读工作做得不够好，更新慢。'],
    ['公开工作取的了一定成效。', '公开工作取得了一定成效。'],
    ['公开专区发挥了重要地作用。', '公开专区发挥了重要的作用。'],
    ['截止到2023年底，公开信息12条。', '截至2023年底，公开信息12条。'],
    ['本县县各单位按月报送。', '本县各单位按月报送。'],
    ['进一步进一步规范公开目录。', '进一步规范公开目录。'],
  ])('%s', (written, right) => {
    const text = overview(written);
    const [finding, ...others] = findingsIn(text, { isOn: () => true });
    expect(others).toEqual([]);
    expect(finding?.atMost).toBe('info');
    expect(finding?.fixes?.[0]?.safe).toBe(false);
    expect(applyEdits(text, finding?.fixes?.[0]?.edits ?? [])).toBe(overview(right));
  });

  it.each([
    '建立认真的审查制度，做到了全面的公开和及时的回应。',
    '认真地落实了制度，及时公开了账目。',
    '领取的了解单、采取的积极措施、听取的一定意见。',
    '我市市民、本县县级、全区区域、我镇镇政府、本市市场监管部门。',
    '所做的不够全面的工作、宣传的较好做法。',
    '重要地段、主要地区、广大地域设公开栏，重大地质灾害信息及时公布。',
    '报名截止到2023年底，截至2023年底公开12条。',
    '一条一条核对，一步一步推进，认认真真、实实在在办理。',
    '政务公开公开栏、会议议程、监督督促、以及及时公开。',
  ])('but not in %s', (written) => {
    expect(quotesIn(overview(written))).toEqual([]);
  });
});

describe('typo finds addresses with a slip', () => {
  it.each([
    ['见htttp://www.qinghe.gov.cn。', '见http://www.qinghe.gov.cn。'],
    ['见htp://www.qinghe.gov.cn。', '见http://www.qinghe.gov.cn。'],
    ['见htttps://www.qinghe.gov.cn/a.html。', '见https://www.qinghe.gov.cn/a.html。'],
    ['见http//www.qinghe.gov.cn。', '见http://www.qinghe.gov.cn。'],
    ['见http:/www.qinghe.gov.cn。', '见http://www.qinghe.gov.cn。'],
    ['见http：//www.qinghe.gov.cn。', '见http://www.qinghe.gov.cn。'],
    ['见hhtp:\\\\www.qinghe.gov.cn。', '见http://www.qinghe.gov.cn。'],
    ['见ww.qinghe.gov.cn。', '见www.qinghe.gov.cn。'],
    ['见wwww.qinghe.gov.cn。', '见www.qinghe.gov.cn。'],
    ['见www,qinghe.gov.cn。', '见www.qinghe.gov.cn。'],
    ['见www.qinghe.gov,cn。', '见www.qinghe.gov.cn。'],
    ['见www.qinghe.gvo.cn。', '见www.qinghe.gov.cn。'],
    ['见www.qinghe.gov.con。', '见www.qinghe.gov.cn。'],
  ])('%s', (written, right) => {
    const text = overview(written);
    const [finding, ...others] = findingsIn(text, { isOn: () => true });
    expect(others).toEqual([]);
    expect(finding?.fixes?.[0]?.safe).toBe(false);
    expect(applyEdits(text, finding?.fixes?.[0]?.edits ?? [])).toBe(overview(right));
  });

  it.each([
    'http://www.qinghe.gov.cn',
    'https://www.qinghe.gov.cn/a?b=http://c.gov.cn',
    'HTTP://WWW.QINGHE.GOV.CN',
    'www.qinghe.gov.cn，qinghe.gov.cn',
    'ftp://qinghe.gov.cn，mailto:a@qinghe.gov.cn',
    'http协议、www服务、https证书',
    'news.qinghe.com.cn',
    '`htttp://www.qinghe.gov.cn`',
    'a@qinghe.gov.cn',
  ])('but not in %s', (written) => {
    expect(quotesIn(overview(`见${written}。`))).toEqual([]);
  });
});

it('typo is not sure where the last character may begin a word of its own', () => {
  const [finding] = findingsIn(overview('群众可在图书官网查询。'));
  expect(finding?.fixes?.some(({ safe }) => safe)).not.toBe(true);
});

describe('typo is silent', () => {
  it.each([
    ['a whole report', wholeReport()],
    ['labels of tables, told by label', wholeReport({ 部分公开: '不分公开', 自然人: '自燃人' })],
    ['radicals, told by radical', overview('市政府⻔⼾⽹站和政府门戶网站改版。')],
    ['phrases, told by fixed-phrase', overview('让权利在阳光下运行。')],
    ['a section’s title, told by section-title', wholeReport({ 改进情况: '改进清况' })],
    [
      'a word cut by the end of a line',
      overview('我镇依法做好公开，组织业务培\n训两期，公布结果。'),
    ],
    ['codes of documents', overview('按照青教字〔2023〕5号和青教字[2023]6号要求。')],
    [
      'short forms of the form’s words',
      overview('结转下年继续办理0件，转下年度办理1件，属国家秘密1件，没有现成信息需另行制作1件。'),
    ],
    ['addresses', overview('见 http://a.gov.cn/政务工开 页面。')],
    ...typo.docs().valid.map(({ note, text }) => [note, text] as [string, string]),
  ])('%s', (_, text) => expect(quotesIn(text)).toEqual([]));

  it('on words of one’s own, and without a lexicon', () => {
    const text = overview('我镇依法做好政府信息工开工作。');
    expect(quotesIn(text, { ...on, lexicon: lexicon.withWords(['信息工开']) })).toEqual([]);
    expect(quotesIn(text, { isOn: () => true })).toEqual([]);
  });
});

it('takes more slips of one stretch than a call takes arguments', () => {
  const text = overview('我镇依法做好政府信息工开工作。');
  const at = text.indexOf('工开');
  const [miss] = lexicon.findNearMisses(text, { start: at - 4, end: at + 4 });
  const slips = Array.from({ length: 150_000 }, () => miss as NonNullable<typeof miss>);
  const many: RuleContext = { ...on, lexicon: { ...lexicon, findNearMisses: () => slips } };
  expect(findingsIn(text, many).length).toBeGreaterThan(0);
});
