// The whole of nianbao behind plain functions: text in, plain data out. LSP and the command line
// are two faces of this; nothing here knows an editor, a file system or a clock.
import { type Facts, factsOf } from './report/facts.js';
import { parseReport } from './report/parse.js';
import { count, judge, type RelationCounts } from './report/relations.js';
import type { Report } from './report/report.js';
import type { TemplateId } from './report/template.js';
import { RULES } from './rules/index.js';
import type { Diagnostic, Rule, Severity } from './rules/rule.js';

/** What a user may set. */
export interface Settings {
  /** Severity by rule id, or `off`; a rule not named here has its own. */
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
  /** Reads the report as this format, whatever its labels say. */
  readonly template?: TemplateId | 'auto';
}

export interface CheckResult {
  /** In order of place. Empty if the text is no such report. */
  readonly diagnostics: readonly Diagnostic[];
  readonly relations: RelationCounts;
}

export interface ReportService {
  readonly rules: readonly Rule[];
  /** Reads report text; never fails. */
  parse(text: string): Report;
  /** `previous` is last year's report of the same organ, `previousPath` the file that it is in. */
  check(report: Report, settings?: Settings, previous?: Report, previousPath?: string): CheckResult;
  facts(report: Report): Facts;
}

export function createReportService(): ReportService {
  return { rules: RULES, parse: parseReport, check, facts: factsOf };
}

function check(
  report: Report,
  settings: Settings = {},
  previous?: Report,
  previousPath?: string,
): CheckResult {
  if (!report.recognized) return { diagnostics: [], relations: { held: 0, broken: 0, unknown: 0 } };
  const judged =
    settings.template && settings.template !== 'auto'
      ? { ...report, template: settings.template }
      : report;
  const severityOf = (rule: Rule) => settings.rules?.[rule.id] ?? rule.severity;
  const on = new Set(RULES.filter((rule) => severityOf(rule) !== 'off').map(({ id }) => id));
  const context = { isOn: (id: string) => on.has(id), previous, previousPath };
  const diagnostics: Diagnostic[] = [];
  for (const rule of RULES) {
    const severity = severityOf(rule);
    if (severity === 'off') continue;
    for (const finding of rule.check(judged, context))
      diagnostics.push({ ...finding, rule: rule.id, severity });
  }
  diagnostics.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return { diagnostics, relations: count(judge(judged)) };
}
