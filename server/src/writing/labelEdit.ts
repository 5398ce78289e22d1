// Giving a misspelled or reworded label of the form its official words back.

import type { Label, Table } from '../report/report.js';
import type { TextEdit } from '../text/edit.js';
import { isLeftOpen } from '../text/enclosed.js';
import { foldWords } from '../text/fold.js';
import { trimmed } from '../text/span.js';

/** The labels of a table: group heads, column heads, rows. */
export function labelsIn({ groups, columns, rows }: Table): readonly Label[] {
  return [...groups, ...columns, ...rows.map(({ label }) => label)];
}

/** The form's words for a label that has others; null where nothing is to be done. */
export function labelEdit(text: string, label: Label): TextEdit | null {
  return label.match === 'near' ? { span: core(text, label), newText: label.official } : null;
}

/** The words without marks of Markdown and a note in brackets behind them, which stay as they are. */
function core(text: string, { words: { start, end: whole }, official }: Label) {
  let end = whole;
  while (end > start && '*_# \t'.includes(text.charAt(end - 1))) end--;
  // the brackets of a caption hold its number
  const note = official.includes('（') ? -1 : text.slice(start + 1, end).search(/[（(]/);
  return note < 0 ? { start, end } : trimmed(text, { start, end: start + 1 + note });
}

/** The number of another label. */
const NUMBER = /[（(][一二三四五六七八九十]{1,3}[）)]/;
/** A number whose words are these, in a cell or a line of its own. */
const NUMBER_ABOVE =
  /(?:[（(][一二三四五六七八九十]{1,3}[）)]|[\d一二三四五六七八九十][、.．])[\s|｜]*$/;

/**
 * Whether official words in place of these can only be right: not where a part of the label may stand
 * elsewhere, and not where more than a doubled character would be lost.
 */
export function isSureSlip(text: string, written: string, label: Label): boolean {
  const { official, isGuess, span, words } = label;
  if (isGuess || NUMBER_ABOVE.test(text.slice(Math.max(0, span.start - 16), span.start)))
    return false;
  const whole = text.slice(words.start, words.end);
  const isCaption = official.includes('（');
  // a note that goes on elsewhere, or another label taken for one
  if (isLeftOpen(whole) || (!isCaption && NUMBER.test(whole))) return false;
  // （予）予以公开: what is marked off like a number may be one with a slip in it
  if (!isCaption && MARKED_OFF.test(written)) return false;
  const [own, right] = [foldWords(written), foldWords(official)];
  if (own.length > right.length) return isDoubled(own, right);
  const isCut = own.length < right.length && (right.startsWith(own) || right.endsWith(own));
  return !isCut || isCaption;
}

const MARKED_OFF = /^[^\p{Script=Han}\d]?.{1,3}[）)】〕、.．]/u;

/** Whether one of two equal neighbours less makes one text of the other. */
function isDoubled(long: string, short: string): boolean {
  for (let i = 1; i < long.length; i++)
    if (long[i] === long[i - 1] && long.slice(0, i) + long.slice(i + 1) === short) return true;
  return false;
}
