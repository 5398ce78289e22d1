// Formatting keeps its word: the same report, never a word or a figure else, and once is enough.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type FormattingOptions,
  formattingEdits,
} from '../../server/src/features/formatting/formatting.js';
import { parseReport } from '../../server/src/reading/parse.js';
import { createReportService, factsOf } from '../../server/src/service/index.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { recipes } from '../generate/arbitrary.js';
import { LAYOUTS } from '../generate/layouts/index.js';
import { writeReport } from '../generate/report.js';
import { describeReal, read, realReports } from '../support/realReports.js';

const RUNS = Number(process.env.NIANBAO_RUNS ?? 50);

const service = createReportService();

const format = (text: string, options: Partial<FormattingOptions> = {}) =>
  applyEdits(text, formattingEdits(parseReport(text), { markdown: false, ...options }));

/** The facts, and the lines of text that the headings stand on. */
function factsIn(text: string) {
  const report = service.parse(text);
  const { sections, ...facts } = factsOf(report);
  return { ...facts, sections: sections.map(({ number, title }) => ({ number, title })) };
}

const proseOf = (text: string) =>
  service.parse(text).prose.map(({ span }) => text.slice(span.start, span.end));

/** Findings by what they say; how often. */
function findings(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { rule, message, at } of service.check(service.parse(text)).diagnostics) {
    const key = `${rule} ${JSON.stringify(at)} ${message}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function keepsItsWord(text: string): void {
  const after = format(text);
  expect(factsIn(after)).toEqual(factsIn(text));
  expect(proseOf(after)).toEqual(proseOf(text));
  const before = findings(text);
  const added = [...findings(after)].filter(([key, count]) => count > (before.get(key) ?? 0));
  expect(added).toEqual([]);
  expect(format(after)).toBe(after);
  expect(figuresOf(after)).toEqual(figuresOf(text));
}

/** What stands in the cells, as it is written. */
const figuresOf = (text: string) =>
  Object.values(service.parse(text).tables).flatMap(({ rows }) =>
    rows.flatMap(({ cells }) =>
      [...cells.values()].map(({ row, column, span }) => [
        row,
        column,
        text.slice(span.start, span.end),
      ]),
    ),
  );

describe.each(LAYOUTS.filter(({ kind }) => kind === 'text').map(({ id }) => id))('%s', (id) => {
  it('is the same report', () => {
    fc.assert(
      fc.property(recipes(id), fc.boolean(), (recipe, loose) => {
        const { text } = writeReport(recipe);
        keepsItsWord(loose ? loosened(text) : text);
      }),
      { numRuns: RUNS },
    );
  });

  it('changes nothing outside a range, but for the tables that it touches', () => {
    fc.assert(
      fc.property(recipes(id), fc.nat(), fc.nat(), (recipe, a, b) => {
        const text = loosened(writeReport(recipe).text);
        const report = parseReport(text);
        const [first, last] = [a % report.lines.count, b % report.lines.count].sort(
          (x, y) => x - y,
        );
        const range = {
          start: report.lines.spanOf(first as number).start,
          end: report.lines.spanOf(last as number).end,
        };
        const all = formattingEdits(report, { markdown: false });
        const edits = formattingEdits(report, { markdown: false, range });
        const touched = Object.values(report.tables).filter(
          ({ span }) => span.start <= range.end + 400 && range.start <= span.end + 400,
        );
        for (const { span } of edits) {
          const isInside = range.start <= span.start && span.end <= range.end + 2;
          const inTable = touched.some(
            (table) => table.span.start <= span.end + 400 && span.start <= table.span.end + 400,
          );
          expect(isInside || inTable).toBe(true);
        }
        expect(edits.length).toBeLessThanOrEqual(all.length);
      }),
      { numRuns: Math.ceil(RUNS / 4) },
    );
  });
});

/** With white space where writers leave it. */
function loosened(text: string): string {
  return text.replace(/。$/gmu, '。  ').replace(/\n(?=[一二五六]、)/gu, '\n\n　\n \n');
}

describeReal('real reports', () => {
  it.each(realReports)('%s', (name) => keepsItsWord(read(name)));
});
