// Labels of the form whose marks are not the form's: (一)予以公开, 1、属于国家秘密, 三、 本 年 度 办 理 结 果.
// Only those with all the words right; others are for the quick fixes.

import { FORMATS, type LabelSpec, labelSpecs, type TableKey } from '../../form/formats.js';
import { readNumbering } from '../../form/numbering.js';
import { agrees } from '../../reading/vocabulary.js';
import type { Label, Report, Table } from '../../report/report.js';
import { toHalfWidth } from '../../text/digits.js';
import type { TextEdit } from '../../text/edit.js';
import { isSpace } from '../../text/span.js';

/** The edits that give a table's labels the marks of the form, in any order. */
export function labelFormEdits({ text }: Report, table: Table): TextEdit[] {
  if (table.unreadable) return [];
  const labels = [...table.rows.map(({ label }) => label), ...table.columns, ...table.groups];
  const edits = new Map<number, TextEdit>();
  for (const { match, span, official } of labels) {
    if (match !== 'exact') continue;
    const written = text.slice(span.start, span.end);
    const newText = formOf(table.key, official, written);
    if (newText !== written) edits.set(span.start, { span, newText });
  }
  return [...edits.values()];
}

/** A label as the form prints it; as it is written where more than marks and spaces differs. */
function formOf(table: TableKey, official: Label['official'], written: string): string {
  // in several cells, or in other characters
  if (/[\t\r\n|｜\u2e80-\u2fd5]/.test(written)) return written;
  const numbering = written.startsWith('第')
    ? null
    : readNumbering(written, { start: 0, end: written.length });
  const words = plain(written.slice(numbering?.end ?? 0));
  for (const spec of specs(table).get(official) ?? []) {
    if (numbering && !agrees(spec, numbering)) continue;
    const { label, note } = spec;
    const forms = [label, `${label}（${note}）`, `（${label}）`];
    const form = forms.find((one) => plain(one) === words);
    if (form === undefined) continue;
    const whole = (numbering ? spec.numbering : '') + form;
    // 03、: a figure may have run into the numbering
    if (bare(whole) === bare(written)) return whole;
  }
  return written;
}

/** Letters and digits alone. */
function bare(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
}

/** Without spaces, in half width, and quotation marks all the same. */
function plain(text: string): string {
  let result = '';
  for (const char of text) {
    if (isSpace(char.charCodeAt(0))) continue;
    if ('“”„〝〞＂'.includes(char)) result += '"';
    else result += toHalfWidth(char);
  }
  return result;
}

const known = new Map<TableKey, ReadonlyMap<string, readonly LabelSpec[]>>();

/** The labels of a table by their words. */
function specs(key: TableKey): ReadonlyMap<string, readonly LabelSpec[]> {
  const found = known.get(key);
  if (found) return found;
  const byWords = new Map<string, LabelSpec[]>();
  for (const { tables } of FORMATS)
    for (const { spec } of labelSpecs(tables[key]))
      byWords.set(spec.label, [...(byWords.get(spec.label) ?? []), spec]);
  known.set(key, byWords);
  return byWords;
}
