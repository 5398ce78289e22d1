import { describe, expect, it } from 'vitest';
import { findingsOf, fixed, overview, quotesOf } from '../../../../test/support/wording.js';
import { applyEdits } from '../../text/edit.js';
import { wholeReport } from '../examples.js';
import { punctuation } from './punctuation.js';

const FULL = '我镇依法做好公开工作，及时更新，接受监督；全年公开信息5条：文件3条，动态2条。';

describe('punctuation finds slips', () => {
  it.each([
    ['梳理公开信息,做到全面。', '梳理公开信息，做到全面。'],
    ['公开信息5条,其中文件3条。', '公开信息5条，其中文件3条。'],
    ['占比100%,比去年提高。', '占比100%，比去年提高。'],
    ['公开信息:文件3条。', '公开信息：文件3条。'],
    ['加强培训;加强监督。', '加强培训；加强监督。'],
    ['做得怎么样?群众说了算。', '做得怎么样？群众说了算。'],
    ['加强监督.', '加强监督。'],
    ['加强监督.落实责任。', '加强监督。落实责任。'],
    ['加强监督, 落实责任。', '加强监督，落实责任。'],
    ['执行《条例》(国务院令第711号)要求。', '执行《条例》（国务院令第711号）要求。'],
    ['公开信息5条（含转载)。', '公开信息5条（含转载）。'],
    ['落实"三审三校"制度。', '落实“三审三校”制度。'],
    ['依法公开，，接受监督。', '依法公开，接受监督。'],
    ['依法公开。。', '依法公开。'],
    ['公开文件、、动态。', '公开文件、动态。'],
    ['依法公开，。', '依法公开。'],
  ])('%s', (written, right) => {
    expect(findingsOf(punctuation, overview(FULL, written))).toHaveLength(1);
    expect(fixed(punctuation, overview(FULL, written))).toBe(overview(FULL, right));
  });

  it('tells both brackets at once', () => {
    const [finding] = findingsOf(
      punctuation,
      overview(FULL, '公开信息(含转载)5条（篇）、（次）。'),
    );
    expect(finding?.message).toContain('“（）”');
    expect(finding?.fixes?.[0]?.edits).toHaveLength(2);
  });

  it('leaves open which of two marks is right', () => {
    const [finding] = findingsOf(punctuation, overview(FULL, '依法公开，、接受监督。'));
    expect(finding?.fixes).toHaveLength(2);
    expect(finding?.fixes?.some(({ safe }) => safe)).toBe(false);
  });
});

describe('punctuation pairs brackets', () => {
  it('that stand in one another', () => {
    const words = '公开信息(含转载(图解)和问答)5条。';
    const full = '（篇）'.repeat(9);
    const found = findingsOf(punctuation, overview(FULL, words, full));
    const at = overview(FULL, words, full).indexOf(words);
    const edited = found.map(({ fixes }) => fixes?.[0]?.edits.map(({ span }) => span.start - at));
    expect(edited).toEqual([
      [4, 15],
      [8, 11],
    ]);
  });

  it('and is not sure where they do not come out even', () => {
    const found = findingsOf(punctuation, overview(FULL, '公开信息(含转载(图解)5条（篇）。'));
    expect(found.length).toBeGreaterThan(0);
    expect(found.some(({ fixes }) => fixes?.some(({ safe }) => safe))).toBe(false);
  });
});

describe('punctuation is not sure', () => {
  it.each(['村民艾山.吐尔逊来访。', '加强监督.落实责任。'])('of a point: %s', (words) => {
    const [finding] = findingsOf(punctuation, overview(FULL, words));
    expect(finding?.message).toContain('可能');
    expect(finding?.fixes?.some(({ safe }) => safe)).toBe(false);
  });

  it('of what is quoted, which no fix for all of a document takes along', () => {
    const half = FULL.replaceAll('，', ',').replaceAll('：', ':');
    const text = overview(half, '发布《公开,解读》3期,专刊2期。', '村民艾山.吐尔逊来访。');
    const [summary, ...others] = findingsOf(punctuation, text);
    expect(summary?.fixes?.[0]?.safe).toBe(true);
    const after = applyEdits(text, summary?.fixes?.[0]?.edits ?? []);
    expect(after).toBe(overview(FULL, '发布《公开,解读》3期，专刊2期。', '村民艾山.吐尔逊来访。'));
    expect(quotesOf(punctuation, after)).toHaveLength(others.length);
  });
});

describe('punctuation takes the one blank behind a mark; several are layout and stay', () => {
  it.each([
    ['加强监督, 落实责任。', '加强监督，落实责任。'],
    ['加强监督,  落实责任。', '加强监督，  落实责任。'],
    ['加强监督,\u3000\u3000 落实责任。', '加强监督，\u3000\u3000 落实责任。'],
    ['使用软件,  Word 文档。', '使用软件，  Word 文档。'],
  ])('%s', (written, right) => {
    expect(fixed(punctuation, overview(FULL, written))).toBe(overview(FULL, right));
  });
});

describe('punctuation sees a habit', () => {
  const half = wholeReport().replaceAll('，', ',').replaceAll('：', ':');

  it('and tells it once, with a fix for all of it', () => {
    const text = half.replace('公开工作。', '公开工作,及时更新,公开信息(含转载)5条,其中文件3条。');
    expect(findingsOf(punctuation, text)).toHaveLength(1);
    const now = fixed(punctuation, text);
    expect(quotesOf(punctuation, now)).toEqual([]);
    expect(now).toContain('公开信息（含转载）5条，其中文件3条。');
  });

  it('and leaves the tables as they are', () => {
    const table = (text: string) => text.slice(text.indexOf('第二十条'), text.indexOf('五、存在'));
    expect(table(fixed(punctuation, half))).toBe(table(half));
  });
});

describe('punctuation is silent', () => {
  it.each([
    ['figures', '共1,234条，12:30截止，提高3.5个百分点，比例3:2。'],
    ['addresses', '网址 http://www.a.gov.cn:80/b,c?d=e;f ，邮箱a.b@c.cn。'],
    ['English', '使用 Office, Word 和 VS Code (Web) 编辑。'],
    ['file names', '下载“年报(终稿,2023).docx”。'],
    ['code', '填写 `公开,信息` 字段。'],
    ['links', '见[公开专栏](https://a.gov.cn/公开,信息)。'],
    ['numbering', '1.主动公开。\n2,依申请公开。\n(一)平台建设。\n（1）监督保障。\n一.其他。'],
    ['enumeration', '工作有(1)公开；(2)解读。'],
    ['half-width document numbers, told by document-number', '按照国办发(2021)12号要求。'],
    ['entities, told by residue', '公开&nbsp;信息。'],
    ['quotes in a row', '坚持“先审查、后公开”、“一事一审”、《条例》、《办法》。'],
    ['inches', '购置55"屏2块、43"屏1块，用于公示。'],
    ['an address', '中文域名为“青禾县.政务”，已经启用。'],
    ['ellipsis', '公开信息……接受监督——长期坚持。'],
    ['question and exclamation', '群众满意吗？！'],
    ['a comment', '<!-- nianbao-disable punctuation: 说明,理由 -->'],
  ])('%s', (_, written) => {
    expect(quotesOf(punctuation, overview(FULL, written))).toEqual([]);
  });

  it('what stands above the title', () => {
    const text = `来源:县政府 发布时间:2024-01-15 浏览:5次\n\n${overview(FULL)}`;
    expect(quotesOf(punctuation, text)).toEqual([]);
  });
});
