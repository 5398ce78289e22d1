// Giving a misspelled or reworded label of the form its official words back.
import type { TextEdit } from '../text/edit.js';
import { trimmed } from '../text/span.js';
import type { Label, Table } from './report.js';

/** The labels of a table: group heads, column heads, rows. */
export function labelsIn({ groups, columns, rows }: Table): readonly Label[] {
  return [...groups, ...columns, ...rows.map(({ label }) => label)];
}

/** The form's words for a label that has others; null where nothing is to be done. */
export function labelEdit(text: string, { match, words, official }: Label): TextEdit | null {
  return match === 'near' ? { span: core(text, words), newText: official } : null;
}

/** The words without a note in brackets behind them, which stays as it is. */
function core(text: string, { start, end }: Label['words']) {
  const note = text.slice(start + 1, end).search(/[（(]/);
  return note < 0 ? { start, end } : trimmed(text, { start, end: start + 1 + note });
}
