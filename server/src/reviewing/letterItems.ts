// Findings as a reply letter tells them: each once, in the order of the report, with its place in the form's words.
import type { CellRef, Diagnostic, Fix } from '../findings/finding.js';
import type { Severity } from '../findings/severity.js';
import type { SectionNumber } from '../form/formats.js';
import { columnName, rowName } from '../judging/names.js';
import type { Report } from '../report/report.js';
import { lineAt } from '../report/runningText.js';
import { tableAt } from '../report/tableAt.js';
import type { Span } from '../text/span.js';

/** What is to be mended, at one place or at several. */
export interface LetterItem {
  readonly severity: Severity;
  readonly rule: string;
  /** The section that its first place is in, or that is missing; 0 before the first. */
  readonly section: SectionNumber | 0;
  /** Its first place in the report. */
  readonly span: Span;
  /** Where, in words; none where the section says it all. */
  readonly places: readonly string[];
  /** What is wrong, and why. */
  readonly message: string;
  /** What to do; '' where the message says it. */
  readonly advice: string;
}

/** The findings of a report; what is said in the same words of several places is said once. */
export function letterItems(
  report: Report,
  diagnostics: readonly Diagnostic[],
  pageAt?: (offset: number) => number | undefined,
): LetterItem[] {
  const items = new Map<string, Omit<LetterItem, 'places'> & { places: Set<string> }>();
  const inOrder = diagnostics.toSorted((a, b) => placeIn(report, a) - placeIn(report, b));
  for (const diagnostic of inOrder) {
    const { rule, severity, message, span, at, fixes = [] } = diagnostic;
    const words = placeOf(report, span, at);
    const page = pageAt?.(span.start);
    const place = [page === undefined ? '' : `第 ${page} 页`, words].filter(Boolean).join('，');
    const known = items.get(`${rule} ${message}`);
    if (!known)
      items.set(`${rule} ${message}`, {
        severity,
        rule,
        section: diagnostic.section ?? sectionAt(report, span.start),
        span,
        places: new Set(place === '' ? [] : [place]),
        message,
        advice: adviceOf(message, fixes),
      });
    else if (place !== '') known.places.add(place);
  }
  return Array.from(items.values(), (item) => ({ ...item, places: [...item.places] }));
}

/** Where it stands; what is missing at the end of the report, behind all that is there. */
function placeIn(report: Report, { section, span }: Diagnostic): number {
  const isBehind = section !== undefined && section > sectionAt(report, span.start);
  return isBehind ? report.text.length : span.start;
}

function sectionAt({ sections }: Report, offset: number): SectionNumber | 0 {
  return sections.findLast(({ heading }) => heading.start <= offset)?.number ?? 0;
}

function placeOf(report: Report, span: Span, at: CellRef | undefined): string {
  // what a sentence says of a cell is shown as the sentence
  if (!at || !tableAt(report, span.start)) return quoteAt(report, span);
  const { table, row, column } = at;
  if (row === undefined) return '';
  const rowWords = `“${rowName(report, table, row)}”一行`;
  return column === undefined
    ? rowWords
    : `${rowWords}“${columnName(report, table, { row, column })}”一栏`;
}

/** Characters on each side that show where in a paragraph a place is. */
const AROUND = 12;
/** Of a longer stretch its beginning is shown. */
const LONGEST = 30;

/** The words around a place of running text; none where it is a heading, or a whole paragraph of several. */
function quoteAt(report: Report, { start, end }: Span): string {
  const line = lineAt(report, start);
  if (!line || start === end) return '';
  const isHeading = report.sections.some(({ heading }) => heading.start === line.span.start);
  const isTitle = report.title !== null && line.span.start < report.title.span.end;
  if (isHeading || isTitle) return '';
  const last = Math.min(end, line.span.end, start + LONGEST);
  const from = Math.max(line.span.start, start - AROUND);
  const to = Math.min(line.span.end, last + AROUND);
  const words = report.text.slice(from, to).replace(/\s+/g, ' ').trim();
  const inner = words.replaceAll('“', '‘').replaceAll('”', '’');
  return `“${from > line.span.start ? '…' : ''}${inner}${to < line.span.end ? '…' : ''}”`;
}

/** The fixes as advice; none that repeats what the message says. */
function adviceOf(message: string, fixes: readonly Fix[]): string {
  const titles = fixes.map(({ title }) => title);
  const [first = ''] = titles;
  const right = /^改为(“.*”)$/.exec(first)?.[1];
  return right !== undefined && message.includes(right) ? '' : titles.join('，或者');
}
