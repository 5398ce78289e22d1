// A table label that is misspelled or reworded.

import type { CellRef, Finding } from '../../findings/finding.js';
import { ALL_FORMATS, type TemplateId, templateOfYear } from '../../form/formats.js';
import { counterpart } from '../../judging/counterpart.js';
import { rowName } from '../../judging/names.js';
import type { Label, Report, Row, Table } from '../../report/report.js';
import { isSureSlip, labelEdit, labelsIn } from '../../writing/labelEdit.js';
import { example } from '../examples.js';
import { MAYBE, replace } from '../fixes.js';
import type { Rule } from '../rule.js';

const outcomes = () =>
  example('requests', { '3.1': '0 0 0 0 0 0 0', '3.2': '0 0 0 0 0 0 0', '3.3.1': '0 0 0 0 0 0 0' });

export const label: Rule = {
  id: 'label',
  severity: 'warning',
  docs: () => ({
    title: '表格的行名、列名写错',
    english: 'Wrong row or column label',
    what: '表格里规定的行名、列名有错别字或换了说法，如“（二）不分公开”应为“（二）部分公开”。',
    why: '行名、列名由格式统一规定。空格、全半角括号、编号写法、后面的说明不同，都不算错。',
    how: '快速修复换成规定的文字，编号和数不动。只错个别字的属于安全修复；只有半截、多了字、分不清是哪一行的，请看过再改。',
    invalid: [
      { note: '不分公开', text: outcomes().replace('部分公开', '不分公开') },
      { note: '自燃人', text: outcomes().replace('自然人', '自燃人') },
    ],
    valid: [
      { note: '规定的文字', text: outcomes() },
      {
        note: '半角括号、没有后面的说明',
        text: outcomes().replace(/（二）部分公开（[^）]*）/, '(二) 部分公开'),
      },
      {
        note: '字间有空格',
        text: outcomes().replace('本年度办理结果', '本 年 度 办 理 结 果'),
      },
    ],
  }),
  *check(report) {
    for (const table of Object.values(report.tables)) yield* wrongLabels(report, table);
  },
};

function* wrongLabels(report: Report, table: Table): Iterable<Finding> {
  const lineOf = ({ span }: Label) => report.lines.lineAt(span.start);
  const slips = labelsIn(table).filter(isSlip);
  const lines = slips.map(lineOf);
  // two slips on a line, or no figures behind one: the row may be torn
  const isAlone = (one: Label) =>
    lines.filter((line) => line === lineOf(one)).length < 2 && !hasWordsBehind(report, one);
  for (const group of table.groups.filter(isSlip))
    yield* reportLabel(report, table, group, {}, isAlone(group));
  for (const column of table.columns.filter(isSlip))
    yield* reportLabel(report, table, column, { column: column.key });
  yield* nameless(report, table);
  for (const row of table.rows) {
    if (!isSlip(row.label)) continue;
    const isWhole = row.cells.size > 0 && isAlone(row.label);
    yield* reportLabel(report, table, row.label, { row: row.key }, isWhole);
  }
}

function isSlip({ match }: Label): boolean {
  return match === 'near';
}

/** Rows without a label; where a row has no line of its own, or no heads, it is the text that was torn. */
function* nameless(report: Report, { key, layout, rows, columns }: Table): Iterable<Finding> {
  if (layout === 'lines' || layout === 'space' || columns.length === 0) return;
  const isNameless = (row: Row | undefined) => row?.label.match === 'implied';
  for (let at = 0; at < rows.length; at++) {
    let end = at;
    while (isNameless(rows[end])) end++;
    const [first, last] = [rows[at], rows[end - 1]];
    if (!first || !last || end === at) continue;
    const name = (row: Row) => `“${rowName(report, key, row.key)}”`;
    const names = end - at === 1 ? name(first) : `${name(first)}至${name(last)}`;
    const many = end - at === 1 ? '这一行' : `这 ${end - at} 行`;
    yield {
      span: first.label.words,
      message: `${many}没有行名，按前后各行应是${names}。`,
      at: { table: key, row: first.key },
    };
    at = end;
  }
}

/** A row without figures may be one that was torn: it is not fixed unasked. */
function* reportLabel(
  report: Report,
  table: Table,
  slip: Label,
  at: Omit<CellRef, 'table'>,
  isWhole = true,
): Iterable<Finding> {
  const { text } = report;
  const { official } = slip;
  const edit = labelEdit(text, slip);
  if (!edit) return;
  const written = text.slice(edit.span.start, edit.span.end);
  const format = wantedFormat(report);
  const isOfFormat = format === null || slip.templates.includes(format);
  const right = isOfFormat ? official : (counterpart(table, slip, at.row, format) ?? official);
  if (right === written) return;
  const isSure =
    isWhole && isOfFormat && tellsNothing(report, slip) && isSureSlip(text, written, slip);
  const maybe = isOfFormat && !slip.isGuess ? '' : MAYBE;
  yield {
    span: edit.span,
    message: `“${written}”${maybe}应为“${right}”（格式规定的文字）。`,
    at: { table: table.key, ...at },
    fixes: [replace(edit.span, right, `改为“${right}”`, isSure)],
  };
}

/**
 * The format that a label is meant to be of: the one that all others are of, though it may be out of date, for
 * one word of the new would mix the two; else that of the year.
 */
function wantedFormat({ year, template }: Report): TemplateId | null {
  if (template !== null && template !== 'mixed') return template;
  return year === null ? null : templateOfYear(year);
}

/** Whether words follow on the line of a label; where blanks part the cells, they may be part of it. */
function hasWordsBehind({ text, lines }: Report, { span: { end } }: Label): boolean {
  const line = lines.lineSpanAt(end);
  const isParted = /[\t|｜]/.test(text.slice(line.start, line.end));
  return !isParted && /[\u4e00-\u9fff]/.test(text.slice(end, line.end));
}

/** Whether the words of a label, once they are right, tell nothing of formats that is not told yet. */
function tellsNothing({ year, template }: Report, { templates }: Label): boolean {
  if (templates.length === ALL_FORMATS.length) return true;
  const isOutdated = year !== null && !templates.includes(templateOfYear(year));
  return (
    !isOutdated && (template === 'mixed' || (template !== null && templates.includes(template)))
  );
}
