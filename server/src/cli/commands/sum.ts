// `nianbao sum`: the tables of all reports of a folder and a year, added up, and held against another.
import fs from 'node:fs';
import { TABLE_KEYS } from '../../form/formats.js';
import type { Report } from '../../report/report.js';
import {
  type CountedUnit,
  compared,
  compareSum,
  counted,
  createReportService,
  factsOf,
  givenBy,
  leftOut,
  type Mistake,
  type ReportSum,
  type SumComparison,
  sumReports,
  sumText,
  type UnitReport,
  unitReport,
  worthALook,
} from '../../service/index.js';
import { inputsOf } from '../io/inputs.js';
import { readOne } from '../io/one.js';
import { openedAhead } from '../io/openedAhead.js';
import { json, print, warn } from '../io/output.js';
import { isSameFile, reasonOf, STDIN } from '../io/read.js';
import { watched } from '../io/watched.js';

export interface SumOptions {
  readonly year?: string;
  readonly against?: string;
  readonly format: 'text' | 'json';
}

const service = createReportService();

/** Runs the command; resolves to the exit status. */
export async function sum(folder: string, options: SumOptions): Promise<number> {
  const misuse = misuseOf(folder, options);
  if (misuse !== undefined) return fail(misuse);
  const { against, format } = options;
  const own = against === undefined ? null : await ownReport(against);
  if (typeof own === 'string') return fail(own);
  const { reports, homeless, failed } = await reportsIn(folder, against);
  const year = options.year === undefined ? latest(reports) : Number(options.year);
  const found = reports.filter((report) => report.year === year);
  if (year === undefined || found.length === 0) return fail(noneOf(folder, options.year, reports));
  const ownYear = own && unitReport(own, against ?? '')?.year;
  if (own && ownYear && ownYear !== year)
    return fail(
      `--against ${against}：是 ${ownYear} 年的报告，汇总的是 ${year} 年。请用同一年的报告，或者用 --year ${ownYear}。`,
    );
  const total = sumReports(reports, year);
  const comparison = own && compareSum(own, total);
  const text = sumText(total, own?.organization ?? '');
  await print(
    format === 'text' ? text : `${json(factsIn(folder, text, total, comparison, against), 2)}\n`,
  );
  const missing = leftOut(total);
  for (const line of [...worthALook(total), ...missing]) warn(line);
  warn(counted(total));
  if (comparison) for (const line of compared(total, comparison)) warn(`核对 ${against}：${line}`);
  if (failed) return 2;
  const differs = comparison !== null && comparison.differences.length > 0;
  return missing.length > 0 || homeless > 0 || differs ? 1 : 0;
}

function misuseOf(folder: string, { year }: SumOptions): string | undefined {
  if (year !== undefined && !/^[12]\d{3}$/.test(year)) return '--year 应是报告的年份，四位数字。';
  try {
    return fs.statSync(folder).isDirectory()
      ? undefined
      : `${folder}：应当是放报告的文件夹，不是文件`;
  } catch (error) {
    return `${folder}：${reasonOf(error)}`;
  }
}

/** The report to compare with, or why it cannot be. */
async function ownReport(file: string): Promise<Report | string> {
  const opened = await readOne(file);
  const name = file === STDIN ? '标准输入' : file;
  if ('error' in opened) return `--against ${name}：${opened.error}`;
  for (const note of opened.office?.notes ?? []) warn(`${name}：${note}`);
  const report = service.parse(opened.source.text, opened.source.markup);
  return report.recognized ? report : `--against ${name}：不是政府信息公开工作年度报告`;
}

interface FolderReports {
  readonly reports: readonly UnitReport[];
  /** How many reports do not tell their year. */
  readonly homeless: number;
  /** Whether a file could not be read. */
  readonly failed: boolean;
}

/** The figures of all reports in a folder but `against`; what cannot be used is named. */
async function reportsIn(folder: string, against: string | undefined): Promise<FolderReports> {
  const reports: UnitReport[] = [];
  let homeless = 0;
  let failed = false;
  const inputs = (await inputsOf([folder])).filter(
    ({ path }) => against === undefined || !isSameFile(path, against),
  );
  const watching = await watched(inputs, '汇总', !process.stdout.isTTY);
  for await (const [path, opened] of openedAhead(watching)) {
    if ('error' in opened) {
      warn(`${path}：${opened.error}`);
      failed = true;
      continue;
    }
    for (const note of opened.office?.notes ?? []) warn(`${path}：${note}`);
    try {
      const report = service.parse(opened.source.text, opened.source.markup);
      const unit = unitReport(report, path);
      if (unit) reports.push(unit);
      else if (report.recognized) {
        homeless++;
        warn(`${path}：看不出是哪一年的报告，没有汇总`);
      } else warn(`${path}：不是年度报告，没有汇总`);
    } catch (fault) {
      // a fault of ours in one report must not keep the others from being added up
      warn(`${path}：程序出错，没有汇总：${String(fault)}`);
      failed = true;
    }
  }
  return { reports, homeless, failed };
}

function latest(reports: readonly UnitReport[]): number | undefined {
  return reports.reduce<number | undefined>(
    (last, { year }) => Math.max(last ?? year, year),
    undefined,
  );
}

function noneOf(folder: string, year: string | undefined, reports: readonly UnitReport[]): string {
  const years = [...new Set(reports.map((report) => report.year))].sort();
  if (year === undefined || years.length === 0) return `${folder}：没有找到可以汇总的报告`;
  return `${folder}：没有找到 ${year} 年的报告，有的是 ${years.join('、')} 年的`;
}

/** The object of `extract` for the sum, and which unit gave what. */
function factsIn(
  path: string,
  text: string,
  total: ReportSum,
  comparison: SumComparison | null,
  against: string | undefined,
) {
  return {
    version: 1,
    path,
    ...factsOf(service.parse(text)),
    units: total.units.map(unitIn),
    ...(comparison && { against: comparisonIn(comparison, against) }),
  };
}

function unitIn(unit: CountedUnit) {
  const { path, organization, others, tables } = unit;
  return {
    path,
    organization,
    ...(others.length > 0 && { others }),
    tables: givenBy(unit),
    leftOut: TABLE_KEYS.flatMap((table) => {
      const reason = tables[table].unfit;
      return reason === null ? [] : [{ table, reason }];
    }),
  };
}

function comparisonIn(
  { differences, uncompared, unknown, explanations }: SumComparison,
  path: string | undefined,
) {
  return {
    path,
    differences: differences.map(({ table, row, column, own, sum: summed }) => ({
      at: { table, row, column },
      reported: own,
      summed,
    })),
    uncompared,
    unknown,
    explanations: explanations.map(({ tables, alternatives }) => ({
      tables,
      alternatives: alternatives.map((mistakes) => mistakes.map(mistakeIn)),
    })),
  };
}

function mistakeIn(mistake: Mistake) {
  const nameOf = ({ organization, path }: CountedUnit) => ({ organization, path });
  switch (mistake.kind) {
    case 'slip': {
      const { kind, unit, cell, meant, written } = mistake;
      const { table, row, column } = cell;
      return {
        kind,
        units: unit ? [nameOf(unit)] : [],
        at: { table, row, column },
        meant,
        written,
      };
    }
    case 'all-included':
      return { kind: 'included', units: mistake.units.map(nameOf) };
    default:
      return { kind: mistake.kind, units: [nameOf(mistake.unit)] };
  }
}

function fail(reason: string): number {
  warn(reason);
  return 2;
}
