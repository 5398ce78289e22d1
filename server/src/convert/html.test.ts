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
