// What may be mended without being asked: the one gate that every fix called safe goes through.
import { numberingBehindMarks } from '../report/numbering.js';
import { lineAt } from '../report/proseLines.js';
import type { Report } from '../report/report.js';
import { technicalAt } from '../report/technical.js';
import type { TextEdit } from '../text/edit.js';
import { withoutRadicals } from '../text/radicals.js';
import type { Span } from '../text/span.js';
import type { Finding, Fix } from './rule.js';

/** The rules of the contract. */
const MAY_BE_SAFE: ReadonlySet<string> = new Set([
  'label',
  'typo',
  'fixed-phrase',
  'document-number',
  'punctuation',
  'bracket',
  'spacing',
  'broken-line',
  'radical',
]);

/** What a message says where its rule is not sure; then its fixes are not either. */
export const MAYBE = '可能';

/** Whether a finding lies in what is no prose, where all is right as it is. */
export function isInTechnical(report: Report, { span }: Finding): boolean {
  const technical = technicalAt(report, span);
  return technical !== undefined && technical.start <= span.start && span.end <= technical.end;
}

/** The fixes of a finding; those that might be wrong are safe no more. */
export function guarded(report: Report, rule: string, { message, fixes }: Finding) {
  if (!fixes?.some(({ safe }) => safe)) return fixes;
  const isSure = MAY_BE_SAFE.has(rule) && !message.includes(MAYBE);
  return fixes.map((fix): Fix => {
    if (!fix.safe || (isSure && fix.edits.every((edit) => isHarmless(report, edit)))) return fix;
    return { ...fix, safe: false };
  });
}

/** Whether an edit leaves alone what gives the report its form, and what is no prose. */
function isHarmless(report: Report, { span, newText }: TextEdit): boolean {
  const { text, title, sections } = report;
  // in other characters that look the same, all says what it said
  const written = withoutRadicals(text.slice(span.start, span.end));
  if (technicalAt(report, span)) return false;
  if (written === newText) return true;
  const forms = [
    title?.span,
    ...(title?.repeated ?? []),
    ...sections.map(({ heading }) => heading),
  ];
  return !forms.some((form) => form && meet(form, span)) && !isNumber(report, span);
}

function meet(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether a span touches the number before a line: 一、 （一） # 1. */
function isNumber(report: Report, { start }: Span): boolean {
  const line = lineAt(report, start);
  const numbering = line && numberingBehindMarks(report.text, line.span);
  return numbering !== null && numbering !== undefined && start < numbering.end;
}
