// Tables of Word as lines of cells: merged in each of Word's ways, nested, drawn by hand.
import { describe, expect, it } from 'vitest';
import { paragraph, run, wordFile } from '../../../../test/office/wordFile.js';
import { readDocx } from './readDocx.js';

const cell = (text: string, about = '') =>
  `<w:tc>${about && `<w:tcPr>${about}</w:tcPr>`}${text === '' ? '<w:p/>' : paragraph(text)}</w:tc>`;
const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
const table = (...rows: string[]) => `<w:tbl>${rows.join('')}</w:tbl>`;
const grid = (...widths: number[]) =>
  `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`;
const span = (count: number) => `<w:gridSpan w:val="${count}"/>`;
const START = '<w:vMerge w:val="restart"/>';
const ON = '<w:vMerge/>';

const read = (body: string) => readDocx(wordFile({ body }));
/** Tabs shown as bars. */
const linesOf = (body: string) => read(body).text.replaceAll('\t', '|').split('\n');

describe('a merged cell', () => {
  it.each([
    ['wide', row(cell('甲', span(2)), cell('乙'))],
    [
      'of several cells',
      row(cell('甲', '<w:hMerge w:val="restart"/>'), cell('', '<w:hMerge/>'), cell('乙')),
    ],
    [
      'of several, said in full',
      row(
        cell('甲', '<w:hMerge w:val="restart"/>'),
        cell('9', '<w:hMerge w:val="continue"/>'),
        cell('乙'),
      ),
    ],
  ])('%s keeps its columns', (_, first) => {
    expect(linesOf(table(first, row(cell('1'), cell('2'), cell('3'))))).toEqual([
      '甲||乙',
      '1|2|3',
    ]);
  });

  it('tall has its words in the first row', () => {
    const tall = (merge: string, words: string, figure: string) =>
      row(cell(words, merge), cell(figure));
    expect(
      linesOf(
        table(
          tall(START, '组', '1'),
          tall(ON, '', '2'),
          tall(ON, '', '3'),
          tall(START, '另', '4'),
          tall(ON, '', '5'),
        ),
      ),
    ).toEqual(['组|1', '|2', '|3', '另|4', '|5']);
  });

  it('tall and wide keeps both', () => {
    expect(
      linesOf(
        table(
          row(cell('甲', span(2) + START), cell('1')),
          row(cell('', span(2) + ON), cell('2')),
          row(cell('a'), cell('b'), cell('3')),
        ),
      ),
    ).toEqual(['甲||1', '||2', 'a|b|3']);
  });

  it('that goes on from nothing is a cell', () => {
    expect(
      linesOf(
        table(
          row(cell('甲', ON), cell('1')),
          row(cell('乙'), cell('2')),
          row(cell('丙', ON), cell('3')),
        ),
      ),
    ).toEqual(['甲|1', '乙|2', '丙|3']);
  });

  it('at the end of a row keeps it as wide as the others', () => {
    expect(
      linesOf(table(row(cell('标题', span(3))), row(cell('1'), cell('2'), cell('3')))),
    ).toEqual(['标题||', '1|2|3']);
  });
});

describe('columns', () => {
  it('are where cells begin, however fine the grid', () => {
    expect(
      linesOf(
        table(
          grid(400, 400, 400, 400),
          row(cell('甲', span(2)), cell('乙', span(2))),
          row(cell('1', span(2)), cell('2', span(2))),
        ),
      ),
    ).toEqual(['甲|乙', '1|2']);
  });

  it('left out at the left are blank', () => {
    const shifted = `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell('1')}${cell('2')}</w:tr>`;
    expect(linesOf(table(row(cell('甲'), cell('乙'), cell('丙')), shifted))).toEqual([
      '甲|乙|丙',
      '|1|2',
    ]);
  });

  it('whose edges are a hair apart are one', () => {
    const hair = table(
      grid(1000, 50, 950, 1000),
      row(cell('甲'), cell('乙', span(2)), cell('丙')),
      row(cell('1', span(2)), cell('2'), cell('3')),
    );
    expect(linesOf(hair)).toEqual(['甲|乙|丙', '1|2|3']);
  });

  it('that are narrow themselves stay', () => {
    const narrow = table(
      grid(1000, 50, 950),
      row(cell('甲'), cell('乙'), cell('丙')),
      row(cell('1', span(2)), cell('3')),
    );
    expect(linesOf(narrow)).toEqual(['甲|乙|丙', '1||3']);
  });

  it('are those of the cells if the file tells no widths', () => {
    const rows = [
      row(cell('甲'), cell('乙', span(2)), cell('丙')),
      row(cell('1', span(2)), cell('2'), cell('3')),
    ];
    expect(linesOf(table(grid(0, 0, 0, 0), ...rows))).toEqual(linesOf(table(...rows)));
    expect(linesOf(table(...rows))).toEqual(['甲|乙||丙', '1||2|3']);
  });

  it('beyond all number are cells one after another', () => {
    const many = Array.from({ length: 70 }, (_, i) => cell(String(i % 10)));
    expect(linesOf(table(row(...many), row(cell('甲', span(63)), cell('乙'))))[1]).toBe('甲|乙');
  });
});

describe('rows and cells', () => {
  it('are found in controls and among changes; those taken out are not there', () => {
    const gone = `<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${cell('9')}${cell('9')}</w:tr>`;
    const hidden = `<w:tr><w:trPr><w:hidden/></w:trPr>${cell('8')}${cell('8')}</w:tr>`;
    const control = (xml: string) => `<w:sdt><w:sdtPr/><w:sdtContent>${xml}</w:sdtContent></w:sdt>`;
    const { text, notes } = read(
      table(
        control(row(cell('甲'), control(cell('乙')))),
        gone,
        hidden,
        `<w:tr><w:trPr><w:ins w:id="1"/></w:trPr>${cell('1')}${cell('7', '<w:cellDel w:id="1"/>')}${cell('2')}</w:tr>`,
        `<w:customXml w:element="a">${row(cell('3'), cell('4'))}</w:customXml>`,
      ),
    );
    expect(text).toBe('甲\t乙\n1\t2\n3\t4');
    expect(notes).toEqual(['有 3 处修订，按已接受读取。', '隐藏的文字没有读入。']);
  });

  it.each([
    ['汉字: nothing', paragraph('商业') + paragraph('企业'), '商业企业'],
    ['汉字 and a figure: nothing', paragraph('1.') + paragraph('属于'), '1.属于'],
    ['figures: a blank', paragraph('3') + paragraph('5'), '3 5'],
    ['words: a blank', `<w:p>${run('a')}<w:r><w:br/></w:r>${run('b')}</w:p>`, 'a b'],
    ['a tab: a blank', `<w:p>${run('甲')}<w:r><w:tab/></w:r>${run('乙')}</w:p>`, '甲 乙'],
    ['blank lines: nothing', `<w:p/>${paragraph('3')}<w:p/>`, '3'],
  ])('have between lines of %s', (_, content, words) => {
    expect(linesOf(table(row(`<w:tc>${content}</w:tc>`, cell('1'))))).toEqual([`${words}|1`]);
  });
});

describe('a table', () => {
  const figures = table(row(cell('甲'), cell('乙')), row(cell('1'), cell('2')));

  it('of one column is paragraphs, and so is what lays out pages', () => {
    expect(linesOf(table(row(cell('甲')), row(cell('乙'))))).toEqual(['甲', '乙']);
    expect(linesOf(table(row(`<w:tc>${paragraph('前')}${figures}<w:p/></w:tc>`)))).toEqual([
      '前',
      '甲|乙',
      '1|2',
      '',
    ]);
    expect(linesOf(table(row(cell('边'), `<w:tc>${figures}<w:p/></w:tc>`)))).toEqual([
      '边',
      '甲|乙',
      '1|2',
      '',
    ]);
    const page = paragraph('长'.repeat(120)).repeat(3);
    expect(linesOf(table(row(cell('边'), `<w:tc>${page}</w:tc>`)))).toHaveLength(4);
  });

  it('directly behind another goes on, and one over two pages has what stands between', () => {
    expect(linesOf(figures + figures)).toEqual(['甲|乙', '1|2', '甲|乙', '1|2']);
    const page = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
    expect(linesOf(figures + page + figures)).toEqual(['甲|乙', '1|2', '', '', '甲|乙', '1|2']);
  });

  it('is read however deep anybody would put it', () => {
    let body = paragraph('底');
    for (let i = 0; i < 14; i++) body = table(row(`<w:tc>${body}<w:p/></w:tc>`));
    expect(linesOf(body)[0]).toBe('底');
  });
});
