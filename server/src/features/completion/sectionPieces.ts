// The official sections that the report lacks, where they belong: heading, table or sentences.

import { SECTIONS, type SectionSpec } from '../../form/formats.js';
import type { Layout, Report } from '../../report/report.js';
import { lineEndOf } from '../../text/lines.js';
import { isBlank } from '../../text/span.js';
import {
  headingLine,
  layoutInUse,
  missingSections,
  sectionPlace,
  tableText,
} from '../../writing/missingSections.js';
import { headingOf } from '../../writing/writeTable.js';
import { apart } from './around.js';
import { type CompletionContext, isFree } from './context.js';
import { offered, type Piece, type PieceSource } from './piece.js';
import { neededIn } from './sentencePieces.js';
import { BLANK, type Snippet, snippet, withStops } from './snippet.js';
import { overview } from './topicPieces.js';

const INITIALS = ['ztqk', 'zdgk', 'sqqk', 'fyss', 'czwt', 'qtsx'];

export const sections: PieceSource = {
  *at(place) {
    const { report, span } = place;
    // a text that is none yet begins with its title
    if (
      !report.recognized ||
      span.start < (report.title?.span.end ?? 0) ||
      !isFree(place, place.words)
    )
      return;
    const mark = /^#*\s*/.exec(place.words.text)?.[0] ?? '';
    for (const piece of fitting(place))
      yield* offered(place.words, [{ ...piece, body: apart(place, piece.body) }], mark);
  },
  *all(report, layout) {
    const eol = lineEndOf(report.text);
    for (const spec of missingSections(report)) {
      const { offset, before, hasTable } = sectionPlace(report, spec);
      const piece = pieceOf(report, spec, layout, hasTable);
      const after = offset < report.text.length ? eol + eol : eol;
      yield {
        ...piece,
        body: snippet`${before}${piece.body}${after}`,
        isMissing: true,
        offset,
      };
    }
  },
};

/** Sections between the one above and the one below, where the one above has ended. */
function* fitting({ report, span, above, below, layout }: CompletionContext): Iterable<Piece> {
  const { text, tables, lines } = report;
  const there = report.sections.filter(
    ({ heading }) => heading.end < span.start || heading.start > span.end,
  );
  const from = above?.number ?? 0;
  const to = below?.number ?? SECTIONS.length + 1;
  for (const spec of SECTIONS) {
    if (spec.number <= from || spec.number >= to) continue;
    if (there.some(({ number }) => number === spec.number)) continue;
    const table = spec.table && tables[spec.table];
    const next = table && table.span.start > span.end ? table.span.start : below?.heading.start;
    const end = next === undefined ? text.length : lines.lineSpanAt(next).start;
    if (!isBlank(text, { start: span.end, end }) || (table && next !== table.span.start)) continue;
    yield pieceOf(report, spec, layout, table !== undefined);
  }
}

function pieceOf(report: Report, spec: SectionSpec, layout: Layout, hasTable: boolean): Piece {
  const eol = lineEndOf(report.text);
  const heading = headingLine(report, spec);
  const content = hasTable ? [] : contentOf(report, spec, layout);
  return {
    id: `section:${spec.number}`,
    kind: 'section',
    label: headingOf(spec),
    detail: hasTable ? '缺少的标题' : spec.table ? '缺少的部分，连同空表' : '缺少的部分',
    keys: [headingOf(spec), heading, spec.title, INITIALS[spec.number - 1] as string],
    body: content.length > 0 ? snippet`${heading}${eol}${eol}${content}` : [heading],
  };
}

function contentOf(report: Report, { number, table }: SectionSpec, layout: Layout): Snippet {
  if (table) return withStops(tableText(report, table, layoutInUse(report, layout), () => BLANK));
  const eol = lineEndOf(report.text);
  return number === 1 ? overview(report, eol + eol) : neededIn(report, number, eol + eol);
}
