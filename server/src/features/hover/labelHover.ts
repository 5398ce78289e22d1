// What there is to know of a column head, a group head, a caption or the note in the corner.

import { membersOf, printed, type TableSpec, TOTAL, tableOf } from '../../form/formats.js';
import { CLAUSES, COLUMN_MEANINGS, GROUP_MEANINGS } from '../../form/labelMeanings.js';
import { columnName } from '../../judging/names.js';
import { judge, templateInForce } from '../../judging/relations.js';
import { sumOf } from '../../judging/sums.js';
import type { Label, Report, Table } from '../../report/report.js';
import { equationOf } from '../equation.js';

/** A column head: its meaning, and whether its figures balance. */
export function columnHover(report: Report, { key }: Table, label: Label): string {
  const meaning = COLUMN_MEANINGS[key][label.key] ?? '';
  return hoverOf(label.official, meaning, ofColumn(report, key, label.key));
}

function ofColumn(report: Report, table: Table['key'], column: string): string[] {
  return judge(report)
    .filter(({ relation }) => relation.table === table)
    .filter(({ relation }) => relation.rule === 'balance' || relation.rule === 'outcome-total')
    .filter(
      ({ relation: { anchor }, difference }) => anchor.column === column && difference !== null,
    )
    .map((judgement) => equationOf(report, judgement));
}

/** A group head: its meaning, and what its rows come to; the note: which columns balance. */
export function groupHover(report: Report, table: Table, { key, official }: Label): string {
  const spec = tableOf(templateInForce(report), table.key);
  const head = spec.groups.find((group) => group.key === key);
  const isCaption = spec.blocks.some(({ caption }) => caption === key);
  const meaning =
    GROUP_MEANINGS[key] ?? (isCaption && CLAUSES[key] ? `《条例》${key}：${CLAUSES[key]}` : '');
  const name = head && !head.corner ? printed(head) : official;
  if (head?.corner) return hoverOf('勾稽关系', meaning, [balanceOf(report)]);
  const sum = groupSum(table, spec, key);
  return hoverOf(name, meaning, sum === null ? [] : [`${head?.label ?? official}共 ${sum} 件`]);
}

/** 七列都对得上 ✓, or the columns that do not. */
function balanceOf(report: Report): string {
  const columns = judge(report).filter(({ relation }) => relation.rule === 'balance');
  const held = columns.filter(({ difference }) => difference === 0).length;
  const broken = columns.filter(({ difference }) => difference !== null && difference !== 0);
  if (broken.length > 0)
    return `对不上的列：${broken.map(({ relation }) => columnName(report, relation.table, relation.anchor)).join('、')} ✗`;
  if (held === columns.length) return '各列都对得上 ✓';
  return `对得上 ${held} 列，其余有空白或读不出的数，无法核对`;
}

/** Σ of the column 总计 over the rows of a group; null if one of them is missing or unreadable. */
function groupSum({ rows }: Table, spec: TableSpec, group: string): number | null {
  const members = membersOf(spec, group);
  const cells = members.map(({ key }) => rows.find((row) => row.key === key)?.cells.get(TOTAL));
  return members.length > 0 ? sumOf(cells.map((cell) => cell?.value)) : null;
}

function hoverOf(name: string, meaning: string, lines: readonly string[]): string {
  const parts = [`**${name}**`, meaning, lines.map((line) => `- ${line}`).join('\n')];
  return parts.filter((part) => part !== '').join('\n\n');
}
