// Which fonts are Chinese and monospace: what is known of them is their names.

/** Fonts whose Chinese letters are just as wide as two others, by what their names have in common. */
const CHINESE_MONOSPACE =
  /NSimSun|新宋体|SimHei|黑体|Sarasa (?:Mono|Term|Fixed)|更纱黑体|Maple Mono (?:NF )?CN|LXGW WenKai Mono|霞鹜文楷等宽|Noto Sans Mono CJK|Source Han Mono|WenQuanYi \w+ \w* ?Mono|Osaka-Mono/i;

/** Whether a list of fonts begins with one whose Chinese letters are just as wide as two others. */
export function isChineseMonospace(fonts: string): boolean {
  const [first = ''] = fonts.split(',');
  return CHINESE_MONOSPACE.test(first);
}
