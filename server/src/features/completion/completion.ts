// What can be inserted: at a place, and into the report as a whole. A kind of pieces is one file and
// one line of the list.
import type { Layout, Report } from '../../report/report.js';
import { figures } from './cellPieces.js';
import { placeAt } from './context.js';
import { notices } from './noticePieces.js';
import { phrases } from './phrasePieces.js';
import type { Completion, Insertable, PieceSource } from './piece.js';
import { preamble } from './preamblePieces.js';
import { prompts } from './promptPieces.js';
import { rows } from './rowPieces.js';
import { sections } from './sectionPieces.js';
import { sentences } from './sentencePieces.js';
import { toPlainText } from './snippet.js';
import { tables } from './tablePieces.js';
import { topics } from './topicPieces.js';

const SOURCES: readonly PieceSource[] = [
  prompts,
  preamble,
  sections,
  tables,
  rows,
  figures,
  topics,
  sentences,
  notices,
  phrases,
];

/** What fits at an offset of the report text, best first. `layout` is for tables in a report without. */
export function completionsAt(report: Report, offset: number, layout: Layout): Completion[] {
  if (!isReport(report)) return [];
  const place = placeAt(report, offset, layout);
  const fit = place ? SOURCES.flatMap((source) => [...source.at(place)]) : [];
  return fit.filter(({ body, replace: { start, end } }) => {
    const written = report.text.slice(start, end).trim();
    return written === '' || toPlainText(body).trim() !== written; // what is there already
  });
}

/**
 * Everything that can be inserted into a report, what it lacks first; what belongs to no place of its
 * own only where the cursor stands in running text.
 */
export function insertables(report: Report, offset: number, layout: Layout): Insertable[] {
  if (!isReport(report)) return [];
  const place = placeAt(report, offset, layout);
  const isText = place !== null && !place.table;
  // a text that is none yet begins with its title
  const sources = report.recognized ? SOURCES : [preamble];
  const all = sources.flatMap((source) => [...(source.all?.(report, layout) ?? [])]);
  const fit = all.filter(({ offset: own }) => own !== null || isText);
  return [...fit.filter(({ isMissing }) => isMissing), ...fit.filter((one) => !one.isMissing)];
}

/** A report, or a text that is still to become one. */
function isReport({ recognized, text, prose }: Report): boolean {
  return recognized || (prose.length <= 1 && text.trim().length <= LONGEST_TITLE);
}

/** Whoever has written more than a title's length has begun something else. */
const LONGEST_TITLE = 40;
