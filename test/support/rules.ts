// What a rule finds in a text, as plain objects that a specification sets beside the text: words in
// place of offsets, lines in place of edits.

import type { CellRef, Finding, Fix } from '../../server/src/findings/finding.js';
import type { Severity } from '../../server/src/findings/severity.js';
import type { TableKey, TemplateId } from '../../server/src/form/formats.js';
import { parseReport } from '../../server/src/reading/parse.js';
import type { Report } from '../../server/src/report/report.js';
import { example, type RowFigures } from '../../server/src/rules/examples.js';
import type { Rule, RuleContext } from '../../server/src/rules/rule.js';
import { changesOf } from './changes.js';
import { marked } from './shown.js';

/** All that a finding says; what it has not is left out. */
export interface ReportedFinding {
  /** The line that it stands on, what it stands on in «». */
  readonly on: string;
  readonly message: string;
  readonly atMost?: Severity;
  readonly at?: CellRef;
  /** Message, and the line with its place. */
  readonly related?: readonly (readonly [message: string, on: string])[];
  readonly fixes?: readonly ReportedFix[];
}

export interface ReportedFix {
  readonly title: string;
  readonly safe: boolean;
  /** The whole change of the text: lines before and after. */
  readonly change: readonly string[];
}

/** The context of a rule that asks for nothing but whether others are on. */
const ALL_ON: RuleContext = { isOn: () => true };

/** What a rule finds in a text, with its spans. */
export function findingsOf(rule: Rule, text: string, context: RuleContext = ALL_ON): Finding[] {
  return [...rule.check(parseReport(text), context)];
}

/** What a rule finds in a text, in full. Rules named in `off` are not in force. */
export function reported(
  rule: Rule,
  text: string,
  { off = [], ...asked }: { off?: string[] } & Partial<RuleContext> = {},
): ReportedFinding[] {
  const report = parseReport(text);
  const context: RuleContext = { isOn: (id) => !off.includes(id), ...asked };
  return [...rule.check(report, context)].map((finding) => reportedFinding(report, finding));
}

function reportedFinding(
  { text }: Report,
  { span, message, atMost, at, related = [], fixes = [] }: Finding,
) {
  const reported: ReportedFinding = {
    on: marked(text, span),
    message,
    ...(atMost && { atMost }),
    ...(at && { at }),
    ...(related.length > 0 && {
      related: related.map((item) => [item.message, marked(text, item.span)] as const),
    }),
    ...(fixes.length > 0 && { fixes: fixes.map((fix) => reportedFix(text, fix)) }),
  };
  return reported;
}

function reportedFix(text: string, { title, safe, edits }: Fix): ReportedFix {
  return { title, safe, change: changesOf(text, edits) };
}

/** A section with its table as it comes from Word: rows by their figures, `5 1 _ 0` with a blank. */
export function section(table: TableKey, rows: RowFigures, template?: TemplateId): string {
  return example(table, rows, template, 'tab');
}

/** A row of such a table as it stands in the text: its labels, and its figures as they were given. */
export function row(labels: string, figures: string): string {
  return [labels, ...figures.split(' ').map((figure) => (figure === '_' ? '' : figure))].join('→');
}

/** A fix that changes one line, and that a person must decide on. */
export function unsafe(title: string, before: string, after: string): ReportedFix {
  return { title, safe: false, change: [`- ${before}`, `+ ${after}`] };
}
