// Number, title and article of what is cited do not belong together, or are out of date.

import type { Finding } from '../../findings/finding.js';
import {
  CITED_DOCUMENTS,
  type CitedDocument,
  MOVED_ARTICLES,
  numberOf,
  REGULATION,
  REGULATION_NUMBER,
} from '../../form/documents.js';
import { CURRENT, FORMATS } from '../../form/formats.js';
import { formatNotice } from '../../form/preamble.js';
import { type Citation, citationsOf, NUMBER } from '../../prose/citations.js';
import type { Report } from '../../report/report.js';
import { matchesInProse } from '../../report/runningText.js';
import type { TextEdit } from '../../text/edit.js';
import { foldWords } from '../../text/fold.js';
import { saying } from '../examples.js';
import { replace } from '../fixes.js';
import type { Rule } from '../rule.js';

const FORMAT = CURRENT.notice;
const OLDEST = FORMATS[0].notice;

export const citation: Rule = {
  id: 'citation',
  severity: 'warning',
  docs: () => ({
    title: '引用的文件不对',
    english: 'Wrong citation',
    what: '文号与标题对不上，文号的代字、年份或序号写错，用了旧的文件，标题漏字、漏了里面的〈〉，《条例》的令号写错或用了2007年的令号、条文号。',
    why: '2021年度起的年度报告按国办公开办函〔2021〕30号编制；2019年修订的《条例》是国务院令第711号，年度报告的规定在第四十九条、第五十条。',
    how: '对照原文件核对；快速修复换成正确的文号、标题或条文号。',
    invalid: [
      {
        note: '文号与标题对不上',
        text: saying(`按照《${FORMAT.title}》（国办公开办函〔2019〕60号）`),
      },
      {
        note: '2021年以后仍用旧文件',
        text: saying(`按照《${OLDEST.title}》（${numberOf(OLDEST)}）`),
      },
      { note: '里面的〈〉漏了', text: saying(`按照《${FORMAT.title.replace(/[〈〉]/g, '')}》`) },
      { note: '2007年的条文号', text: saying('根据《条例》第三十一条编制年度报告') },
      { note: '2007年的令号', text: saying('根据《条例》（国务院令第492号）') },
      {
        note: '令号写错',
        text: saying('根据《中华人民共和国政府信息公开条例》（国务院令第717号）'),
      },
      { note: '文号的代字或年份写错', text: saying('按照国办公开函〔2021〕30号要求编制') },
    ],
    valid: [
      { note: '文号与标题相符', text: saying(`按照《${FORMAT.title}》（${numberOf(FORMAT)}）`) },
      { note: '只写文号', text: saying(`按照${numberOf(FORMAT)}的要求`) },
      { note: '现行的条文', text: saying('根据《条例》（国务院令第711号）第四十九条、第五十条') },
      { note: '第三方意见的条文', text: saying('依照《条例》第三十二条征求第三方意见') },
      { note: '用小括号的令号', text: saying('根据《政府信息公开条例》(国务院令第711号)') },
      { note: '别的条例', text: saying('根据《机关事务管理条例》（国务院令第621号）') },
      {
        note: '地方的文件',
        text: saying('按照《青禾县关于印发2021年政务公开工作要点的通知》（青政办发〔2021〕9号）'),
      },
    ],
  }),
  *check(report) {
    const citations = citationsOf(report);
    const format = report.year === null ? null : formatNotice(report.year);
    const knowsFormat = citations.some((c) => format && [c.byTitle, c.byNumber].includes(format));
    for (const one of citations) {
      const found =
        mismatch(report, one) ??
        (knowsFormat ? null : outdated(report, one)) ??
        misquoted(report, one);
      if (found) yield found;
    }
    yield* regulation(report);
    yield* orders(report);
    yield* nearNumbers(report);
  },
};

/** Title and number are of two documents. */
function mismatch(
  { text }: Report,
  { title, number, byTitle, byNumber }: Citation,
): Finding | null {
  if (!title || !number || byTitle === byNumber) return null;
  const written = text.slice(title.start, title.end);
  const cites = text.slice(number.span.start, number.span.end);
  if (byTitle && !byNumber) {
    // a local paper may carry the same words
    const central = number.code.includes('国办') || written.startsWith('国务院办公厅');
    if (!central || /转发|贯彻|落实/.test(written)) return null;
  }
  if (byNumber && !byTitle && !/通知|办法|格式|要点/.test(written)) return null;
  const fixes = [
    ...(byTitle ? [replace(number.span, numberOf(byTitle), `文号改为“${numberOf(byTitle)}”`)] : []),
    ...(byNumber ? [replace(title, byNumber.title, `标题改为“${byNumber.title}”`)] : []),
  ];
  const right = byTitle
    ? `这个标题的文号是${numberOf(byTitle)}`
    : `这个文号的标题是《${(byNumber as CitedDocument).title}》`;
  return { span: number.span, message: `文号“${cites}”与标题对不上：${right}。`, fixes };
}

/** The notice of an earlier format in a report that has to follow a later one. */
function outdated(
  { year }: Report,
  { title, number, byTitle, byNumber }: Citation,
): Finding | null {
  const document = byTitle ?? byNumber;
  if (!document?.until || year === null || year <= document.until) return null;
  const format = formatNotice(year);
  const edits: TextEdit[] = [
    ...(title && byTitle ? [{ span: title, newText: format.title }] : []),
    ...(number && byNumber ? [{ span: number.span, newText: numberOf(format) }] : []),
  ].sort((a, b) => a.span.start - b.span.start);
  const span = number?.span ?? title;
  if (!span) return null;
  return {
    span,
    message: `${numberOf(document)}是 ${document.until} 年度及以前的格式，${year} 年度报告应按${numberOf(format)}编制。`,
    fixes: [
      { title: `改为 ${format.year} 年的格式文件（${numberOf(format)}）`, safe: false, edits },
    ],
  };
}

/** Words of the title lost or changed, the inner marks lost or misplaced. */
function misquoted(
  { text }: Report,
  { title, number, byTitle, byNumber }: Citation,
): Finding | null {
  if (!title || !byTitle) return null;
  const written = text.slice(title.start, title.end);
  const words = foldWords(written);
  const official = foldWords(byTitle.title);
  const isShort = byTitle.inner !== undefined && words === foldWords(byTitle.inner);
  if (isShort) return null;
  const local = !written.includes('国务院') && !byNumber;
  if (!official.endsWith(words)) {
    // who issued it may be left out or shortened, the rest may not
    const core = foldWords(byTitle.inner ?? byTitle.title.slice(byTitle.title.indexOf('关于')));
    if (words.includes(core) || local) return null;
    return {
      span: title,
      message: `标题与原文件不符，${number && byNumber ? `${numberOf(byTitle)}的` : ''}标题是《${byTitle.title}》。`,
      fixes: [replace(title, byTitle.title, '改为原标题')],
    };
  }
  const { inner } = byTitle;
  if (!inner || marksRight(written, inner)) return null;
  const around = text.charAt(title.start - 1) + text.charAt(title.end);
  if (around === '《》' && written.startsWith(inner)) {
    // the mark before it is the inner title's own: 关于印发《…格式的通知》
    const rest = { start: title.start + inner.length, end: title.end + 1 };
    const newText = `》${written.slice(inner.length)}`;
    return {
      span: title,
      message: `“${inner}”后面应当是“》”，“${written.slice(inner.length)}”在书名号外面。`,
      fixes: [replace(rest, newText, '把“》”移到前面')],
    };
  }
  return {
    span: title,
    message: marksFault(written, inner),
    fixes: [
      replace(
        title,
        official.endsWith(words) ? byTitle.title.slice(-lengthWith(words, byTitle)) : byTitle.title,
        '补上〈〉',
      ),
    ],
  };
}

/** Which of the inner marks is missing, or where the one that is there belongs. */
function marksFault(written: string, inner: string): string {
  const plain = written.replace(/\s/g, '');
  const at = plain.indexOf(inner);
  const behind = plain.slice(at + inner.length).replace(/[〉>》＞]/g, '');
  if (at < 1 || !INNER_OPENS.includes(plain.charAt(at - 1)))
    return `标题里的“${inner}”应当用〈〉括起来。`;
  const misplaced = /[〉>》＞]/.test(plain.slice(at + inner.length));
  return misplaced
    ? `“〉”应当紧跟在“${inner.slice(-4)}”后面，“${behind}”在〈〉外面。`
    : `“${inner.slice(-4)}”后面少了“〉”。`;
}

const INNER_OPENS = '〈<《＜“';

/** The official title from where the written one begins. */
function lengthWith(words: string, { title }: CitedDocument): number {
  let left = words.length;
  let at = title.length;
  while (at > 0 && left > 0) {
    at--;
    if (foldWords(title.charAt(at)) !== '') left--;
  }
  return title.length - at;
}

/** Whether marks stand right around the inner title, of whatever form: bracket tells of < >. */
function marksRight(written: string, inner: string): boolean {
  const plain = written.replace(/\s/g, '');
  const at = plain.indexOf(inner);
  return (
    at > 0 &&
    INNER_OPENS.includes(plain.charAt(at - 1)) &&
    '〉>》＞”'.includes(plain.charAt(at + inner.length))
  );
}

const OLD_ORDER = new RegExp(`国务院令?(?:第|〔2007〕第?)?\\s?${REGULATION.oldOrder}\\s?号令?`);
const WRONG_TITLE =
  /《(?:中华人民共和国(?:信息公开|政务公开|政务信息公开|政府公开信息|政府信息公开工作)|政务公开|政务信息公开|政府信息公开工作)条例》/;
const ARTICLE = /(?<!本)条例》?(?:[（(][^（）()\n]{0,20}[）)])?[ ]?(第三十[一二]条)/;
/** What an article is of is told behind it, so far. */
const FAR = 40;
/** One pass for all three. */
const REGULATION_SLIPS = new RegExp(
  `(${OLD_ORDER.source})|(${WRONG_TITLE.source})|${ARTICLE.source}`,
  'g',
);

function* regulation(report: Report): Iterable<Finding> {
  let done = 0;
  for (const { match, start, end } of matchesInProse(report, REGULATION_SLIPS)) {
    if (start < done) continue;
    const [written, order, title, article] = match;
    if (order !== undefined) {
      const right = REGULATION_NUMBER;
      const message = `“${order}”是2007年的《条例》，2019年修订后是${right}。`;
      yield {
        span: { start, end },
        message,
        fixes: [replace({ start, end }, right, `改为“${right}”`)],
      };
    } else if (title !== undefined) {
      const right = `《${REGULATION.title}》`;
      const message = `没有${title}，应为${right}。`;
      yield {
        span: { start, end },
        message,
        fixes: [replace({ start, end }, right, `改为“${right}”`)],
      };
    } else if (article !== undefined) {
      const behind = /^[^。；\n]*/.exec(report.text.slice(end, end + FAR))?.[0] ?? '';
      done = end + behind.length;
      if (!/年度报告|年报|工作报告/.test(written + behind)) continue;
      const right = MOVED_ARTICLES.get(article) ?? '';
      const from = start + written.indexOf(article);
      const span = { start: from, end: from + article.length };
      const message = `年度报告的规定在2019年修订的《条例》${right}，${article}是2007年的条文号。`;
      yield { span, message, fixes: [replace(span, right, `改为“${right}”`)] };
    }
  }
}

/** The order beside the title of the 条例, whoever is said to have given it. */
const ORDER_WORDS = '(?:中华人民共和国)?(?:国务院|国办|主席|总理)令?第?\\s?(\\d{1,4})\\s?号令?';
/** 《…信息公开条例》（以下简称《条例》）（国务院令第711号）, 国务院令第711号《…条例》. */
const ORDER = new RegExp(
  `信息公开条例》[ （(]{0,3}(?:(?:以下)?简称[^（）()\\n]{1,10}[ ）)，,（(]{1,3})?(?:根据|即)?(${ORDER_WORDS})|(${ORDER_WORDS})[ 公布的]{0,4}《(?:中华人民共和国)?政府信息公开条例`,
  'g',
);

/** An order that is neither the one in force nor the one of 2007, which is told as such. */
function* orders(report: Report): Iterable<Finding> {
  for (const { match, start } of matchesInProse(report, ORDER)) {
    const written = match[1] ?? match[3] ?? '';
    const number = Number(match[2] ?? match[4]);
    const isRight = number === REGULATION.order && /国务院/.test(written);
    if (isRight || number === REGULATION.oldOrder) continue;
    const from = start + match[0].indexOf(written);
    const span = { start: from, end: from + written.length };
    yield {
      span,
      message: `《条例》的令号是${REGULATION_NUMBER}，这里写的是“${written}”。`,
      fixes: [replace(span, REGULATION_NUMBER, `改为“${REGULATION_NUMBER}”`)],
    };
  }
}

/** Numbers of the office that issues the notices, its code whole or with a slip: 国办公开函. */
const OF_THE_OFFICE = new RegExp(`(国[国办公开函发]{2,6}) ?${NUMBER}`, 'g');

/** A number that no notice has, and that is one of ours but for its code, its year or its number. */
function* nearNumbers(report: Report): Iterable<Finding> {
  for (const { match, start, end } of matchesInProse(report, OF_THE_OFFICE)) {
    const [written, code = '', year, number] = match;
    const isOf = (one: CitedDocument) => [
      code.endsWith(one.code),
      Number(year) === one.year,
      Number(number) === one.number,
    ];
    const fits = OFFICE_NOTICES.map((one) => isOf(one).filter(Boolean).length);
    // 〔2021〕60号 has the number of one and the year of another
    const document = fits.includes(3) ? undefined : OFFICE_NOTICES[fits.indexOf(2)];
    if (!document || !code.includes('公开')) continue;
    if (isOf(document)[2] === false && !OFFICE_NOTICES.some((one) => isOf(one)[2])) continue;
    const span = { start, end };
    yield {
      span,
      message: `文号“${written}”可能写错了，《${document.title}》是${numberOf(document)}。`,
      fixes: [replace(span, numberOf(document), `改为“${numberOf(document)}”`)],
    };
  }
}

const OFFICE_NOTICES = CITED_DOCUMENTS.filter(({ code }) => code === FORMAT.code);
