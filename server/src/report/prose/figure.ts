// The figures of a sentence: Arabic and Chinese numerals with scale and measure word.
import { numeralValue } from '../../text/numerals.js';

/** A number in running text that counts something; dates, ordinals and document numbers are none. */
export interface Figure {
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

const MEASURES =
  '件次|条次|人次|场次|批次|篇次|期次|个百分点|百分点|件|条|份|起|宗|例|项|个|次|篇|期|部|封|家|场|类|种|户|名|人|组|批|处|则|幅|册|本|张|部|元|倍|%';
const ARABIC = new RegExp(`(\\d+(?:\\.\\d+)?)([余多])?(万|亿)?([余多])?(${MEASURES})?`, 'y');
const CHINESE =
  /([零〇一二两三四五六七八九十][零〇一二两三四五六七八九十百千万]*)(余|多)?(件次|件|条|份|起|宗|例|次)/y;

/** What a character may begin: 1 Arabic digits, 2 a Chinese numeral, 3 to 6 brackets and quotes. */
const BEGINS = new Uint8Array(0x10000);
for (const [sign, chars] of [
  '',
  '0123456789',
  '零〇一二两三四五六七八九十',
  '（',
  '）',
  '“《',
  '”》',
].entries())
  for (const char of chars) BEGINS[char.charCodeAt(0)] = sign;
const APPROXIMATE_BEFORE = /(?:约|近|超过?|逾|至少|不少于|不低于|不足|大约|将近|达到|突破)$/;
const APPROXIMATE_AFTER = /^(?:以上|以下|以内|左右|上下|之多)/;
/** 一件 in a turn of phrase: 每一件, 第一条, 办好一件事. */
const PHRASE_BEFORE = /[每第同任某唯哪这那逐另统其专前后上下首末再几数百千万\d]$/;
const PHRASE_AFTER = /^[一事龙线心样致并步]/;
const PERIOD_AFTER = /^(?:工作日|月|小时|自然日|季度|年度|星期)/;

/** All figures of a sentence, in order. */
export function readFigures(text: string): Figure[] {
  const figures: Figure[] = [];
  let depth = 0;
  let quotes = 0;
  for (let i = 0; i < text.length; i++) {
    const sign = BEGINS[text.charCodeAt(i)] as number;
    if (sign === 0) continue;
    if (sign === 3) depth++;
    else if (sign === 4) depth = Math.max(0, depth - 1);
    else if (sign === 5) quotes++;
    else if (sign === 6) quotes = Math.max(0, quotes - 1);
    if (sign > 2 || quotes > 0) continue;
    const pattern = sign === 1 ? ARABIC : CHINESE;
    pattern.lastIndex = i;
    const match = pattern.exec(text);
    if (!match) continue;
    const figure = sign === 1 ? arabic(text, match) : chinese(text, match);
    if (figure) figures.push({ ...figure, depth });
    i += match[0].length - 1;
  }
  return figures;
}

function arabic(text: string, match: RegExpExecArray): Omit<Figure, 'depth'> | null {
  const { index: start } = match;
  const [whole, digits = '', some, scaled, more, measure = ''] = match;
  const end = start + whole.length;
  const before = text.charAt(start - 1);
  const next = text.charAt(end);
  if (/[第\w.+\-—–~～〔[/·]/.test(before)) return null;
  // 1至2名, 3—5件: a range
  if (/[至到]/.test(before) && /\d/.test(text.charAt(start - 2))) return null;
  if (/[至到\-—–~～]/.test(next) && /\d/.test(text.charAt(end + 1))) return null;
  if (measure === '' && (scaled || !/[，、；。）]|^$/.test(next) || isYear(digits))) return null;
  if (measure === '个' && PERIOD_AFTER.test(text.slice(end, end + 3))) return null;
  const scale = scaled === '万' ? 1e4 : scaled === '亿' ? 1e8 : 1;
  return {
    start,
    numberEnd: end - measure.length,
    end,
    value: Math.round(Number(digits) * scale * 1e6) / 1e6,
    measure,
    scale,
    decimals: digits.includes('.') ? digits.length - digits.indexOf('.') - 1 : 0,
    approximate: Boolean(some || more) || isApproximate(text, start, end),
  };
}

function chinese(text: string, match: RegExpExecArray): Omit<Figure, 'depth'> | null {
  const { index: start } = match;
  const [whole, numeral = '', more, measure = ''] = match;
  const end = start + whole.length;
  const value = numeralValue(numeral);
  if (value === null || PHRASE_BEFORE.test(text.slice(start - 1, start))) return null;
  if (PHRASE_AFTER.test(text.charAt(end))) return null;
  return {
    start,
    numberEnd: end - measure.length,
    end,
    value,
    measure,
    scale: 1,
    decimals: 0,
    approximate: Boolean(more) || isApproximate(text, start, end),
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
