// Where the sections and tables that a report lacks belong, and their text in its own layout.

import {
  isOlder,
  SECTIONS,
  type SectionSpec,
  type TableKey,
  type TemplateId,
  templateOfYear,
} from '../form/formats.js';
import { templateInForce } from '../judging/relations.js';
import type { Layout, Report } from '../report/report.js';
import { lineEndOf } from '../text/lines.js';
import { type Filler, headingOf, writeTable } from './writeTable.js';

/** The layout that new tables should have: that of the report's own if it can show blank cells. */
export function layoutInUse({ tables }: Report, preferred: Layout = 'tab'): Layout {
  const layout = (tables.requests ?? tables.disclosure ?? tables.review)?.layout ?? preferred;
  return layout === 'space' ? 'tab' : layout;
}

/** The official sections that a report lacks, in the form's order. */
export function missingSections({ sections }: Report): SectionSpec[] {
  return SECTIONS.filter((spec) => !sections.some(({ number }) => number === spec.number));
}

/** A table in the format that the report must follow, blank unless told otherwise. */
export function tableText(
  report: Report,
  key: TableKey,
  layout: Layout = layoutInUse(report),
  fill: Filler = () => '',
): string {
  const eol = lineEndOf(report.text);
  return writeTable(key, { template: templateOfNew(report), layout, eol, fill });
}

/** Where the tables there are out of date, new ones need not be. */
function templateOfNew(report: Report): TemplateId {
  const [due, inUse] = [templateOfYear(report.year ?? 0), templateInForce(report)];
  return isOlder(due, inUse) ? inUse : due;
}

/** A missing section's place. */
export interface SectionPlace {
  readonly offset: number;
  /** What must be written before the heading there. */
  readonly before: string;
  /** The section's table is there, under another heading: only the heading is missing. */
  readonly hasTable: boolean;
}

/** Where a missing section belongs. */
export function sectionPlace(report: Report, { number, table }: SectionSpec): SectionPlace {
  const { text, lines, sections } = report;
  const lineStart = (offset: number) => lines.lineSpanAt(offset).start;
  const own = table && report.tables[table];
  if (own) return { offset: lineStart(own.span.start), before: '', hasTable: true };
  const next = sections.find((section) => section.number > number);
  if (next) return { offset: lineStart(next.heading.start), before: '', hasTable: false };
  const eol = lineEndOf(text);
  const before = text.endsWith(eol) || text === '' ? eol : eol + eol;
  return { offset: text.length, before, hasTable: false };
}

/** The official heading with the marks that the report's other headings have. */
export function headingLine(report: Report, spec: SectionSpec): string {
  return `${headingMark(report)}${headingOf(spec)}`;
}

/** `## ` where the report's other headings are Markdown's. */
export function headingMark({ text, lines, sections }: Report): string {
  const first = sections[0];
  if (!first) return '';
  const line = lines.lineSpanAt(first.heading.start);
  return /^#+\s*/.exec(text.slice(line.start, first.heading.start))?.[0] ?? '';
}
