// Numbers that Word counts by itself: where they come from, when they begin anew, how they are written.
import { describe, expect, it } from 'vitest';
import { paragraph, wordFile } from '../../../../test/office/wordFile.js';
import { listNumeral } from './listNumeral.js';
import { readDocx } from './readDocx.js';

const level = (index: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const pattern = (id: number, ...levels: string[]) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;
const list = (id: number, of: number, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;
const item = (words: string, id: number, at = 0) =>
  paragraph(words, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`);
const linesOf = (body: string, numbering: string, styles?: string) =>
  readDocx(wordFile({ body, numbering, styles })).text.split('\n');

const REPORT = pattern(
  0,
  level(0, 'chineseCountingThousand', '%1、'),
  level(1, 'chineseCounting', '（%2）'),
  level(2, 'decimal', '%3.'),
);

describe('lists', () => {
  it('count, and begin anew below what counts on', () => {
    const body =
      item('总体', 1) +
      item('甲', 1, 1) +
      item('子', 1, 2) +
      item('丑', 1, 2) +
      paragraph('文') +
      item('乙', 1, 1) +
      item('寅', 1, 2) +
      item('主动', 1) +
      item('丙', 1, 1);
    expect(linesOf(body, REPORT + list(1, 0))).toEqual([
      '一、总体',
      '（一）甲',
      '1.子',
      '2.丑',
      '文',
      '（二）乙',
      '1.寅',
      '二、主动',
      '（一）丙',
    ]);
  });

  it('of one pattern count together, but for those with a start of their own', () => {
    const start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>';
    const body = item('甲', 1) + item('乙', 2) + item('丙', 3) + item('丁', 3) + item('戊', 1);
    expect(linesOf(body, REPORT + list(1, 0) + list(2, 0) + list(3, 0, start))).toEqual([
      '一、甲',
      '二、乙',
      '五、丙',
      '六、丁',
      '七、戊',
    ]);
  });

  it('may have levels of their own, and show the levels above', () => {
    const own = `<w:lvlOverride w:ilvl="0">${level(0, 'upperRoman', '%1)')}</w:lvlOverride>`;
    const deep = pattern(
      1,
      level(0, 'chineseCounting', '%1'),
      level(1, 'decimal', '%1.%2', '<w:isLgl/>'),
    );
    expect(
      linesOf(
        item('甲', 1) + item('乙', 2) + item('丙', 2, 1),
        REPORT + deep + list(1, 0, own) + list(2, 1),
      ),
    ).toEqual(['I)甲', '一\u3000乙', '1.1\u3000丙'.replace('\u3000', ' ')]);
  });

  it('begin anew only where they are told to', () => {
    const never = pattern(
      0,
      level(0, 'decimal', '%1、'),
      level(1, 'decimal', '%2)', '<w:lvlRestart w:val="0"/>'),
    );
    const body = item('甲', 1) + item('a', 1, 1) + item('乙', 1) + item('b', 1, 1);
    expect(linesOf(body, never + list(1, 0))).toEqual(['1、甲', '1) a', '2、乙', '2) b']);
  });

  it('are told by styles and by those that these are based on; 0 is none', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="h1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="h2"><w:basedOn w:val="h1"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="h3"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>';
    const levels = pattern(
      0,
      level(0, 'chineseCounting', '%1、'),
      level(1, 'decimal', '%2.', '<w:pStyle w:val="h3"/>'),
    );
    const styled = (words: string, style: string, more = '') =>
      paragraph(words, `<w:pStyle w:val="${style}"/>${more}`);
    const body =
      styled('甲', 'h1') +
      styled('乙', 'h2') +
      styled('丙', 'h3') +
      styled('丁', 'a') +
      styled('戊', 'h1', '<w:numPr><w:numId w:val="0"/></w:numPr>') +
      styled('己', 'h1');
    expect(linesOf(body, levels + list(1, 0), styles)).toEqual([
      '一、甲',
      '二、乙',
      '1.丙',
      '丁',
      '戊',
      '三、己',
    ]);
  });

  it('may be those of a style of lists', () => {
    const link =
      '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="list"/></w:abstractNum>';
    const styles =
      '<w:style w:type="numbering" w:styleId="list"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    expect(linesOf(item('甲', 2), REPORT + link + list(1, 0) + list(2, 7), styles)).toEqual([
      '一、甲',
    ]);
  });

  it('are those of the default style, too', () => {
    const styles =
      '<w:style w:type="paragraph" w:default="1" w:styleId="n"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    expect(linesOf(paragraph('甲') + paragraph('乙'), REPORT + list(1, 0), styles)).toEqual([
      '一、甲',
      '二、乙',
    ]);
  });

  it('number cells as well, and paragraphs without words', () => {
    const row = (words: string) =>
      `<w:tr><w:tc>${item(words, 1, 2)}</w:tc><w:tc>${paragraph('0')}</w:tc></w:tr>`;
    expect(linesOf(`<w:tbl>${row('重复申请')}${row('')}</w:tbl>`, REPORT + list(1, 0))).toEqual([
      '1.重复申请\t0',
      '2.\t0',
    ]);
  });

  it('do not count what is deleted', () => {
    const gone = `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:del w:id="1"><w:r><w:delText>删</w:delText></w:r></w:del></w:p>`;
    expect(linesOf(item('甲', 1) + gone + item('乙', 1), REPORT + list(1, 0))).toEqual([
      '一、甲',
      '二、乙',
    ]);
  });

  it.each([
    ['a dot', level(0, 'bullet', '\uf0b7'), '甲'],
    ['a square', level(0, 'bullet', '■'), '甲'],
    ['words of their own', level(0, 'none', '附件：'), '附件：甲'],
    ['words as a dot', level(0, 'bullet', '注：'), '注：甲'],
    [
      'a format of the user',
      level(0, 'custom', '%1.').replace('"custom"', '"custom" w:format="01, 02, 03, …"'),
      '01.甲',
    ],
    [
      'the other of two formats',
      level(0, 'decimal', '%1.').replace(
        /<w:numFmt.*?>/,
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002"/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>',
      ),
      '001.甲',
    ],
    ['an article', level(0, 'chineseCounting', '第%1条'), '第一条\u3000甲'],
    [
      'an article with nothing behind',
      level(0, 'chineseCounting', '第%1条', '<w:suff w:val="nothing"/>'),
      '第一条甲',
    ],
  ])('show %s', (_, first, shown) => {
    expect(linesOf(item('甲', 1), pattern(0, first) + list(1, 0))).toEqual([shown]);
  });

  it('keep a number apart from a figure behind it', () => {
    const one = pattern(0, level(0, 'decimal', '%1.')) + list(1, 0);
    expect(linesOf(item('2023年', 1), one)).toEqual(['1. 2023年']);
    expect(linesOf(item('申请', 1), one)).toEqual(['1.申请']);
  });

  it('that are not there number nothing', () => {
    expect(
      linesOf(item('甲', 9) + item('乙', 2) + item('丙', 1, 8), REPORT + list(1, 0) + list(2, 9)),
    ).toEqual(['甲', '乙', '丙']);
  });
});

describe('numbers', () => {
  it.each([
    [
      'chineseCountingThousand',
      [1, 10, 11, 20, 21, 99, 100, 101, 110, 1010, 2023],
      '一 十 十一 二十 二十一 九十九 一百 一百零一 一百一十 一千零一十 二千零二十三',
    ],
    ['chineseLegalSimplified', [1, 10, 12], '壹 壹拾 壹拾贰'],
    ['ideographDigital', [3, 10, 23], '三 一〇 二三'],
    ['decimal', [1, 10], '1 10'],
    ['decimalZero', [1, 10], '01 10'],
    ['decimalFullWidth', [12], '１２'],
    ['decimalEnclosedCircle', [1, 20, 21], '① ⑳ 21'],
    ['decimalEnclosedParen', [2], '⑵'],
    ['decimalEnclosedFullstop', [3], '⒊'],
    ['ideographEnclosedCircle', [1, 10], '㊀ ㊉'],
    ['ideographTraditional', [1, 10, 11], '甲 癸 11'],
    ['ideographZodiac', [1, 12], '子 亥'],
    ['upperRoman', [4, 9, 14, 0], 'IV IX XIV 0'],
    ['lowerRoman', [3], 'iii'],
    ['upperLetter', [1, 26, 27, 53], 'A Z AA AAA'],
    ['lowerLetter', [2], 'b'],
    ['numberInDash', [2], '- 2 -'],
    ['none', [2], ''],
    ['something else', [2], '2'],
  ] as const)('in %s', (format, numbers, written) => {
    expect(numbers.map((number) => listNumeral(number, format)).join(' ')).toBe(written);
  });
});
