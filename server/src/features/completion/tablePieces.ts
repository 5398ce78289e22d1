// The official table that a section lacks.

import { type TableKey, tableOf } from '../../form/formats.js';
import { templateInForce } from '../../judging/relations.js';
import type { Layout, Report } from '../../report/report.js';
import { lineEndOf } from '../../text/lines.js';
import { layoutInUse, tableText } from '../../writing/missingSections.js';
import { sectionSpec } from '../../writing/writeTable.js';
import { apart } from './around.js';
import { isFree, isHeading } from './context.js';
import { offered, type Piece, type PieceSource } from './piece.js';
import { BLANK, snippet, withStops } from './snippet.js';

const INITIALS: Readonly<Record<TableKey, string>> = {
  disclosure: 'zdgkb',
  requests: 'sqb',
  review: 'fyssb',
};

export const tables: PieceSource = {
  *at(place) {
    const { report, above, layout, words } = place;
    const key = above && sectionSpec(above.number).table;
    if (!key || report.tables[key] || !isFree(place, words) || isHeading(place)) return;
    const piece = pieceOf(report, key, layout);
    yield* offered(words, [{ ...piece, body: apart(place, piece.body) }]);
  },
  *all(report, layout) {
    const eol = lineEndOf(report.text);
    for (const { number, heading } of report.sections) {
      const key = sectionSpec(number).table;
      if (!key || report.tables[key]) continue;
      const piece = pieceOf(report, key, layout);
      const offset = report.lines.lineSpanAt(heading.start).end;
      yield { ...piece, body: snippet`${eol}${eol}${piece.body}`, isMissing: true, offset };
    }
  },
};

function pieceOf(report: Report, key: TableKey, layout: Layout): Piece {
  const { name } = tableOf(templateInForce(report), key);
  const text = tableText(report, key, layoutInUse(report, layout), () => BLANK);
  return {
    id: `table:${key}`,
    kind: 'table',
    label: name,
    detail: '缺少的表格，数留空',
    keys: [name, '表格', '空表', '插入表格', INITIALS[key]],
    body: withStops(text),
  };
}
