// Reports → units: of several files of one unit (a Word file and its PDF, a draft and what it became) one
// counts, table by table, if none of them contradicts another; else none does.
import { formCells, TABLE_KEYS, type TableKey, tableOf, templateOfYear } from '../form/formats.js';
import { isCopyName } from '../text/fileNames.js';
import type { UnitReport, UnitTable } from './unitReport.js';

/** A unit with what it gives to the sum. */
export interface CountedUnit extends UnitReport {
  /** Other files with its report on the year, of which nothing more was taken. */
  readonly others: readonly string[];
}

/** The units of reports on one year, in the order of their first files. */
export function unitsOf(reports: readonly UnitReport[]): CountedUnit[] {
  const groups = new Map<string, UnitReport[]>();
  reports.forEach((report, i) => {
    // whose report it is that names no organ, nobody knows: it is one of its own
    const key = report.organ ?? `\n${i}`;
    const group = groups.get(key);
    if (group) group.push(report);
    else groups.set(key, [report]);
  });
  return [...groups.values()].map(oneUnit);
}

function oneUnit(reports: readonly UnitReport[]): CountedUnit {
  const [only, another] = reports as [UnitReport, ...UnitReport[]];
  if (!another) return { ...only, others: [] };
  const isCopy = ({ path }: UnitReport) => isCopyName(path.replace(/^.*[\\/]/, ''));
  const ranked = [...reports.filter((one) => !isCopy(one)), ...reports.filter(isCopy)];
  const tables = Object.fromEntries(TABLE_KEYS.map((key) => [key, agreed(ranked, key)]));
  const counted = ranked.find((one) => TABLE_KEYS.some((key) => one.tables[key] === tables[key]));
  const main = counted ?? (ranked[0] as UnitReport);
  return {
    ...main,
    tables: tables as Record<TableKey, UnitTable>,
    others: reports.filter((one) => one !== main).map(({ path }) => path),
  };
}

/** The first of the tables that can be added up; none if two of them say different figures. */
function agreed(reports: readonly UnitReport[], key: TableKey): UnitTable {
  const [first] = reports as [UnitReport];
  const cells = formCells(tableOf(templateOfYear(first.year), key));
  const merged = cells.map((_, i) => {
    const known = reports.flatMap(({ tables }) => tables[key].figures[i] ?? []);
    return known.length > 0 && known.every((figure) => figure === known[0])
      ? (known[0] as number)
      : null;
  });
  const isContradicted = merged.some(
    (figure, i) => figure === null && reports.some(({ tables }) => tables[key].figures[i] !== null),
  );
  if (!isContradicted)
    return (reports.find(({ tables }) => tables[key].unfit === null) ?? first).tables[key];
  const files = reports.map(({ path }) => path).join('、');
  return {
    figures: merged,
    spans: [],
    unfit: `这个单位有 ${reports.length} 份报告（${files}），数字不同，看不出哪一份是对的`,
  };
}
