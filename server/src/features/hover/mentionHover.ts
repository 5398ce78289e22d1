// What the tables say to a figure of the running text: the same, or something else.

import { SECTIONS, tableOf, unitOf } from '../../form/formats.js';
import type { Mention } from '../../judging/mentions.js';
import { cellName } from '../../judging/names.js';
import { templateInForce } from '../../judging/relations.js';
import type { Cell, Report } from '../../report/report.js';

/** 表三“一、本年新收…”的“总计”：14 ✓, one line for each thing that the words say. */
export function mentionHover(report: Report, mentions: readonly Mention[]): string {
  return mentions.map((mention) => describeMention(report, mention)).join('\n\n');
}

function describeMention(
  report: Report,
  { statement: { subject }, cells, value, agrees }: Mention,
): string {
  const { section } = tableOf(templateInForce(report), subject.table);
  const table = `表${SECTIONS[section - 1]?.numeral}`;
  const [only, ...more] = cells as readonly [Cell, ...Cell[]];
  const unit = unitOf(subject.table, only.row, only.column) === 'amount' ? ' 万元' : '';
  const names = cells.map((cell) => cellName(report, subject.table, cell)).join('、');
  if (value === null) return `${table}${names}：空白或读不出，无法核对`;
  const sum = cells.reduce((total, cell) => total + (cell.value ?? 0), 0);
  const less = sum === value ? '' : ` - ${sum - value}`; // some ways to count leave applications out
  const terms = `${cells.map((cell) => cell.value).join(' + ')}${less}`;
  const told = `${more.length > 0 || less !== '' ? `${terms} = ` : ''}${value}${unit}`;
  if (agrees === null) return `${table}${names}：${told}`;
  return agrees ? `${table}${names}：${told} ✓` : `${table}${names}：表中是 ${told} ✗`;
}
