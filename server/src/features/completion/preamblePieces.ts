// What stands before section 一: title, legal basis, 统计期限.

import { CURRENT, TITLE_WORDS } from '../../form/formats.js';
import { basisOf, periodOf } from '../../form/preamble.js';
import type { Report } from '../../report/report.js';
import { preambleOf } from '../../report/runningText.js';
import { isBlank } from '../../text/span.js';
import { paragraphGap } from './around.js';
import { isFree } from './context.js';
import { offered, type Piece, type PieceSource } from './piece.js';
import { blank, type Snippet, snippet, stop } from './snippet.js';

export const preamble: PieceSource = {
  *at(place) {
    const { report, above, words, clause, line, span } = place;
    if (above || !isFree(place, clause)) return;
    const isFirst = isBlank(report.text, { start: 0, end: span.start });
    if (!report.title && isFirst) yield* offered(words, [titlePiece(report)]);
    // before the title nothing is said
    if (!report.title || line <= report.lines.lineAt(report.title.span.end)) return;
    const typed = { start: clause.span.start, end: span.end };
    yield* offered(clause, lacking(report, typed));
  },
  *all(report) {
    if (!report.title) {
      const piece = titlePiece(report);
      const eol = paragraphGap(report);
      yield { ...piece, body: [...piece.body, eol], isMissing: true, offset: 0 };
      return;
    }
    const gap = paragraphGap(report);
    for (const piece of lacking(report))
      yield {
        ...piece,
        body: [gap, ...piece.body],
        isMissing: true,
        offset: report.lines.lineSpanAt(report.title.span.end).end,
      };
  },
};

function titlePiece({ year }: Report): Piece {
  const shown = year === null ? blank('年份') : stop(String(year));
  return {
    id: 'title',
    kind: 'section',
    label: `机关全称${year ?? '××××'}年${TITLE_WORDS}`,
    detail: '报告的标题',
    keys: ['标题', '机关全称', TITLE_WORDS, 'bt', 'zfxxgk'],
    body: snippet`${blank('机关全称')}${shown}年${TITLE_WORDS}`,
  };
}

/** The sentences that the preamble lacks; both as one where it has neither. */
function lacking(report: Report, typed = { start: 0, end: 0 }): Piece[] {
  const { start, end } = preambleOf(report);
  const title = report.title?.span.end ?? start;
  const told =
    report.text.slice(title, Math.max(title, typed.start)) +
    report.text.slice(Math.max(title, typed.end), Math.max(title, typed.end, end));
  const hasBasis = /条例/.test(told);
  const hasPeriod = /统计期限|12月31日/.test(told);
  const both: Piece = {
    id: 'preamble',
    kind: 'sentence',
    label: '编制依据和统计期限',
    detail: '标题下面的一段',
    keys: ['编制依据和统计期限', '根据《中华人民共和国政府信息公开条例》', '本报告', 'bzyj'],
    body: snippet`${basis(report)}${period(report)}`,
  };
  return [
    ...(hasBasis || hasPeriod ? [] : [both]),
    ...(hasBasis
      ? []
      : [
          {
            ...both,
            id: 'preamble:basis',
            label: '编制依据',
            keys: ['编制依据', '根据《中华人民共和国政府信息公开条例》', 'yj', 'bzyj'],
            body: basis(report),
          },
        ]),
    ...(hasPeriod
      ? []
      : [
          {
            ...both,
            id: 'preamble:period',
            label: '统计期限',
            keys: ['统计期限', '本报告所列数据的统计期限', 'tjqx'],
            body: period(report),
          },
        ]),
  ];
}

function basis({ year }: Report): Snippet {
  return [basisOf(year ?? CURRENT.since)];
}

function period({ year }: Report): Snippet {
  return periodOf(year === null ? blank('年份') : stop(String(year)));
}
