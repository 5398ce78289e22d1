// Words written into Markdown and read again: the same words, whatever they look like.
import { describe, expect, it } from 'vitest';
import { wordsOfCell, wordsOfLine } from '../document/plainWords.js';
import { markdownHeading, markdownLine, markdownRow } from './markdownWords.js';

describe('words that look like marks', () => {
  it.each([
    ['# 号开头', '\\# 号开头'],
    ['#号', '\\#号'],
    ['- 项一', '\\- 项一'],
    ['+ 项', '\\+ 项'],
    ['* 项', '\\* 项'],
    ['> 引', '\\> 引'],
    ['---', '\\---'],
    ['===', '\\==='],
    ['***', '\\*\\*\\*'],
    ['```', '\\`\\`\\`'],
    ['1. ~~~', '1. \\~\\~\\~'],
    ['`码`', '\\`码\\`'],
    ['**甲**乙', '\\*\\*甲\\*\\*乙'],
    ['__甲__', '\\_\\_甲\\_\\_'],
    ['~~删~~', '\\~\\~删\\~\\~'],
    ['$x$', '\\$x\\$'],
    ['<b>粗</b>字', '&lt;b>粗&lt;/b>字'],
    ['<!-- 注释 -->', '&lt;!-- 注释 -->'],
    ['&lt;实体', '&amp;lt;实体'],
    ['[请看](x.html)', '\\[请看](x.html)'],
    ['甲|乙', '甲\\|乙'],
    ['| --- |', '\\| --- \\|'],
    ['甲｜乙', '甲&#65372;乙'],
    ['C:\\目录\\*', 'C:\\目录\\\\*'],
    ['甲\\', '甲\\\\'],
    ['\\|', '\\\\\\|'],
  ])('%s', (words, written) => {
    expect(markdownLine(words)).toBe(written);
    expect(wordsOfLine(written, 'markdown')).toBe(words);
    expect(wordsOfLine(`## ${markdownHeading(words)}`, 'markdown')).toBe(words);
    const [cell = ''] = markdownRow([words, '3']);
    expect(wordsOfCell(cell, 'markdown', false)).toBe(words);
  });

  it('a # at the end of a heading', () => {
    expect(markdownHeading('标题 ##')).toBe('标题 #\\#');
    expect(wordsOfLine('## 标题 #\\#', 'markdown')).toBe('标题 ##');
  });

  it('a dash in each cell of a row', () => {
    expect(markdownRow(['-', '', '---'])).toEqual(['\\-', '', '\\---']);
    expect(markdownRow(['-', '3'])).toEqual(['-', '3']);
  });
});

describe('words that do not', () => {
  it.each([
    '一、总体情况',
    '（一）主动公开3条，占5%。',
    '1. 第一',
    '1) 第一',
    '-3',
    '3*4',
    'a_b_c.docx',
    '甲~乙',
    'A&B',
    '3<5，6>2',
    '[2021] 5号',
    '国办发[2021](草案)号'.replace('](', '] ('),
    'C:\\目录\\文件',
    '共￥3、$5',
    '甲 - 乙',
    '#'.slice(1),
    '![图片](image1.png)',
  ])('stand as they are: %s', (words) => {
    expect(markdownLine(words)).toBe(words);
    expect(wordsOfLine(words, 'markdown')).toBe(words);
  });
});

describe('words of other files', () => {
  it.each(['# 甲', '- 项', '**甲**', '<b>甲</b>', '\\*', '&lt;', '---', '[甲](x.html)'])(
    'are no marks: %s',
    (words) => {
      for (const markup of ['text', 'none'] as const) {
        expect(wordsOfLine(words, markup)).toBe(words);
        expect(wordsOfCell(words, markup, false)).toBe(words);
      }
      expect(wordsOfLine(words, 'markdown')).not.toBe(words);
    },
  );
});
