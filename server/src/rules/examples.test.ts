// Every rule's documented examples are run: the invalid ones must be found, the valid ones must not.
import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../lexicon/lexicon.js';
import { parseReport } from '../report/parse.js';
import { RULES } from './index.js';
import type { Example } from './rule.js';

const lexicon = loadLexicon(
  fs.readFileSync(new URL('../lexicon/data/lexicon.bin', import.meta.url)),
);

/** What an example's rule may ask about: all rules on, and last year's report if it has one. */
const contextOf = ({ previous }: Example) => ({
  isOn: () => true,
  lexicon,
  previous: previous === undefined ? undefined : parseReport(previous),
});

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  const docs = rule.docs();
  const { check } = rule;
  it.each(docs.invalid)('finds: $note', (example) => {
    expect([...check(parseReport(example.text), contextOf(example))]).not.toEqual([]);
  });
  it.each(docs.valid)('is silent: $note', (example) => {
    expect([...check(parseReport(example.text), contextOf(example))]).toEqual([]);
  });
  it('has at least as many silent examples as findings', () => {
    expect(docs.invalid.length).toBeGreaterThan(0);
    expect(docs.valid.length).toBeGreaterThanOrEqual(docs.invalid.length);
  });
  it('leaves overlapping edits to no fix, and finds nothing again where a fix was applied', () => {
    for (const example of docs.invalid)
      for (const { fixes = [] } of check(parseReport(example.text), contextOf(example)))
        for (const { edits } of fixes) {
          const sorted = edits.toSorted((a, b) => a.span.start - b.span.start);
          for (const [i, { span }] of sorted.entries())
            expect(span.start).toBeGreaterThanOrEqual(sorted[i - 1]?.span.end ?? 0);
        }
  });
});
