// The outline of a report: title → sections → own headings and tables → rows with their figures.
import type { ProseLine, Report } from '../../report/report.js';
import type { Span } from '../../text/span.js';
import type { ReportSymbol } from './symbol.js';
import { tableSymbol } from './tableSymbols.js';

/** An entry of the outline before it has its place in the tree. */
interface OutlineEntry {
  readonly kind: ReportSymbol['kind'];
  readonly name: string;
  readonly selection: Span;
  /** How deep it stands: it ends where the next entry that is no deeper begins. */
  readonly depth: number;
  /** A whole branch, where it is one already. */
  readonly symbol?: ReportSymbol;
}

const DEPTH = { title: 0, section: 1, heading: 1, table: 9 } as const;

export function symbolsOf(report: Report): ReportSymbol[] {
  if (!report.recognized) return [];
  const entries = [...headings(report), ...tables(report)];
  entries.sort((a, b) => a.selection.start - b.selection.start || a.depth - b.depth);
  return nest(entries, 0, entries.length, report.text.length);
}

function* headings({ text, title, sections, prose }: Report): Iterable<OutlineEntry> {
  const words = ({ start, end }: Span) => text.slice(start, end).replace(/^#+\s*/, '');
  if (title) yield { kind: 'title', name: title.text, selection: title.span, depth: DEPTH.title };
  for (const { heading } of sections)
    yield { kind: 'section', name: words(heading), selection: heading, depth: DEPTH.section };
  const taken = new Set(sections.map(({ heading }) => heading.start));
  const isOwn = ({ level, section, span }: ProseLine) =>
    level > 0 && section > 0 && !taken.has(span.start);
  for (const { span, level } of prose.filter(isOwn))
    yield {
      kind: 'heading',
      name: headingWords(words(span)),
      selection: span,
      depth: DEPTH.heading + level,
    };
}

/** A heading often runs on into its paragraph (（一）主动公开。全年…): its first words name it. */
function headingWords(line: string): string {
  return /^[^。；！？]{1,40}/u.exec(line)?.[0] ?? line;
}

function* tables(report: Report): Iterable<OutlineEntry> {
  for (const table of Object.values(report.tables)) {
    const symbol = tableSymbol(report, table);
    const { kind, name, selection } = symbol;
    yield { kind, name, selection, depth: DEPTH.table, symbol };
  }
}

/** The entries from `from` up to `to` as a tree; `end` is where the last one ends at the latest. */
function nest(
  entries: readonly OutlineEntry[],
  from: number,
  to: number,
  end: number,
): ReportSymbol[] {
  const symbols: ReportSymbol[] = [];
  for (let i = from; i < to; ) {
    const { kind, name, selection, depth, symbol } = entries[i] as OutlineEntry;
    let next = i + 1;
    while (next < to && (entries[next] as OutlineEntry).depth > depth) next++;
    const limit = next < to ? (entries[next] as OutlineEntry).selection.start : end;
    const span = { start: selection.start, end: Math.max(selection.end, limit) };
    const children = nest(entries, i + 1, next, span.end);
    symbols.push(symbol ?? { kind, name, detail: '', selection, children, span });
    i = next;
  }
  return symbols;
}
