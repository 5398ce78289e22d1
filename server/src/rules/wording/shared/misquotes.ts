// Fixed phrases that are misquoted, for the rule that tells them and for those that leave them to it.
import { FIXED_PHRASES, type FixedPhrase } from '../../../form/phrases.js';
import { perReport } from '../../../report/perReport.js';
import { matchesInProse } from '../../../report/runningText.js';
import type { Span } from '../../../text/span.js';

export interface Misquote {
  readonly span: Span;
  readonly written: string;
  readonly phrase: FixedPhrase;
}

/** All misquotations in one pattern: the group that matched tells the phrase. */
const MISQUOTED = new RegExp(FIXED_PHRASES.map(({ wrong }) => `(${wrong})`).join('|'), 'g');

/** The misquoted phrases of a report, in order of place. */
export const misquotesIn = perReport((report): readonly Misquote[] =>
  matchesInProse(report, MISQUOTED).flatMap(({ match, start, end }) => {
    const phrase = FIXED_PHRASES[match.findIndex((group, i) => i > 0 && group) - 1];
    return phrase ? [{ span: { start, end }, written: match[0], phrase }] : [];
  }),
);
