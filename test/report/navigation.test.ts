// Moving about in generated reports, in every layout and under every variation: folds never cross,
// selections nest, definitions and references stand on cells and words.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { definitionAt } from '../../server/src/features/definition.js';
import { foldsOf } from '../../server/src/features/folding.js';
import { hoverAt } from '../../server/src/features/hover/hover.js';
import { linksOf } from '../../server/src/features/links.js';
import { referencesAt } from '../../server/src/features/references.js';
import { selectionsAt } from '../../server/src/features/selection.js';
import { mentionsOf } from '../../server/src/judging/mentions.js';
import { parseReport } from '../../server/src/reading/parse.js';
import type { Cell, Report } from '../../server/src/report/report.js';
import type { Span } from '../../server/src/text/span.js';
import { recipes } from '../generate/arbitrary.js';
import { read } from '../generate/compare.js';
import { LAYOUTS } from '../generate/layouts/index.js';
import { type Recipe, writeReport } from '../generate/report.js';

const RUNS = Math.ceil(Number(process.env.NIANBAO_RUNS ?? 300) / 10);

const reportOf = (recipe: Recipe) => read(writeReport(recipe)).report;
const cellsOf = ({ tables }: Report) =>
  Object.values(tables).flatMap(({ rows }) => rows.flatMap((row) => [...row.cells.values()]));
const isIn = (inner: Span, outer: Span) => outer.start <= inner.start && inner.end <= outer.end;
const key = ({ start, end }: Span) => `${start} ${end}`;

describe.each(LAYOUTS.map(({ id }) => id))('%s', (layout) => {
  const check = (property: (report: Report, share: number) => void) =>
    fc.assert(
      fc.property(recipes(layout), fc.double({ min: 0, max: 1, noNaN: true }), (recipe, share) =>
        property(reportOf(recipe), share),
      ),
      { numRuns: RUNS },
    );

  test('folds lie in the text and never cross', () => {
    check((report) => {
      const folds = foldsOf(report).map(({ span }) => span);
      expect(folds.length).toBeGreaterThan(0);
      for (const fold of folds)
        expect(isIn(fold, { start: 0, end: report.text.length })).toBe(true);
      for (const [i, a] of folds.entries())
        for (const b of folds.slice(i + 1))
          expect(isIn(a, b) || isIn(b, a) || a.end <= b.start || b.end <= a.start).toBe(true);
    });
  });

  test('selections grow from the offset to the whole text', () => {
    check((report, share) => {
      const figures = cellsOf(report).map(({ span }) => span.start);
      const anywhere = Math.floor(share * report.text.length);
      const figure = figures[Math.floor(share * (figures.length - 1))] ?? anywhere;
      for (const offset of [anywhere, figure]) {
        const chain = selectionsAt(report, offset);
        expect(chain.at(-1)).toEqual({ start: 0, end: report.text.length });
        let inner: Span = { start: offset, end: offset };
        for (const span of chain) {
          expect(isIn(inner, span) && span.end - span.start > inner.end - inner.start).toBe(true);
          inner = span;
        }
      }
    });
  });

  test('a figure leads to other cells, and they lead back', () => {
    check((report, share) => {
      const cells = cellsOf(report).filter(({ span }) => span.end > span.start);
      const known = new Set(cellsOf(report).map(({ span }) => key(span)));
      const totals = cells.filter(
        ({ table, column }) => table !== 'disclosure' && column === 'total',
      );
      const total = totals[Math.floor(share * (totals.length - 1))] as Cell | undefined;
      if (!total) return;
      for (const { span } of definitionAt(report, total.span.start)?.targets ?? []) {
        expect(known.has(key(span))).toBe(true);
        expect(span).not.toEqual(total.span);
        if (span.end > span.start)
          expect(referencesAt(report, span.start, false).map(key)).toContain(key(total.span));
      }
    });
  });

  test('words that state a figure lead to it, and it leads to them', () => {
    check((report) => {
      for (const { statement, cells } of mentionsOf(report)) {
        const found = definitionAt(report, statement.span.start)?.targets.map(({ span }) =>
          key(span),
        );
        for (const { span } of cells) {
          expect(found).toContain(key(span));
          if (span.end > span.start)
            expect(referencesAt(report, span.start, false).map(key)).toContain(key(statement.span));
        }
      }
    });
  });

  test('half a report is as good as a whole one', () => {
    check((whole, share) => {
      const report = parseReport(whole.text.slice(0, Math.floor(share * whole.text.length)));
      const { length } = report.text;
      for (const offset of [0, length >> 1, length]) {
        const ends = selectionsAt(report, offset).map(({ end }) => end);
        const links = linksOf(report, whole).map(({ span }) => span.end);
        const told = referencesAt(report, offset, true).map(({ end }) => end);
        const hover = hoverAt(report, offset)?.span.end ?? 0;
        expect(Math.max(0, ...ends, ...links, ...told, hover)).toBeLessThanOrEqual(length);
      }
    });
  });
});
