// What is inserted into a table, or a report, moves no figure: every cell that was read before holds
// the same afterwards. On generated reports with rows, columns and headings lost, and on real ones.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fixRows } from '../../server/src/features/tables/fixRows.js';
import type { Fix } from '../../server/src/findings/finding.js';
import { parseReport } from '../../server/src/reading/parse.js';
import type { Cell, Report } from '../../server/src/report/report.js';
import { createReportService } from '../../server/src/service/index.js';
import { applyEdits, settled } from '../../server/src/text/edit.js';
import { describeReal, read, realReports } from '../support/realReports.js';
import { mutatedReports } from './mutate.js';

const RUNS = Number(process.env.NIANBAO_RUNS ?? 80);
const service = createReportService();
const RULES = ['missing-column', 'missing-row', 'missing-section', 'missing-table'];

const cellsOf = ({ tables }: Report): Cell[] =>
  Object.values(tables).flatMap(({ rows }) => rows.flatMap(({ cells }) => [...cells.values()]));

/** What can be read, cell by cell; blank cells say that there is one. */
const figures = (text: string) =>
  new Map(
    cellsOf(parseReport(text)).map((cell) => [
      `${cell.table} ${cell.row} ${cell.column}`,
      cell.value ?? text.slice(cell.span.start, cell.span.end),
    ]),
  );

function expectKept(text: string, after: string, note: string): void {
  const now = figures(after);
  for (const [cell, figure] of figures(text))
    expect(now.get(cell), `${note}: ${cell}`).toBe(figure);
}

const fixesOf = (text: string): readonly { readonly rule: string; readonly fix: Fix }[] =>
  service
    .check(service.parse(text))
    .diagnostics.flatMap(({ rule, fixes = [] }) => fixes.map((fix) => ({ rule, fix })));

/** The first fix of each kind, made one after the other: as a user clicks through the list. */
function clickThrough(text: string): void {
  let now = text;
  const done = new Set<string>();
  for (let clicks = 0; clicks < 6; clicks++) {
    const inserting = fixesOf(now).filter(({ rule }) => RULES.includes(rule));
    const next = inserting.findLast(({ fix }) => !done.has(fix.title));
    if (!next) return;
    done.add(next.fix.title);
    const after = applyEdits(now, next.fix.edits);
    expectKept(now, after, next.fix.title);
    now = after;
  }
}

function keepsAll(text: string): void {
  for (const { rule, fix } of fixesOf(text)) {
    expect(settled(fix.edits), fix.title).not.toBeNull();
    if (RULES.includes(rule)) expectKept(text, applyEdits(text, fix.edits), fix.title);
    if (rule === 'outdated-template') expectConverted(text, fix);
  }
  clickThrough(text);
  const report = parseReport(text);
  const edits = Object.values(report.tables).flatMap((table) => [
    ...fixRows.edits(report, table, {}),
  ]);
  expectKept(text, applyEdits(text, edits), fixRows.title);
}

/** A figure keeps its cell, goes where the new form has the same, or is told in the note. */
function expectConverted(text: string, fix: Fix): void {
  const after = applyEdits(text, fix.edits);
  const now = figures(after);
  const notes = [...after.matchAll(/【请核对后删去本行】.*/g)]
    .join('')
    .normalize('NFKC')
    .replace(/[−,]/g, (mark) => (mark === ',' ? '' : '-'));
  // one name changed: the figures below it stay where they stand
  const isRenamed = fix.edits.every(({ newText }) => !/[\t\r\n|]/.test(newText));
  for (const [cell, figure] of figures(text)) {
    if (figure === 0 || figure === '') continue;
    const row = `${cell.split(' ').slice(0, 2).join(' ')} `;
    const places = isRenamed
      ? [...now.keys()].filter((place) => place.startsWith(row))
      : [cell, cell.replace(/ made$/, ' issued')];
    const isKept = places.some((place) => now.get(place) === figure);
    expect(
      isKept || notes.includes(String(figure).normalize('NFKC')),
      `${fix.title}: ${cell}`,
    ).toBe(true);
  }
}

test('generated reports, mutated', () => {
  fc.assert(fc.property(mutatedReports(6), keepsAll), { numRuns: RUNS });
}, 600_000);

test('generated reports without a change', () => {
  fc.assert(fc.property(mutatedReports(0), keepsAll), { numRuns: Math.ceil(RUNS / 3) });
}, 600_000);

describeReal('real reports', () => {
  test.each(realReports)('%s', (name) => keepsAll(read(name)));
});
