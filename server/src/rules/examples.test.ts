// Every rule's documented examples are run: the invalid ones must be found, the valid ones must not, and
// the fixes that are offered there must keep their word.
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { reported } from '../../../test/support/rules.js';
import type { Diagnostic } from '../findings/finding.js';
import { loadLexicon } from '../lexicon/lexicon.js';
import { parseReport } from '../reading/parse.js';
import { createReportService } from '../service/index.js';
import { applyEdits } from '../text/edit.js';
import { RULES } from './index.js';
import type { Example, Rule } from './rule.js';

const lexicon = loadLexicon(
  fs.readFileSync(new URL('../lexicon/data/lexicon.bin', import.meta.url)),
);
const service = createReportService({ lexicon: () => lexicon });

/** What an example's rule may ask about: all rules on, and last year's report if it has one. */
const contextOf = ({ previous }: Example) => ({
  isOn: () => true,
  lexicon,
  previous: previous === undefined ? undefined : parseReport(previous),
});

const findingsIn = (rule: Rule, example: Example) => [
  ...rule.check(parseReport(example.text), contextOf(example)),
];

/** What all rules say of a text in place of the example's. */
function saidOf(example: Example, text = example.text): readonly Diagnostic[] {
  return service.check(service.parse(text), {}, contextOf(example).previous).diagnostics;
}

/** The rules whose faults only the writer can fix. */
const WITHOUT_FIX = ['section-order', 'empty-section', 'repeated-text', 'missing-topic'];

/** What a fix leaves to be done, and by which rule that is told: where it is said anew, all is well. */
const LEFT_TO_DO: Readonly<Record<string, string>> = {
  // blank cells are put in, for the writer to fill
  'missing-section': 'cell-value',
  'missing-table': 'cell-value',
  'missing-row': 'cell-value',
  'missing-column': 'cell-value',
  'outdated-template': 'cell-value',
  // two columns are out by the same figure, and one of them is fixed
  'outcome-total': 'row-total',
  balance: 'row-total',
};

/** All that a rule says of its examples: message, words, related places, fixes. `vitest -u` writes it anew. */
const recordOf = (id: string) => path.join(import.meta.dirname, 'records', `${id}.snap`);

it('every rule has a record, and there are no others', () => {
  const records = fs.readdirSync(path.dirname(recordOf(''))).map((name) => path.parse(name).name);
  expect(records.sort()).toEqual(RULES.map(({ id }) => id).sort());
});

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  const docs = rule.docs();
  it.each(docs.invalid)('finds: $note', (example) => {
    expect(findingsIn(rule, example)).not.toEqual([]);
  });
  it.each(docs.valid)('is silent: $note', (example) => {
    expect(findingsIn(rule, example)).toEqual([]);
  });
  it('says of them what is on record', async () => {
    const all = docs.invalid.map((example) => ({
      example: example.note,
      findings: reported(rule, example.text, contextOf(example)),
    }));
    await expect(`${JSON.stringify(all, null, 1)}\n`).toMatchFileSnapshot(recordOf(rule.id));
  });
  it('has at least as many silent examples as findings', () => {
    expect(docs.invalid.length).toBeGreaterThan(0);
    expect(docs.valid.length).toBeGreaterThanOrEqual(docs.invalid.length);
  });
  it('leaves overlapping edits to no fix', () => {
    for (const example of docs.invalid)
      for (const { fixes = [] } of findingsIn(rule, example))
        for (const { edits } of fixes) {
          const sorted = edits.toSorted((a, b) => a.span.start - b.span.start);
          for (const [i, { span }] of sorted.entries())
            expect(span.start).toBeGreaterThanOrEqual(sorted[i - 1]?.span.end ?? 0);
        }
  });
});

const fixes = RULES.flatMap((rule) =>
  rule.docs().invalid.flatMap((example) =>
    findingsIn(rule, example).map(({ message, fixes }) => ({
      ...{ id: rule.id, note: example.note, example, message, fix: fixes?.[0] },
    })),
  ),
);

describe('rules with a fix', () => {
  it.each(fixes.filter(({ fix }) => fix))(
    '$id: nothing is found again where the first fix was applied ($note)',
    ({ id, example, message, fix }) => {
      const before = saidOf(example);
      const after = saidOf(example, applyEdits(example.text, fix?.edits ?? []));
      const times = (said: readonly Diagnostic[], rule: string, words: string) =>
        said.filter((one) => one.rule === rule && one.message === words).length;
      expect(times(before, id, message)).toBeGreaterThan(0);
      expect(times(after, id, message)).toBe(times(before, id, message) - 1);
      const anew = after.filter(
        ({ rule, severity, message }) =>
          (severity === 'error' || severity === 'warning') &&
          rule !== LEFT_TO_DO[id] &&
          times(after, rule, message) > times(before, rule, message),
      );
      expect(anew.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
    },
  );
});

describe('rules with a fix, once more', () => {
  const examples = RULES.filter(({ id }) => !WITHOUT_FIX.includes(id)).flatMap((rule) =>
    rule.docs().invalid.map((example) => ({ id: rule.id, note: example.note, rule, example })),
  );
  it.each(examples)('$id: nothing is left where all first fixes were applied ($note)', (given) => {
    const { rule, example } = given;
    let { text } = example;
    const fixable = () => findingsIn(rule, { ...example, text }).find(({ fixes }) => fixes?.length);
    for (let round = 0; round < 20; round++)
      text = applyEdits(text, fixable()?.fixes?.[0]?.edits ?? []);
    expect(fixable()).toBeUndefined();
  });
});

describe(`rules without a fix: ${WITHOUT_FIX.join(', ')}`, () => {
  it('are these and no others', () => {
    const fixed = new Set(fixes.filter(({ fix }) => fix).map(({ id }) => id));
    const without = RULES.map(({ id }) => id).filter((id) => !fixed.has(id));
    expect(without.sort(), 'the list WITHOUT_FIX above').toEqual(WITHOUT_FIX.toSorted());
  });
});
