// The sentences worth a look with their figures, read once for each report.
import type { Report } from '../report/report.js';
import { readSentences, type Sentence } from './findSentences.js';
import { readFigures, type TextFigure } from './textFigure.js';

/** A sentence with its figures. */
export interface ReadSentence extends Sentence {
  readonly figures: readonly TextFigure[];
}

const readings = new WeakMap<Report, readonly ReadSentence[]>();

/** The sentences that hold figures or may claim something. */
export function readingsOf(report: Report): readonly ReadSentence[] {
  let found = readings.get(report);
  if (!found) {
    found = readSentences(report).map(({ text, starts, offsets, section, paragraph, hint }) => {
      const figures = readFigures(text);
      return { text, starts, offsets, section, paragraph, hint, figures };
    });
    readings.set(report, found);
  }
  return found;
}
