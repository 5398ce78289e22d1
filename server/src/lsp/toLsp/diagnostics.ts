// Findings as LSP diagnostics.
import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
} from 'vscode-languageserver';
import type { CellRef, Diagnostic as Finding, Related } from '../../findings/finding.js';
import type { Severity } from '../../findings/severity.js';
import { rangeIn } from '../../text/source.js';
import { SOURCE } from '../protocol.js';
import type { CheckedDocument } from '../state/checkedDocuments.js';

/** More than this at once helps nobody and makes the editor slow. */
const LIMIT = 1000;

const SEVERITIES: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What a diagnostic carries for those who act on it. */
export interface DiagnosticData {
  /** The cell of an official table that it is about. */
  readonly at?: CellRef;
  /** How many ways to fix it there are. */
  readonly fixes: number;
}

export interface DiagnosticOptions {
  /** The address of a rule's documentation. */
  readonly hrefOf: (rule: string) => string | undefined;
  /** The address of a file as text; undefined where it cannot be shown. */
  readonly fileOf: (uri: string) => string | undefined;
  /** Whether the client shows related information. */
  readonly related: boolean;
}

/** The findings of a document for the client: in order of place, the worst ones if there are too many. */
export function toDiagnostics(checked: CheckedDocument, options: DiagnosticOptions): Diagnostic[] {
  const all = checked.diagnostics;
  if (all.length <= LIMIT) return all.map((finding) => toDiagnostic(checked, finding, options));
  const worst = [...all].sort((a, b) => SEVERITIES[a.severity] - SEVERITIES[b.severity]);
  const shown = worst.slice(0, LIMIT - 1).map((finding) => toDiagnostic(checked, finding, options));
  return [...shown, notice(all.length)];
}

export function toDiagnostic(
  checked: CheckedDocument,
  finding: Finding,
  { hrefOf, fileOf, related }: DiagnosticOptions,
): Diagnostic {
  const { rule, severity, span, message, at, fixes = [] } = finding;
  const data: DiagnosticData = { at, fixes: fixes.length };
  const diagnostic: Diagnostic = {
    range: rangeIn(checked.source, span),
    severity: SEVERITIES[severity],
    source: SOURCE,
    code: rule,
    message,
    data,
  };
  const href = hrefOf(rule);
  if (href !== undefined) diagnostic.codeDescription = { href };
  if (related && finding.related?.length)
    diagnostic.relatedInformation = finding.related.map((one) => toRelated(checked, one, fileOf));
  return diagnostic;
}

/** The path of a place in last year's report is its URI. */
function toRelated(
  { uri, source, previous }: CheckedDocument,
  { message, span, path }: Related,
  fileOf: DiagnosticOptions['fileOf'],
): DiagnosticRelatedInformation {
  const range = rangeIn(path !== undefined && previous ? previous.source : source, span);
  const shown = path === undefined ? uri : (fileOf(path) ?? path);
  return { message, location: { uri: shown, range } };
}

function notice(total: number): Diagnostic {
  const start = { line: 0, character: 0 };
  return {
    range: { start, end: start },
    severity: DiagnosticSeverity.Information,
    source: SOURCE,
    message: `共发现 ${total} 处问题，这里只列出最要紧的 ${LIMIT - 1} 处；改好一些后，其余的会接着显示。`,
  };
}
