import { describe, expect, it } from 'vitest';
import { findingsOf, fixed, others, overview, quotesOf } from '../../../../test/support/wording.js';
import { wholeReport } from '../examples.js';
import { residue } from './residue.js';

describe('residue finds', () => {
  it.each([
    ['[bookmark: _GoBack]主要工作。', '[bookmark: _GoBack]'],
    ['主要工作{ PAGE }。', '{ PAGE }'],
    ['{ TOC \\o "1-3" \\h }主要工作。', '{ TOC \\o "1-3" \\h }'],
    ['见HYPERLINK "http://a.gov.cn"公开专栏。', 'HYPERLINK "http://a.gov.cn"'],
    ['见错误!未找到引用源。表格。', '错误!未找到引用源。'],
    ['见错误！未定义书签。', '错误！未定义书签。'],
    ['见Error! Reference source not found.表格。', 'Error! Reference source not found.'],
    ['公开&nbsp;信息。', '&nbsp;'],
    ['公开<o:p></o:p>信息。', '<o:p>'],
    ['公开信息批注[1]：核对。', '批注[1]：'],
    ['公开信息12条（请填写本年数据）。', '（请填写本年数据）'],
    ['公开信息12条【此处填写平台名称】。', '【此处填写平台名称】'],
    ['公开信息（如无，请填0）。', '（如无，请填0）'],
    ['【请写明：公开了多少条信息】', '【请写明：公开了多少条信息】'],
    ['公开信息【请补写：条数】条。', '【请补写：条数】'],
    ['主动公开政府信息【条数】条。', '【条数】'],
    ['配备专职人员【人数】名。', '【人数】'],
    ['【上年文字，请改写】我镇公开信息。', '【上年文字，请改写】'],
    ['××镇公开信息。', '××'],
    ['XX镇20XX年公开信息。', 'XX'],
    ['○○县公开信息。', '○○'],
    ['公开信息____条。', '____'],
    ['是否收费：□是 □否。', '□'],
    ['（文字描述）', '（文字描述）'],
    ['(文字描述)公开信息12条。', '(文字描述)'],
    ['公开信息12条。（文字表述，不超过两页）', '（文字表述，不超过两页）'],
    ['公开信息12条。（收取信息处理费情况在此报告）', '（收取信息处理费情况在此报告）'],
    ['该部分以表格形式报告。表格如下：', '该部分以表格形式报告。表格如下：'],
    ['本部分用表格的形式填报，具体表格如下。', '本部分用表格的形式填报，具体表格如下。'],
    ['（该部分以表格形式报告）', '（该部分以表格形式报告）'],
    ['公开信\u00ad息。', '\u00ad'],
    ['公开信\u200b息。', '\u200b'],
    ['公开信\ufffd息。', '\ufffd'],
  ])('%s', (written, quote) => {
    expect(quotesOf(residue, overview(written))).toContain(quote);
  });

  it.each(['— 3 —', '- 3 -', '第 3 页 共 9 页'])('page number %s', (number) => {
    const text = overview('我镇公开信息12条。', number, '我镇接受监督。');
    expect(quotesOf(residue, text)).toEqual([number]);
  });

  it('page number at the end', () => {
    expect(quotesOf(residue, others('未收取信息处理费。', '', '— 5 —'))).toEqual(['— 5 —']);
  });

  it.each(['Page 9 - 青禾县2023年报', 'Page 12', 'P. 9', 'P.9'])('page of a book %s', (page) => {
    const text = overview('我镇公开信息12条。', page, '我镇接受监督。');
    expect(quotesOf(residue, text)).toEqual([page]);
  });

  it('takes no note away that leaves the section empty', () => {
    const [alone] = findingsOf(residue, others('（文字描述）'));
    expect(alone?.message).toContain('请换成要写的内容');
    expect(alone?.fixes).toEqual([]);
    const text = others('（文字描述）', '2023年未收取信息处理费。');
    expect(fixed(residue, text)).toBe(others('', '2023年未收取信息处理费。'));
  });

  it('a note of the form in a table', () => {
    const text = wholeReport({ 现行有效件数: '现行有效件数（历史累计）' });
    expect(quotesOf(residue, text)).toEqual(['（历史累计）']);
    expect(fixed(residue, text)).toBe(wholeReport());
  });

  it.each(['- 1 -', '第 1 页', '—1—', 'P. 1'])('page number %s above the title', (number) => {
    const text = `${number}\n${wholeReport()}`;
    expect(quotesOf(residue, text)).toEqual([number]);
    expect(fixed(residue, text)).toBe(wholeReport());
  });

  it.each(['- 3 -', '—3—', '第 3 页 共 9 页', '共9页 第3页', '5', '3/9', '一 3 一', 'Page 3'])(
    'page number %s between the rows of a table; without its line the table is as before',
    (number) => {
      const text = wholeReport().replace(/(\n[^\n]*属于四类过程性信息)/, `\n${number}$1`);
      expect(quotesOf(residue, text)).toEqual([number]);
      expect(fixed(residue, text)).toBe(wholeReport());
    },
  );

  it('has no safe fix, and none where something has to be filled in', () => {
    const [gap] = findingsOf(residue, overview('××镇公开信息。'));
    expect(gap?.fixes).toEqual([]);
    const [mark] = findingsOf(residue, overview('[bookmark: _GoBack]主要工作。'));
    expect(mark?.fixes?.[0]?.safe).toBe(false);
    expect(fixed(residue, overview('[bookmark: _GoBack]主要工作。'))).toBe(overview('主要工作。'));
  });

  it('has nothing to put in place of a prompt, and takes the mark of last year’s text away', () => {
    const [prompt] = findingsOf(residue, overview('【请写明：监督保障】'));
    expect(prompt?.message).toContain('请补上内容');
    expect(prompt?.fixes).toEqual([]);
    const [mark] = findingsOf(residue, overview('【上年文字，请改写】主要工作。'));
    expect(mark?.message).toContain('改写这一段后应删除');
    expect(mark?.fixes?.[0]?.safe).toBe(false);
    expect(fixed(residue, overview('【上年文字，请改写】主要工作。'))).toBe(overview('主要工作。'));
  });

  it.each([
    ['行政许可\t0', '行政许可\t【件数】', '【件数】'],
    ['2.重复申请\t0', '2.重复申请\t【条数】', '【条数】'],
    ['2.重复申请\t0', '2.重复申请\t收到【】件', '【】'],
    ['青禾县云水镇人民政府', '【机关名称】', '【机关名称】'],
    ['青禾县云水镇人民政府', '（单位名称）', '（单位名称）'],
    ['我镇依法', '【XX】镇依法', '【XX】'],
  ])('%j → %j, to be filled in, once', (from, to, quote) => {
    const text = wholeReport().replace(from, to);
    expect(quotesOf(residue, text)).toEqual([quote]);
    const [found] = findingsOf(residue, text);
    expect(found?.message).toContain('请补上内容');
    expect(found?.fixes).toEqual([]);
  });

  it('tells characters that cannot be seen once', () => {
    expect(findingsOf(residue, overview('公\u200b开。', '信\u200b息。'))).toHaveLength(1);
  });
});

describe('a figure alone below a row with blank cells', () => {
  const text = (figures: string) =>
    wholeReport().replace(/(5\.属于三类内部事务信息)[^\n]*/, `$1\t${figures}\n5`);

  it('is a page number where the last one is filled', () => {
    expect(quotesOf(residue, text('\t\t\t\t\t\t0'))).toEqual(['5']);
  });

  it.each(['0\t0\t0\t0\t0\t0\t', '\t\t\t\t\t\t', '0\t0'])('may be its own: %j', (figures) => {
    expect(quotesOf(residue, text(figures))).toEqual([]);
  });
});

describe('with one cell a line', () => {
  const lines = wholeReport().replace(/\t+/g, '\n');

  it('a page number behind the figures of a row is found', () => {
    expect(quotesOf(residue, lines.replace('6.属于四类过程性信息', '- 5 -\n$&'))).toEqual([
      '- 5 -',
    ]);
  });

  it.each(['7', '7\n0\n0\n0\n0\n0\n7'])('the figures of a group are none: %j', (figures) => {
    expect(quotesOf(residue, lines.replace('（四）无法提供', `$&\n${figures}`))).toEqual([]);
  });
});

describe('residue is silent', () => {
  it.each([
    ['brackets', '公开信息（含转载）[1]，见【公开】专栏。'],
    ['figures in corner brackets', '见【2023】第3期、【条数统计】和【公开】专栏。'],
    ['other corner brackets', '设【请示】【批复】两类，见【上年文字】和【政务公开】专栏。'],
    ['words of a prompt', '请写明：住址。对照上年文字，请改写。'],
    ['to fill in', '指导申请人填写申请表（填报率100%），规范填报。'],
    ['a name', '召开“1+X”新闻发布会，使用X光机、XML文件。'],
    ['years in numerals', '二○○八年、二〇二三年。'],
    ['letters', '使用HTML、PAGE设计和EXCEL文件，HYPER公司。'],
    ['identifiers', '变量max_value和__init__，文件a_b.txt。'],
    ['a product sign', '宽3×5米。'],
    ['wrong, said of something', '及时更正错误！批注意见已经采纳。'],
    ['companies', 'A&B公司，研发R&D投入。'],
    ['comparison', '满意度<90%。'],
    ['code', '使用 `<span>` 和 `&nbsp;` 标签。'],
    ['the top of a list', '1\t公开信息'],
    ['what is told in words', '以文字描述和图解（文字、图表、视频）解读政策。'],
    ['what is told in a table', '以表格形式公布办事流程，该部分以图表解读。'],
    ['counted from the beginning', '收录文件120件（历史累计），其中现行有效90件。'],
    ['the fee, told', '信息处理费收取情况在政府网站公布（收取信息处理费0元）。'],
    ['a page that is named', '见政府公报P. 9，扫码进入Page 3。'],
  ])('%s', (_, written) => {
    expect(quotesOf(residue, overview(written))).toEqual([]);
  });

  it.each([
    ['words in a cell', '2.重复申请\t0', '2.重复申请\t若干'],
    ['a name in corner brackets in a cell', '2.重复申请\t0', '2.重复申请\t【公开】'],
    ['an official heading, which section-title puts right', '总体情况', '总体情况【条数】'],
    ['corner brackets that are spoken of', '我镇依法', '用【】标出必填项，我镇依法'],
    ['a name of a form', '我镇依法', '在【数量】栏填报，我镇依法'],
    ['the organ', '青禾县', '云水（青禾）县'],
  ])('%s', (_, from, to) => {
    const text = wholeReport().replace(from, to);
    expect(text).not.toBe(wholeReport());
    expect(quotesOf(residue, text)).toEqual([]);
  });

  it.each([
    ['a figure below a row that lacks one', /(行政许可\t)\d+/, '$1\n12'],
    ['a row that goes on in the next line', /(2\.重复申请(?:\t\d+){6})\t(\d+)/, '$1\n$2'],
    ['signs in cells', /(行政许可\t)\d+/, '$1- 1 -'],
    ['a negative figure on its line', /\n([^\n]*行政许可)/, '\n-3\n$1'],
    ['code', /\n([^\n]*行政许可)/, '\n```\n- 3 -\n```\n$1'],
  ])('%s', (_, from, to) => {
    const text = wholeReport().replace(from, to);
    expect(text).not.toBe(wholeReport());
    expect(quotesOf(residue, text)).toEqual([]);
  });
});
