// The whole of nianbao behind plain functions: text in, plain data out. LSP and the command line
// are two faces of this; nothing here knows an editor, a file system or a clock.
import { evaluate, type RelationCounts } from './report/relations.js';
import { parseReport } from './report/parse.js';
import type { Report } from './report/report.js';
import type { TemplateId } from './report/template.js';
import { RULES } from './rules/index.js';
import type { Diagnostic, Severity } from './rules/rule.js';

/** What a user may set: rule → severity, or off. */
export interface Settings {
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
  /** Reads the report as this format, whatever its labels say. */
  readonly template?: TemplateId | 'auto';
}

export interface CheckResult {
  readonly report: Report;
  /** Sorted by place. Empty if the text is no such report. */
  readonly diagnostics: readonly Diagnostic[];
  readonly relations: RelationCounts;
}
