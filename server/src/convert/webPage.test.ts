// The report taken out of the page of a site, and what must not be taken from a report.
import { describe, expect, it } from 'vitest';
import { fragmentSource, htmlSource } from './html.js';
import { reportOn } from './webPage.js';

const textOf = (html: string) => htmlSource(html).text.replace(/\n$/, '');

const TITLE = '青禾县民政局2023年政府信息公开工作年度报告';
const PREAMBLE = '根据《中华人民共和国政府信息公开条例》，现发布本报告。';
const ONE = ['一、总体情况', '2023年，我局主动公开信息12条。'];
const TWO = ['二、主动公开政府信息情况', '规章\t0\t0\t0'];
const SIX = ['六、其他需要报告的事项', '无。'];
const SIGNED = ['青禾县民政局', '2024年1月20日'];

const paragraphs = (lines: readonly string[]) => lines.map((line) => `<p>${line}</p>`).join('');
const TABLE = '<table><tr><td>规章</td><td>0</td><td>0</td><td>0</td></tr></table>';
const HEAD = `<h1>${TITLE}</h1>`;
const SECTIONS = `${paragraphs(ONE)}<p>${TWO[0]}</p>${TABLE}${paragraphs(SIX)}`;
const BODY = `<p>${PREAMBLE}</p>${SECTIONS}${paragraphs(SIGNED)}`;
const REPORT = [TITLE, PREAMBLE, ...ONE, ...TWO, ...SIX, ...SIGNED];
const text = (lines: readonly string[]) => lines.join('\n');

const NAV = '<ul class="nav"><li><a href="/">首页</a></li><li><a href="/b">政务公开</a></li></ul>';
const WAY = '<div>当前位置：<a href="/">首页</a> &gt; <a href="/b">年报</a></div>';
const FOOT = '<div class="footer"><p>主办单位：青禾县人民政府</p><p>地址：人民路1号</p></div>';
const FILE = `<table><tr><td>索引号</td><td>1136/2024-1</td><td>发布机构</td><td>青禾县民政局</td></tr><tr><td>名称</td><td colspan="3">${TITLE}</td></tr></table>`;

describe('words of buttons among the sections', () => {
  const page = (line: string, heading = `<p>${TWO[0]}</p>`) =>
    textOf(`<div>${HEAD}${paragraphs(ONE)}${line}${heading}${TABLE}${paragraphs(SIX)}</div>`);
  const at = (words?: string) =>
    text([TITLE, ...ONE, ...(words === undefined ? [] : [words]), ...TWO, ...SIX]);

  it.each([
    ['打印本页', '<p>打印本页</p>'],
    ['分享到：', '<p style="text-indent:2em"><span>分享到：</span></p>'],
    ['收藏本页', '<p>收藏本页</p>', `<h2><b>${TWO[0]}</b></h2>`],
  ])('are of the report as its paragraphs: %s', (words, line, heading?: string) => {
    expect(page(line, heading)).toBe(at(words));
  });

  it.each([
    ['a link', '<p><a href="javascript:print()">打印本页</a></p>'],
    ['a link among words', '<p>分享到：<a href="/wx">微信</a></p>'],
    ['no paragraph', '<div>打印本页</div>'],
    ['in a box of their own', '<div><p>打印本页</p></div>'],
    ['a button', '<button>打印</button>'],
  ])('are of the site as %s', (_, line) => {
    expect(page(line)).toBe(at());
  });
});

it('what stands below the only heading of a draft is kept', () => {
  const lines = [TITLE, ONE[0] as string, '（一）主动公开情况', '全年公开信息12条，', '工作亮点'];
  const [title, heading, ...below] = lines;
  expect(textOf(`<h1>${title}</h1><h2>${heading}</h2>${paragraphs(below)}`)).toBe(text(lines));
  expect(
    textOf(`${NAV}<div><h1>${title}</h1><h2>${heading}</h2>${paragraphs(below)}</div>${FOOT}`),
  ).toBe(text(lines));
});

describe('a page that was written here', () => {
  const COPIED = ['- 1 -', `发布时间：2024-01-20　浏览次数：12`];
  const copied = `${paragraphs(COPIED)}${HEAD}${BODY}`;

  it('is read as it is, what was copied into it with the report', () => {
    expect(textOf(`${NAV}<main id="nianbao">${copied}</main>${FOOT}`)).toBe(
      text([...COPIED, ...REPORT]),
    );
  });

  it.each(['<main>', '<main id="content">', '<div id="nianbao">'])('is none in %s', (tag) => {
    expect(
      textOf(`${NAV}${tag}${copied}</${tag.slice(1, 4).trim() === 'div' ? 'div' : 'main'}>`),
    ).toBe(text(REPORT));
  });
});

describe('the report alone is read', () => {
  it.each([
    ['in a part of the page', `${NAV}${WAY}<div>${HEAD}${BODY}</div>${FOOT}`],
    ['in the page itself', `${NAV}${WAY}${HEAD}${BODY}${FOOT}`],
    ['below what is on file', `${NAV}${FILE}<div>${HEAD}${BODY}</div>${FOOT}`],
    ['with its title above that', `${NAV}${HEAD}${FILE}<div>${BODY}</div>${FOOT}`],
    ['with its title in both places', `${NAV}${HEAD}${FILE}<div>${HEAD}${BODY}</div>${FOOT}`],
    [
      'with date, source and buttons below the title',
      `${HEAD}<p>2024-01-20 09:30　来源：民政局　浏览次数：12　字号：[大 中 小]</p><p>【打印】【关闭】</p>${BODY}`,
    ],
    [
      'with labels on lines of their own',
      `${HEAD}<dl><dt>发布机构<dd>县民政局<dt>文号<dd>无</dl>${BODY}`,
    ],
    [
      'in a table that lays the page out',
      `<table><tr><td>${NAV}</td><td><table><tr><td>${HEAD}</td></tr><tr><td>${FILE}</td></tr><tr><td>${BODY}</td></tr></table></td></tr></table>${FOOT}`,
    ],
    [
      'in the middle column of one',
      `<table><tr><td>&nbsp;</td><td>${HEAD}${WAY}</td><td></td></tr><tr><td> </td><td>${BODY}</td><td></td></tr></table>${FOOT}`,
    ],
    [
      'in parts, with links and buttons between',
      `<div>${HEAD}<p>${PREAMBLE}</p>${paragraphs(ONE)}</div><div class="ad"><a href="/zt">专题</a></div><div>分享到：微信 微博</div><div><p>${TWO[0]}</p>${TABLE}${paragraphs(SIX)}${paragraphs(SIGNED)}</div>${FOOT}`,
    ],
    [
      'with its signature beside what holds it',
      `<div><div>${HEAD}<p>${PREAMBLE}</p>${SECTIONS}</div><div>${paragraphs(SIGNED)}</div></div><p>上一篇：<a href="/1">无</a></p>${FOOT}`,
    ],
    [
      'above its neighbours',
      `<div>${HEAD}${BODY}<h3>相关链接</h3><p>县政府召开会议，部署工作。</p></div>${FOOT}`,
    ],
    ['beside notices of the site', `${HEAD}${BODY}<p>本网站使用 Cookie，继续浏览即表示同意。</p>`],
  ])('%s', (_, html) => {
    expect(textOf(html)).toBe(text(REPORT));
  });

  it('in preformatted text', () => {
    const lines = [TITLE, '', ...ONE, '  甲\t1', ...SIX];
    expect(textOf(`${WAY}<pre>${text(lines)}\n</pre>${FOOT}`)).toBe(text(lines));
  });

  it('without a title, where only the page names it', () => {
    const html = `<head><title>${TITLE}</title><meta name="ArticleTitle" content="${TITLE}"></head>${NAV}${WAY}<div>${BODY}</div>${FOOT}`;
    expect(textOf(html)).toBe(text(REPORT.slice(1)));
    expect(textOf(`${FILE}<div>${BODY}</div>${FOOT}`)).toBe(text(REPORT.slice(1)));
  });

  it('with the way back to the page', () => {
    const html = `${NAV}${FILE}<div>${HEAD}${BODY}</div>${FOOT}`;
    const source = htmlSource(html);
    const start = source.text.indexOf('规章');
    const span = { start, end: start + 2 };
    expect(source.toOriginal(span)).toEqual({
      start: html.indexOf('规章'),
      end: html.indexOf('规章') + 2,
    });
    expect(source.isVerbatim(span)).toBe(true);
  });
});

describe('nothing is taken from a report', () => {
  it.each([
    [
      'a number above its title',
      ['青民发〔2024〕3号'],
      `${NAV}<div><p>青民发〔2024〕3号</p>${HEAD}${BODY}</div>`,
      [],
    ],
    [
      'an attached file',
      [],
      `${HEAD}${BODY}<p>附件：<a href="/1.pdf">统计表.pdf</a></p>${FOOT}`,
      ['附件：统计表.pdf'],
    ],
    [
      'a link within a sentence',
      [],
      `${HEAD}${BODY}<p>详见<a href="/">门户网站</a>。</p>${FOOT}`,
      ['详见门户网站。'],
    ],
    [
      'an address that is a link',
      [],
      `${HEAD}${BODY}<p><a href="http://a.cn">http://a.cn/</a></p>`,
      ['http://a.cn/'],
    ],
    ['a link that does not end', [], `<a href="/x">${HEAD}${BODY}`, []],
    [
      'who to ask',
      [],
      `<div>${HEAD}${BODY}<p>联系电话：0000-1234567</p></div>${FOOT}`,
      ['联系电话：0000-1234567'],
    ],
    [
      'what is called as parts of sites are',
      [],
      `<div class="print share">${HEAD}<div class="nav">${BODY}</div></div>`,
      [],
    ],
  ])('%s', (_, before, html, after) => {
    expect(textOf(html)).toBe(text([...before, ...REPORT, ...after]));
  });

  it.each([
    '网站管理方面，主办单位：局办公室。',
    '完成网站ICP备案，公开来源：本局。',
    '发布日期：以网站为准。',
    '上一条例、下一步打算：更多公开。',
    '微信',
    '关于我们的工作',
  ])('words that a site has, too: %s', (words) => {
    const html = `${NAV}<div>${HEAD}<p>一、总体情况</p><p>${words}</p>${paragraphs(SIX)}<p>${words}</p></div>${FOOT}`;
    const expected = [TITLE, '一、总体情况', words, ...SIX, words];
    expect(textOf(html)).toBe(text(expected));
  });

  it('nor from a second one', () => {
    const one = `<div>${HEAD}${BODY}</div>`;
    const lines = REPORT.map((line) => line.replace('民政', '教育'));
    const other = one.replaceAll('民政', '教育');
    expect(textOf(`${NAV}${one}${other}${FOOT}`)).toBe(text([...REPORT, ...lines]));
  });

  it('nor from a table of contents', () => {
    const contents =
      '<ul><li><a href="#1">一、总体情况</a><li><a href="#2">二、主动公开政府信息情况</a></ul>';
    expect(textOf(`<div>${HEAD}${contents}${BODY}</div>`)).toBe(
      text([TITLE, ONE[0] as string, TWO[0] as string, ...REPORT.slice(1)]),
    );
  });
});

describe('a page without a report', () => {
  it.each([
    [
      `${NAV}<h1>县民政局召开会议</h1><p>会议强调公开。</p>`,
      '首页\n政务公开\n县民政局召开会议\n会议强调公开。',
    ],
    [`${NAV}<ul><li><a href="/1">${TITLE}</a></ul>`, `首页\n政务公开\n${TITLE}`],
    ['<p>打印</p><p>一、总体情况</p><p>上一篇：无</p>', '打印\n一、总体情况\n上一篇：无'],
    [`<p>打印</p>${TABLE}`, '打印\n规章\t0\t0\t0'],
  ])('is read as it is: %s', (html, expected) => {
    expect(textOf(html)).toBe(expected);
  });
});

it('a part of a page that was chosen is read as it is, pictures aside', () => {
  const { text: copied } = fragmentSource(
    `<p>打印</p>${HEAD}${BODY}<p><img src="a.png"></p><p>上一篇：无</p>`,
  );
  expect(copied).toBe(`${text(['打印', ...REPORT, '上一篇：无'])}\n`);
});

describe('what a style sheet of the page hides', () => {
  const page = (css: string, words: string) =>
    `<style>${css}</style><div>${HEAD}${BODY.replace('12条', `12${words}条`)}</div>`;

  it.each([
    ['.x{display:none}', '<i class="x">3</i>'],
    ['.x, #y { color: red; display : none }', '<i id="y">3</i>'],
    ['/* .x{} */.x{display:none!important}', '<i class="a x">3</i>'],
    [
      '@media print{.b{display:none}}.x{display:none}@media print{.x{display:block}}',
      '<i class="x">3</i>',
    ],
  ])('is no text: %s', (css, words) => {
    expect(textOf(page(css, words))).toBe(text(REPORT));
  });

  it.each([
    ['.y{display:none}', '<i class="x">3</i>'],
    ['.x b{display:none}', '<i class="x">3</i>'],
    ['.x:hover{display:none}', '<i class="x">3</i>'],
    ['@media print{.x{display:none}}', '<i class="x">3</i>'],
    ['.x{display:none}.x.on{display:inline}', '<i class="x">3</i>'],
    ['.x{display:none}', '<i class="x" style="display:inline">3</i>'],
    ['/* .x{display:none} */', '<i class="x">3</i>'],
    ['</style><style media="print">.x{display:none}', '<i class="x">3</i>'],
  ])('is told from what it shows: %s %s', (css, words) => {
    expect(textOf(page(css, words))).toContain('公开信息123条');
  });

  it('is read where a script must show it', () => {
    const all = `<style>.x{display:none}</style>${HEAD}<div class="x">${BODY}</div>`;
    expect(textOf(all)).toBe(text(REPORT));
    const table = `<style>.x{display:none}</style>${HEAD}${BODY.replace(TABLE, `<div class="x">${TABLE}</div>`)}`;
    expect(textOf(table)).toBe(text(REPORT));
  });
});

describe('pictures', () => {
  const instead = (html: string) =>
    textOf(
      `<img src="logo.png" width="400">${HEAD}${BODY.replace(TABLE, html)}<p><img src="code.png"></p>${FOOT}`,
    );
  const lines = (...names: string[]) =>
    text(
      REPORT.flatMap((line) =>
        line === TWO[1] ? names.map((name) => `![图片](${name})`) : [line],
      ),
    );

  it.each([
    ['<p><img src="/upload/biao2.png?v=1" width="600"></p>', ['biao2.png']],
    ['<p align="center"> <img alt="" src="a.jpg"> <img src="b.jpg"><br></p>', ['a.jpg', 'b.jpg']],
    ['<table><tr><td><img src="表 二.png"></td></tr></table>', ['表_二.png']],
    ['<img src="data:image/png;base64,AAAA">', ['图片']],
    ['<a href="/u/big.png"><img src="small.png"></a>', ['small.png']],
  ])('that stand in place of a table are named: %s', (html, names) => {
    expect(instead(html).replace(/\n{2,}/g, '\n')).toBe(lines(...names));
  });

  it.each([
    '<p><img src="dot.gif" width="20" height="20"></p>',
    '<p><img src="dot.gif" style="width:16px"></p>',
    '<p><a href="/zt.html"><img src="banner.png"></a></p>',
    '<p hidden><img src="a.png"></p>',
  ])('that are icons, banners or hidden are not: %s', (html) => {
    expect(instead(html)).toBe(lines());
  });

  it('beside words and in cells of figures are none', () => {
    expect(instead(`<p>说明<img src="a.png">如下。</p>`)).toContain('说明如下。');
    expect(instead(TABLE.replace('<td>0', '<td><p><img src="a.png"></p>0'))).toBe(text(REPORT));
  });
});

describe('cells that are placed by tables of their own', () => {
  it('are cells', () => {
    const cell = (words: string) => `<td><table><tr><td>${words}</td></tr></table></td>`;
    const table = `<table><tr>${cell('规<br>章')}${cell('0')}<td>0</td>${cell('')}</tr></table>`;
    expect(textOf(`${table}`)).toBe('规 章\t0\t0\t');
  });
});

it('more rows than a call takes arguments, between title and sections', () => {
  const rows = Array.from({ length: 130_000 }, () => '甲\t1');
  const lines = [TITLE, ...rows, ...ONE, ...SIX].map((line) => `${line}\n`);
  const pieces = lines.map((line, at) => ({ text: line, start: at, end: at }));
  const { pieces: kept, isPart } = reportOn(pieces);
  expect([kept.length, isPart]).toEqual([lines.length, false]);
});
