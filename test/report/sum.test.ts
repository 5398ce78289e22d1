// Generated reports in all layouts, as text, web pages and Word files, with all that may be wrong with them:
// their sum is the known one, and a table is in it if its report tells all of it, in the form of its year.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sumReports, sumText } from '../../server/src/collecting/sumReports.js';
import { type UnitReport, unitReport } from '../../server/src/collecting/unitReport.js';
import { readDocx } from '../../server/src/convert/docx/readDocx.js';
import {
  columnsOf,
  rowsOf,
  TABLE_KEYS,
  type TableKey,
  tableOf,
  templateOfYear,
} from '../../server/src/form/formats.js';
import { parseReport } from '../../server/src/reading/parse.js';
import { factsOf, type TableFacts } from '../../server/src/report/facts.js';
import type { Report } from '../../server/src/report/report.js';
import { recipes } from '../generate/arbitrary.js';
import { read } from '../generate/compare.js';
import type { Expected } from '../generate/expected.js';
import { type Recipe, writeReport } from '../generate/report.js';
import { writeWordReport } from '../office/wordReport.js';

const RUNS = Number(process.env.NIANBAO_RUNS ?? 20);

interface Given {
  readonly expected: Expected;
  readonly unit: UnitReport;
}

function readAs(isWord: boolean, recipe: Recipe): { report: Report; expected: Expected } {
  if (isWord) {
    const { bytes, expected } = writeWordReport(recipe);
    return { report: parseReport(readDocx(bytes).text), expected };
  }
  const generated = writeReport(recipe);
  return { report: read(generated).report, expected: generated.expected };
}

/** Whether a table must be in the sum; undefined where a careful reader may doubt it. */
function mustBeIn({ tables, template, open }: Expected, key: TableKey, year: number) {
  const due = templateOfYear(year);
  if (template === 'mixed' || [...open].some((row) => row.startsWith(`${key}/`))) return undefined;
  if (template !== undefined && template !== due) return false;
  return rowsOf(tableOf(due, key)).every((row) =>
    columnsOf(due, key, row.key).every(
      (column) => typeof tables[key]?.[row.key]?.[column.key] === 'number',
    ),
  );
}

/** The generator's amounts have four decimals at most. */
const SCALE = 10_000;

function knownSum(given: readonly Given[], key: TableKey, year: number): TableFacts[TableKey] {
  const own = given.filter(({ unit }) => unit.tables[key].unfit === null);
  if (own.length === 0) return undefined;
  const due = templateOfYear(year);
  const cell = (row: string, column: string) => {
    const figures = own.map(({ expected }) => expected.tables[key]?.[row]?.[column] as number);
    return figures.reduce((sum, figure) => sum + Math.round(figure * SCALE), 0) / SCALE;
  };
  return Object.fromEntries(
    rowsOf(tableOf(due, key)).map((row) => [
      row.key,
      Object.fromEntries(
        columnsOf(due, key, row.key).map((column) => [column.key, cell(row.key, column.key)]),
      ),
    ]),
  );
}

let added = 0;
let leftOut = 0;

test('the sum is the known one', () => {
  const county = fc.array(fc.tuple(fc.boolean(), recipes(undefined, 2)), {
    minLength: 2,
    maxLength: 7,
  });
  fc.assert(
    fc.property(county, (drawn) => {
      const given = drawn.flatMap(([isWord, recipe], i): Given[] => {
        const { report, expected } = readAs(isWord, recipe);
        const unit = unitReport(report, `${i}.txt`);
        // the generator has few organs: here each report is of one of its own
        return unit ? [{ expected, unit: { ...unit, organ: `${i}` } }] : [];
      });
      for (const { unit, expected } of given)
        for (const key of TABLE_KEYS) {
          const isIn = unit.tables[key].unfit === null;
          expect([undefined, isIn], `${key} ${unit.tables[key].unfit}`).toContain(
            mustBeIn(expected, key, unit.year),
          );
          if (isIn) added++;
          else leftOut++;
        }
      for (const year of new Set(given.map(({ unit }) => unit.year))) {
        const ofYear = given.filter(({ unit }) => unit.year === year);
        const sum = sumReports(
          given.map(({ unit }) => unit),
          year,
        );
        const facts = factsOf(parseReport(sumText(sum)));
        const known = TABLE_KEYS.flatMap((key) => {
          const table = knownSum(ofYear, key, year);
          return table ? [[key, table]] : [];
        });
        expect(facts.tables).toEqual(Object.fromEntries(known));
        expect(facts.year).toBe(year);
        expect(sum.units).toHaveLength(ofYear.length);
      }
    }),
    { numRuns: RUNS },
  );
  // neither the one nor the other is all that was tried
  expect(Math.min(added, leftOut)).toBeGreaterThan(RUNS / 2);
});
