// Reading the figure in a table cell. Unknown is not zero: what cannot be read beyond doubt is null.

import type { ColumnSpec } from '../form/formats.js';
import type { CellFlaw } from '../report/report.js';
import { isFullWidthDigit, isHalfWidthDigit, toHalfWidth } from '../text/digits.js';
import { numeralValue } from '../text/numerals.js';
import { isRadical, withoutRadicals } from '../text/radicals.js';
import type { Span } from '../text/span.js';

export interface CellFigure {
  readonly value: number | null;
  readonly flaw: CellFlaw | null;
}

type Unit = ColumnSpec['unit'];

const PLACEHOLDER =
  /^(?:[/／\\\-－—–_·.。*×xX~～]+|无|没有|暂无|无此项|未发生|未开展|[不未]涉及|不适用|空|null|n\/?a)$/i;
const MINUS = /^[-－−–—]/;
const NUMBER = /\d+(?:,\d{3})*(?:\.\d+)?/g;
/** Words in place of a figure that say nothing of how many. */
const NO_FIGURE = /^(?:未统计|不详|若干|详?见附[件表])$/;
/** Ideographs that a value can begin with. */
const VALUE_WORDS = '无没空约共计零〇暂未不若详见';
/** What a count in characters begins with; alone, it may begin a label. */
const NUMERALS_AHEAD = '一二两三四五六七八九十百';

/** What may stand around the number of a value: a sign, one or two numbers, a measure word, a note. */
const BESIDE_NUMBER =
  /^[-+−–—±约≈共计]?\s*\d[^一-鿿（(]*(?:万元|亿元|万|元|件次|人次|[件条个项宗份人起次例部])?(?:[（(][^（）()]*[）)])?$/;
const MEASURE = /^(?:万元|件次|件|条|个|项|宗|份|人次|人|起|次|例|部)?$/;
/** A count in characters: 零, 五件, 十二（件）. 一 alone may be a dash. */
const IN_CHARACTERS =
  /^(零|〇|[二两三四五六七八九十]|[〇零一二两三四五六七八九十百千]{2,7}|一(?=[件条个项宗份人起次例（(]))(?:[（(]?[件条个项宗份人起次例][）)]?)?$/;

/** Reads a trimmed cell under a column of the given unit. */
export function readFigure(text: string, { start, end }: Span, unit: Unit): CellFigure {
  if (start === end) return { value: null, flaw: 'blank' };
  const length = end - start;
  const first = text.charCodeAt(start);
  if (length === 1 && isHalfWidthDigit(first)) return { value: first - 0x30, flaw: null };
  const written = withoutRadicals(text.slice(start, end));
  if (/^\d+$/.test(written)) return { value: Number(written), flaw: null };
  return readUnusual(written, unit);
}

/** Whether a cell holds a figure or stands for one (blank excluded): it is a value, not a label. */
export function isValue(text: string, { start, end }: Span): boolean {
  const code = text.charCodeAt(start);
  if (end - start === 1 && isHalfWidthDigit(code)) return true;
  // 无, 没有 and 约 stand before a value; other ideographs begin a label
  if (end - start > 16 || isRadical(code)) return false;
  if (code >= 0x4e00 && code <= 0x9fff && !VALUE_WORDS.includes(text.charAt(start)))
    return (
      end - start > 1 &&
      NUMERALS_AHEAD.includes(text.charAt(start)) &&
      isInCharacters(text.slice(start, end))
    );
  let digits = 0;
  let wide = 0;
  for (let i = start; i < end; i++) {
    const each = text.charCodeAt(i);
    if (isHalfWidthDigit(each)) digits++;
    else if (isFullWidthDigit(each)) wide++;
  }
  if (digits === end - start) return true;
  const written = withoutRadicals(text.slice(start, end));
  if (digits + wide === 0)
    return PLACEHOLDER.test(written) || NO_FIGURE.test(written) || isInCharacters(written);
  const plain = plainWidth(written).replace(/\*/g, '');
  // 3. is the numbering of a label
  if (/^\d{1,2}[.、)]$/.test(plain)) return false;
  return BESIDE_NUMBER.test(plain) || /^[+\-\d().\s]+$/.test(plain);
}

/** Whether a count is written in characters: 零, 五件. Where labels stand, 三 may begin one. */
export function isInCharacters(written: string): boolean {
  if (written.length > LONGEST_COUNT || written.charCodeAt(0) < FIRST_NUMERAL) return false;
  return IN_CHARACTERS.test(written.replace(/\s/g, ''));
}

const LONGEST_COUNT = 12;
/** 〇; figures and marks come before it. */
const FIRST_NUMERAL = 0x3007;

/** Markdown's backslash before a mark. */
const ESCAPED = /\\(?=[!-/:-@[-`{-~])/g;
const EMPHASIS = /^(?:\*\*(.+)\*\*|\*(.+)\*|__(.+)__|_(.+)_)$/;

function readUnusual(written: string, unit: Unit): CellFigure {
  if (PLACEHOLDER.test(written)) return { value: null, flaw: 'placeholder' };
  let flaw: CellFlaw | null = null;
  // Markdown emphasis around a total is layout, not part of the figure
  let plain = written.replace(ESCAPED, '').replace(EMPHASIS, '$1$2$3$4').trim();
  const narrow = plainWidth(plain);
  if (narrow !== plain) {
    plain = narrow;
    flaw = 'width';
  }
  const negative = MINUS.test(plain);
  const unsigned = plain.replace(/^[-－−–—+]\s*/, '');
  const signed = unsigned !== plain;
  const numbers = unsigned.match(NUMBER);
  const inCharacters = numbers ? null : IN_CHARACTERS.exec(unsigned.replace(/\s/g, ''));
  if (inCharacters) return { value: numeralValue(inCharacters[1] ?? ''), flaw: 'unit' };
  if (numbers?.length !== 1) return { value: null, flaw: 'words' };
  const digits = numbers[0] as string;
  const beside = unsigned.replace(digits, '').replace(/\s/g, '');
  const rest = beside.replace(/^[共计]/, '').replace(/^[（(](.*)[）)]$/, '$1');
  // 元 under an amount in 万元 may be either: not beyond doubt
  if (!MEASURE.test(rest) || (rest === '万元' && unit !== 'amount'))
    return { value: null, flaw: 'words' };
  const value = Number(digits.replaceAll(',', '')) * (negative ? -1 : 1);
  if (rest !== '' || digits.includes(',')) flaw = 'unit';
  if (negative && unit !== 'change') flaw = 'negative';
  else if (signed && !negative && unit !== 'change') flaw ??= 'unit';
  if (!Number.isInteger(value) && unit !== 'amount') flaw = 'fraction';
  return { value: value === 0 ? 0 : value, flaw };
}

/** Full-width digits and signs as half-width. Marks that are no part of a number (／ ＊ （) stay words. */
function plainWidth(text: string): string {
  return text.replace(/[０-９．，＋－]+/g, toHalfWidth);
}
