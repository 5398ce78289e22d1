// Characters that Word takes out of the fonts of symbols: the sign that is seen.

/** Code of the font → sign; those that forms and lists have. */
const WINGDINGS: Readonly<Record<string, string>> = {
  '21': '✏',
  '22': '✂',
  '28': '☎',
  '2a': '✉',
  '3f': '✍',
  '46': '☞',
  '4a': '☺',
  '6c': '●',
  '6d': '❍',
  '6e': '■',
  '6f': '□',
  '70': '□',
  '71': '□',
  '72': '□',
  '73': '◆',
  '74': '◆',
  '75': '◆',
  '76': '❖',
  '77': '◆',
  '7b': '❀',
  a1: '○',
  a4: '◉',
  a7: '■',
  a8: '□',
  ab: '★',
  d8: '➢',
  df: '←',
  e0: '→',
  e1: '↑',
  e2: '↓',
  e8: '➔',
  f0: '⇨',
  fb: '×',
  fc: '√',
  fd: '☒',
  fe: '☑',
};
const SYMBOL: Readonly<Record<string, string>> = {
  '2a': '*',
  '2b': '+',
  '2d': '-',
  '61': 'α',
  '62': 'β',
  '6d': 'μ',
  a3: '≤',
  b0: '°',
  b1: '±',
  b3: '≥',
  b4: '×',
  b7: '·',
  b8: '÷',
  b9: '≠',
  bb: '≈',
  d6: '√',
  e5: '∑',
};
const WINGDINGS_2: Readonly<Record<string, string>> = {
  '4f': '×',
  '50': '√',
  '51': '☒',
  '52': '☑',
  '53': '☒',
  '54': '☒',
  a3: '□',
  '2a': '□',
};
/** For a picture of which nothing is known. */
const UNKNOWN = '□';

/** The sign for a character of a font; `code` in hexadecimal, with or without F0 before it. */
export function symbolText(font: string, code: string): string {
  const value = Number.parseInt(code, 16);
  if (!(value >= 0x20) || value > 0xffff) return UNKNOWN;
  const key = (value & 0xff).toString(16);
  const isPrivate = value >= 0xf000 && value <= 0xf0ff;
  if (/^wingdings$/i.test(font)) return WINGDINGS[key] ?? UNKNOWN;
  if (/^wingdings 2$/i.test(font)) return WINGDINGS_2[key] ?? UNKNOWN;
  if (/^symbol$/i.test(font)) return SYMBOL[key] ?? UNKNOWN;
  if (isPrivate || /^(?:wingdings 3|webdings)$/i.test(font)) return UNKNOWN;
  return value >= 0xd800 && value <= 0xdfff ? UNKNOWN : String.fromCharCode(value);
}
