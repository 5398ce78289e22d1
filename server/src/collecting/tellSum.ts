// What is said of a sum, in Chinese: what is left out and why, what a county's own report has otherwise, and
// what may have happened.
import {
  type CellKey,
  columnSpec,
  named,
  rowSpec,
  SECTIONS,
  TABLE_KEYS,
  type TableKey,
  type TemplateId,
} from '../form/formats.js';
import { differenceOf } from '../judging/sums.js';
import { headingOf } from '../writing/writeTable.js';
import type { SumComparison } from './compareSum.js';
import type { Mistake } from './explainDifference.js';
import type { CountedUnit } from './oneUnit.js';
import type { ReportSum } from './sumReports.js';

/** Tables of units that are not in the sum, and why; one line for those of a unit with one reason. */
export function leftOut({ units }: ReportSum): string[] {
  return units.flatMap((unit) => {
    const byReason = new Map<string, string[]>();
    for (const key of TABLE_KEYS) {
      const { unfit } = unit.tables[key];
      if (unfit !== null) byReason.set(unfit, [...(byReason.get(unfit) ?? []), tableName(key)]);
    }
    return [...byReason].map(
      ([reason, tables]) => `${unitName(unit)}：${tables.join('、')}的表没有汇总：${reason}`,
    );
  });
}

/** What was added up, but is worth a look: several files of a unit, units without a name, strange figures. */
export function worthALook({ units }: ReportSum): string[] {
  return units.flatMap((unit) => [
    ...(unit.organ === null ? [`${unit.path}：看不出是哪个单位的报告，照样汇总了`] : []),
    ...(unit.others.length > 0 && TABLE_KEYS.some((key) => unit.tables[key].unfit === null)
      ? [`${unitName(unit)}：同一单位还有 ${unit.others.join('、')}，数字对得上的只计一次`]
      : []),
    ...unit.doubts.map((doubt) => `${unitName(unit)}：${doubt}，请核对`),
  ]);
}

/** How many units gave each table. */
export function counted({ year, units }: ReportSum): string {
  const tables = TABLE_KEYS.map((key) => {
    const count = units.filter((unit) => unit.tables[key].unfit === null).length;
    return `${tableName(key)}的 ${count} 张`;
  });
  return `${year} 年的报告有 ${units.length} 个单位，加上了${tables.join('、')}`;
}

/** The cells that differ, and what may have happened; one a line. */
export function compared(sum: ReportSum, comparison: SumComparison): string[] {
  const { template } = sum;
  return [
    ...uncomparedIn(comparison),
    ...comparison.differences.map(({ table, own, sum: summed, ...cell }) => {
      const more = differenceOf(own, summed) as number;
      const by = more > 0 ? `多 ${more}` : `少 ${-more}`;
      return `${tableName(table)}${nameOf(template, table, cell)}：报告是 ${own}，汇总是 ${summed}，报告${by}`;
    }),
    ...explanationsIn(sum, comparison),
    countIn(comparison),
  ];
}

/** The same without the cells: how many there are first, then what may have happened. */
export function toldOfWhole(sum: ReportSum, comparison: SumComparison): string[] {
  return [countIn(comparison), ...explanationsIn(sum, comparison), ...uncomparedIn(comparison)];
}

function countIn({ differences }: SumComparison): string {
  return differences.length === 0
    ? '核对过的各格都与汇总一致'
    : `共有 ${differences.length} 格不一致`;
}

function uncomparedIn({ uncompared, unknown }: SumComparison): string[] {
  return [
    ...uncompared.map((key) => `${tableName(key)}的表没有核对：报告或者汇总里没有`),
    ...(unknown > 0 ? [`报告里有 ${unknown} 格没有填写或者看不清，没有核对`] : []),
  ];
}

function explanationsIn({ template }: ReportSum, { explanations }: SumComparison): string[] {
  return explanations.map(({ tables, alternatives }) => {
    const ways = alternatives.map((mistakes) =>
      mistakes.map((mistake) => told(template, mistake)).join('，又'),
    );
    return `${tables.map(tableName).join('、')}的差数正好相符：可能${ways.join('；或者')}`;
  });
}

function told(template: TemplateId, mistake: Mistake): string {
  switch (mistake.kind) {
    case 'omitted':
      return `漏加了${unitName(mistake.unit)}`;
    case 'twice':
      return `把${unitName(mistake.unit)}加了两次`;
    case 'included':
      return `加上了没有汇总的${unitName(mistake.unit)}`;
    case 'all-included':
      return `加上了没有汇总的 ${mistake.units.length} 个单位（${mistake.units.map(unitName).join('、')}）`;
    case 'slip': {
      const { unit, cell, meant, written } = mistake;
      const whose = unit ? `${unitName(unit)}的` : '合计';
      return `把${whose}${nameOf(template, cell.table, cell)} ${meant} 写成了 ${written}`;
    }
  }
}

/** The organ, with the file where it is told. */
function unitName({ organization, path }: CountedUnit): string {
  return organization === null ? path : `${organization}（${path}）`;
}

/** “三、收到和处理政府信息公开申请情况”. */
function tableName(key: TableKey): string {
  const section = SECTIONS.find(({ table }) => table === key);
  return section ? `“${headingOf(section)}”` : '';
}

function nameOf(template: TemplateId, table: TableKey, cell: CellKey): string {
  const [row, column] = cellWords(template, table, cell);
  return `“${row}”的“${column}”`;
}

/** The row and the column of a cell in the words of the form. */
export function cellWords(
  template: TemplateId,
  table: TableKey,
  cell: CellKey,
): readonly [row: string, column: string] {
  const row = rowSpec(template, table, cell.row);
  const column = columnSpec(template, table, cell);
  return [row ? named(row) : cell.row, column?.label ?? cell.column];
}
