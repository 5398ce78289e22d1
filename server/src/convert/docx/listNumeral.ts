// Numbers as the lists of Word write them: 一 十二 1 a Ⅳ ① 甲.
const HAN = '〇一二三四五六七八九';
const LEGAL = '零壹贰叁肆伍陆柒捌玖';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';

/** Beyond, a number is written in digits: no list of a report is so long. */
const MAX_HAN = 9999;

/** A number in one of Word's formats; in digits if it is another. */
export function listNumeral(number: number, format: string): string {
  switch (format) {
    case 'none':
    case 'bullet':
      return '';
    case 'decimalZero':
      return String(number).padStart(2, '0');
    case 'upperRoman':
      return roman(number);
    case 'lowerRoman':
      return roman(number).toLowerCase();
    case 'upperLetter':
      return letters(number);
    case 'lowerLetter':
      return letters(number).toLowerCase();
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'japaneseCounting':
    case 'ideographLegalTraditional':
      return han(number, HAN, '十百千', '零');
    case 'chineseLegalSimplified':
      return han(number, LEGAL, '拾佰仟', '零', true);
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
    case 'taiwaneseDigital':
      return digits(number, HAN);
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return digits(number, '０１２３４５６７８９');
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return enclosed(number, 0x2460, 20);
    case 'decimalEnclosedParen':
      return enclosed(number, 0x2474, 20);
    case 'decimalEnclosedFullstop':
      return enclosed(number, 0x2488, 20);
    case 'ideographEnclosedCircle':
      return enclosed(number, 0x3280, 10);
    case 'ideographTraditional':
      return STEMS[number - 1] ?? String(number);
    case 'ideographZodiac':
      return BRANCHES[number - 1] ?? String(number);
    case 'numberInDash':
      return `- ${number} -`;
    default: // `001, 002, …` is a format of the user's own
      return String(number).padStart(/^0\d+/.exec(format)?.[0].length ?? 1, '0');
  }
}

function digits(number: number, signs: string): string {
  return String(number).replace(/\d/g, (digit) => signs.charAt(Number(digit)));
}

function enclosed(number: number, first: number, count: number): string {
  return number >= 1 && number <= count ? String.fromCodePoint(first + number - 1) : String(number);
}

/** 1 → A, 26 → Z, 27 → AA, 28 → BB, as Word counts. */
function letters(number: number): string {
  const times = Math.ceil(number / 26);
  if (number < 1 || times > 20) return String(number);
  return String.fromCharCode(0x41 + ((number - 1) % 26)).repeat(times);
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(number: number): string {
  if (number < 1 || number > MAX_HAN) return String(number);
  let rest = number;
  let text = '';
  for (const [value, sign] of ROMAN) {
    text += sign.repeat(Math.floor(rest / value));
    rest %= value;
  }
  return text;
}

/** 十二, 一百零一; `one` says 壹拾 for ten. */
function han(number: number, signs: string, units: string, zero: string, one = false): string {
  if (number < 0 || number > MAX_HAN) return String(number);
  if (number === 0) return signs.charAt(0);
  const figures = String(number);
  let text = '';
  let gap = false;
  for (let i = 0; i < figures.length; i++) {
    const digit = Number(figures[i]);
    if (digit === 0) {
      gap = text !== '';
      continue;
    }
    if (gap) text += zero;
    gap = false;
    const unit = figures.length - 1 - i;
    const isPlainTen = digit === 1 && unit === 1 && text === '' && !one;
    text += (isPlainTen ? '' : signs.charAt(digit)) + (unit > 0 ? units.charAt(unit - 1) : '');
  }
  return text;
}
