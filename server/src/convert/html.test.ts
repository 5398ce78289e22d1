// HTML as real pages have it, and the way back from the text to the page.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasHtmlTable } from './detect.js';
import { embeddedHtmlSource, htmlSource } from './html.js';

const textOf = (html: string) => htmlSource(html).text;

describe('running text', () => {
  it('has a line for each block', () => {
    const html =
      '<h1>年度报告</h1><div><p>一、总体情况</p>正文<br>第二行</div><ul><li>甲<li>乙</ul>尾';
    expect(textOf(html)).toBe('年度报告\n一、总体情况\n正文\n第二行\n甲\n乙\n尾');
  });

  it('collapses white space as a browser does', () => {
    expect(textOf('<p>\n  a  b\r\n\tc <b> d</b>\n</p>')).toBe('a b c d\n');
  });

  it('takes a line break of the file between Chinese characters for none', () => {
    expect(textOf('<p>政府信息\n  公开<span>\r\n工作</span> 年度</p>')).toBe(
      '政府信息公开工作 年度\n',
    );
  });

  it('decodes entities', () => {
    expect(textOf('<p>A&amp;B&nbsp;&#12295;&#x3014;2021&#x3015;&lt;</p>')).toBe(
      'A&B\u00a0〇〔2021〕<\n',
    );
  });

  it('leaves out what a reader does not see', () => {
    const html =
      '<html><head><title>题</title><style>p{}</style></head><body><script>1<2</script><!-- 注 -->' +
      '<noscript>无</noscript><svg/><select><option>选</select>正文</body></html>';
    expect(textOf(html)).toBe('正文\n');
  });

  it('keeps the lines of <pre>', () => {
    expect(textOf('<pre>一\n  二\t三</pre>')).toBe('一\n  二\t三\n');
  });
});

describe('tables', () => {
  it('become lines of tabs', () => {
    const html = `<p>表</p>
      <table><tr><td>规章</td><td> 0 </td></tr>
      <tr><td><p>行政<b>规范性</b>文件</p></td><td><p><span>&nbsp;</span></p></td></tr></table>后`;
    expect(textOf(html)).toBe('表\n规章\t0\n行政规范性文件\t\n后');
  });

  it('keep the place of merged cells', () => {
    const html = `<table>
      <tr><td rowspan=2 colspan="2">甲</td><td colspan=3>乙</td><td rowspan=3>丙</td></tr>
      <tr><td>1</td><td>2</td><td>3</td></tr>
      <tr><td>4</td><td>5</td><td>6</td><td>7</td><td>8</td></tr></table>`;
    expect(textOf(html)).toBe('甲\t\t乙\t\t\t丙\n\t\t1\t2\t3\t\n4\t5\t6\t7\t8\t\n');
  });

  it('count rows without cells of their own', () => {
    const html = '<table><tr><td>甲<td rowspan=3>乙<tr><tr><td>1<td>2<tr><td>3<td>4</table>';
    expect(textOf(html)).toBe('甲\t乙\n1\t\t2\n3\t4\n');
  });

  it('end a merged cell with its row group', () => {
    const html =
      '<table><thead><tr><th rowspan=9>甲<th>乙<tbody><tr><td>1<td>2<tr><td rowspan=0>3<td>4<tr><td>5</table>';
    expect(textOf(html)).toBe('甲\t乙\n1\t2\n3\t4\n\t5\n');
  });

  it('put a cell of several lines on one', () => {
    expect(textOf('<table><tr><td>商业<br>企业<td><p>科研</p><p>机构</p></table>')).toBe(
      '商业 企业\t科研 机构\n',
    );
  });

  it('that only lay the page out become running text', () => {
    const html = `<table><tr><td>导航</td><td><h2>二、主动公开</h2>
      <table><tr><td>规章</td><td>0</td></tr></table><p>三、收到</p></td></tr></table>`;
    expect(textOf(html)).toBe('导航\n二、主动公开\n规章\t0\n三、收到\n');
    expect(textOf('<table><tr><td><p>一</p><p>二</p></td></tr></table>')).toBe('一\n二\n');
  });

  it('are read without their end tags, and with too many', () => {
    expect(textOf('<table><tr><td>1<td>2<tr><td>3')).toBe('1\t2\n3\n');
    expect(textOf('</td></tr></table>甲<td>乙</td></table>')).toBe('甲 乙');
    expect(textOf('<table>早<tr><td>1<td>2<table><tr><td>3<td>4')).toBe('早\n1\n2\n3\t4\n');
  });
});

describe('what a reader does not see', () => {
  const table = (...rows: string[]) => `<table>${rows.join('')}</table>`;

  it.each([
    ['<p style="display:none">隐</p><p>显</p>', '显\n'],
    ['甲<div hidden><p>隐</p></div>乙', '甲乙'],
    ['<span style="DISPLAY : None !important">隐</span>显', '显'],
    ['<p>8<span style="mso-hide:all">5</span>6件</p>', '86件\n'],
    ['<p style="visibility:hidden">隐<b style="visibility:visible">显</b></p>', '显\n'],
    [
      '<p>1<span style="font-size:0">9</span>件<b style="FONT-SIZE: 0px !important">9</b></p>',
      '1件\n',
    ],
    ['<div style="font-size:0"><p>隐<b style="font-size:16px">显</b></p></div>', '显\n'],
    ['<p style="font-size:0.9em">显</p>', '显\n'],
    ['<p>8<span style="opacity: 0">5</span>6件</p>', '86件\n'],
    ['<p style="opacity:.5">显</p><p style="opacity:0.01">显</p>', '显\n显\n'],
    ['<h1 style="text-indent:-9999px">隐</h1><p style="text-indent:-2em">显</p>', '显\n'],
    ['<p style="position:absolute;left:-9999px">隐</p><p>显</p>', '显\n'],
    ['<p style="position:relative;left:-9999px">显</p>', '显\n'],
    ['<p style="position:absolute;left:-1px">显</p>', '显\n'],
    ['<p>甲<br hidden>乙<br>丙</p>', '甲乙\n丙\n'],
    ['<p hidden>隐<p>显<ul><li hidden>隐<li>项</ul>', '显\n项\n'],
    ['<div><span hidden>隐</div>显', '显'],
    ['<div hidden>隐</b>隐<div>隐</div>隐</div>显', '显'],
    ['<div hidden><script>"</div>"</script>隐</div>显', '显'],
    ['<constructor hidden>隐</constructor><toString>显</toString>', '显'],
  ])('is no text: %s', (html, expected) => {
    expect(textOf(html)).toBe(expected);
  });

  it.each([
    [
      ['<tr><td>甲<td>1', '<tr style="display:none"><td>乙<td>2', '<tr><td>丙<td>3'],
      '甲\t1\n丙\t3\n',
    ],
    [['<tr hidden><td>乙</td><td>2</td></tr>', '<tr><td>丙<td>3'], '丙\t3\n'],
    [['<tbody hidden><tr><td>乙<td>2', '<tbody><tr><td>丙<td>3'], '丙\t3\n'],
    [['<tr style="visibility:collapse"><td>乙<td>2', '<tr><td>丙<td>3'], '丙\t3\n'],
    [['<tr><td>甲<td style="display:none">9<td>1'], '甲\t1\n'],
    [['<tr><td>甲<td style="visibility:hidden">9<td>1'], '甲\t\t1\n'],
    [['<tr><td>甲<td><p hidden>9<td>1'], '甲\t\t1\n'],
    [['<tr><td>甲<td><table hidden><tr><td>9</table><td>1'], '甲\t\t1\n'],
  ])('is no row and no cell: %j', (rows, expected) => {
    expect(textOf(table(...rows))).toBe(expected);
  });

  it('still has merged cells reach through it, unless it has no place at all', () => {
    const rows = (style: string) =>
      table(
        '<tr><td rowspan=2>甲<td>1',
        `<tr style="${style}"><td>9`,
        '<tr><td>乙<td>3',
        '<tr><td>丙<td>4',
      );
    expect(textOf(rows('visibility:collapse'))).toBe('甲\t1\n乙\t3\n丙\t4\n');
    expect(textOf(rows('display:none'))).toBe('甲\t1\n\t乙\t3\n丙\t4\n');
  });

  it.each([
    '<p style="display:block">显</p>',
    '<p style="visibility:visible;mso-hide:none">显</p>',
    '<p data-hidden title="display:none" class="hidden" aria-hidden="true">显</p>',
    '<p style="background:url(display:none)">显</p>',
    '<p style="x-display:none">显</p>',
    '<p style>显</p>',
    '<body style="display:none"><p>显</p>',
    '<html hidden><body style="visibility:hidden"><p>显</p>',
    '<p hidden></p><p>显</p>',
    '<div hidden></div><img hidden><p>显</p>',
    '<p><span hidden></p><p>显</p>',
    '<td hidden><p>显</p>',
  ])('is told from what he sees: %s', (html) => {
    expect(textOf(html)).toBe('显\n');
  });
});

describe('what stands above, below or behind the digits of a figure', () => {
  const cell = (html: string) => textOf(`<table><tr><td>规章<td>${html}</table>`).slice(3, -1);

  it.each([
    ['1<sup>2</sup>', '1~2'],
    ['<sup>1</sup>2', '1~2'],
    ['1<sub>0</sub>', '1~0'],
    ['1<sup>2</sup>3', '1~2~3'],
    ['1<sup>1</sup>/<sub>2</sub>', '1~1/2'],
    ['1<a href="#n"><sup>2</sup></a>', '1~2'],
    ['1<span style="vertical-align:super; font-size:70%">&#50;</span>', '1~2'],
    ['1<span style="position:relative;top:-3pt;mso-text-raise:3.0pt">2</span>', '1~2'],
    ['1<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>', '1~1~2'],
    ['<math><msup><mn>1</mn><mn>2</mn></msup><annotation>1^2</annotation></math>', '1~2'],
  ])('parts it: %s', (html, read) => {
    expect(cell(html)).toBe(read);
  });

  it.each([
    ['12', '12'],
    ['<b>1</b>2', '12'],
    ['<sup>12</sup>', '12'],
    ['<sup>1<b>2</b></sup>', '12'],
    ['12<sup>①</sup>', '12①'],
    ['m<sup>2</sup>', 'm2'],
    ['12 <sup>件</sup>', '12 件'],
    ['1<span style="vertical-align:middle">2</span>', '12'],
    ['1<span style="mso-text-raise:0">2</span>', '12'],
    ['<math><mn>12</mn></math>', '12'],
    ['12<math/>', '12'],
    ['1<ruby>2<rp>(</rp><rt>3</rt><rp>)</rp></ruby>', '12'],
    ['<ruby>青<rt>qīng<rb>禾<rt>hé</ruby>县', '青禾县'],
  ])('and else nothing does: %s', (html, read) => {
    expect(cell(html)).toBe(read);
  });
});

describe('what is struck out', () => {
  const cell = (html: string) => textOf(`<table><tr><td>规章<td>${html}</table>`);

  it.each([
    '<del>3</del><ins>5</ins>',
    '<s>3</s>5',
    '5<strike>3</strike>',
    '<span style="text-decoration: underline line-through">3</span> 5',
    '<p style="text-decoration-line:line-through">3</p><p>5</p>',
    '<del><p><b>3</b></p></del>5',
  ])('is no figure: %s', (html) => {
    expect(cell(html)).toBe('规章\t5\n');
  });

  it('alone leaves the cell blank', () => {
    expect(cell('<s>3</s>')).toBe('规章\t\n');
    expect(textOf('<table><tr><td>规章<td style="text-decoration:line-through">3</table>')).toBe(
      '规章\t\n',
    );
  });

  it('leaves no row where the row is', () => {
    expect(
      textOf('<table><tr><td>甲<td>1<tr style="text-decoration:line-through"><td>乙<td>2'),
    ).toBe('甲\t1\n');
  });

  it('within a figure makes it unreadable: nobody knows what it was to be', () => {
    expect(cell('8<s>8</s>6')).toBe('规章\t8~6\n');
    expect(textOf('<p>收到1<del>2</del> 3件</p>')).toBe('收到1~3件\n');
    expect(textOf('<p>收到１<s>２</s><s>２</s>３件</p>')).toBe('收到１~３件\n');
  });

  it.each([
    ['<p>收到<s>12</s>13件</p>', '收到13件\n'],
    ['<p>收到13<s>12</s>件</p>', '收到13件\n'],
    ['<p>收到<s>旧</s>13件<br>2<s>旧</s></p><p>3</p>', '收到13件\n2\n3\n'],
    ['<p>1<b>2</b><u>3</u><i style="text-decoration:none">4</i>件</p>', '1234件\n'],
    ['<p>1<span hidden>2</span>3件</p>', '13件\n'],
  ])('beside one leaves it alone: %s', (html, expected) => {
    expect(textOf(html)).toBe(expected);
  });

  it('ends with its cell, and with its paragraph', () => {
    expect(textOf('<table><tr><td><s>1<td>2<tr><td>3</table>4')).toBe('\t2\n3\n4');
    expect(textOf('<p><del>1</p><p>2</p>')).toBe('2\n');
  });

  it('is no part of the place of what is left', () => {
    const html = '<table><tr><td>规章<td><del>88</del><ins>86</ins><td><s>9</s></table>';
    const source = htmlSource(html);
    const start = source.text.indexOf('86');
    expect(source.toOriginal({ start, end: start + 2 }).start).toBe(html.indexOf('86'));
    expect(source.isVerbatim({ start, end: start + 2 })).toBe(true);
    const parted = htmlSource('8<s>8</s>6');
    expect(parted.toOriginal({ start: 0, end: 3 })).toEqual({ start: 0, end: 10 });
    expect(parted.toOriginal({ start: 1, end: 2 })).toEqual({ start: 4, end: 5 });
    expect(parted.isVerbatim({ start: 0, end: 3 })).toBe(false);
    const blank = source.text.length - 1;
    expect(source.toOriginal({ start: blank, end: blank }).start).toBe(html.indexOf('<s>'));
  });
});

describe('the way back', () => {
  const html =
    '<p>&emsp;收到<b>12</b>件</p>\r\n<table><tr><td>规章<td></td><td>&nbsp;</td></tr></table>';
  const source = htmlSource(html);
  const back = (words: string) => {
    const start = source.text.indexOf(words);
    const span = { start, end: start + words.length };
    const { start: from, end: to } = source.toOriginal(span);
    return { html: html.slice(from, to), verbatim: source.isVerbatim(span) };
  };

  it('finds words in the page', () => {
    expect(back('12')).toEqual({ html: '12', verbatim: true });
    expect(back('到12件')).toEqual({ html: '到<b>12</b>件', verbatim: false });
    expect(back('\u2003')).toEqual({ html: '&emsp;', verbatim: false });
    expect(back('章')).toEqual({ html: '章', verbatim: true });
  });

  it('finds blank cells', () => {
    const blank = source.text.indexOf('规章\t') + 3;
    const empty = { start: blank, end: blank };
    expect(source.toOriginal(empty).start).toBe(html.indexOf('</td>'));
    expect(source.isVerbatim(empty)).toBe(true);
    const { start, end } = source.toOriginal({ start: blank + 1, end: blank + 1 });
    expect(html.slice(start, end)).toBe('&nbsp;');
  });

  it('counts lines as the file has them', () => {
    expect(
      source.original.positionAt(
        source.toOriginal({ start: source.text.indexOf('规'), end: source.text.indexOf('规') + 1 })
          .start,
      ).line,
    ).toBe(1);
  });
});

describe('tables in Markdown', () => {
  const text =
    '# 报告\r\n\r\n见表：<table><tr><td>规章</td><td>0</td></tr></table>\r\n\r\n```\n<table><tr><td>例</td></tr></table>\n```\n1 < 2\n';
  const source = embeddedHtmlSource(text);

  it('are converted, all else is left as it is', () => {
    expect(hasHtmlTable(text)).toBe(true);
    expect(source.text).toBe(
      '# 报告\r\n\r\n见表：\n规章\t0\r\n\r\n```\n<table><tr><td>例</td></tr></table>\n```\n1 < 2\n',
    );
    const start = source.text.indexOf('1 < 2');
    expect(source.toOriginal({ start, end: start + 5 }).start).toBe(text.indexOf('1 < 2'));
    expect(source.isVerbatim({ start: 0, end: 4 })).toBe(true);
  });

  it.each(['<table>', 'a </table> <table> b', '`<tablet>` </tablet>', ''])(
    'are whole: %s',
    (text) => {
      expect(embeddedHtmlSource(text).text).toBe(text);
    },
  );

  it('are taken from the outermost tag', () => {
    const text = '<table><tr><td>a<table><tr><td>b</td></tr></table></td></tr></table>';
    expect(embeddedHtmlSource(text).text).toBe('a\nb');
    expect(embeddedHtmlSource(`<table> ${text}`).text).toBe('<table> \na\nb');
  });
});

describe('any text', () => {
  const tag = fc.constantFrom(
    ...[
      '<table>',
      '</table>',
      '<tr>',
      '</tr>',
      '<td>',
      '<td rowspan=3>',
      '<th colspan=1000>',
      '</td>',
    ],
    ...[
      '<p>',
      '</p>',
      '<br>',
      '<pre>',
      '</pre>',
      '&nbsp;',
      '&amp',
      '&',
      '<',
      '<!--',
      '-->',
      '<script>',
    ],
    ...[
      '</script>',
      '\n',
      '\r\n',
      ' ',
      '规章',
      '0',
      '𠮷',
      '<td rowspan=0>',
      '<tr hidden>',
      '<td style="display:none">',
      '<p style="visibility:hidden">',
      '<del>',
      '</del>',
      '```\n',
      '<svg>',
      '</svg>',
    ],
  );
  const html = fc
    .array(fc.oneof(tag, fc.string({ maxLength: 5 })), { maxLength: 60 })
    .map((a) => a.join(''));

  it.each([htmlSource, embeddedHtmlSource])(
    'is converted, with every span in bounds',
    (convert) => {
      fc.assert(
        fc.property(html, fc.nat(), fc.nat(), (html, a, b) => {
          const source = convert(html);
          const start = a % (source.text.length + 1);
          const span = { start, end: start + (b % (source.text.length - start + 1)) };
          const { start: from, end: to } = source.toOriginal(span);
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeGreaterThanOrEqual(from);
          expect(to).toBeLessThanOrEqual(html.length);
          if (source.isVerbatim(span))
            expect(html.slice(from, to)).toBe(source.text.slice(span.start, span.end));
        }),
        { numRuns: 1000 },
      );
    },
  );

  it.each([
    ['tables in tables', '<table><tr><td>'],
    ['blocks in blocks', '<div><b>'],
    ['end tags', '</table></b>'],
    ['hidden elements', '<p hidden><s></b>'],
    ['hidden cells', '<td hidden><p></p></tr>', '<table><p><i>'],
    [
      'rows that cells reach into',
      `<tr><td>`,
      `<table><tr>${'<td rowspan=1000000000 colspan=1000000000>x'.repeat(99)}`,
    ],
    ['unclosed tags', '<table '],
    ['unclosed end tags', '</table '],
    ['entities', '&#x1F600;&'],
    ['text', '政府 '],
  ])('comes to an end, and to no more text than is fair: %s', (_, unit, head = '') => {
    const length = 800_000;
    const text = head + unit.repeat(length / unit.length);
    for (const convert of [htmlSource, embeddedHtmlSource])
      expect(convert(text).text.length).toBeLessThan(20 * length);
  });
});
