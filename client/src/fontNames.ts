// Which fonts are Chinese and monospace: what is known of them is their names.

/** Fonts whose Chinese letters are just as wide as two others, by what their names have in common. */
const CHINESE_MONOSPACE = [
  'nsimsun',
  '新宋体',
  'simhei',
  '黑体',
  'sarasa mono',
  'sarasa term',
  'sarasa fixed',
  '等距更纱黑体',
  'maple mono cn',
  'maple mono nf cn',
  'lxgw wenkai mono',
  '霞鹜文楷等宽',
  'noto sans mono cjk',
  'source han mono',
  'wenquanyi zen hei mono',
  'wenquanyi micro hei mono',
  'osaka-mono',
];

/** Whether a list of fonts begins with one whose Chinese letters are just as wide as two others. */
export function isChineseMonospace(fonts: string): boolean {
  const [first = ''] = fonts.toLowerCase().split(',');
  return CHINESE_MONOSPACE.some((name) => first.includes(name));
}
