// Whether a text may be a report: cheap, and rather once too often, as the server has the last word.
// It only keeps the server from being started for somebody's README.
import { EARLIER_STATES } from '../../server/src/lsp/protocol.js';

const TITLE = /政府信息公开.{0,6}(年度|年报|报告)/u;

/** Headings and labels of the official form, by their least changeable parts. */
const MARKS = [
  '统计期限',
  '政务公开',
  '总体情况',
  '主动公开政府信息',
  '政府信息公开申请',
  '行政复议',
  '主要问题',
  '其他需要报告',
  '予以公开',
  '部分公开',
  '不予公开',
  '无法提供',
  '不予处理',
  '结转',
  '规范性文件',
  '行政许可',
  '行政处罚',
  '行政强制',
  '行政事业性收费',
  '商业企业',
  '科研机构',
  '结果维持',
  '尚未审结',
];

/** A document this long is looked at from its beginning only. */
const LIMIT = 200_000;

/** Languages of which some documents are reports, by what they say. */
export const LANGUAGES: readonly string[] = ['markdown', 'plaintext', 'html'];

interface Document {
  readonly uri: { readonly scheme: string };
  readonly languageId: string;
  getText(): string;
}

/** Whether a document may be one: of our language, or a text that looks like it, as it is now. */
export function isReport(document: Document): boolean {
  if (EARLIER_STATES.has(document.uri.scheme)) return false;
  if (document.languageId === 'nianbao') return true;
  if (!LANGUAGES.includes(document.languageId)) return false;
  const text = document.getText();
  return looksLikeReport(document.languageId === 'html' ? withoutTags(text) : text);
}

export function looksLikeReport(text: string): boolean {
  // words are cut by spaces and line ends, and PDFs leave radicals for characters
  const words = text.slice(0, LIMIT).normalize('NFKC').replace(/\s+/gu, '');
  if (TITLE.test(words)) return true;
  let found = 0;
  for (const mark of MARKS) if (words.includes(mark) && ++found === 2) return true;
  return false;
}

/** The words of a page, as far as it takes to guess. */
function withoutTags(html: string): string {
  return html.slice(0, LIMIT).replace(/<[^<>]*>|&nbsp;/gu, '');
}
