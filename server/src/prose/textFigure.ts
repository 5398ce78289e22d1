// The figures of a sentence: Arabic and Chinese numerals with scale and measure word.
import { CharKinds } from '../text/charKinds.js';
import { isHalfWidthDigit } from '../text/digits.js';
import { isNumeralAt, NUMERAL_STARTS, numeralValue } from '../text/numerals.js';

/** A number in running text that counts something; dates, ordinals and document numbers are none. */
export interface TextFigure {
  /** From its first digit … */
  readonly start: number;
  /** … to the end of the digits (万 included) … */
  readonly numberEnd: number;
  /** … and of the measure word. */
  readonly end: number;
  readonly value: number;
  /** 件, 条, %, 元 …; `''` where none is written. */
  readonly measure: string;
  /** 1, or 1e4 and 1e8 where 万 or 亿 is written. */
  readonly scale: number;
  /** Decimals written. */
  readonly decimals: number;
  /** 余, 约, 近, 以上, 至少: not to be compared. */
  readonly approximate: boolean;
  /** How many brackets it stands in. */
  readonly depth: number;
}

const MEASURES = new Set(
  '件次 条次 人次 场次 批次 篇次 期次 个百分点 百分点 件 条 份 起 宗 例 项 个 次 篇 期 部 封 家 场 类 种 户 名 人 组 批 处 则 幅 册 本 张 元 倍 %'.split(
    ' ',
  ),
);
/** Behind Chinese numerals only these: 一个, 两项 are turns of phrase too often. */
const CASES = new Set('件次 件 条 份 起 宗 例 次'.split(' '));
const LONGEST_MEASURE = 4;

enum FigureChar {
  None,
  Digit,
  Numeral,
  OpenBracket,
  CloseBracket,
  OpenQuote,
  CloseQuote,
}

const KINDS = new CharKinds<FigureChar>([
  ['0123456789', FigureChar.Digit],
  [NUMERAL_STARTS, FigureChar.Numeral],
  ['（', FigureChar.OpenBracket],
  ['）', FigureChar.CloseBracket],
  ['“《', FigureChar.OpenQuote],
  ['”》', FigureChar.CloseQuote],
]);
const APPROXIMATE_BEFORE = /(?:约|近|超过?|逾|至少|不少于|不低于|不足|大约|将近|达到|突破)$/;
const APPROXIMATE_AFTER = /^(?:以上|以下|以内|左右|上下|之多)/;
/** 一件 in a turn of phrase: 每一件, 第一条, 办好一件事. */
const PHRASE_BEFORE = /[每第同任某唯哪这那逐另统其专前后上下首末再几数百千万\d]$/;
const PHRASE_AFTER = /^[一事龙线心样致并步性]/;
const PERIOD_AFTER = /^(?:工作日|月|小时|自然日|季度|年度|星期)/;

/** All figures of a sentence, in order. */
export function readFigures(text: string): TextFigure[] {
  const figures: TextFigure[] = [];
  let depth = 0;
  let quotes = 0;
  for (let i = 0; i < text.length; i++) {
    const kind = KINDS.at(text, i);
    if (kind === FigureChar.None) continue;
    if (kind === FigureChar.OpenBracket) depth++;
    else if (kind === FigureChar.CloseBracket) depth = Math.max(0, depth - 1);
    else if (kind === FigureChar.OpenQuote) quotes++;
    else if (kind === FigureChar.CloseQuote) quotes = Math.max(0, quotes - 1);
    const isArabic = kind === FigureChar.Digit;
    if (!(isArabic || kind === FigureChar.Numeral) || quotes > 0) continue;
    const end = isArabic ? endOfDigits(text, i) : endOfNumeral(text, i);
    const figure = isArabic ? arabic(text, i, end, depth) : chinese(text, i, end, depth);
    if (figure) figures.push(figure);
    i = (figure?.end ?? end) - 1;
  }
  return figures;
}

function endOfDigits(text: string, start: number): number {
  let end = start;
  while (isDigitAt(text, end)) end++;
  if (text.charAt(end) !== '.' || !isDigitAt(text, end + 1)) return end;
  end++;
  while (isDigitAt(text, end)) end++;
  return end;
}

function isDigitAt(text: string, at: number): boolean {
  return isHalfWidthDigit(text.charCodeAt(at));
}

function endOfNumeral(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && isNumeralAt(text, end)) end++;
  return end;
}

function measureAt(text: string, at: number, measures: ReadonlySet<string>): string {
  for (let length = LONGEST_MEASURE; length > 0; length--) {
    const words = text.slice(at, at + length);
    if (words.length === length && measures.has(words)) return words;
  }
  return '';
}

function arabic(text: string, start: number, digitsEnd: number, depth: number): TextFigure | null {
  const digits = text.slice(start, digitsEnd);
  let numberEnd = digitsEnd;
  let approximate = false;
  const some = () => {
    if (text.charAt(numberEnd) !== '余' && text.charAt(numberEnd) !== '多') return;
    approximate = true;
    numberEnd++;
  };
  some();
  const unit = text.charAt(numberEnd);
  const scale = unit === '万' ? 1e4 : unit === '亿' ? 1e8 : 1;
  if (scale > 1) numberEnd++;
  some();
  const measure = measureAt(text, numberEnd, MEASURES);
  const end = numberEnd + measure.length;
  const next = text.charAt(end);
  if (measure === '' && (scale > 1 || !/^[，、；。）]?$/.test(next) || isYear(digits))) return null;
  if (isRange(text, start, end) || /[第\w.+〔[/·]/.test(text.charAt(start - 1))) return null;
  if (measure === '个' && PERIOD_AFTER.test(text.slice(end, end + 3))) return null;
  return {
    start,
    numberEnd,
    end,
    value: Math.round(Number(digits) * scale * 1e6) / 1e6,
    measure,
    scale,
    decimals: digits.includes('.') ? digits.length - digits.indexOf('.') - 1 : 0,
    approximate: approximate || isApproximate(text, start, end),
    depth,
  };
}

/** 1至2名, 3—5件 */
function isRange(text: string, start: number, end: number): boolean {
  const before = text.charAt(start - 1);
  if (/[-—–~～]/.test(before)) return true;
  if (/[至到]/.test(before) && isDigitAt(text, start - 2)) return true;
  return /[至到\-—–~～]/.test(text.charAt(end)) && isDigitAt(text, end + 1);
}

function chinese(
  text: string,
  start: number,
  numeralEnd: number,
  depth: number,
): TextFigure | null {
  const more = text.charAt(numeralEnd) === '余' || text.charAt(numeralEnd) === '多';
  const numberEnd = more ? numeralEnd + 1 : numeralEnd;
  const measure = measureAt(text, numberEnd, CASES);
  if (measure === '') return null;
  const end = numberEnd + measure.length;
  const value = numeralValue(text.slice(start, numeralEnd));
  if (value === null || PHRASE_BEFORE.test(text.charAt(start - 1))) return null;
  if (PHRASE_AFTER.test(text.charAt(end))) return null;
  return {
    start,
    numberEnd,
    end,
    value,
    measure,
    scale: 1,
    decimals: 0,
    approximate: more || isApproximate(text, start, end),
    depth,
  };
}

function isYear(digits: string): boolean {
  return /^(?:19|20)\d\d$/.test(digits);
}

function isApproximate(text: string, start: number, end: number): boolean {
  return (
    APPROXIMATE_BEFORE.test(text.slice(Math.max(0, start - 3), start)) ||
    APPROXIMATE_AFTER.test(text.slice(end, end + 2))
  );
}
