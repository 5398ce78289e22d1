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

/** Of these, those for terminals: quotation marks and dashes are half as wide. */
const NARROW_QUOTES = ['sarasa term', 'sarasa fixed'];

/** Whether a list of fonts begins with one whose Chinese letters are just as wide as two others. */
export function isChineseMonospace(fonts: string): boolean {
  return beginsWith(fonts, CHINESE_MONOSPACE);
}

/** Whether it begins with one whose quotation marks and dashes are as wide as Chinese letters. */
export function hasWideQuotes(fonts: string): boolean {
  return isChineseMonospace(fonts) && !beginsWith(fonts, NARROW_QUOTES);
}

function beginsWith(fonts: string, names: readonly string[]): boolean {
  const [first = ''] = fonts.toLowerCase().split(',');
  return names.some((name) => first.includes(name));
}
