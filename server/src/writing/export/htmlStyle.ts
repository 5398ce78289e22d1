// How the page looks on a screen and on A4: the fonts, sizes and margins of an official document.

const FANGSONG = 'FangSong_GB2312,"仿宋_GB2312",FangSong,"仿宋",STFangsong,"华文仿宋",serif';
const XIAOBIAOSONG =
  '"方正小标宋简体","方正小标宋_GBK",FZXiaoBiaoSong-B05S,STZhongsong,"华文中宋",SimSun,"宋体",serif';
const HEITI = 'SimHei,"黑体",STHeiti,"Microsoft YaHei",sans-serif';
const KAITI = 'KaiTi_GB2312,"楷体_GB2312",KaiTi,"楷体",STKaiti,serif';
const SONGTI = 'SimSun,"宋体",STSong,serif';

/** The rules, a line each. */
export const PAGE_STYLE = `@page{size:A4;margin:37mm 26mm 35mm 28mm}
@page :right{@bottom-right{content:"— " counter(page) " —";font:14pt ${SONGTI}}}
@page :left{@bottom-left{content:"— " counter(page) " —";font:14pt ${SONGTI}}}
body{margin:0;color:#000;background:#fff;font:16pt/28pt ${FANGSONG}}
main{margin:0 auto;max-width:156mm}
h1,.h1{margin:0 0 28pt;text-align:center;font:22pt/35pt ${XIAOBIAOSONG}}
h1 span{display:inline-block}
h2,h3,h4,h5,h6,p,pre{margin:0;text-indent:2em;text-align:justify;font:inherit}
h2,h3,h4,h5,h6,caption{break-after:avoid}
h2,.h2{font-family:${HEITI}}
h3,.h3,p b{font-family:${KAITI};font-weight:normal}
pre{white-space:pre-wrap}
.signature{margin-top:28pt;text-align:right;text-indent:0;break-inside:avoid}
table{width:100%;margin:6pt 0;border-collapse:collapse;font:10.5pt/1.35 ${SONGTI}}
caption{font:16pt/28pt ${FANGSONG};text-align:left}
th,td{border:1px solid #000;padding:2pt 1.5pt;font-weight:normal;text-align:center;vertical-align:middle;overflow-wrap:anywhere}
thead~tbody th,th[scope=rowgroup],td[rowspan]{text-align:left}
thead~tbody td[headers]{width:6.2%}
td pre,th pre{text-indent:0;text-align:inherit}
table,tr{break-inside:avoid}
@media screen{main{padding:20mm 4mm}}
@media screen and (max-width:480px){main{padding:8mm 4mm}h1,.h1{font-size:17pt;line-height:25pt}table{font-size:8pt}}
`;
