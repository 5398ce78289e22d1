// The sentences of sections 二 to 六: which of them fit, and where they belong.

import type { SectionNumber } from '../../form/formats.js';
import type { Report } from '../../report/report.js';
import type { Span } from '../../text/span.js';
import { paragraphGap } from './around.js';
import { isFree, isHeading } from './context.js';
import { offered, type Piece, type PieceSource } from './piece.js';
import { type OfferedSentence, SENTENCES } from './sentenceList.js';
import { joined, type Snippet } from './snippet.js';

export const sentences: PieceSource = {
  *at(place) {
    const { report, above, clause, span } = place;
    if (!above || !isFree(place, clause) || isHeading(place)) return;
    const typed = { start: clause.span.start, end: span.end };
    const fit = ofSection(report, above.number).filter((one) => !isSaid(report, one, typed));
    yield* offered(
      clause,
      fit.map((sentence) => pieceOf(report, sentence)),
    );
  },
  *all(report) {
    const gap = paragraphGap(report);
    for (const { number } of report.sections)
      for (const sentence of ofSection(report, number)) {
        const piece = pieceOf(report, sentence);
        const isMissing = sentence.isNeeded && !isSaid(report, sentence);
        if (!isMissing) yield { ...piece, isMissing, offset: null };
        else {
          const body = [gap, ...piece.body];
          yield { ...piece, body, isMissing, offset: endOfSection(report, number) };
        }
      }
  },
};

/** What a section that is only now written must say. */
export function neededIn(report: Report, section: SectionNumber, gap: string): Snippet {
  const fit = ofSection(report, section);
  const needed = fit.filter(({ isNeeded }) => isNeeded);
  const written = (needed.length > 0 ? needed : fit).map(({ text }) => text(report));
  return joined(written, gap);
}

/** The sentences that a section may have. */
export function ofSection({ year }: Report, section: SectionNumber): OfferedSentence[] {
  return SENTENCES.filter(
    (sentence) =>
      sentence.section === section &&
      (sentence.since === undefined || year === null || year >= sentence.since),
  );
}

/** Whether the section says it; what is being typed does not count. */
function isSaid(
  { text, prose, sections }: Report,
  { section, said }: OfferedSentence,
  typed?: Span,
) {
  const standsInHeading = (offset: number) =>
    sections.some(({ heading }) => heading.start <= offset && offset < heading.end);
  return prose.some(({ section: number, span: { start, end } }) => {
    if (number !== section || standsInHeading(start)) return false;
    const until = typed && start <= typed.start && typed.start <= end ? typed.start : end;
    return said.test(text.slice(start, until));
  });
}

export function pieceOf(report: Report, { id, label, detail, keys, text }: OfferedSentence): Piece {
  return { id, kind: 'sentence', label, detail, keys: [label, ...keys], body: text(report) };
}

/** Behind the last line of a section, table or text. */
function endOfSection(report: Report, number: SectionNumber): number {
  const { text, sections } = report;
  const at = sections.findIndex((section) => section.number === number);
  const next = sections[at + 1];
  const end = next ? report.lines.lineSpanAt(next.heading.start).start : text.length;
  const { start } = sections[at]?.body ?? { start: 0 };
  return start + text.slice(start, end).trimEnd().length;
}
