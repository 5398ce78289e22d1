// Fixes keep their word: the first fix of a finding removes it and brings no new error,
// and the edits of any fix lie in the text and never overlap.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Diagnostic } from '../../server/src/findings/finding.js';
import { RELATION_RULES } from '../../server/src/form/formats.js';
import { createReportService } from '../../server/src/service/index.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { recipes } from '../generate/arbitrary.js';
import { LAYOUTS } from '../generate/layouts/index.js';
import { type Recipe, writeReport } from '../generate/report.js';

const service = createReportService();
const RUNS = Number(process.env.NIANBAO_RUNS ?? 150);

const check = (text: string) => service.check(service.parse(text)).diagnostics;

/** What makes a finding the same one after a fix elsewhere. */
const keyOf = ({ rule, at, message }: Diagnostic) => JSON.stringify([rule, at ?? message]);

function counted(findings: readonly Diagnostic[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) {
    const key = keyOf(finding);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

const isRelation = ({ rule }: Diagnostic) => (RELATION_RULES as readonly string[]).includes(rule);

/**
 * Fixing a relation whose culprit is not determined may put another one out, a zero in a blank cell
 * lets relations be judged that could not be before, and a converted table has other cells to blame.
 */
const mayUnbalance = (finding: Diagnostic) =>
  isRelation(finding) || ['cell-value', 'outdated-template'].includes(finding.rule);

/** In another format what was missing or outdated before is told in other words. */
const toldAnew = (before: readonly Diagnostic[], { rule }: Diagnostic) =>
  ['outdated-template', 'missing-row'].includes(rule) &&
  before.some((other) => other.rule === rule);

/** Report texts with faults: variations, and now and then a figure that does not add up. */
const faulty = fc
  .tuple(
    fc.constantFrom(...LAYOUTS.filter(({ kind }) => kind === 'text').map(({ id }) => id)),
    recipes(),
    fc.nat(),
    fc.boolean(),
  )
  .map(([layout, recipe, place, slip]) => {
    const text = textOf({ ...recipe, layout });
    const zeros = [...text.matchAll(/(?<=[\t |\n])0(?=[\t |\r\n])/g)];
    const zero = zeros[place % Math.max(1, zeros.length)];
    return slip && zero ? `${text.slice(0, zero.index)}8${text.slice(zero.index + 1)}` : text;
  });

const textOf = (recipe: Recipe) => writeReport(recipe).text;

test('a clean report has no findings of error level', () => {
  for (const { id, kind } of LAYOUTS)
    if (kind === 'text')
      for (let seed = 0; seed < 10; seed++) {
        const template = seed % 3 === 0 ? '2019' : '2021';
        const { text, expected } = writeReport({ seed, template, layout: id, variations: [] });
        const old = template === '2019' && expected.year >= 2021;
        const errors = check(text).filter(({ severity }) => severity === 'error');
        expect(errors.filter(({ rule }) => !(old && rule === 'outdated-template'))).toEqual([]);
      }
});

test('the edits of a fix lie in the text and never overlap', () => {
  fc.assert(
    fc.property(faulty, (text) => {
      for (const { span, fixes = [], related = [] } of check(text)) {
        for (const { start, end } of [span, ...related.map((item) => item.span)]) {
          expect(start).toBeLessThanOrEqual(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
        for (const { title, edits } of fixes) {
          expect(edits.length, title).toBeGreaterThan(0);
          let end = 0;
          for (const edit of [...edits].sort((a, b) => a.span.start - b.span.start)) {
            expect(edit.span.start, title).toBeGreaterThanOrEqual(end);
            expect(edit.span.end, title).toBeGreaterThanOrEqual(edit.span.start);
            end = edit.span.end;
          }
          expect(end, title).toBeLessThanOrEqual(text.length);
        }
      }
    }),
    { numRuns: RUNS },
  );
});

test('the first fix removes its finding and adds no error', () => {
  fc.assert(
    fc.property(faulty, (text) => {
      const before = check(text);
      const had = counted(before);
      const tried = new Set<string>();
      for (const finding of before) {
        const fix = finding.fixes?.[0];
        const key = keyOf(finding);
        // One of a kind is enough: three labels reworded are fixed in the same way.
        if (!fix || tried.has(`${finding.rule} ${fix.title}`)) continue;
        tried.add(`${finding.rule} ${fix.title}`);
        const after = check(applyEdits(text, fix.edits));
        const has = counted(after);
        const note = `${finding.rule} ${JSON.stringify(finding.at)} ${finding.message} → ${fix.title}`;
        expect(has.get(key) ?? 0, note).toBeLessThan(had.get(key) as number);
        const added = after.filter(
          (other) =>
            other.severity === 'error' &&
            !(mayUnbalance(finding) && isRelation(other)) &&
            !toldAnew(before, other) &&
            (has.get(keyOf(other)) ?? 0) > (had.get(keyOf(other)) ?? 0),
        );
        expect(added.map((other) => `${other.rule}: ${other.message}`).join('\n'), note).toBe('');
      }
    }),
    { numRuns: RUNS },
  );
});
