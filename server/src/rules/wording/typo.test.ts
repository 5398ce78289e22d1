// The near-miss engine has tests of its own; here: what the rule makes of it in a report.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../lexicon/lexicon.js';
import { parseReport } from '../../report/parse.js';
import { wholeReport } from '../examples.js';
import type { RuleContext } from '../rule.js';
import { overview } from './testing.js';
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
    ['codes of documents', overview('按照青教字〔2023〕5号和青教字[2023]6号要求。')],
    ['addresses', overview('见 http://a.gov.cn/政务工开 页面。')],
    ...typo.docs().valid.map(({ note, text }) => [note, text] as [string, string]),
  ])('%s', (_, text) => expect(quotesIn(text)).toEqual([]));

  it('on words of one’s own, and without a lexicon', () => {
    const text = overview('我镇依法做好政府信息工开工作。');
    expect(quotesIn(text, { ...on, lexicon: lexicon.withWords(['信息工开']) })).toEqual([]);
    expect(quotesIn(text, { isOn: () => true })).toEqual([]);
  });
});
