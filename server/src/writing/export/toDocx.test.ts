// The Word file: the page, type and lines of an official document, tables as Word wants them, and text that
// is text whatever a report says.
import { describe, expect, it } from 'vitest';
import {
  all,
  faultsOf,
  partsOf,
  valOf,
  type XmlElement,
  xmlOf,
} from '../../../../test/export/wordSchema.js';
import { readDocx } from '../../convert/docx/readDocx.js';
import { parseReport } from '../../reading/parse.js';
import { documentOf } from '../document/document.js';
import { headingOf, sectionSpec, writeTable } from '../writeTable.js';
import { toDocx } from './toDocx.js';
import { toText } from './toText.js';

const TITLE = '青禾县云水镇2023年政府信息公开工作年度报告';
const blocksOf = (...lines: string[]) => documentOf(parseReport(lines.join('\n')));
const written = (...lines: string[]) => toDocx(blocksOf(...lines));
const partOf = (bytes: Uint8Array, name: string) => xmlOf(partsOf(bytes)[`word/${name}.xml`] ?? '');
const bodyOf = (...lines: string[]) => partOf(written(...lines), 'document');
const textOf = (element: XmlElement) =>
  all(element, 'w:t')
    .map(({ text }) => text)
    .join('');
const paragraphs = (body: XmlElement) =>
  all(body, 'w:p').map((p) => [valOf(p.children[0], 'w:pStyle'), textOf(p)]);
const attributesOf = (element: XmlElement, name: string) => all(element, name)[0]?.attributes;
const table = (key: 'disclosure' | 'requests' | 'review', section: number, figure = '0') =>
  `${headingOf(sectionSpec(section))}\n\n${writeTable(key, { template: '2021', layout: 'tab', eol: '\n', fill: () => figure })}`;

describe('the page', () => {
  const bytes = written(TITLE, '一、总体情况', '（一）主动公开情况', '1.动态', '全年公开3条。');
  const styles = partOf(bytes, 'styles');
  const style = (id: string) =>
    all(styles, 'w:style').find(({ attributes }) => attributes['w:styleId'] === id) as XmlElement;

  it('is A4 with the margins of GB/T 9704', () => {
    const body = partOf(bytes, 'document');
    expect(attributesOf(body, 'w:pgSz')).toEqual({ 'w:w': '11906', 'w:h': '16838' });
    const millimetres = (side: string) =>
      Math.round((Number(attributesOf(body, 'w:pgMar')?.[`w:${side}`]) / 1440) * 25.4);
    expect(['top', 'bottom', 'left', 'right'].map(millimetres)).toEqual([37, 35, 28, 26]);
  });

  it('has type and lines of GB/T 9704', () => {
    const fonts = ['Title', 'Heading1', 'Heading2', 'Heading3'].map(
      (id) => attributesOf(style(id), 'w:rFonts')?.['w:eastAsia'],
    );
    expect(fonts).toEqual(['方正小标宋简体', '黑体', '楷体_GB2312', '仿宋_GB2312']);
    expect(attributesOf(all(styles, 'w:docDefaults')[0] as XmlElement, 'w:sz')?.['w:val']).toBe(
      '32',
    );
    expect(attributesOf(style('Title'), 'w:sz')?.['w:val']).toBe('44');
    expect(all(style('Normal'), 'w:spacing')[0]?.attributes).toMatchObject({
      'w:line': '560',
      'w:lineRule': 'exact',
    });
    expect(attributesOf(style('Normal'), 'w:ind')?.['w:firstLineChars']).toBe('200');
    expect(attributesOf(style('Title'), 'w:jc')?.['w:val']).toBe('center');
  });

  it('names other fonts for each that is not on every machine', () => {
    const others = all(partOf(bytes, 'fontTable'), 'w:font').map((font) => [
      font.attributes['w:name'],
      valOf(font, 'w:altName')?.split(',')[0],
    ]);
    expect(others).toContainEqual(['仿宋_GB2312', '仿宋']);
    expect(others).toContainEqual(['方正小标宋简体', '方正小标宋_GBK']);
  });

  it('is numbered at the outer edge', () => {
    const body = partOf(bytes, 'document');
    const sides = all(body, 'w:footerReference').map(({ attributes }) => attributes['w:type']);
    expect(sides).toEqual(['default', 'even']);
    expect(all(partOf(bytes, 'settings'), 'w:evenAndOddHeaders')).toHaveLength(1);
    const footers = ['footer1', 'footer2'].map((name) => partOf(bytes, name));
    expect(footers.map((footer) => attributesOf(footer, 'w:jc')?.['w:val'])).toEqual([
      'right',
      'left',
    ]);
    expect(footers.map(textOf)).toEqual(['— 1 —', '— 1 —']);
    expect(footers.map((footer) => all(footer, 'w:instrText')[0]?.text.trim())).toEqual([
      'PAGE',
      'PAGE',
    ]);
  });

  it('has each line in its style', () => {
    expect(paragraphs(partOf(bytes, 'document'))).toEqual([
      ['Title', TITLE],
      ['Heading1', '一、总体情况'],
      ['Heading2', '（一）主动公开情况'],
      ['Heading3', '1.动态'],
      [undefined, '全年公开3条。'],
    ]);
  });

  it('has the title in its properties, and nothing that tells when it was written', () => {
    const core = partsOf(bytes)['docProps/core.xml'];
    expect(core).toContain(`<dc:title>${TITLE}</dc:title>`);
    expect(core).not.toMatch(/created|modified|\d{4}-\d\d/);
  });
});

describe('a title of two lines', () => {
  const indent = (title: string) =>
    attributesOf(all(bodyOf(title, '一、总体情况'), 'w:p')[0] as XmlElement, 'w:ind');

  it('breaks before its wording', () => {
    expect(indent('青禾县云水镇人民政府2023年政府信息公开工作年度报告')).toMatchObject({
      'w:left': '1386',
      'w:right': '1386',
    });
  });

  it.each(['青禾县2023年政府信息公开工作年度报告', '青禾县财政局2023年政府信息公开工作年度报告'])(
    'has no more room to lose: %s',
    (title) => {
      expect(indent(title)).toBeUndefined();
    },
  );
});

describe('a signature', () => {
  const places = (organ: string) =>
    all(
      bodyOf(
        `${organ}2023年政府信息公开工作年度报告`,
        '一、总体情况',
        '略。',
        organ,
        '2024年1月18日',
      ),
      'w:ind',
    )
      .flatMap(({ attributes }) => attributes['w:rightChars'] ?? [])
      .map(Number);

  it('has the date four characters from the right, and its middle below that of the name', () => {
    expect(places('青禾县财政局')).toEqual([400 + (6.5 - 6) * 50, 400]);
  });

  it('has a long name two characters from the right', () => {
    const [organ, date] = places('青禾县云水镇人民政府便民服务中心');
    expect(organ).toBe(200);
    expect(date).toBe(200 + (16 - 6.5) * 50);
  });
});

describe('a table', () => {
  const official = [table('disclosure', 2), table('requests', 3), table('review', 4)];

  it('is as wide as the text, row by row, merged as the form prints it', () => {
    const bytes = written(TITLE, ...official);
    expect(faultsOf(bytes)).toEqual([]);
    const tables = all(partOf(bytes, 'document'), 'w:tbl');
    const widths = tables.map((one) =>
      all(one, 'w:gridCol').map(({ attributes }) => Number(attributes['w:w'])),
    );
    expect(widths.map(({ length }) => length)).toEqual([4, 10, 15]);
    expect(widths.map((list) => list.reduce((sum, width) => sum + width))).toEqual([
      8844, 8844, 8844,
    ]);
    const merges = tables.map(
      (one) =>
        all(one, 'w:vMerge').filter(({ attributes }) => attributes['w:val'] === 'restart').length,
    );
    expect(merges).toEqual([0, 8, 5]);
  });

  it('has its heads once more on each page, but for those of a block', () => {
    const heads = all(bodyOf(TITLE, ...official), 'w:tbl').map(
      (one) => all(one, 'w:tblHeader').length,
    );
    expect(heads).toEqual([0, 3, 3]);
  });

  it('has smaller type where figures are long', () => {
    const size = (figure: string) =>
      Number(
        attributesOf(
          all(bodyOf(TITLE, table('review', 4, figure)), 'w:tbl')[0] as XmlElement,
          'w:sz',
        )?.['w:val'],
      );
    expect(size('0')).toBe(21);
    expect(size('123456')).toBe(18);
    expect(size('12345678')).toBe(15);
  });

  it('that no Word takes is lines', () => {
    const wide = Array.from({ length: 64 }, (_, i) => `${i}`).join('\t');
    expect(all(bodyOf('甲', wide, wide), 'w:tbl')).toEqual([]);
    expect(faultsOf(written('甲', wide, wide))).toEqual([]);
  });

  it('whose rows are not equally wide keeps them so', () => {
    const lines = ['甲', 'a\tb\tc', 'd\te', 'f\tg\th', '乙'];
    expect(faultsOf(written(...lines))).toEqual([]);
    expect(readDocx(written(...lines)).text).toBe(lines.join('\n'));
  });
});

it.each([
  '<w:t>&amp;</w:t>',
  ']]><!-- & -->"\'',
  '甲\u0000乙\u0001\u001f丙\ud800丁\uffff',
  '𠮷😀',
  '&#x4E00;',
])('whatever a report says is text: %j', (hostile) => {
  const blocks = blocksOf(
    `${hostile}青禾县2023年政府信息公开工作年度报告`,
    hostile,
    `${hostile}\t甲`,
    `乙\t${hostile}`,
  );
  const bytes = toDocx(blocks);
  expect(faultsOf(bytes)).toEqual([]);
  expect(readDocx(bytes).text).toBe(toText(blocks));
});
