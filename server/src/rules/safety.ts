// What may be fixed without being asked: the one gate that every fix called safe goes through.

import type { Finding, Fix } from '../findings/finding.js';
import { TITLE_WORDS } from '../form/formats.js';
import { numberingBehindMarks } from '../form/numbering.js';
import { readStatements } from '../prose/index.js';
import { parseReport, titleIn } from '../reading/parse.js';
import { headingIn } from '../reading/readSections.js';
import { matchLabel } from '../reading/vocabulary.js';
import type { ProseLine, Report } from '../report/report.js';
import { lineAt, lineIndexAt } from '../report/runningText.js';
import { technicalAt } from '../report/technical.js';
import { memoized } from '../text/cache.js';
import { applyEdits, type TextEdit } from '../text/edit.js';
import { withoutRadicals } from '../text/radicals.js';
import type { Span } from '../text/span.js';
import { scope } from './content/scope.js';
import { year } from './content/year.js';
import { partsCount } from './crosscheck/parts-count.js';
import { proseSum } from './crosscheck/prose-sum.js';
import { MAYBE } from './fixes.js';
import { isOfWording, isQuoted } from './quoted.js';
import { bracket } from './wording/bracket.js';
import { keepsCuts } from './wording/broken-line.cut-lines.js';
import { citation } from './wording/citation.js';
import { doubledMarks } from './wording/punctuation.doubled-marks.js';
import { halfMarksOf } from './wording/punctuation.half-marks.js';
import { residue } from './wording/residue.js';
import { spacing } from './wording/spacing.js';

/** Rules of words and marks alone; no other may change a text unasked. */
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

/** Whether a finding lies in what is no prose, where all is right as it is. */
export function isInTechnical(report: Report, { span }: Finding): boolean {
  const technical = technicalAt(report, span);
  return technical !== undefined && technical.start <= span.start && span.end <= technical.end;
}

/**
 * The fixes of a finding; those that might be wrong are safe no more. Whether one is gets known when
 * somebody asks: that takes longer than all else of a check, and most findings are only shown.
 */
export function guarded(report: Report, rule: string, { message, fixes }: Finding) {
  if (!fixes?.some(({ safe }) => safe)) return fixes;
  if (!MAY_BE_SAFE.has(rule) || message.includes(MAYBE))
    return fixes.map((fix): Fix => ({ ...fix, safe: false }));
  return fixes.map((fix) => (fix.safe ? judgedLater(report, rule, fix) : fix));
}

function judgedLater(report: Report, rule: string, { edits, ...fix }: Fix): Fix {
  let safe: boolean | undefined;
  return {
    ...fix,
    edits,
    get safe() {
      safe ??= isHarmless(report, rule, edits);
      return safe;
    },
  };
}

function isHarmless(report: Report, rule: string, edits: readonly TextEdit[]): boolean {
  if (!edits.every((edit) => mayFix(report, rule, edit))) return false;
  return !IN_WORDS.has(rule) || (saysTheSame(report, edits) && keepsLines(report, edits));
}

/** Whether an edit, by itself, changes neither the form of the report nor the words of others. */
export function mayFix(report: Report, rule: string, edit: TextEdit): boolean {
  return (
    keepsForm(report, edit) &&
    !(OF_WORDS.has(rule) && isOfWording(report, edit.span)) &&
    !(OF_WORDS.has(rule) && rule !== 'bracket' && isQuoted(report, edit.span)) &&
    (OF_CELLS.has(rule) || makesNoForm(report, edit))
  );
}

/** The rules that change what was written; the marks of a quotation are those of `bracket` to fix. */
const OF_WORDS: ReadonlySet<string> = new Set([
  'typo',
  'fixed-phrase',
  'document-number',
  'punctuation',
  'bracket',
  'spacing',
]);

/** The rules whose fixes are at home in tables. */
const OF_CELLS: ReadonlySet<string> = new Set(['label', 'radical']);

/** Whether an edit leaves alone what gives the report its form, and what is no prose. */
function keepsForm(report: Report, { span, newText }: TextEdit): boolean {
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

/**
 * Whether an edit makes no title, heading or label of what is none now: those with a slip in them are
 * known as such, most of them. What lies between the cells of a table may be one that was not read.
 */
function makesNoForm(report: Report, edit: TextEdit): boolean {
  const { start, end } = edit.span;
  const tables = Object.values(report.tables);
  if (tables.some(({ span }) => span.start <= start && end <= span.end)) return false;
  const line = lineOf(report, edit);
  return line === null || formOf(line, line.written) === formOf(line, line.fixed);
}

/** A line this long is a sentence, whatever is changed in it. */
const LONGEST_FORM = 160;

/** A short line with an edit made in it, and the words above and below, whatever blanks are between. */
function lineOf({ text, lines, prose }: Report, { span, newText }: TextEdit) {
  const { start, end } = span;
  const { start: from, end: to } = lines.wholeLines(span);
  if (to - from > LONGEST_FORM) return null;
  const wordsOf = (line?: ProseLine) => (line ? text.slice(line.span.start, line.span.end) : '');
  const at = lineIndexAt(prose, start);
  const above = wordsOf(prose[(at < 0 ? ~at : at) - 1]);
  const below = wordsOf(prose[at < 0 ? ~at : at + 1]);
  const fixed = text.slice(from, start) + newText + text.slice(end, to);
  return { above, below, written: text.slice(from, to), fixed };
}

/** What stands between the cells of a line, if they are such. */
const CELL_END = /[\s|]+/;
/** What stands in one of them; several at a line's end may be a row of a table. */
const FIGURE = /^\d[\d.,]*$/;

/** What a line is by itself, and as one half of a title. */
function formOf({ above, below }: { above: string; below: string }, line: string): string {
  const title = titleIn(`${above}\n${line}\n${below}`);
  const cells = line.trimEnd().split(CELL_END);
  return JSON.stringify([
    title && [title.text, title.repeated.length],
    headingIn(line),
    // not of how many words it is made: to join or part them is what some fixes are for
    cells.flatMap((cell) => matchLabel(cell)?.terms.map(({ key }) => key) ?? []),
    cells.length - 1 - cells.findLastIndex((cell) => !FIGURE.test(cell)),
  ]);
}

/** The rules whose fixes let others read more than before. */
const IN_WORDS: ReadonlySet<string> = new Set([
  'typo',
  'fixed-phrase',
  'spacing',
  'broken-line',
  'document-number',
  'punctuation',
  'bracket',
]);

/**
 * Whether the lines of some edits still say the same, to other rules too: 收道申请5件 states no figure
 * and 省府政 names no organ, what is put in their place does.
 */
function saysTheSame(report: Report, edits: readonly TextEdit[]): boolean {
  const { text, organization, sections } = report;
  return regionsOf(report, edits).every(({ start, end, edits: own }) => {
    const section = lineAt(report, start)?.section;
    const heading = sections.find(({ number }) => number === section)?.heading;
    const place = [
      `${organization ?? ''}${report.year ?? ''}年${TITLE_WORDS}`,
      heading ? text.slice(heading.start, heading.end) : '',
      '',
    ].join('\n');
    const written = text.slice(start, end);
    const before = reportedIn(place + written);
    const after = reportedIn(place + applyEdits(written, own));
    return (
      after.statements === before.statements &&
      after.findings.every((count, i) => count <= (before.findings[i] ?? 0))
    );
  });
}

/** Whether no line is shown as cut by those that are longer or shorter than before. */
function keepsLines(report: Report, edits: readonly TextEdit[]): boolean {
  const regions = regionsOf(report, edits).map(({ start, end, edits: own }) => {
    const written = report.text.slice(start, end);
    return { written, fixed: applyEdits(written, own) };
  });
  const all = (side: 'written' | 'fixed') => regions.map((region) => region[side]).join('\n');
  return keepsCuts(report, all('written'), all('fixed'));
}

/** The lines that edits change, each with its edits as of its own text. */
function regionsOf({ lines }: Report, edits: readonly TextEdit[]) {
  const regions: { start: number; end: number; edits: TextEdit[] }[] = [];
  for (const edit of edits.toSorted((a, b) => a.span.start - b.span.start)) {
    const { start, end } = lines.wholeLines(edit.span);
    let last = regions.at(-1);
    if (!last || last.end < start) {
      last = { start, end, edits: [] };
      regions.push(last);
    }
    last.end = Math.max(last.end, end);
    const span = { start: edit.span.start - last.start, end: edit.span.end - last.start };
    last.edits.push({ ...edit, span });
  }
  return regions;
}

/** The rules that go by the words of a sentence alone. */
const BY_WORDS = [
  bracket,
  citation,
  { check: doubledMarks },
  { check: quotedMarks },
  residue,
  scope,
  spacing,
  proseSum,
  partsCount,
  year,
];

/** Half-width marks in quotations, told one by one: in a longer line a quotation that never ends is longer. */
function* quotedMarks(report: Report): Iterable<Finding> {
  for (const { span } of halfMarksOf(report))
    if (isQuoted(report, span)) yield { span, message: '' };
}

/** What a line states, as text, and how many findings each rule has that goes by words. */
const reportedIn = memoized((text) => {
  const report = parseReport(text);
  const statements = readStatements(report).map(({ subject, value }) => [subject, value]);
  const context = { isOn: () => true };
  const findings = BY_WORDS.map((rule) => [...rule.check(report, context)].length);
  return { statements: JSON.stringify(statements), findings };
});

function meet(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether a span touches the number before a line: 一、 （一） # 1. */
function isNumber(report: Report, { start }: Span): boolean {
  const line = lineAt(report, start);
  const numbering = line && numberingBehindMarks(report.text, line.span);
  return numbering !== null && numbering !== undefined && start < numbering.end;
}
