// What is text in a Word file and what is none, and where each character stands in document.xml.
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import {
  paragraph,
  run,
  type WordParts,
  type WordWriting,
  wordFile,
} from '../../../../test/office/wordFile.js';
import { readDocx } from './readDocx.js';

const read = (body: string, more: Omit<WordParts, 'body'> = {}, writing?: WordWriting) =>
  readDocx(wordFile({ body, ...more }, writing));
const textOf = (body: string, more?: Omit<WordParts, 'body'>) => read(body, more).text;
/** Words that every file has behind what is tried, so that it is never without any. */
const END = paragraph('完');
/** What one paragraph says. */
const said = (content: string) => textOf(`<w:p>${content}</w:p>${END}`).replace(/\n?完$/, '');
const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const code = (words: string) =>
  `<w:r><w:instrText xml:space="preserve">${words}</w:instrText></w:r>`;

describe('a paragraph', () => {
  it('is a line, an empty one too', () => {
    expect(textOf(`${paragraph('一、总体情况')}<w:p/>${paragraph('  甲 ')}`)).toBe(
      '一、总体情况\n\n  甲 ',
    );
  });

  it.each([
    ['runs', run('政府') + run('信息', '<w:b/>') + run('公开'), '政府信息公开'],
    [
      'entities',
      '<w:r><w:t>A&amp;B&lt;&#12295;&#x3014;&#x20000;&quot;</w:t></w:r>',
      'A&B<〇〔\u{20000}"',
    ],
    [
      'what is no entity of XML',
      '<w:r><w:t>a&nbsp;b&#0;c&#xD800;</w:t></w:r>',
      'a&nbsp;b\ufffdc\ufffd',
    ],
    ['CDATA', '<w:r><w:t><![CDATA[甲&amp;<乙>]]></w:t></w:r>', '甲&amp;<乙>'],
    ['comments and instructions of XML', '<w:r><w:t>甲<!-- 9 --><?a 9?>乙</w:t></w:r>', '甲乙'],
    ['space that is not kept', '<w:r><w:t>\n  甲 乙\n</w:t></w:r>', '甲 乙'],
    ['space that is kept', '<w:r><w:t xml:space="preserve"> 甲\r\n乙 </w:t></w:r>', ' 甲 乙 '],
    ['a space that does not break', '<w:r><w:t>甲\u00a0乙</w:t></w:r>', '甲\u00a0乙'],
    ['soft hyphens', '<w:r><w:t>甲\u00ad乙</w:t><w:softHyphen/><w:t>丙</w:t></w:r>', '甲乙丙'],
    [
      'a hyphen that does not break',
      '<w:r><w:t>3</w:t><w:noBreakHyphen/><w:t>5</w:t></w:r>',
      '3-5',
    ],
    ['a line break', '<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:cr/></w:r>', '甲\n乙\n'],
    ['tabs between words', '<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:tab/></w:r>', '甲\t乙\t'],
    [
      'no tab behind a number typed by hand',
      `${run('一、')}<w:r><w:tab/></w:r>${run('总体情况')}`,
      '一、总体情况',
    ],
    [
      'none behind one in brackets',
      `<w:r><w:tab/></w:r>${run('（二）')}<w:r><w:tab/></w:r>${run('主动')}`,
      '（二）主动',
    ],
    ['but a blank before a figure', `${run('1.')}<w:r><w:tab/></w:r>${run('2023年')}`, '1. 2023年'],
    ['tabs behind a figure', `${run('3')}<w:r><w:tab/></w:r>${run('5')}`, '3\t5'],
    [
      'tabs of a row',
      `${run('一、')}<w:r><w:tab/></w:r>${run('申请')}<w:r><w:tab/></w:r>${run('3')}`,
      '一、\t申请\t3',
    ],
    ['no tab that indents', '<w:r><w:tab/><w:t>甲</w:t></w:r>', '甲'],
    ['no stops of tabs', `<w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>${run('甲')}`, '甲'],
    ['a tick', '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', '☑'],
    [
      'a box of a font',
      '<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>\uf0a8</w:t></w:r>',
      '□',
    ],
    ['a character of a font of letters', '<w:r><w:sym w:font="宋体" w:char="3007"/></w:r>', '〇'],
    ['a picture of a font', '<w:r><w:sym w:font="Webdings" w:char="F061"/></w:r>', '□'],
    ['a link', `<w:hyperlink r:id="r1">${run('网址')}</w:hyperlink>`, '网址'],
    [
      'a control',
      `<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>${run('甲')}</w:sdtContent></w:sdt>`,
      '甲',
    ],
    [
      'the first alternative',
      `<mc:AlternateContent><mc:Choice Requires="wps">${run('甲')}</mc:Choice><mc:Choice Requires="w14">${run('乙')}</mc:Choice><mc:Fallback>${run('丙')}</mc:Fallback></mc:AlternateContent>${run('丁')}`,
      '甲丁',
    ],
    [
      'the other, if it is alone',
      `<mc:AlternateContent><mc:Fallback>${run('丙')}</mc:Fallback></mc:AlternateContent>`,
      '丙',
    ],
    [
      'characters without their readings',
      `<w:r><w:ruby><w:rt>${run('yún')}</w:rt><w:rubyBase>${run('云')}</w:rubyBase></w:ruby></w:r>`,
      '云',
    ],
    ['a formula', '<m:oMath><m:r><m:t>1+2</m:t></m:r></m:oMath>', '1+2'],
  ])('has %s', (_, content, text) => {
    expect(said(content)).toBe(text);
  });

  it.each([
    [
      'its result',
      `${mark('begin')}${code(' PAGE 9 ')}${mark('separate')}${run('3')}${mark('end')}`,
      '3',
    ],
    [
      'its result, in short',
      `<w:fldSimple w:instr=" =SUM(ABOVE) ">${run('12')}</w:fldSimple>`,
      '12',
    ],
    [
      'no code in its code',
      `${mark('begin')}${code(' IF ')}${mark('begin')}${code('PAGE')}${mark('separate')}${run('9')}${mark('end')}${mark('separate')}${run('甲')}${mark('end')}`,
      '甲',
    ],
    [
      'nothing without a result',
      `${run('甲')}${mark('begin')}${code(' TC 9 ')}${mark('end')}${run('乙')}`,
      '甲乙',
    ],
  ])('has of a field %s', (_, content, text) => {
    expect(said(content)).toBe(text);
  });

  it('goes on behind a field that lacks its end', () => {
    expect(textOf(`<w:p>${mark('begin')}${code('PAGE')}</w:p>${paragraph('甲')}`)).toBe('\n甲');
  });
});

describe('no text is', () => {
  it.each([
    [
      'what is deleted',
      '<w:del w:id="1"><w:r><w:delText>9</w:delText></w:r></w:del>',
      '有 1 处修订，按已接受读取。',
    ],
    [
      'what was moved away',
      `<w:moveFrom w:id="1">${run('9')}</w:moveFrom>`,
      '有 1 处修订，按已接受读取。',
    ],
    ['what is hidden', run('9', '<w:vanish/>'), '隐藏的文字没有读入。'],
    [
      'what is hidden by the style of its characters',
      run('9', '<w:rStyle w:val="h"/>'),
      '隐藏的文字没有读入。',
    ],
    ['what is struck out', run('9', '<w:strike/>'), '划掉的文字没有读入。'],
    [
      'a comment',
      '<w:commentRangeStart w:id="1"/><w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>',
      '有 1 条批注，没有读入。',
    ],
    ['a footnote', '<w:r><w:footnoteReference w:id="2"/></w:r>', '有 1 条脚注或尾注，没有读入。'],
  ])('%s', (_, content, note) => {
    const styles = '<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>';
    const { text, notes } = read(`<w:p>${run('甲')}${content}${run('乙')}</w:p>`, { styles });
    expect(text).toBe('甲乙');
    expect(notes).toEqual([note]);
  });

  it.each([
    ['what is put in', `<w:ins w:id="1">${run('5')}</w:ins>`],
    ['what was moved here', `<w:moveTo w:id="1">${run('5')}</w:moveTo>`],
    ['what is shown after all', run('5', '<w:rStyle w:val="h"/><w:vanish w:val="0"/>')],
    ['what was hidden before', run('5', '<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>')],
    ['what is not struck out', run('5', '<w:strike w:val="false"/>')],
  ])('but text is %s', (_, content) => {
    const styles = '<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>';
    expect(textOf(`<w:p>${content}</w:p>`, { styles })).toBe('5');
  });

  it('a whole paragraph that is hidden, by its style or by itself', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="h0"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="h"><w:basedOn w:val="h0"/></w:style>';
    const hidden = `<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>${run('9', '<w:vanish/>')}</w:p>`;
    const styled = paragraph('9', '<w:pStyle w:val="h"/>');
    expect(textOf(paragraph('甲') + hidden + styled + paragraph('乙'), { styles })).toBe('甲\n乙');
  });

  it('the end of a paragraph that is deleted', () => {
    const gone = '<w:rPr><w:del w:id="1"/></w:rPr>';
    expect(textOf(paragraph('甲', gone) + paragraph('乙') + paragraph('丙', gone))).toBe(
      '甲乙\n丙',
    );
  });

  it('what is struck out of a figure: the rest is no figure', () => {
    expect(said(run('1') + run('2', '<w:strike/>') + run('3'))).toBe('1~3');
    expect(said(run('2', '<w:strike/>') + run('3'))).toBe('3');
  });

  describe('digits that stand above, below or behind those of a figure', () => {
    const sup = (words: string) => run(words, '<w:vertAlign w:val="superscript"/>');
    const sub = (words: string) => run(words, '<w:vertAlign w:val="subscript"/>');
    const t = (words: string) => `<m:r><m:t>${words}</m:t></m:r>`;
    const math = (content: string) => `<m:oMath>${content}</m:oMath>`;
    const half = `<m:f><m:num>${t('1')}</m:num><m:den>${t('2')}</m:den></m:f>`;
    const drawn = mark('begin') + code(' eq \\f(1,2)') + mark('end');
    const object = '<w:r><w:object><o:OLEObject/></w:object></w:r>';

    it.each([
      ['a superscript', run('1') + sup('2'), '1~2'],
      ['a subscript', run('1') + sub('0') + run('５'), '1~0~５'],
      ['one above another', sup('1') + sub('2'), '1~2'],
      ['raised characters', run('1') + run('2', '<w:position w:val="12"/>'), '1~2'],
      ['a fraction', math(half), '1~2'],
      ['a fraction behind a figure', run('1') + math(half), '1~1~2'],
      ['a power', math(`<m:sSup><m:e>${t('1')}</m:e><m:sup>${t('2')}</m:sup></m:sSup>`), '1~2'],
      ['a fraction drawn by a field', run('1') + drawn, '1~'],
      ['an equation that is an object', object + run('5'), '~5\n![图片](对象)'],
    ])('part it: %s', (_, content, text) => {
      expect(said(content)).toBe(text);
    });

    it.each([
      ['runs of one figure', run('1') + run('2', '<w:b/>'), '12'],
      ['a figure that is raised as a whole', sup('1') + sup('2'), '12'],
      ['characters on the line', run('1') + run('2', '<w:vertAlign w:val="baseline"/>'), '12'],
      ['a hair lower', run('1') + run('2', '<w:position w:val="-2"/>'), '12'],
      ['the mark of a note', run('12') + sup('①'), '12①'],
      ['a unit', run('m') + sup('2'), 'm2'],
      ['an equation of one line', math(t('1') + t('2')), '12'],
      ['an object between words', run('甲') + object + run('乙'), '甲乙\n![图片](对象)'],
    ])('but nothing else does: %s', (_, content, text) => {
      expect(said(content)).toBe(text);
    });

    it('told by a style', () => {
      const styles =
        '<w:style w:type="character" w:styleId="n"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>';
      const noted = `<w:p>${run('1')}${run('2', '<w:rStyle w:val="n"/>')}</w:p>`;
      expect(textOf(noted, { styles })).toBe('1~2');
    });
  });

  it('the table of contents', () => {
    const styles = '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="toc 1"/></w:style>';
    const line = (words: string) =>
      `<w:p><w:pPr><w:pStyle w:val="1"/></w:pPr><w:hyperlink w:anchor="a">${run(words)}<w:r><w:tab/></w:r>${run('3')}</w:hyperlink></w:p>`;
    const field = `<w:p>${mark('begin')}${code(' TOC \\o ')}${mark('separate')}${run('一、总体情况')}<w:r><w:tab/></w:r>${run('1')}</w:p><w:p>${mark('end')}</w:p>`;
    const control = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${paragraph('目录')}</w:sdtContent></w:sdt>`;
    const { text, notes } = read(
      line('一、总体情况') + field + control + paragraph('一、总体情况'),
      { styles },
    );
    expect(text.trim()).toBe('一、总体情况');
    expect(notes).toEqual(['目录没有读入。']);
    // a heading in such a style is a heading
    expect(textOf(paragraph('一、总体情况', '<w:pStyle w:val="1"/>'), { styles })).toBe(
      '一、总体情况',
    );
  });
});

describe('text boxes and pictures', () => {
  const box = (content: string) =>
    `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
  const picture =
    '<w:r><w:drawing><pic:pic><pic:blipFill><a:blip r:embed="p1"/></pic:blipFill></pic:pic></w:drawing></w:r>';
  const relations = '<Relationship Id="p1" Type="x/image" Target="media/image1.png"/>';

  it('a text box follows its paragraph, once', () => {
    expect(textOf(`<w:p>${run('甲')}${box(paragraph('标题'))}${run('乙')}</w:p>`)).toBe(
      '甲乙\n标题',
    );
    expect(textOf(`<w:p>${box(paragraph('标题'))}</w:p>${paragraph('甲')}`)).toBe('标题\n甲');
  });

  it('a picture has a line of its own, and is told', () => {
    const { text, pictures, notes } = read(
      `<w:p>${run('四、')}${picture}</w:p><w:p>${picture}</w:p>${paragraph('五、')}`,
      { relations },
    );
    expect(text).toBe('四、\n![图片](image1.png)\n![图片](image1.png)\n五、');
    expect(pictures.map(({ start, end }) => text.slice(start, end))).toEqual([
      '![图片](image1.png)',
      '![图片](image1.png)',
    ]);
    expect(notes).toEqual(['有 2 张图片，图片里的文字和表格读不到。']);
  });

  it('one in a cell of figures has none, and is told', () => {
    const cell = (content: string) => `<w:tc>${content}</w:tc>`;
    const { text, pictures } = read(
      `<w:tbl><w:tr>${cell(`<w:p>${picture}</w:p>`)}${cell(paragraph('1'))}</w:tr></w:tbl>`,
      { relations },
    );
    expect(text).toBe('\t1');
    expect(pictures).toEqual([{ start: 2, end: 2 }]);
  });

  it('charts and objects are told as such; a picture outside the file is never looked at', () => {
    const outside =
      '<Relationship Id="p1" Type="x/image" Target="https://example.invalid/a.png" TargetMode="External"/>';
    const { text, notes } = read(
      `<w:p><w:r><w:object><v:shape><v:imagedata r:id="p1"/></v:shape></w:object></w:r>${picture}</w:p>${END}`,
      { relations: outside },
    );
    expect(text).toBe('![图片](对象)\n![图片](图片)\n完');
    expect(notes).toEqual([
      '有 1 张图片，图片里的文字和表格读不到。',
      '有 1 个嵌入的对象（如 Excel 表格），里面的内容读不到。',
    ]);
  });
});

describe('a file', () => {
  it.each<[string, WordWriting]>([
    ['with other prefixes', { prefix: 'ns0' }],
    ['in strict form', { isStrict: true }],
    ['with a byte order mark', { encoding: 'utf-8-bom' }],
    ['in UTF-16', { encoding: 'utf-16le' }],
    ['in UTF-16, the other way round', { encoding: 'utf-16be' }],
    ['that is not packed', { isStored: true }],
    ['whose parts are called otherwise', { main: 'main.xml', isAbsolute: true }],
  ])('%s', (_, writing) => {
    const body = `<w:p><w:pPr><w:pStyle w:val="n"/></w:pPr>${run('甲')}${run('9', '<w:vanish/>')}</w:p>`;
    const styles =
      '<w:style w:type="paragraph" w:styleId="n"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    expect(read(body, { styles, numbering }, writing).text).toBe('一、甲');
  });

  it('may be a view into more bytes', () => {
    const bytes = wordFile({ body: paragraph('甲') });
    const more = new Uint8Array(bytes.length + 20);
    more.set(bytes, 7);
    expect(readDocx(more.subarray(7, 7 + bytes.length)).text).toBe('甲');
  });
});

describe('origins', () => {
  const xmlOf = (bytes: Uint8Array) =>
    strFromU8(unzipSync(bytes)['word/document.xml'] as Uint8Array);

  it('lead to the characters, letter for letter, and to their runs', () => {
    const bytes = wordFile({
      body: `<w:p>${run('政府')}<w:ins w:id="1">${run('A&B', '<w:b/>')}</w:ins><w:r><w:tab/></w:r>${run('乙')}</w:p>`,
    });
    const xml = xmlOf(bytes);
    const { text, origins } = readDocx(bytes);
    const shown = origins.map(({ start, end, place }) => {
      if (place.kind !== 'word') throw new Error('another kind of place');
      const { run: around } = place;
      return [
        text.slice(start, end),
        xml.slice(place.start, place.end),
        around && xml.slice(around.start, around.end),
      ];
    });
    const bold = '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">A&amp;B</w:t></w:r>';
    expect(shown).toEqual([
      ['政府', '政府', '<w:r><w:t xml:space="preserve">政府</w:t></w:r>'],
      ['A', 'A', bold],
      ['&', '&amp;', bold],
      ['B', 'B', bold],
      ['\t', '<w:tab/>', '<w:r><w:tab/></w:r>'],
      ['乙', '乙', '<w:r><w:t xml:space="preserve">乙</w:t></w:r>'],
    ]);
  });

  it('tell where something can be put into what is blank', () => {
    const bytes = wordFile({
      body: `<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc><w:p><w:pPr><w:jc/></w:pPr></w:p></w:tc><w:tc>${paragraph('3')}</w:tc></w:tr></w:tbl><w:p></w:p>${END}`,
    });
    const xml = xmlOf(bytes);
    const { text, origins } = readDocx(bytes);
    expect(text).toBe('\t\t3\n\n完');
    const blank = origins.filter(({ start, end }) => start === end);
    expect(
      blank.map(({ start, place }) =>
        place.kind === 'word'
          ? [start, xml.slice(place.start, place.end), xml.slice(0, place.start).slice(-8)]
          : [],
      ),
    ).toEqual([
      [0, '<w:p/>', expect.stringContaining('<w:tc>')],
      [1, '', '</w:pPr>'],
      [4, '', expect.stringContaining('<w:p>')],
    ]);
  });

  it('are in order and apart, and there is none for what a merged cell covers', () => {
    const bytes = wordFile({
      body: `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${paragraph('甲')}</w:tc><w:tc>${paragraph('乙')}</w:tc></w:tr><w:tr><w:tc>${paragraph('丙')}</w:tc><w:tc>${paragraph('丁')}</w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>`,
    });
    const { text, origins } = readDocx(bytes);
    expect(text).toBe('甲\t\t乙\n丙\t丁\t');
    expect(origins.map(({ start, end }) => [start, end])).toEqual([
      [0, 1],
      [3, 4],
      [5, 6],
      [7, 8],
      [9, 9],
    ]);
  });
});
