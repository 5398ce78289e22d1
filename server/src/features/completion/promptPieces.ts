// In a prompt of a new report, what answers it: the sentence of its topic, or of its section.
import { isBlankOfSentence, KEPT, promptsIn } from '../../form/prompts.js';
import type { Report } from '../../report/report.js';
import { holds } from '../../text/span.js';
import type { CompletionContext } from './context.js';
import type { Piece, PieceSource } from './piece.js';
import { ofSection, pieceOf } from './sentencePieces.js';
import { GOVERNMENT_TEXTS } from './topicList.js';
import { headedBy, sentenceOf } from './topicPieces.js';

export const prompts: PieceSource = {
  *at(place) {
    const { report, offset, span } = place;
    const line = report.text.slice(span.start, span.end);
    const here = promptsIn(line).find((prompt) => holds(prompt, offset - span.start));
    if (!here) return;
    const words = line.slice(here.start, here.end);
    if (words === KEPT || isBlankOfSentence(words)) return;
    const replace = { start: span.start + here.start, end: span.start + here.end };
    for (const piece of answersTo(words, place))
      yield { ...piece, replace, filterText: [words, ...piece.keys].join(' ') };
  },
};

function answersTo(words: string, place: CompletionContext): Piece[] {
  const { report, above } = place;
  const section = above?.number;
  if (section === undefined) return [];
  const asked = governmentPieces().filter(({ label }) => words.includes(label.slice(-2)));
  if (asked.length > 0 && section === 1) return asked;
  const topic = section === 1 ? headedBy(place) : undefined;
  if (topic) return [sentenceOf(report, topic)];
  return sectionPieces(report, words, section);
}

/** Those that say what is asked for; first the one that has the very words. */
function sectionPieces(report: Report, words: string, section: Parameters<typeof ofSection>[1]) {
  const fit = ofSection(report, section).filter(({ said }) => said.test(words));
  const named = fit.filter(({ label }) => words.includes(label));
  return (named.length > 0 ? named : fit).map((sentence) => pieceOf(report, sentence));
}

function governmentPieces(): Piece[] {
  return GOVERNMENT_TEXTS.map(({ name, sentence }) => ({
    id: `topic:${name}`,
    kind: 'sentence',
    label: name,
    detail: '各级人民政府要写明',
    keys: [name],
    body: sentence,
  }));
}
