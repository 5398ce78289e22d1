// The notices that annual reports cite: their titles within 《, their numbers behind 国办 and 〔.

import {
  CITED_DOCUMENTS,
  type CitedDocument,
  numberOf,
  REGULATION,
  REGULATION_NUMBER,
} from '../../form/documents.js';
import { CURRENT } from '../../form/formats.js';
import { cited, formatNotice } from '../../form/preamble.js';
import { LONGEST_TITLE } from '../../prose/citations.js';
import type { Report } from '../../report/report.js';
import type { CompletionContext } from './context.js';
import { offered, type Piece, type PieceSource } from './piece.js';

export const notices: PieceSource = {
  *at(place) {
    if (place.table) return;
    yield* inTitle(place);
    yield* inNumber(place);
  },
  *all(report) {
    for (const notice of citable(report))
      yield { ...citation(notice), isMissing: false, offset: null };
  },
};

/** Behind an opened 《: the title, and the number where none follows. */
function* inTitle({ report: { text }, report, offset, span }: CompletionContext) {
  const before = text.slice(span.start, offset);
  const open = before.lastIndexOf('《');
  if (open < 0 || before.indexOf('》', open) >= 0) return;
  const from = span.start + open;
  const behind = text.slice(offset, span.end);
  const rest = restOfTitle(behind);
  const hasNumber = /^[（(][^）)]*〔/.test(behind.slice(rest.length));
  const pieces = citable(report).map((notice) => {
    const piece = citation(notice);
    return hasNumber ? { ...piece, body: [`《${notice.title}》`] } : piece;
  });
  const typed = {
    // the title of another paper may begin alike
    text: before.slice(open) + rest.replace(/〉?》$/, ''),
    span: { start: from, end: offset + rest.length },
  };
  yield* offered(typed, [REGULATION_PIECE, ...pieces]);
}

/** What stands behind the cursor of a title up to its 》; nothing where it has none. */
function restOfTitle(behind: string): string {
  let depth = 1;
  for (const { 0: mark, index } of behind.slice(0, LONGEST_TITLE).matchAll(/[《》。；！？]/g)) {
    if (mark === '《') depth++;
    else if (mark !== '》') break;
    else if (--depth === 0) return behind.slice(0, index + 1);
  }
  return '';
}

const CODE = /(?:国办(?:公开办?)?函?发?)?(?:〔(?:20?\d?\d?〕?(?:\d{1,3}号?)?)?)?$/;

/** Behind 国办 or 〔: the number, of the title that stands before it if there is one. */
function* inNumber({ report: { text }, report, offset, span, words, clause }: CompletionContext) {
  const before = text.slice(span.start, offset);
  const written = CODE.exec(before)?.[0] ?? '';
  if (written === '') return;
  const from = span.start + before.length - written.length;
  // 青政办发〔: of another office
  if (written.startsWith('〔') && /[发函办令字规通]$/.test(before.slice(0, -written.length)))
    return;
  const end = offset + restOfNumber(written, text.slice(offset, span.end)).length;
  const titles = before.slice(0, before.length - written.length);
  const title = /《([^《]*)》[（(]?$/.exec(titles.slice(-LONGEST_TITLE))?.[1];
  const named = citable(report).filter((notice) => title && notice.words.test(title));
  const pieces = (named.length > 0 ? named : citable(report)).map(numberPiece);
  const isBracketed = /[（(]$/.test(titles);
  const whole = title || isBracketed || words.span.end < clause.span.end ? [] : citable(report);
  const typed = { text: written, span: { start: from, end } };
  yield* offered(typed, pieces);
  yield* offered(
    typed,
    whole.map((notice) => ({ ...citation(notice), keys: [numberOf(notice), bracketOf(notice)] })),
  );
}

/** From a place within the brackets on: 2021〕30号, 〕30号, 〕. */
const IN_BRACKETS = /^\d{0,4}年?〕(?: ?第?\d{1,4} ?号)?/;
const BEHIND_BRACKETS = /^\d{0,4} ?号/;
/** 国办公开办函 */
const LONGEST_OFFICE = 7;
const OFFICE = /^(?:国办)?(?:公开办)?[函发]?$/;

/** What stands behind the cursor of a number and belongs to it. */
function restOfNumber(written: string, behind: string): string {
  if (written.includes('〕')) return BEHIND_BRACKETS.exec(behind)?.[0] ?? '';
  if (written.includes('〔')) return IN_BRACKETS.exec(behind)?.[0] ?? '';
  const open = behind.slice(0, LONGEST_OFFICE).indexOf('〔');
  if (open < 0 || !OFFICE.test(written + behind.slice(0, open))) return '';
  const rest = IN_BRACKETS.exec(behind.slice(open + 1))?.[0];
  return rest === undefined ? '' : behind.slice(0, open + 1) + rest;
}

function numberPiece(notice: CitedDocument): Piece {
  const number = numberOf(notice);
  return {
    id: `number:${notice.id}`,
    kind: 'notice',
    label: number,
    detail: notice.title,
    keys: [number, bracketOf(notice)],
    body: [number],
  };
}

function citation(notice: CitedDocument): Piece {
  const about = notice.inner ?? notice.title.slice(notice.title.indexOf('关于'));
  return {
    id: `notice:${notice.id}`,
    kind: 'notice',
    label: `《${notice.inner ?? notice.title}》（${numberOf(notice)}）`,
    detail: '标题和文号',
    keys: [`《${notice.title}》`, `《${about}》`, numberOf(notice), about],
    body: [cited(notice)],
  };
}

const REGULATION_PIECE: Piece = {
  id: 'notice:regulation',
  kind: 'notice',
  label: `《${REGULATION.title}》`,
  detail: REGULATION_NUMBER,
  keys: [`《${REGULATION.title}》`, '《政府信息公开条例》', '《条例》'],
  body: [`《${REGULATION.title}》`],
};

/** 〔2021〕30号. */
function bracketOf({ year, number }: CitedDocument): string {
  return `〔${year}〕${number}号`;
}

/** The notices that were in force in the year of a report, that on its format first. */
function citable({ year: known }: Report): CitedDocument[] {
  const year = known ?? CURRENT.since;
  const ours = formatNotice(year);
  const far = (notice: CitedDocument) => (notice === ours ? -1 : year - notice.year);
  return CITED_DOCUMENTS.filter(
    (notice) => notice === ours || (notice.year <= year && year <= (notice.until ?? Infinity)),
  ).sort((a, b) => far(a) - far(b));
}
