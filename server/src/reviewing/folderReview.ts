// What a folder of files is to a reviewer: the reports of one year, which of them came twice, which are of
// another year, which units have sent none, and what is no report at all.

import { isCopyName } from '../text/fileNames.js';
import { grouped } from '../text/grouped.js';
import { type Copy, copiesAmong } from './copies.js';
import type { ReviewedReport } from './reviewedReport.js';
import { type ListedUnit, UnitList } from './unitList.js';

/** A file of the folder. */
export type FolderFile =
  | { readonly kind: 'report'; readonly report: ReviewedReport }
  | { readonly kind: 'noReport'; readonly path: string }
  | { readonly kind: 'unreadable'; readonly path: string; readonly reason: string };

export interface FolderReview {
  /** The year that is reviewed; null where no report says one. */
  readonly year: number | null;
  /** The reports of that year, and those that say none, by organ; the newest of one organ first. */
  readonly reports: readonly FolderReport[];
  readonly otherYears: readonly ReviewedReport[];
  readonly missing: readonly MissingUnit[];
  readonly others: readonly string[];
  readonly unreadable: readonly { readonly path: string; readonly reason: string }[];
  readonly copies: readonly Copy<ReviewedReport>[];
}

/** A report of the year, and what there is to know of it among the others. */
export interface FolderReport {
  readonly report: ReviewedReport;
  /** Whether the same organ has sent another, and which of them counts. */
  readonly twice: SentTwice | null;
  /** Whether there is a list of units and the organ is not on it. */
  readonly isUnlisted: boolean;
}

type Sent = Omit<FolderReport, 'isUnlisted'>;

export interface SentTwice {
  /** `unknown`: both were changed at the same time, or nobody knows when. */
  readonly age: 'newest' | 'older' | 'unknown';
  /** The others, and whether they say the same. */
  readonly others: readonly { readonly path: string; readonly isEqual: boolean }[];
}

export interface MissingUnit {
  readonly unit: ListedUnit;
  /** Its reports on other years. */
  readonly otherYears: readonly ReviewedReport[];
}

/** Sorts out a folder. Without a year, the latest that a report is on; without units, nobody is expected. */
export function reviewFolder(
  files: readonly FolderFile[],
  asked: { readonly year?: number; readonly units?: readonly ListedUnit[] } = {},
): FolderReview {
  const all = files.flatMap((file) => (file.kind === 'report' ? [file.report] : []));
  const year = asked.year ?? latestOf(all);
  const isOf = (report: ReviewedReport) => report.year === null || report.year === year;
  const units = asked.units ? new UnitList(asked.units) : null;
  const due = all.filter(isOf);
  const reports = [...grouped(due, ({ organ }) => organ).values()].flatMap(twiceOrOnce);
  const otherYears = all.filter((report) => !isOf(report));
  const compared = [...reports.filter(isFirst).map(({ report }) => report), ...otherYears];
  return {
    year,
    reports: reports
      .map((one) => ({ ...one, isUnlisted: units?.find(one.report.organ) === null }))
      .sort(byOrgan),
    otherYears,
    missing: units ? missingIn(units, due, otherYears) : [],
    others: files.flatMap((file) => (file.kind === 'noReport' ? [file.path] : [])),
    unreadable: files.flatMap((file) => (file.kind === 'unreadable' ? [file] : [])),
    copies: copiesAmong(compared, year),
  };
}

/** Of reports that were sent twice the one that counts, or the first where nobody knows. */
function isFirst({ report }: Sent, i: number, all: readonly Sent[]): boolean {
  return all[i - 1]?.report.organ !== report.organ;
}

function latestOf(reports: readonly ReviewedReport[]): number | null {
  let latest: number | null = null;
  for (const { year } of reports) if (year !== null && year > (latest ?? 0)) latest = year;
  return latest;
}

function byOrgan(a: FolderReport, b: FolderReport): number {
  const [one, other] = [a.report.organ, b.report.organ];
  return one === other ? 0 : one < other ? -1 : 1;
}

/** Systems keep times no finer than that. */
const SAME_TIME = 2000;

/** The reports of one organ on one year, the newest first; copies by name behind the others of their time. */
function twiceOrOnce(reports: readonly ReviewedReport[]): Sent[] {
  if (reports.length < 2) return reports.map((report) => ({ report, twice: null }));
  const latest = Math.max(...reports.map(({ modified }) => modified ?? 0));
  // of those that are as new as the newest, copies are no newer
  const time = ({ modified }: ReviewedReport) =>
    latest - (modified ?? 0) < SAME_TIME ? latest : (modified ?? 0);
  const sorted = reports.toSorted(
    (a, b) =>
      time(b) - time(a) ||
      Number(isCopyName(nameOf(a.path))) - Number(isCopyName(nameOf(b.path))) ||
      (a.path < b.path ? -1 : 1),
  );
  const [first, second] = sorted.map(time) as [number, number];
  const isKnown = second > 0 && first - second >= SAME_TIME;
  return sorted.map((report, i) => {
    const others = sorted
      .filter((one) => one !== report)
      .map((one) => ({ path: one.path, isEqual: one.content === report.content }));
    const isOld = isKnown ? i > 0 : first - time(report) >= SAME_TIME;
    return { report, twice: { age: isOld ? 'older' : isKnown ? 'newest' : 'unknown', others } };
  });
}

function missingIn(
  list: UnitList,
  due: readonly ReviewedReport[],
  otherYears: readonly ReviewedReport[],
): MissingUnit[] {
  const sent = new Set(due.map(({ organ }) => list.find(organ)));
  const earlier = grouped(otherYears, ({ organ }) => list.find(organ));
  return list.units
    .filter((unit) => !sent.has(unit))
    .map((unit) => ({ unit, otherYears: earlier.get(unit) ?? [] }));
}

/** The name of a file, without its folders. */
export function nameOf(path: string): string {
  return path.replace(/^.*[\\/]/, '');
}
