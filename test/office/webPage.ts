// Puts generated reports into pages of a site: navigation, metadata, buttons, neighbours and a foot around
// them, in the ways in which sites are built. All of it is invented.
import { Random } from '../generate/random.js';

/** A page of a site, and the report on it as a page of its own. */
export interface WebPage {
  readonly html: string;
  readonly bare: string;
  readonly description: string;
}

/** The parts that a page is put together from. */
interface Parts {
  readonly random: Random;
  /** The title, as headings of the page. */
  readonly title: string;
  readonly titleWords: string;
  /** The report below its title, element by element. */
  readonly blocks: readonly string[];
  readonly organ: string;
}

/** The n-th way of putting a report, written as HTML, on a site. */
export function webPage(report: string, n: number): WebPage {
  const random = new Random(n).fork('web page');
  const [, head = '', body = ''] = /^([\s\S]*?<body>)([\s\S]*)<\/body>/.exec(report) ?? [];
  const [title = ''] = /^\s*(?:<h1>[^<]*<\/h1>\s*)*/.exec(body) ?? [];
  const blocks = blocksOf(body.slice(title.length));
  const titleWords = title.replace(/<[^>]*>|\s/g, '').replace(/&\w+;/g, '');
  const parts: Parts = { random, title, titleWords, blocks, organ: '青禾县人民政府办公室' };
  const skeleton = SKELETONS[n % SKELETONS.length] as Skeleton;
  const content = skeleton.build(parts);
  const html = head
    .replace(
      /<title>[^<]*<\/title>/,
      `<title>${titleWords}_青禾县人民政府</title>${metaTags(titleWords)}`,
    )
    .replace('</head>', `${STYLE}${SCRIPT}</head>`);
  return {
    html: `${html}${content}</body></html>`,
    bare: report,
    description: skeleton.name,
  };
}

/** The elements of a stretch of HTML, a table as one. */
function blocksOf(html: string): string[] {
  const blocks: string[] = [];
  let rest = html;
  while (rest.trim() !== '') {
    const end = /^\s*<table[\s>]/i.test(rest)
      ? /<\/table>\s*/i.exec(rest)
      : /<\/(?:p|h2|div)>\s*(?=<(?:p|h2|div|table|TABLE)[\s>]|$)/.exec(rest);
    const length = end ? end.index + end[0].length : rest.length;
    blocks.push(rest.slice(0, length));
    rest = rest.slice(length);
  }
  return blocks;
}

const STYLE = `<style media="screen">
/* .content { display: none } */
.wap-nav, #float-code { display:none; width:100% }
.tab { display: none } .tab.on { display: block }
@media print { .content { display: none } }
td.noprint{color:#999}</style>`;
const SCRIPT = `<script>var title = "2019年政府信息公开工作年度报告"; document.write("<p>一、总体情况</p>");</script>`;

const metaTags = (title: string) =>
  `<meta name="ArticleTitle" content="${title}"><meta name="SiteName" content="青禾县人民政府"><meta name="PubDate" content="2024-01-22 09:30"><link rel="stylesheet" href="a.css">`;

const link = (words: string, href = '#x') =>
  `<a href="/${href.slice(1)}.html" target="_blank">${words}</a>`;
const CHANNELS = [
  '首页',
  '走进青禾',
  '新闻中心',
  '政务公开',
  '办事服务',
  '互动交流',
  '政府信息公开年报',
];

const navigations = [
  `<div class="header"><a href="/"><img src="logo.png" width="300" height="80"></a><div class="search"><input value="年度报告"><button>搜索</button></div></div>
   <ul class="nav">${CHANNELS.map((one) => `<li>${link(one)}</li>`).join('')}</ul>`,
  `<div id="top">青禾县人民政府门户网站 ${link('无障碍')} | ${link('繁體')} | ${link('登录')}</div><nav>${CHANNELS.map((one) => link(one)).join(' | ')}</nav>`,
  `<table width="1000" align="center"><tr><td><img src="/images/banner.jpg" width="1000" height="200"></td></tr><tr><td><table><tr>${CHANNELS.map((one) => `<td>${link(one)}</td>`).join('')}</tr></table></td></tr></table>`,
  `<header><h2>青禾县政务公开平台</h2><p>今天是2024年3月5日 星期二</p></header><div class="wap-nav"><p>2022年政府信息公开工作年度报告</p>${CHANNELS.map((one) => `<p>${one}</p>`).join('')}</div>`,
];

const ways = [
  (title: string) =>
    `<div class="position">当前位置：${link('首页')} &gt; ${link('政务公开')} &gt; ${title}</div>`,
  () =>
    `<div class="crumbs">您现在的位置：${link('首页')}&gt;&gt;${link('政府信息公开')}&gt;&gt;${link('政府信息公开年报')}</div>`,
  () => `<p>${link('网站首页')} &raquo; ${link('法定主动公开内容')} &raquo; 正文</p>`,
  () => '',
];

const metadata = [
  (
    title: string,
    organ: string,
  ) => `<table class="xxgk" border="1"><tr><td>索引号：</td><td>113600000/2024-00017</td><td>主题分类：</td><td>综合政务</td></tr>
   <tr><td>发布机构：</td><td>${organ}</td><td>发文日期：</td><td>2024年01月22日</td></tr><tr><td>名　　称：</td><td colspan="3">${title}</td></tr>
   <tr><td>文　　号：</td><td></td><td>有 效 性：</td><td>有效</td></tr></table>`,
  (title: string, organ: string) =>
    `<ul><li><b>索 引 号：</b>113600000/2024-00017</li><li><b>信息名称：</b>${title}</li><li><b>公开机构：</b>${organ}</li><li><b>生成日期：</b>2024-01-22</li><li><b>关 键 词：</b>年报</li></ul>`,
  (title: string, organ: string) =>
    `<dl><dt>标题</dt><dd>${title}</dd><dt>索引号</dt><dd>qh-2024-17</dd><dt>发布机构</dt><dd>${organ}</dd><dt>成文日期</dt><dd>2024-01-22</dd></dl>`,
  () =>
    `<div class="info">发布时间：2024-01-22 09:30&nbsp;&nbsp;来源：县政府办&nbsp;&nbsp;浏览次数：<span id="hits">132</span>　字号：[ ${link('大')} ${link('中')} ${link('小')} ]</div>`,
  () =>
    `<div><span>2024-01-22 09:30</span> <span>信息来源：青禾县民政局</span> <span>点击数：9</span> 【${link('打印')}】【${link('关闭')}】</div>`,
  () =>
    `<p align="center">[2024-01-22]　作者：办公室　访问量：25</p><p align="center">字体：【大】【中】【小】</p>`,
];

const shares = [
  `<div class="bdsharebuttonbox">分享到：${link('微信')} ${link('微博')} ${link('QQ空间')}</div>`,
  `<div class="share"><span>扫一扫在手机打开当前页</span><img src="qr.png" width="120" height="120"></div>`,
  `<p align="right"><a href="javascript:window.print()">【打印本页】</a> <a href="javascript:window.close()">【关闭窗口】</a></p>`,
  '',
];

const neighbours = [
  `<p>上一篇：${link('青禾县云水镇2023年政府信息公开工作年度报告')}</p><p>下一篇：没有了</p>`,
  `<div class="xgxx"><h3>相关链接</h3><ul><li>${link('青禾县教育局2023年政府信息公开工作年度报告')}<span>2024-01-20</span></li><li>${link('青禾县2022年政府信息公开工作年度报告')}<span>2023-01-18</span></li></ul></div>`,
  `<h4>相关文章</h4><p>县政府召开政务公开推进会。会议强调，要做好年度报告编制工作。</p>`,
  '',
];

const feet = [
  `<div class="footer"><p>${link('网站地图')} | ${link('关于我们')} | ${link('联系我们')}</p><p>主办单位：青禾县人民政府　承办单位：青禾县人民政府办公室</p><p>某ICP备12345678号-1　某公网安备36000002000012号　网站标识码：3600000012</p></div>`,
  `<table width="100%"><tr><td>版权所有：青禾县人民政府</td><td>技术支持：青禾县大数据中心</td></tr><tr><td colspan="2">建议使用1024×768分辨率、IE9以上浏览器浏览本站。</td></tr></table>`,
  `<footer>网站标识码：3600000012<br>Copyright &copy; 2024 青禾县人民政府 All Rights Reserved<br>地址：青禾县人民路1号　邮编：336000</footer><div id="cookie">本网站使用 Cookie 改善体验，继续浏览即表示同意。${link('接受')}</div>`,
];

const sidebar = `<ul class="left">${['政府信息公开指南', '政府信息公开制度', '法定主动公开内容', '政府信息公开年报', '依申请公开'].map((one) => `<li>${link(one)}</li>`).join('')}</ul>`;
const floating = `<div id="float-code"><p>手机版</p><p>2023年政府信息公开工作年度报告</p></div>`;

interface Skeleton {
  readonly name: string;
  readonly build: (parts: Parts) => string;
}

/** What stands above the article, and below. */
function around({ random, titleWords, organ }: Parts) {
  return {
    top: random.pick(navigations),
    way: random.pick(ways)(titleWords),
    about: random.pick(metadata)(titleWords, organ),
    share: random.pick(shares),
    next: random.pick(neighbours),
    foot: random.pick(feet),
  };
}

const SKELETONS: readonly Skeleton[] = [
  {
    name: 'an article in divs',
    build(parts) {
      const { top, way, about, share, next, foot } = around(parts);
      return `${top}<div class="main">${way}<div class="article">${parts.title}${about}<div class="content" id="zoom">${parts.blocks.join('\n')}</div>${share}${next}</div>${sidebar}</div>${foot}${floating}`;
    },
  },
  {
    name: 'the title above the metadata',
    build(parts) {
      const { top, way, about, share, next, foot } = around(parts);
      return `${top}${way}${parts.title}${about}${share}<div class="TRS_Editor">${parts.blocks.join('')}</div>${share}${next}${foot}`;
    },
  },
  {
    name: 'the title above and in the article',
    build(parts) {
      const { top, way, about, next, foot } = around(parts);
      const [, ...others] = parts.random.chance(0.5) ? [''] : ['', sidebar];
      return `${top}${way}<h1 class="big">${parts.title.replace(/<\/?h1>/g, '')}</h1>${about}${others.join('')}<div id="print">${parts.title}${parts.blocks.join('\n')}</div>${next}${foot}`;
    },
  },
  {
    name: 'tables that lay the page out',
    build(parts) {
      const { top, way, about, share, next, foot } = around(parts);
      return `${top}<table width="1000"><tr><td width="200" valign="top">${sidebar}</td><td width="10">&nbsp;</td><td><table><tr><td>${way}</td></tr><tr><td>${about}</td></tr><tr><td align="center">${parts.title}</td></tr><tr><td class="bt">${parts.blocks.join('\n')}</td></tr><tr><td>${share}</td></tr><tr><td>${next}</td></tr></table></td></tr></table>${foot}`;
    },
  },
  {
    name: 'rows of a table, with margins',
    build(parts) {
      const { top, way, about, foot } = around(parts);
      const row = (html: string) =>
        `<tr><td width="20">&nbsp;</td><td>${html}</td><td width="20"></td></tr>`;
      return `${top}${way}<table>${row(parts.title)}${row(about)}${row(parts.blocks.join(''))}</table>${foot}`;
    },
  },
  {
    name: 'all in the body',
    build(parts) {
      const { top, way, about, share, next, foot } = around(parts);
      return `${top}${way}${parts.title}${about}${parts.blocks.join('\n')}${share}${next}${foot}`;
    },
  },
  {
    name: 'an article in parts, with buttons and banners between',
    build(parts) {
      const { top, way, about, share, next, foot } = around(parts);
      const middle = Math.ceil(parts.blocks.length / 2);
      const halves = [parts.blocks.slice(0, middle), parts.blocks.slice(middle)];
      const between = `<div class="ad">${link('<img src="zt.jpg" width="800" height="90">')}${link('专题：优化营商环境')}</div><div>广告</div>`;
      return `${top}${way}<div class="art">${parts.title}${about}${halves.map((half) => `<div class="page">${half.join('\n')}</div>`).join(between)}</div>${share}${next}${foot}`;
    },
  },
  {
    name: 'a part for each paragraph, the last of them outside',
    build(parts) {
      const { top, way, about, share, next, foot } = around(parts);
      const rest = parts.blocks.slice(0, -1).map((one) => `<section>${one}</section>`);
      return `${top}${way}<article><header>${parts.title}</header>${about}<div class="body">${rest.join('')}</div><div class="sign">${parts.blocks.at(-1)}</div></article><aside>${next}</aside>${share}${foot}`;
    },
  },
];
