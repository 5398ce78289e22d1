// Text → Report. Pure and total: any string gives a report, in time linear in its length.

import {
  ALL_FORMATS,
  type RowKey,
  type SectionNumber,
  splitGroupsOf,
  TABLE_KEYS,
  type TableKey,
  type TemplateId,
  tableOfSection,
  templateOfYear,
} from '../form/formats.js';
import { readNumbering } from '../form/numbering.js';
import { FEWEST_LABELS, hasFormLabels } from '../report/formLabels.js';
import type { Label, ProseLine, Report, Section, Table, Title } from '../report/report.js';
import { applyEdits, type TextEdit } from '../text/edit.js';
import { fencedLines } from '../text/fences.js';
import { commentLines } from '../text/htmlComments.js';
import { Lines } from '../text/lines.js';
import { type Markup, partsAtBars } from '../text/markup.js';
import { matchesOf } from '../text/matches.js';
import type { Span } from '../text/span.js';
import { isPageNumber, readCells } from './cells.js';
import { organNamed } from './organNamed.js';
import { firstHeadingLine, readSections } from './readSections.js';
import { type FoundTable, readTables } from './readTables.js';
import { readTitle } from './readTitle.js';

/** Reads a text whose marks mean what its file says. */
export function parseReport(text: string, markup: Markup = 'markdown'): Report {
  const head = readHead(text, markup);
  const { lines, isApart: apart, sections } = head;
  const hasBars = barsIn(text, lines, sections, markup);
  const { tables, tableLines } = findTables(text, lines, sections, apart, { markup, hasBars });
  const isElse = (line: number) => apart(line) || tableLines.has(line);
  const prose = readProse(text, lines, sections, isElse, hasBars);
  return {
    ...head,
    hasBars,
    recognized: head.recognized || Object.values(tables).some(hasFormLabels),
    template: templateOf(Object.values(tables), head.year),
    tables,
    prose,
  };
}

/** What a report is told by before its tables are read; they may yet tell that it is one. */
export type ReportHead = Omit<Report, 'hasBars' | 'template' | 'tables' | 'prose'>;

/** The headings and what stands above them. */
export function readHead(text: string, markup: Markup = 'markdown'): ReportHead {
  const lines = Lines.of(text);
  const isApart = linesApart(text, lines, markup);
  const sections = readSections(text, lines, isApart);
  const title = readTitle(text, lines, firstHeadingLine(lines, sections), isApart);
  const preamble = { start: 0, end: sections[0]?.heading.start ?? Math.min(text.length, FAR) };
  return {
    text,
    lines,
    markup,
    isApart,
    recognized: isReport(text, title, sections, preamble),
    title,
    organization: title?.organization ?? organNamed(text, lines, preamble),
    year: title?.year ?? yearInText(text, sections),
    sections,
  };
}

/** How far the preamble and the overview go where no heading says so. */
const FAR = 4000;

/** The title alone, as a report of the same text has it. */
export function titleIn(text: string, markup: Markup = 'markdown'): Title | null {
  const lines = Lines.of(text);
  const isApart = linesApart(text, lines, markup);
  return readTitle(
    text,
    lines,
    firstHeadingLine(lines, readSections(text, lines, isApart)),
    isApart,
  );
}

/** A title in the form's words, two of its headings, or one under words that only such a report says. */
function isReport(
  text: string,
  title: Title | null,
  sections: readonly Section[],
  { start, end }: Span,
): boolean {
  if (title && /政府信息公开(?:工作)?年度报告/.test(title.text)) return true;
  const official = sections.filter((section) => section.official).length;
  if (official !== 1) return official > 1;
  const preamble = text.slice(start, end);
  return title !== null || (preamble.includes('年度报告') && preamble.includes('统计期限'));
}

/** Lines of code and of comments: no part of the report. */
function linesApart(text: string, lines: Lines, markup: Markup): (line: number) => boolean {
  if (markup === 'none') return () => false;
  const isFenced = fencedLines(text, lines);
  if (!text.includes('<!--')) return isFenced;
  const comments = commentLines(text, lines);
  return (line) => comments.has(line) || isFenced(line);
}

/** The stretches between official headings, the one before the first included. */
function stretches(lines: Lines, sections: readonly Section[]) {
  const starts = sections.map(({ number, heading }) => ({
    section: number as SectionNumber | 0,
    from: lines.lineAt(heading.start) + 1,
  }));
  const all = [{ section: 0 as SectionNumber | 0, from: 0 }, ...starts];
  return all.map(({ section, from }, i) => {
    const next = all[i + 1];
    return { section, from, to: next ? next.from - 1 : lines.count };
  });
}

/** The lines in which bars part cells. */
function barsIn(
  text: string,
  lines: Lines,
  sections: readonly Section[],
  markup: Markup,
): (line: number) => boolean {
  if (markup !== 'none') return () => true;
  const read = stretches(lines, sections).map(({ from, to }) => ({
    to,
    hasBars: from < to && partsAtBars(text.slice(startOf(lines, from), startOf(lines, to)), markup),
  }));
  return (line) => {
    const { start, end } = lines.spanOf(line);
    const around = read.find(({ to }) => line < to);
    return (around?.hasBars ?? false) && !text.slice(start, end).includes('\t');
  };
}

function startOf(lines: Lines, line: number): number {
  return line < lines.count ? lines.spanOf(line).start : Number.POSITIVE_INFINITY;
}

/** Each table where it belongs, else where most of its labels are. */
function findTables(
  original: string,
  lines: Lines,
  sections: readonly Section[],
  isApart: (line: number) => boolean,
  { markup, hasBars }: Pick<Report, 'markup' | 'hasBars'>,
) {
  const text = markup === 'none' ? original : withoutBreaks(original);
  const best = new Map<TableKey, FoundTable>();
  const isAtHome = ({ table, labels }: FoundTable) =>
    labels >= FEWEST_LABELS && tableOfSection(table.section) === table.key;
  const weight = (found: FoundTable) => found.labels + (isAtHome(found) ? 1000 : 0);
  for (const { section, from, to } of stretches(lines, sections))
    for (const found of readTables(
      text,
      readCells(text, lines, from, to, isApart, hasBars),
      section,
    )) {
      // a table whose cells are glued together is there, however little of it can be read
      if (found.labels < FEWEST_LABELS && !found.table.unreadable && !found.isSure) continue;
      const known = best.get(found.table.key);
      if (!known || weight(found) > weight(known)) best.set(found.table.key, found);
    }
  const tables: { [K in TableKey]?: Table } = {};
  const tableLines = new Set<number>();
  for (const key of TABLE_KEYS) {
    const found = best.get(key);
    if (!found) continue;
    tables[key] = found.table;
    for (const line of found.lines) tableLines.add(line);
  }
  return { tables, tableLines };
}

/** Line breaks inside cells, as Markdown has them, are white space; all else stays where it is. */
function withoutBreaks(text: string): string {
  const isBroken = text.includes('<b') || text.includes('<B');
  return isBroken ? text.replace(/<br ?\/?>/gi, (tag) => ' '.repeat(tag.length)) : text;
}

/** A stretch of the text, read again. */
export interface Reread {
  /** What stands in it as it is now. */
  readonly before: readonly Table[];
  /** What will; spans are counted from `start`. */
  readonly after: readonly Table[];
  readonly start: number;
}

/** The stretch that a table stands in as it will be read once edits are made in it, and no other. */
export function reread(
  { text, lines, markup, sections, tables }: Report,
  { span }: Table,
  edits: readonly TextEdit[],
): Reread | null {
  const line = lines.lineAt(span.start);
  const stretch = stretches(lines, sections).find(({ from, to }) => from <= line && line < to);
  if (!stretch) return null;
  const start = lines.spanOf(stretch.from).start;
  const { end } = lines.spanOf(stretch.to - 1);
  const moved = edits.map((edit) => ({
    span: { start: edit.span.start - start, end: edit.span.end - start },
    newText: edit.newText,
  }));
  const edited = applyEdits(text.slice(start, end), moved);
  const after = markup === 'none' ? edited : withoutBreaks(edited);
  const linesAfter = Lines.of(after);
  const isApart = linesApart(after, linesAfter, markup);
  const hasBars = partsAtBars(after, markup);
  const cells = readCells(after, linesAfter, 0, linesAfter.count, isApart, () => hasBars);
  return {
    before: Object.values(tables).filter((one) => start <= one.span.start && one.span.end <= end),
    after: readTables(after, cells, stretch.section).map(({ table }) => table),
    start,
  };
}

/**
 * The format by the labels that not all formats have: the one that has them all. Where several do,
 * the year decides, else the newest is meant. The words of a row that a later format has over several
 * tell only where no other label does.
 */
function templateOf(tables: readonly Table[], year: number | null): TemplateId | 'mixed' | null {
  const sure: Label[] = [];
  const split: Label[] = [];
  const tells = ({ match, templates }: Label) =>
    match === 'exact' && templates.length < ALL_FORMATS.length;
  for (const { key, rows, columns } of tables) {
    for (const row of rows)
      if (tells(row.label)) (isSplit(key, row.key) ? split : sure).push(row.label);
    for (const column of columns) if (tells(column)) sure.push(column);
  }
  const telling = sure.length > 0 ? sure : split;
  if (telling.length === 0) return null;
  const fitting = ALL_FORMATS.filter((id) =>
    telling.every(({ templates }) => templates.includes(id)),
  );
  const due = year === null ? undefined : templateOfYear(year);
  return fitting.find((id) => id === due) ?? fitting.at(-1) ?? 'mixed';
}

/** Whether a later format has a group of rows under the words of a row. */
function isSplit(table: TableKey, row: RowKey): boolean {
  return splitGroupsOf(table).some((group) => group.row === row);
}

function readProse(
  text: string,
  lines: Lines,
  sections: readonly Section[],
  skip: (line: number) => boolean,
  hasBars: (line: number) => boolean,
): ProseLine[] {
  const prose: ProseLine[] = [];
  let at = 0;
  for (let line = 0; line < lines.count; line++) {
    if (skip(line)) continue;
    const span = lines.contentOf(line);
    if (span.start === span.end || isPageNumber(text, span) || isTabular(text, span, hasBars(line)))
      continue;
    while (at < sections.length && (sections[at] as Section).heading.start < span.end) at++;
    prose.push({
      span,
      section: sections[at - 1]?.number ?? 0,
      level: readNumbering(text, span)?.level ?? 0,
    });
  }
  return prose;
}

/** Rows of other tables: no running text. The tab behind the number of a list parts no cells. */
function isTabular(text: string, { start, end }: Span, hasBars: boolean): boolean {
  const from = readNumbering(text, { start, end })?.end ?? start;
  for (let i = from; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === 9 || (hasBars && code === 0x7c && text.charCodeAt(i - 1) !== 0x5c)) return true;
  }
  return false;
}

/** The year behind 统计期限 stands within so many characters. */
const FARTHEST_YEAR = 24;
const PERIOD_SAID = /统计期限/g;
const PERIOD = /^[^。\n]*?(20\d\d)\s?年/;

/** The year of 统计期限, else the one named most often before section 二, else in all of the text. */
function yearInText(text: string, sections: readonly Section[]): number | null {
  const [first] = sections;
  const from = first?.number === 1 ? 0 : (first?.heading.start ?? 0);
  const second = sections.find(({ number }) => number > 1);
  const head = text.slice(0, second?.heading.start ?? Math.min(text.length, FAR));
  for (const { index } of matchesOf(head, PERIOD_SAID)) {
    const period = PERIOD.exec(head.slice(index, index + FARTHEST_YEAR));
    if (period) return Number(period[1]);
  }
  return mostNamed(head.slice(from)) ?? mostNamed(text.slice(from));
}

const YEAR = /(20\d\d)\s*年/g;

/** The year named most often; of equals the last. */
function mostNamed(text: string): number | null {
  const counts = new Map<number, number>();
  for (const [, year] of matchesOf(text, YEAR))
    counts.set(Number(year), (counts.get(Number(year)) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return most?.[0] ?? null;
}
