// Reads a generated report as nianbao does, and says what differs from what was expected.
import { embeddedHtmlSource, htmlSource } from '../../server/src/convert/html.js';
import type { Facts } from '../../server/src/report/facts.js';
import type { Report } from '../../server/src/report/report.js';
import { createReportService, factsOf } from '../../server/src/service/index.js';
import { plainSource } from '../../server/src/text/source.js';
import type { Expected } from './expected.js';
import type { GeneratedReport } from './report.js';

const service = createReportService();

/** What was read; lines of headings are those of the file. */
export interface Reading {
  readonly report: Report;
  readonly facts: Facts;
}

export function read({ text, kind }: GeneratedReport): Reading {
  const source = { text: plainSource, html: htmlSource, 'markdown-html': embeddedHtmlSource }[kind](
    text,
  );
  const report = service.parse(source.text);
  const facts = factsOf(report);
  const sections = facts.sections.map((section, index) => ({
    ...section,
    line: source.original.lineAt(
      source.toOriginal(report.sections[index]?.heading ?? { start: 0, end: 0 }).start,
    ),
  }));
  return { report, facts: { ...facts, sections } };
}

/** One thing that is not as it should be. */
export interface Difference {
  /** `year`, or `requests/3.3.1/total`. */
  readonly path: string;
  readonly kind: 'wrong' | 'absent' | 'invented';
  readonly expected: unknown;
  readonly got: unknown;
}

export interface Comparison {
  readonly cells: number;
  readonly differences: readonly Difference[];
}

/** Compares everything; cells first. */
export function compare(expected: Expected, { facts }: Reading): Comparison {
  const differences: Difference[] = [];
  const wanted = cellsOf(expected.tables);
  const got = cellsOf(facts.tables);
  const isOpen = (path: string) => expected.open.has(path.slice(0, path.lastIndexOf('/')));
  for (const [path, value] of wanted) {
    if (!got.has(path)) {
      if (!isOpen(path))
        differences.push({ path, kind: 'absent', expected: value, got: undefined });
    } else if (got.get(path) !== value)
      differences.push({ path, kind: 'wrong', expected: value, got: got.get(path) });
  }
  for (const [path, value] of got)
    if (!wanted.has(path))
      differences.push({ path, kind: 'invented', expected: undefined, got: value });
  const fact = (path: string, want: unknown, have: unknown) => {
    if (JSON.stringify(want) !== JSON.stringify(have))
      differences.push({ path, kind: 'wrong', expected: want, got: have });
  };
  fact('year', expected.year, facts.year);
  fact('organization', expected.organization, facts.organization);
  fact('title', expected.title, facts.title);
  if (expected.template) fact('template', expected.template, facts.template);
  const withLines = expected.sections.some(({ line }) => line !== undefined);
  fact(
    'sections',
    expected.sections.map(({ number, title, line }) => [number, title, withLines ? line : 0]),
    facts.sections.map(({ number, title, line }) => [number, title, withLines ? line : 0]),
  );
  return { cells: wanted.size, differences };
}

function cellsOf(tables: Facts['tables']): Map<string, number | null> {
  const cells = new Map<string, number | null>();
  for (const [table, rows] of Object.entries(tables))
    for (const [row, columns] of Object.entries(rows ?? {}))
      for (const [column, value] of Object.entries(columns))
        cells.set(`${table}/${row}/${column}`, value);
  return cells;
}

/** A failure that can be read: what the report is, the first differences, the text around. */
export function explain(
  generated: Pick<GeneratedReport, 'description'>,
  { report }: Reading,
  { differences }: Comparison,
): string {
  const [first] = differences;
  const shown = differences
    .slice(0, 5)
    .map(
      ({ path, kind, expected, got }) =>
        `  ${path} ${kind}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(got)}`,
    );
  return [
    `${generated.description}: ${differences.length} differences`,
    ...shown,
    ...(first ? ['text around:', around(report, first.path)] : []),
  ].join('\n');
}

/** The text near a row: its own if it was found, else the whole of its section. */
function around({ text, tables, sections }: Report, path: string): string {
  const [key, rowKey] = path.split('/');
  const table = Object.values(tables).find((candidate) => candidate.key === key);
  const row = table?.rows.find((candidate) => candidate.key === rowKey);
  const number = { disclosure: 2, requests: 3, review: 4 }[key ?? ''];
  const section = sections.find((candidate) => candidate.number === number);
  const start = row ? row.label.span.start - 60 : (section?.body.start ?? 0);
  const end = row ? start + 240 : Math.min(section?.body.end ?? 200, start + 500);
  return text
    .slice(Math.max(0, start), end)
    .replace(/\t/g, '→')
    .replace(/\r\n?|\n/g, '\n    ');
}
