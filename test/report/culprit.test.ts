// Every single cell of consistent tables changed once: the one finding sits on the culprit, its
// first fix gives the right value back, and the totals that the change broke are related.
// In 三 every cell stands in relations that no other cell shares, so it is always determined. In 四
// a cell stands in one relation only: which of its five terms is wrong cannot be told, and the
// fallback holds (review-total at column total).
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../server/src/findings/finding.js';
import {
  type CellKey,
  RELATION_RULES,
  type TableKey,
  type TemplateId,
} from '../../server/src/form/formats.js';
import { cellAt, judge } from '../../server/src/judging/relations.js';
import { createReportService } from '../../server/src/service/index.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { writeReport } from '../generate/report.js';

const service = createReportService();

/** Ways to slip: one more, a digit appended, two digits exchanged or the first one lost. */
const SLIPS: Record<string, (value: number) => number> = {
  'one more': (value) => value + 1,
  'a digit appended': (value) => value * 10 + 7,
  'set to zero, or from zero': (value) => (value === 0 ? 25 : 0),
};

/** A consistent report with few zeros, so that slips are not all alike. */
function consistent(template: TemplateId, seed: number): string {
  return writeReport({ seed, template, layout: 'tab', variations: [] }).text;
}

function relationFindings(text: string): Diagnostic[] {
  const { diagnostics } = service.check(service.parse(text));
  return diagnostics.filter(({ rule }) => (RELATION_RULES as readonly string[]).includes(rule));
}

/** The report with one cell changed, for every cell of a table. */
function* changes(text: string, table: 'requests' | 'review', slip: (value: number) => number) {
  const report = service.parse(text);
  for (const { key: row, cells } of report.tables[table]?.rows ?? [])
    for (const [column, { span, value }] of cells) {
      const slipped = String(slip(value as number));
      yield {
        row,
        column,
        changed: text.slice(0, span.start) + slipped + text.slice(span.end),
      };
    }
}

const cases = (['2021', '2019'] as const).flatMap((template) =>
  Object.entries(SLIPS).flatMap(([name, slip]) =>
    [3, 11].map((seed) => ({ template, name, slip, seed })),
  ),
);

describe.each(cases)('$template, $name, report $seed', ({ template, slip, seed }) => {
  const text = consistent(template, seed);

  test('holds before', () => {
    expect(relationFindings(text)).toEqual([]);
    expect(judge(service.parse(text)).filter(({ difference }) => difference !== 0)).toEqual([]);
  });

  test('requests: the culprit is named', () => {
    let changed = 0;
    for (const change of changes(text, 'requests', slip)) {
      const at = { table: 'requests', row: change.row, column: change.column };
      const where = `${at.row}/${at.column}`;
      const findings = relationFindings(change.changed);
      expect(
        findings.map((finding) => finding.at),
        where,
      ).toEqual([at]);
      const [finding] = findings as [Diagnostic];
      const report = service.parse(change.changed);
      const broken = judge(report).filter(({ difference }) => difference !== 0);
      expect(finding.rule, where).toBe(
        RELATION_RULES.find((rule) => broken.some(({ relation }) => relation.rule === rule)),
      );
      expect(finding.span, where).toEqual(cellAt(report, 'requests', change)?.span);
      expect(applyEdits(change.changed, finding.fixes?.[0]?.edits ?? []), where).toBe(text);
      for (const { relation } of broken) {
        const totals = [relation.anchor, ...relation.left, { ...relation.anchor, row: '3.7' }]
          .filter(({ row, column }) => row !== change.row || column !== change.column)
          .map((cell) => cellAt(report, 'requests', cell)?.span);
        if (relation.anchor.row === change.row && relation.anchor.column === change.column)
          continue;
        expect(
          finding.related?.some(({ span }) =>
            totals.some((total) => total?.start === span.start && total.end === span.end),
          ),
          `${where} relates the total of ${relation.rule}`,
        ).toBe(true);
      }
      changed++;
    }
    expect(changed).toBe(template === '2021' ? 25 * 7 : 23 * 7);
  });

  test('review: not determined, so the relation is told', () => {
    let changed = 0;
    for (const change of changes(text, 'review', slip)) {
      const where = `${change.row}/${change.column}`;
      const findings = relationFindings(change.changed);
      expect(
        findings.map(({ rule, at }) => ({ rule, at })),
        where,
      ).toEqual([
        {
          rule: 'review-total',
          at: { table: 'review', row: change.row, column: 'total' },
        },
      ]);
      const fixed = findings[0]?.fixes?.map(({ edits }) => applyEdits(change.changed, edits)) ?? [];
      expect(relationFindings(fixed[0] ?? '?'), where).toEqual([]);
      expect(service.parse(fixed[0] ?? '').recognized).toBe(true);
      expect(fixed, where).toContain(text);
      if (change.column === 'total') expect(fixed[0], where).toBe(text);
      changed++;
    }
    expect(changed).toBe(15);
  });
});

/** A report with several cells changed by the same amount. */
function slipped(text: string, places: readonly CellPlace[]): string {
  const report = service.parse(text);
  const edits = places.map(({ table, ...place }) => {
    const cell = cellAt(report, table, place);
    return {
      span: cell?.span ?? { start: 0, end: 0 },
      newText: String((cell?.value ?? 0) + 3),
    };
  });
  return applyEdits(text, edits);
}

interface CellPlace extends CellKey {
  readonly table: TableKey;
}

test('slips that share no relation are told apart', () => {
  const places: CellPlace[] = [
    { table: 'requests', row: '3.1', column: 'natural' },
    { table: 'review', row: 'direct', column: 'total' },
  ];
  const findings = relationFindings(slipped(consistent('2021', 3), places));
  expect(findings.map(({ at }) => at)).toEqual(places);
});

test('two slips in one group of relations: each relation is told', () => {
  const findings = relationFindings(
    slipped(consistent('2021', 3), [
      { table: 'requests', row: '3.1', column: 'natural' },
      { table: 'requests', row: '3.5.2', column: 'legal' },
    ]),
  );
  const told = findings.map(({ rule, at }) => `${rule} ${at?.row} ${at?.column}`);
  expect(told.sort()).toEqual([
    'outcome-total 3.7 legal',
    'outcome-total 3.7 natural',
    'row-total 3.1 total',
    'row-total 3.5.2 total',
  ]);
});
