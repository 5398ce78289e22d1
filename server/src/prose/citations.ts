// Notices as a report cites them: a title in 《》 with the number before or behind it.
import { CITED_DOCUMENTS, type CitedDocument } from '../form/documents.js';
import type { Report } from '../report/report.js';
import { lineAt, plainTextOf } from '../report/runningText.js';
import { matchesOf } from '../text/matches.js';
import type { Span } from '../text/span.js';

export interface Citation {
  /** The title without its outer marks; null where a number stands alone. */
  readonly title: Span | null;
  readonly number: CitedNumber | null;
  /** The document that the title's words mean. */
  readonly byTitle: CitedDocument | null;
  /** The document that the number is of. */
  readonly byNumber: CitedDocument | null;
}

export interface CitedNumber {
  readonly span: Span;
  readonly code: string;
  readonly year: number;
  readonly number: number;
}

const OPEN = '[〔[［(（【〖﹝]?';
const CLOSE = '[〕\\]］)）】〗﹞]?';
/** A number in whatever brackets, its year and number as groups; document-number tells of the brackets. */
export const NUMBER = `${OPEN} ?(20\\d\\d)年? ?${CLOSE} ?第?0*([1-9]\\d{0,3}) ?号`;
/** 国办公开办函 before it. */
const CODE_WORDS = '([\\u4e00-\\u9fff]{2,10}) ?';
const CODE = new RegExp(`${CODE_WORDS}$`);
/** Of a title that is the inner one, 的通知 stands outside. */
const BEHIND = new RegExp(`(?:的通知)?[ （(,，]{0,3}${CODE_WORDS}${NUMBER}`, 'y');
const BEFORE = new RegExp(`${NUMBER}(?:文件?)?[ ，,）)]{0,2}$`);
/** What tells that a notice of ours is cited: words of a title, or the code of a number. */
const TRACE = new RegExp(
  `${CITED_DOCUMENTS.map(({ words }) => words.source).join('|')}|国办(?:公开办函|[发函])`,
  'g',
);
/** Of a notice, without its outer marks. */
export const LONGEST_TITLE = 110;

/** The citations of known notices, in order of place. */
export function citationsOf(report: Report): Citation[] {
  const found: Citation[] = [];
  const text = plainTextOf(report);
  let done = 0;
  for (const { index, 0: trace } of matchesOf(text, TRACE)) {
    if (index < done) continue;
    const line = lineAt(report, index)?.span;
    if (!line) continue;
    const citation = trace.startsWith('国办')
      ? byNumberAt(text, line, index)
      : byTitleAt(text, line, index);
    if (!citation) continue;
    found.push(citation);
    done = Math.max(citation.title?.end ?? 0, citation.number?.span.end ?? 0);
  }
  return found;
}

/** A title that words of ours stand in. */
function byTitleAt(text: string, line: Span, at: number): Citation | null {
  const title = titleAround(text, line, at);
  if (!title) return null;
  const written = text.slice(title.start, title.end);
  const byTitle = CITED_DOCUMENTS.find(({ words }) => words.test(written)) ?? null;
  const number = numberBehind(text, title.end + 1) ?? numberBefore(text, line, title.start - 1);
  return { title, number, byTitle, byNumber: number ? documentOf(number) : null };
}

/** A number of ours, with the title right before it if there is one. */
function byNumberAt(text: string, line: Span, at: number): Citation | null {
  const number = numberBehind(text, at);
  const byNumber = number ? documentOf(number) : null;
  if (!number || !byNumber) return null;
  const before = /》[ （(]{0,2}$/.exec(text.slice(Math.max(line.start, at - 4), at));
  const close = before ? at - before[0].length : -1;
  // the title may also stand behind: 国办发〔2021〕12号《…》
  const { end } = number.span;
  const after = text.slice(end, end + 4).indexOf('《');
  const title =
    close >= 0
      ? titleAround(text, line, close - 1)
      : after >= 0
        ? titleAround(text, line, end + after + 1)
        : null;
  const written = title ? text.slice(title.start, title.end) : '';
  const byTitle = CITED_DOCUMENTS.find(({ words }) => words.test(written)) ?? null;
  return { title, number, byTitle, byNumber };
}

/** What stands between the outermost title marks around a place. */
function titleAround(text: string, line: Span, at: number): Span | null {
  const from = Math.max(line.start, at - LONGEST_TITLE);
  let depth = 0;
  let start = -1;
  for (let i = at; i >= from; i--) {
    const char = text.charAt(i);
    if (char === '》') depth++;
    else if (char === '《' && depth-- <= 0) {
      start = i + 1;
      // 《…《: the outer one counts
      const before = text.slice(from, i);
      if (before.lastIndexOf('《') <= before.lastIndexOf('》')) break;
      depth = 0;
    } else if ('。；'.includes(char)) break;
  }
  if (start < 0) return null;
  let open = 1;
  for (let i = start; i < Math.min(line.end, start + LONGEST_TITLE); i++) {
    const char = text.charAt(i);
    if (char === '《') open++;
    else if (char === '》' && --open === 0) return { start, end: i };
  }
  return null;
}

function numberBehind(text: string, at: number): CitedNumber | null {
  BEHIND.lastIndex = at;
  const [written, code = '', year, number] = BEHIND.exec(text) ?? [];
  if (written === undefined) return null;
  const span = { start: at + written.indexOf(code), end: at + written.length };
  return { span, code, year: Number(year), number: Number(number) };
}

function numberBefore(text: string, line: Span, at: number): CitedNumber | null {
  const from = Math.max(line.start, at - 30);
  const before = text.slice(from, at);
  const match = BEFORE.exec(before);
  const code = match && CODE.exec(before.slice(0, match.index));
  if (!match || !code) return null;
  const end = from + before.lastIndexOf('号') + 1;
  return {
    span: { start: from + code.index, end },
    code: code[1] ?? '',
    year: Number(match[1]),
    number: Number(match[2]),
  };
}

function documentOf({ code, year, number }: CitedNumber): CitedDocument | null {
  return (
    CITED_DOCUMENTS.find(
      (document) =>
        code.endsWith(document.code) && document.year === year && document.number === number,
    ) ?? null
  );
}
