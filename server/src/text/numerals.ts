// Chinese numerals as headings, years and counts use them.
import { CharKinds } from './charKinds.js';
import { ideographOf, isRadical, withoutRadicals } from './radicals.js';

const DIGITS = '〇一二三四五六七八九';
const ALSO = new Map([
  ['零', 0],
  ['○', 0],
  ['两', 2],
]);

const UNITS = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);

/** The characters of Chinese numerals. */
export const NUMERALS = `${DIGITS}${[...ALSO.keys()].join('')}十百千万亿`;

/** What a numeral in running text begins with: ○ is a place to fill in as often, 百 and 万 a turn of phrase. */
export const NUMERAL_STARTS = `${DIGITS}零两十`;

const KINDS = new CharKinds<1>([[NUMERALS, 1]]);

/** Whether the character at a place can stand in a Chinese numeral. */
export function isNumeralAt(text: string, at: number): boolean {
  if (KINDS.at(text, at) === 1) return true;
  return isRadical(text.charCodeAt(at)) && NUMERALS.includes(ideographOf(text.charAt(at)));
}

/** Whether a character can stand in a Chinese numeral. */
export function isNumeral(char: string): boolean {
  return isNumeralAt(char, 0);
}

/** 三 → 3, 十二 → 12, 一百零三 → 103, 二〇二一 → 2021; null if it is no numeral. */
export function numeralValue(text: string): number | null {
  if (text === '') return null;
  let total = 0;
  let section = 0;
  let digits: number | null = null;
  for (const char of withoutRadicals(text)) {
    const at = DIGITS.indexOf(char);
    const digit = at >= 0 ? at : ALSO.get(char);
    if (digit !== undefined) {
      digits = digits === null || digits === 0 ? digit : digits * 10 + digit;
      continue;
    }
    const unit = UNITS.get(char);
    if (unit) {
      section += (digits ?? (unit === 10 ? 1 : 0)) * unit;
    } else if (char === '万' || char === '亿') {
      total = (total + section + (digits ?? 0)) * (char === '万' ? 1e4 : 1e8);
      section = 0;
    } else {
      return null;
    }
    digits = null;
  }
  return total + section + (digits ?? 0);
}

/** 1 → 一, 12 → 十二; for headings, 1 to 99. */
export function toNumeral(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const head = tens === 0 ? '' : tens === 1 ? '十' : `${DIGITS.charAt(tens)}十`;
  return head + (ones === 0 && tens > 0 ? '' : DIGITS.charAt(ones));
}
