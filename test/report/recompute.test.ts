// 重算总计 does no harm: over generated tables with slips it never leaves more faults than it found,
// and where one wrong cell is known its totals stay and the lens offers that cell's fix alone.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tableLenses } from '../../server/src/features/codeLens.js';
import { requestsSentence } from '../../server/src/features/completion/sentenceFigures.js';
import { shownText, toSnippetText } from '../../server/src/features/completion/snippet.js';
import { inlayHints } from '../../server/src/features/inlayHints.js';
import { fixCulprit } from '../../server/src/features/tables/fixCulprit.js';
import { recomputeTotals } from '../../server/src/features/tables/recomputeTotals.js';
import { culpritsOf, faultsOf } from '../../server/src/judging/faults.js';
import { cellAt } from '../../server/src/judging/relations.js';
import { parseReport } from '../../server/src/reading/parse.js';
import type { Cell, Report } from '../../server/src/report/report.js';
import { createReportService } from '../../server/src/service/index.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { isTotal } from '../../server/src/writing/totals.js';
import { headingOf, sectionSpec, writeTable } from '../../server/src/writing/writeTable.js';
import { recipes } from '../generate/arbitrary.js';
import { LAYOUTS } from '../generate/layouts/index.js';
import { type Recipe, writeReport } from '../generate/report.js';

const RUNS = Number(process.env.NIANBAO_RUNS ?? 200);
const TEXT_LAYOUTS = LAYOUTS.filter(({ kind }) => kind === 'text').map(({ id }) => id);
const service = createReportService();

const plain = fc
  .tuple(recipes(), fc.constantFrom(...TEXT_LAYOUTS))
  .map(([recipe, layout]): Recipe => ({ ...recipe, layout, variations: [] }));
const slips = (most: number) =>
  fc.array(fc.record({ at: fc.nat(), by: fc.constantFrom(1, 3, 5, -1, -2, 10) }), {
    minLength: 1,
    maxLength: most,
  });

const cellsOf = ({ tables }: Report): Cell[] =>
  [tables.requests, tables.review].flatMap(
    (table) => table?.rows.flatMap(({ cells }) => [...cells.values()]) ?? [],
  );

/** A report with some figures of tables 三 and 四 changed. */
function slipped(recipe: Recipe, given: readonly { at: number; by: number }[]): Report {
  const report = parseReport(writeReport(recipe).text);
  const cells = cellsOf(report);
  const changes = new Map(
    given.map(({ at, by }) => {
      const cell = cells[at % cells.length] as Cell;
      return [
        cell.span.start,
        { span: cell.span, newText: String(Math.abs((cell.value ?? 0) + by)) },
      ];
    }),
  );
  return parseReport(applyEdits(report.text, [...changes.values()]));
}

const recomputed = (report: Report) =>
  parseReport(
    applyEdits(
      report.text,
      Object.values(report.tables).flatMap((table) => recomputeTotals.edits(report, table, {})),
    ),
  );

const errors = (report: Report) =>
  service.check(report).diagnostics.filter(({ severity }) => severity === 'error').length;

test.each([1, 2, 5])('leaves no more errors than there were, with up to %i slips', (most) => {
  fc.assert(
    fc.property(plain, slips(most), (recipe, given) => {
      const report = slipped(recipe, given);
      const after = recomputed(report);
      expect(errors(after)).toBeLessThanOrEqual(errors(report));
      expect(recomputed(after).text).toBe(after.text);
    }),
    { numRuns: RUNS },
  );
});

describe('where one wrong cell is known', () => {
  test('it alone is fixed, by the lens, and its totals stay', () => {
    let terms = 0;
    fc.assert(
      fc.property(plain, slips(1), (recipe, given) => {
        const report = slipped(recipe, given);
        for (const table of Object.values(report.tables)) {
          const [culprit] = culpritsOf(report, table.key);
          if (!culprit) continue;
          const { cell, value } = culprit;
          const lenses = tableLenses(report).filter((lens) => lens.table === table);
          const titles = lenses.map(({ title }) => title);
          expect(titles).not.toContain('重算总计');
          const fix = lenses.find(({ action }) => action?.kind === 'fix');
          expect(fix?.title).toMatch(new RegExp(`^把“.+”的“.+”改为 ${value}$`));
          const edits = fixCulprit.edits(report, table, { cell });
          const fixed = parseReport(applyEdits(report.text, edits));
          expect(cellAt(fixed, table.key, cell)?.value).toBe(value);
          expect(faultsOf(fixed)).toEqual([]);
          if (isTotal(report, cell)) {
            expect(recomputed(report).text).toBe(fixed.text);
            continue;
          }
          terms++;
          expect(recomputed(report).text).toBe(report.text);
          expect(recomputeTotals.notice?.(report, table)).toContain(`应为 ${value}`);
        }
      }),
      { numRuns: RUNS },
    );
    expect(terms).toBeGreaterThan(RUNS / 10);
  });

  /** Table 三 of a report with one application a year, granted; and what else is to stand there. */
  const tableWith = (given: Readonly<Record<string, string>>) =>
    parseReport(
      `${headingOf(sectionSpec(3))}\n\n${writeTable('requests', {
        template: '2021',
        layout: 'tab',
        eol: '\n',
        fill: ({ row, column }) =>
          given[`${row} ${column}`] ??
          (['1', '3.1', '3.7'].includes(row) && ['business', 'total'].includes(column) ? '4' : '0'),
      })}\n`,
    );
  const totalIn = (report: Report) =>
    cellAt(report, 'requests', { row: '3.1', column: 'total' })?.value;

  test('a blank total over a wrong term stays blank; over others it is filled', () => {
    const wrong = tableWith({ '3.1 business': '9', '3.1 total': '' });
    expect(totalIn(recomputed(wrong))).toBeNull();
    expect(
      inlayHints(wrong, { all: false, isReported: () => true }).map(({ label }) => label),
    ).toEqual(['应为 4']);
    const blank = tableWith({ '3.1 total': '' });
    expect(totalIn(recomputed(blank))).toBe(4);
    const total = tableWith({ '3.1 total': '7' });
    expect(totalIn(recomputed(total))).toBe(4);
    for (const { tables, ...rest } of [blank, total])
      expect(
        tables.requests && recomputeTotals.notice?.({ ...rest, tables }, tables.requests),
      ).toBeNull();
  });

  test('running text does not repeat a figure that is known to be wrong', () => {
    const told = (report: Report) => shownText(toSnippetText(requestsSentence(report)));
    expect(told(tableWith({}))).toContain('新收政府信息公开申请4件');
    expect(told(tableWith({ '1 total': '9' }))).not.toContain('9');
  });
});
