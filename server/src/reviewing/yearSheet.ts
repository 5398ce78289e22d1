// Units over the years: a figure a row, a year a column, and what is worth asking: what was not carried
// over as it should, and what has jumped.
import { carriedRows, ROW, type TableKey } from '../form/formats.js';
import { grouped } from '../text/grouped.js';
import type { Sheet, SheetPicture, SheetPlace, SheetRow } from '../writing/sheet.js';
import type { FolderReview } from './folderReview.js';
import type { FollowedFigure } from './followedFigures.js';
import type { ReviewedReport } from './reviewedReport.js';

/** A unit's reports, one a year. */
type Years = ReadonlyMap<number, ReviewedReport>;

/** All units of which there are reports on two years at least. */
export function yearSheet({ reports, otherYears }: FolderReview): Sheet {
  const newest = reports.filter(({ twice }) => twice?.age !== 'older');
  const all = [...newest.map(({ report }) => report), ...otherYears];
  const units = [...grouped(all, ({ organ }) => organ).values()].map(byYear);
  const several = units.filter(({ size }) => size > 1);
  const years = [...new Set(several.flatMap((unit) => [...unit.keys()]))].sort((a, b) => a - b);
  return {
    name: '各年',
    heads: [
      ['单位', 16],
      ['项目', 16],
      ...years.map((year) => [`${year} 年`, 6] as const),
      ['值得问一问', 40],
    ],
    rows: several.flatMap((unit) => rowsOf(unit, years)),
    pictures: several.flatMap((unit) => pictureOf(unit, years) ?? []),
  };
}

function byYear(reports: readonly ReviewedReport[]): Years {
  const years = new Map<number, ReviewedReport>();
  for (const report of reports)
    if (report.year !== null && !years.has(report.year)) years.set(report.year, report);
  return years;
}

/** A figure of one year, and where it stands. */
interface YearFigure {
  readonly year: number;
  readonly report: ReviewedReport;
  readonly figure: FollowedFigure;
}

function rowsOf(unit: Years, years: readonly number[]): SheetRow[] {
  const figures = [...unit].flatMap(([year, report]) =>
    report.followed.map((figure): YearFigure => ({ year, report, figure })),
  );
  const name = nameOf(unit);
  const byKey = grouped(figures, ({ figure }) => figure.key);
  return [...byKey].flatMap(([key, known]) => {
    const inOrder = known.toSorted((a, b) => a.year - b.year);
    const notes = [...jumps(inOrder), ...breaks(key, inOrder, byKey)];
    // what was never anything is nothing to look at
    if (notes.length === 0 && known.every(({ figure }) => !figure.value)) return [];
    const found = years.map((year) => inOrder.find((one) => one.year === year));
    const cells = [
      name,
      inOrder.at(-1)?.figure.name ?? '',
      ...found.map((one) => one?.figure.value ?? null),
      notes.join('；'),
    ];
    const places = found.flatMap((one, i) => {
      const place = one && placeOf(one);
      return place ? [[i + 2, place] as const] : [];
    });
    // the row leads to its last year
    return [{ cells, places: places.toReversed() }];
  });
}

/** What came in, was finished and was left over, where anything was. */
function pictureOf(unit: Years, years: readonly number[]): SheetPicture | null {
  const figures = (row: string) =>
    years.map((year) => unit.get(year)?.followed.find(({ key }) => key === keyOf('requests', row)));
  const series = [ROW.received, ROW.finished, ROW.carriedOut].map((row) => {
    const known = figures(row);
    const name = known.findLast((one) => one)?.name ?? '';
    return { name, values: known.map((one) => one?.value ?? null) };
  });
  const isAnything = series.some(({ values }) => values.some((value) => value));
  return isAnything ? { of: nameOf(unit), years, series } : null;
}

/** As its latest report calls it. */
function nameOf(unit: Years): string {
  const latest = Math.max(...unit.keys());
  return unit.get(latest)?.organization ?? '（没有认出单位）';
}

function placeOf({ report, figure }: YearFigure): SheetPlace | null {
  return figure.span && { path: report.path, span: figure.span };
}

/** So often as much as before, one way or the other, is a jump … */
const TIMES = 5;
/** … if it is so many at least: of a few, some more are nothing. */
const FEWEST = 20;

function jumps(figures: readonly YearFigure[]): string[] {
  return pairs(figures).flatMap(([before, after]) => {
    const [one, other] = [before.figure.value, after.figure.value];
    if (one === null || other === null) return [];
    const [less, more] = [Math.min(one, other), Math.max(one, other)];
    return more >= FEWEST && more >= TIMES * Math.max(1, less)
      ? [`${before.year} 年 ${one}，${after.year} 年 ${other}，相差很大`]
      : [];
  });
}

/** Of the row that repeats another of the year before: where it does not. */
function breaks(
  key: string,
  figures: readonly YearFigure[],
  byKey: ReadonlyMap<string, readonly YearFigure[]>,
): string[] {
  return figures.flatMap(({ year, report, figure }) => {
    if (report.template === null || report.template === 'mixed') return [];
    const { table, from, to } = carriedRows(report.template);
    if (key !== keyOf(table, to)) return [];
    const before = byKey.get(keyOf(table, from))?.find((one) => one.year === year - 1)?.figure;
    if (!before || before.value === null || figure.value === null || before.value === figure.value)
      return [];
    return [
      `${year} 年“${figure.name}”是 ${figure.value}，${year - 1} 年“${before.name}”是 ${before.value}，应当相同`,
    ];
  });
}

/** As `followedFigures` calls it. */
function keyOf(table: TableKey, row: string): string {
  return `${table} ${row}`;
}

/** Of two years one after the other. */
function pairs(figures: readonly YearFigure[]): (readonly [YearFigure, YearFigure])[] {
  return figures.flatMap((after, i) => {
    const before = figures[i - 1];
    return before?.year === after.year - 1 ? [[before, after] as const] : [];
  });
}
