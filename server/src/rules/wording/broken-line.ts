// A hard line break in the middle of a sentence, as page ends and line ends of PDF files leave it.

import type { Finding, Fix } from '../../findings/finding.js';
import type { ProseLine, Report } from '../../report/report.js';
import type { Span } from '../../text/span.js';
import { saying } from '../examples.js';
import type { Rule } from '../rule.js';
import { brokenSentences } from './shared/brokenLines.js';

const says = (words: string) => saying(words, '');
const LONG = '我镇成立政务公开工作领导小组，明确责任分工，及时发布信息。安排专人负责公开信息的审核';

export const brokenLine: Rule = {
  id: 'broken-line',
  severity: 'hint',
  docs: () => ({
    title: '句子中间断行',
    english: 'Line break inside a sentence',
    what: '一句话没有说完就换了行，中间可能还夹着空行。',
    why: '从 PDF 或分页的文件复制，页尾、行尾会变成硬换行，发布后一段话断成两段。',
    how: '快速修复把断开的行接起来，属于安全修复。标题、编号、表格、落款不动。',
    invalid: [
      { note: '页尾断开，隔着空行', text: says(`${LONG}\n\n校验工作，规范公开程序。`) },
      { note: '逗号后断开', text: says('2023年我镇通过政府网站主动公开信息12条，\n其中文件3条。') },
    ],
    valid: [
      { note: '句子已经完', text: says(`${LONG}校验工作。\n\n规范公开程序。`) },
      {
        note: '小标题',
        text: says('（一）深化重点领域信息公开，不断提升工作质量\n\n聚焦民生领域。'),
      },
      { note: '下一行有编号', text: says(`${LONG}\n（二）依申请公开情况。`) },
    ],
  }),
  *check(report) {
    for (const { line, breaks } of brokenSentences(report)) yield finding(report, line, breaks);
  },
};

function finding({ text }: Report, line: ProseLine, breaks: readonly Span[]): Finding {
  const [first] = breaks as [Span];
  const from = Math.max(line.span.start, first.start - 4);
  const span = { start: from, end: Math.min(first.end + 4, text.length) };
  const before = text.slice(from, first.start);
  const after = text.slice(first.end, span.end);
  const more = breaks.length > 1 ? `，这一段共断开 ${breaks.length} 处` : '';
  return {
    span,
    message: `一句话没有说完就换了行：“${before}”“${after}”应连在一起${more}。`,
    fixes: [join(text, breaks)],
  };
}

/** Safe unless a page number between the lines goes with the break. */
function join(text: string, breaks: readonly Span[]): Fix {
  return {
    title: breaks.length > 1 ? `接起 ${breaks.length} 处断开的行` : '把断开的行接起来',
    safe: breaks.every(({ start, end }) => text.slice(start, end).trim() === ''),
    edits: breaks.map((span) => ({ span, newText: '' })),
  };
}
