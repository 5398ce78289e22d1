// The page of an official document by GB/T 9704—2012, in the units of Word: twentieths of a point for
// lengths, half points for sizes of type.

/** A4. */
export const PAGE = { width: 11906, height: 16838 };
/** 37 mm above, 28 mm to the left; what is written is 156 mm by 225 mm. */
export const MARGINS = { top: 2098, right: 1474, bottom: 1984, left: 1588 };
/** From the edge to the page number, which stands 7 mm below the text. */
export const FOOTER = 1247;
/** 156 mm. */
export const BODY_WIDTH = PAGE.width - MARGINS.left - MARGINS.right;

/** 三号, 二号, 四号. */
export const SIZE = { body: 32, title: 44, footer: 28 };
/** 28 points: 22 lines a page. */
export const LINE = 560;
export const TITLE_LINE = 700;
/** The width of a character of running text. */
export const CHARACTER = 320;

/** A font, and what takes its place where it is not installed. Fonts are named only. */
export interface NamedFont {
  readonly name: string;
  readonly others: readonly string[];
  /** Its digits and letters. */
  readonly latin: string;
  readonly family: 'roman' | 'swiss' | 'script' | 'modern';
}

const TIMES = 'Times New Roman';

export const FONTS = {
  body: {
    name: '仿宋_GB2312',
    others: ['仿宋', 'FangSong_GB2312', 'FangSong', 'STFangsong', '华文仿宋'],
    latin: TIMES,
    family: 'modern',
  },
  title: {
    name: '方正小标宋简体',
    others: ['方正小标宋_GBK', 'FZXiaoBiaoSong-B05S', '华文中宋', 'STZhongsong', '宋体'],
    latin: '方正小标宋简体',
    family: 'script',
  },
  heading: { name: '黑体', others: ['SimHei', 'STHeiti'], latin: '黑体', family: 'modern' },
  lead: {
    name: '楷体_GB2312',
    others: ['楷体', 'KaiTi_GB2312', 'KaiTi', 'STKaiti'],
    latin: TIMES,
    family: 'modern',
  },
  table: { name: '宋体', others: ['SimSun', 'STSong'], latin: TIMES, family: 'roman' },
  footer: { name: '宋体', others: ['SimSun', 'STSong'], latin: '宋体', family: 'roman' },
} as const satisfies Readonly<Record<string, NamedFont>>;

/** How many characters wide a text is: digits and letters take half of one. */
export function charactersIn(text: string): number {
  let halves = 0;
  for (const char of text) halves += char < '\u0100' ? 1 : 2;
  return halves / 2;
}
