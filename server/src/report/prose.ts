// Running text → its sentences with figures, and what they say of the tables. Pure; one pass finds
// the sentences worth a look, the rest is done around their figures only.
import { type Figure, readFigures } from './prose/figure.js';
import { readSentences, type Sentence } from './prose/sentence.js';
import type { Report } from './report.js';

export type { Figure } from './prose/figure.js';
export { spanIn } from './prose/fold.js';
export type { Sentence } from './prose/sentence.js';
export type { Act, ReviewBlock, Statement, Subject } from './prose/statement.js';
export { readStatements } from './prose/statements.js';

/** A sentence with its figures. */
export interface Reading extends Sentence {
  readonly figures: readonly Figure[];
}

const readings = new WeakMap<Report, readonly Reading[]>();

/** The sentences that hold figures or may claim something, read once for each report. */
export function readingsOf(report: Report): readonly Reading[] {
  let found = readings.get(report);
  if (!found) {
    found = readSentences(report).map((sentence) => ({
      ...sentence,
      figures: readFigures(sentence.text),
    }));
    readings.set(report, found);
  }
  return found;
}
