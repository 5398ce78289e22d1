// A table of one format written in another: from the form of 2019 to that in force.
import {
  type CellKey,
  CURRENT,
  columnSpec,
  splitGroups,
  type TemplateId,
  tableOf,
} from '../form/formats.js';
import { cellName } from '../judging/names.js';
import { reread } from '../reading/parse.js';
import type { Cell, Report, Table } from '../report/report.js';
import type { TextEdit } from '../text/edit.js';
import { lineEndOf } from '../text/lines.js';
import { keepsOthers, standsAlone } from './keptFigures.js';
import { writeTable } from './writeTable.js';

/**
 * The edits that write a table in the format due, with the figures that mean the same there; others go into
 * a note behind it. Null where anything could be lost: text between rows, rows that cannot be told apart.
 */
export function inFormat(
  report: Report,
  table: Table,
  due: TemplateId,
): readonly TextEdit[] | null {
  const { lines, text, prose } = report;
  const inside = prose.some(
    (line) => line.span.start >= table.span.start && line.span.end <= table.span.end,
  );
  // text between the rows would be lost
  if (inside || table.unreadable || table.orphans.length > 0) return null;
  if (!standsAlone(report, table)) return null;
  if (table.rows.some(({ misfit }) => misfit)) return null;
  const eol = lineEndOf(text);
  const carried = new Map<Cell, CellKey>();
  const newText = writeTable(table.key, {
    template: due,
    // between spaces a blank cell cannot be seen
    layout: table.layout === 'space' ? 'tab' : table.layout,
    eol,
    fill: (key) => {
      const cell = sameFigure(table, key);
      if (!cell) return isZeroWhole(table, key, due) ? '0' : '';
      carried.set(cell, key);
      return text.slice(cell.span.start, cell.span.end);
    },
  });
  const lost = table.rows
    .flatMap(({ cells }) => [...cells.values()])
    .filter((cell) => !carried.has(cell) && cell.value !== 0 && cell.flaw !== 'blank');
  const span = lines.wholeLines(table.span);
  const edits: TextEdit[] = [{ span, newText: newText + noteOn(report, lost, eol) }];
  const read = reread(report, table, edits);
  if (!read || !keepsOthers(table, read, edits)) return null;
  const after = read.after.find(({ key }) => key === table.key);
  const rows = new Map(after?.rows.map((row) => [row.key, row]));
  for (const [{ value }, { row, column }] of carried)
    if (rows.get(row)?.cells.get(column)?.value !== value) return null;
  return edits;
}

/** The figure of the old table that means the same. */
function sameFigure(table: Table, { row, column }: CellKey): Cell | undefined {
  const cells = table.rows.find(({ key }) => key === row)?.cells;
  const isSame = (cell: Cell) => columnSpec(CURRENT.id, table.key, cell)?.sameAs === column;
  return cells?.get(column) ?? [...(cells?.values() ?? [])].find(isSame);
}

/** A row that was split in several, as 其他处理 in three: only zeros can be. */
function isZeroWhole({ key, rows }: Table, { row, column }: CellKey, due: TemplateId): boolean {
  return splitGroups(tableOf(due, key)).some(
    (group) =>
      group.parts.includes(row) &&
      rows.find((one) => one.key === group.row)?.cells.get(column)?.value === 0,
  );
}

function noteOn(report: Report, lost: readonly Cell[], eol: string): string {
  if (lost.length === 0) return '';
  const listed = lost.map(
    ({ table, row, column, span }) =>
      `${cellName(report, table, { row, column })}${report.text.slice(span.start, span.end)}`,
  );
  return `${eol}${eol}【请核对后删去本行】旧表中没有去处的数：${listed.join('；')}。`;
}
