// One report, read and checked: what every output format is made from.
import { sourceOf, type TextFormat } from '../convert/source.js';
import type { Report } from '../report/report.js';
import type { CheckResult, ReportService, Settings } from '../service.js';
import type { Source } from '../text/source.js';

export interface Checked extends CheckResult {
  readonly path: string;
  readonly source: Source;
  readonly report: Report;
  /** The format that it was judged by. */
  readonly template: Report['template'];
}

/** Counts over all files. */
export interface Summary {
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
): Promise<Checked> {
  const converted = sourceOf(text, format);
  const source = converted instanceof Promise ? await converted : converted;
  const report = service.parse(source.text);
  const { template = 'auto' } = settings;
  return {
    path,
    source,
    report,
    template: template === 'auto' || !report.recognized ? report.template : template,
    ...service.check(report, settings),
  };
}

export function emptySummary(): Summary {
  return { files: 0, reports: 0, error: 0, warning: 0, info: 0, hint: 0 };
}

export function count(summary: Summary, { report, diagnostics }: Checked): void {
  summary.files++;
  if (report.recognized) summary.reports++;
  for (const { severity } of diagnostics) summary[severity]++;
}
