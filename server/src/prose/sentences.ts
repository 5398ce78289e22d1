// The sentences worth a look with their figures, read once for each report.
import { perReport } from '../report/perReport.js';
import { readSentences, type Sentence } from './findSentences.js';
import { readFigures, type TextFigure } from './textFigure.js';

/** A sentence with its figures. */
export interface ReadSentence extends Sentence {
  readonly figures: readonly TextFigure[];
}

/** The sentences that hold figures or may claim something. */
export const readingsOf = perReport((report): readonly ReadSentence[] =>
  readSentences(report).map(({ text, starts, offsets, section, paragraph, hint }) => {
    const figures = readFigures(text);
    return { text, starts, offsets, section, paragraph, hint, figures };
  }),
);
