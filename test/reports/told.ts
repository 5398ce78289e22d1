// A whole report as nianbao sees it, on paper: facts and findings in lines that a reviewer can compare.
import type { Facts } from '../../server/src/report/facts.js';
import type { RelationCounts } from '../../server/src/report/relations.js';
import type { Report } from '../../server/src/report/report.js';
import type { Diagnostic } from '../../server/src/rules/rule.js';
import type { Span } from '../../server/src/text/span.js';
import { changesOf } from '../support/changes.js';
import { shown } from '../support/shown.js';

/** What the report says: title, sections, and every figure under its key, in the order of its rows. */
export function factsOnPaper(
  report: Report,
  facts: Facts,
  { held, broken, unknown }: RelationCounts,
): string {
  const { title, organization, year, template, sections, tables } = facts;
  return [
    `${title}`,
    `${organization} · ${year} · ${template}`,
    `relations: ${held} held, ${broken} broken, ${unknown} unknown`,
    '',
    ...sections.map(({ number, title, line }) => `${number} ${title} (line ${line + 1})`),
    ...Object.values(report.tables).flatMap((table) => [
      '',
      table.key,
      ...table.rows.map((row) => {
        const cells = Object.entries(tables[table.key]?.[row.key] ?? {});
        const figures = cells.map(([column, value]) => `${column} ${value}`);
        return `  ${row.key}: ${figures.join(', ')}`;
      }),
    ]),
  ].join('\n');
}

/** What is found: place, rule and severity; the words; what is said; the first fix. */
export function findingsOnPaper(report: Report, found: readonly Diagnostic[]): string {
  return found.map((one) => findingOnPaper(report, one)).join('\n\n');
}

function findingOnPaper({ text, lines }: Report, diagnostic: Diagnostic): string {
  const { rule, severity, span, message, at, related = [], fixes = [] } = diagnostic;
  const place = at ? ` ${[at.table, at.row, at.column].filter(Boolean).join(' ')}` : '';
  const [fix, ...more] = fixes;
  return [
    `line ${lines.lineAt(span.start) + 1} ${severity} ${rule}${place}`,
    `  ${around(text, span)}`,
    `  ${message}`,
    ...related.map((item) => `  related: ${item.message} (${around(text, item.span)})`),
    ...(fix ? [`  ${fix.safe ? 'safe fix' : 'fix'}: ${fix.title}`] : []),
    ...(fix && fix.edits.length === 1 ? [`    ${editOnPaper(text, fix.edits[0])}`] : []),
    ...(fix && fix.edits.length > 1 ? changesOf(text, fix.edits).map((line) => `    ${line}`) : []),
    ...(more.length > 0 ? [`  or: ${more.map(({ title }) => title).join(' / ')}`] : []),
  ].join('\n');
}

function editOnPaper(text: string, edit: { span: Span; newText: string } | undefined): string {
  if (!edit) return '';
  const newText = shown(edit.newText).replaceAll('\n', '⏎') || '(nothing)';
  return `${around(text, edit.span)} → ${newText}`;
}

/** The words at a place in «», with a few of its line before and behind. */
function around(text: string, { start, end }: Span): string {
  const before = /[^\r\n]{0,12}$/.exec(text.slice(0, start))?.[0] ?? '';
  const after = /^[^\r\n]{0,12}/.exec(text.slice(end))?.[0] ?? '';
  return shown(`${before}«${text.slice(start, end)}»${after}`);
}
