// One report, read and checked: what every output format is made from.
import { sourceOf, type TextFormat } from '../convert/sourceOf.js';
import type { Report } from '../report/report.js';
import type { CheckResult, ReportService, Settings } from '../service/index.js';
import type { Source } from '../text/source.js';

export interface CheckedFile extends CheckResult {
  readonly path: string;
  readonly source: Source;
  readonly report: Report;
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

/** Reads and checks a text. */
export async function checkText(
  service: ReportService,
  { path, text, format }: { path: string; text: string; format: TextFormat },
  settings: Settings,
  previousOf?: PreviousOf,
): Promise<CheckedFile> {
  const converted = sourceOf(text, format);
  const source = converted instanceof Promise ? await converted : converted;
  const report = service.parse(source.text);
  const previous = await previousOf?.(path, report);
  const { template = 'auto' } = settings;
  return {
    path,
    source,
    report,
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
