// The sum of a folder under review, held against the county's own report in a file of any kind.
import { UnreadableFile } from '../../convert/office.js';
import {
  againstSheet,
  compareSum,
  sumReports,
  type UnitReport,
  unitReport,
} from '../../service/index.js';
import type { ServerContext } from '../feature.js';
import { parseSafely } from '../neverFails.js';
import type { AgainstAnswer } from '../protocol.js';
import { keyOf } from '../toLsp/uris.js';

/** A folder's reports, and the year that they are added up of. */
export interface SummedFolder {
  readonly units: readonly UnitReport[];
  readonly year: number;
  /** What a file is called in the folder, if it lies there: it is not added up, then. */
  nameOf(uri: string): string | undefined;
}

export async function against(
  { documents, files, service, log }: ServerContext,
  { units, year, nameOf }: SummedFolder,
  uri: string,
): Promise<AgainstAnswer> {
  try {
    const opened = (await documents.read(uri)) ?? (await files.open(uri));
    if (!opened) return { error: '没有这个文件，或者读不到' };
    const report = parseSafely(service, opened.source, log);
    if (!report.recognized) return { error: '这不是政府信息公开工作年度报告' };
    const path = nameOf(uri) ?? keyOf(uri);
    const own = unitReport(report, path)?.year;
    if (own !== undefined && own !== year)
      return { error: `这是 ${own} 年的报告，汇总的是 ${year} 年，请选同一年的` };
    const sum = sumReports(
      units.filter((unit) => unit.path !== path),
      year,
    );
    return againstSheet(sum, compareSum(report, sum), report, path);
  } catch (error) {
    if (error instanceof UnreadableFile) return { error: error.reason };
    throw error;
  }
}
