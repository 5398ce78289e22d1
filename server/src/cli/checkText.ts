// One report, read and checked: what every output format is made from.
import type { OfficeText } from '../convert/office.js';
import type { OpenedFile } from '../convert/openFile.js';
import type { Report } from '../report/report.js';
import type { CheckResult, ReportService, Settings } from '../service/index.js';
import type { Source } from '../text/source.js';

export interface CheckedFile extends CheckResult {
  readonly path: string;
  readonly source: Source;
  readonly report: Report;
  /** Of Word files, PDF and the like: where their text stands. */
  readonly office?: OfficeText;
  /** The format that it was judged by. */
  readonly template: Report['template'];
  /** Last year's report, for the places in it that findings relate to. */
  readonly previous?: ReadFile;
}

/** A report and the file that it was read from. */
export type ReadFile = Pick<CheckedFile, 'path' | 'source' | 'report'>;

/** Finds last year's report. */
export type PreviousOf = (path: string, report: Report) => Promise<ReadFile | undefined>;

/** Counts over all files. */
export interface CheckSummary {
  files: number;
  reports: number;
  error: number;
  warning: number;
  info: number;
  hint: number;
}

/** Checks what was opened. */
export async function checkText(
  service: ReportService,
  { path, source, office }: Pick<OpenedFile, 'source' | 'office'> & { path: string },
  settings: Settings,
  previousOf?: PreviousOf,
): Promise<CheckedFile> {
  const report = service.parse(source.text, source.markup);
  const previous = await previousOf?.(path, report);
  const { template = 'auto' } = settings;
  return {
    path,
    source,
    report,
    ...(office && { office }),
    template: template === 'auto' || !report.recognized ? report.template : template,
    previous,
    ...service.check(report, settings, previous?.report, previous?.path),
  };
}

export function emptySummary(): CheckSummary {
  return { files: 0, reports: 0, error: 0, warning: 0, info: 0, hint: 0 };
}

export function count(summary: CheckSummary, { report, diagnostics }: CheckedFile): void {
  summary.files++;
  if (report.recognized) summary.reports++;
  for (const { severity } of diagnostics) summary[severity]++;
}
