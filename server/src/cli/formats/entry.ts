// A file's entry in JSON, with its public fields in their order.
import { originalEdits } from '../../convert/edits.js';
import { type OfficeText, pageAt } from '../../convert/office.js';
import type { CellRef, Diagnostic, Fix, Related } from '../../findings/finding.js';
import { organizationOf } from '../../service/index.js';
import { rangeIn, type Source } from '../../text/source.js';
import type { Span } from '../../text/span.js';
import type { CheckedFile, ReadFile } from '../checkText.js';

/** The `files` entry of a checked file. */
export function entryOf(checked: CheckedFile): object {
  const { path, report, template, relations, diagnostics } = checked;
  const { held, broken, unknown } = relations;
  return {
    path,
    report: report.recognized,
    year: report.recognized ? report.year : null,
    template: report.recognized ? template : null,
    organization: organizationOf(report, path),
    relations: { held, broken, unknown },
    findings: diagnostics.map((diagnostic) => findingOf(checked, diagnostic)),
  };
}

function findingOf({ source, office, previous }: CheckedFile, diagnostic: Diagnostic): object {
  const { rule, severity, message, span, at, related = [], fixes = [] } = diagnostic;
  return {
    rule,
    severity,
    message,
    range: rangeIn(source, span),
    ...pageOf(office, span),
    ...(at && { at: placeOf(at) }),
    related: related.map((one) => relatedOf(source, one, previous)),
    fixes: fixes.flatMap((fix) => fixOf(source, fix)),
  };
}

/** The page of a finding in a PDF. */
function pageOf(office: OfficeText | undefined, { start }: Span): object {
  const page = office && pageAt(office, start);
  return page === undefined ? {} : { page };
}

function placeOf({ table, row, column }: CellRef): object {
  return { table, row, column }; // JSON leaves out what is undefined
}

function relatedOf(own: Source, { message, span, path }: Related, previous?: ReadFile): object {
  const source = path !== undefined && path === previous?.path ? previous.source : own;
  return { message, path, range: rangeIn(source, span) };
}

/** The fix, unless it cannot be made in the file as it stands. */
function fixOf(source: Source, { title, safe, edits }: Fix): object[] {
  const made = originalEdits(source, edits);
  if (!made) return [];
  return [
    {
      title,
      safe,
      edits: made.map(({ span, newText }) => ({ range: source.original.rangeOf(span), newText })),
    },
  ];
}
