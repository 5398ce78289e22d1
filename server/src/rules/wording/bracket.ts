// Brackets and quotation marks that lack their other half, cross each other or stand in their like.

import type { Finding, Fix } from '../../findings/finding.js';
import type { ProseLine, Report } from '../../report/report.js';
import { saying } from '../examples.js';
import type { Rule } from '../rule.js';
import { faultsOf, type PairingFault } from './bracket.pairing.js';
import { scanOf } from './shared/scan.js';

/** A bracket may close this many lines further on: a break inside it is another matter. */
const LINES_JOINED = 3;

export const bracket: Rule = {
  id: 'bracket',
  severity: 'warning',
  docs: () => ({
    title: '括号、引号、书名号不配对',
    english: 'Unpaired brackets or quotation marks',
    what: '括号、引号、书名号缺一半，方向写反，互相交叉，或书名号里用了 < >。',
    why: '标点成对使用；书名号里再用书名号，用单书名号〈〉，引号里再用引号，用单引号（GB/T 15834）。',
    how: '能确定的由快速修复改好，属于安全修复；缺一半的请看上下文补上。',
    invalid: [
      { note: '缺右括号', text: saying('我镇及时公布年度报告（含全部表格，接受监督') },
      { note: '引号方向写反', text: saying('坚持“应公开尽公开“的要求') },
      {
        note: '书名号里用了 < >',
        text: saying('按照《关于印发<青禾县政务公开工作办法>的通知》要求'),
      },
      { note: '交叉', text: saying('落实《政务公开（试行》）办法要求') },
    ],
    valid: [
      { note: '配对', text: saying('落实“三审”制度（初审、复审、终审），执行《条例》') },
      { note: '编号', text: saying('工作包括：1)公开文件；2)公开动态；（一）公开会议') },
      { note: '单书名号', text: saying('按照《关于印发〈青禾县政务公开办法〉的通知》') },
      { note: '断行的句子', text: saying('落实《政府信息\n公开条例》要求') },
    ],
  }),
  *check(report) {
    const { text, prose } = report;
    const { paired } = scanOf(report);
    let at = 0;
    for (let i = 0; i < prose.length && at < paired.length; i++) {
      const line = prose[i] as ProseLine;
      const { marks, end } = marksTo(paired, at, line.span.end);
      at = end;
      if (marks.length === 0) continue;
      const faults = faultsOf(text, line.span, marks);
      if (faults.length === 0) continue;
      const joined = joinedFrom(report, i, marks, at);
      if (joined) {
        ({ line: i, at } = joined);
        continue;
      }
      for (const fault of faults)
        if (!opensParagraphs(report, i, fault.span.start)) yield finding(fault);
    }
  },
};

function marksTo(paired: readonly number[], from: number, limit: number) {
  let end = from;
  while (end < paired.length && (paired[end] as number) < limit) end++;
  return { marks: paired.slice(from, end), end };
}

/** Whether the marks of a line and of those that follow are in order taken together. */
function joinedFrom(report: Report, first: number, marks: readonly number[], from: number) {
  const { text, prose } = report;
  const { span: head, section } = prose[first] as ProseLine;
  const { paired } = scanOf(report);
  let all = marks;
  let at = from;
  for (let i = first; i < first + LINES_JOINED; i++) {
    const next = prose[i + 1];
    const last = (prose[i] as ProseLine).span.end - 1;
    const isOpen = !'。！？；'.includes(text.charAt(last)) || text.charAt(head.start) === '“';
    if (!next || !isOpen || next.section !== section) return null;
    const { marks: more, end } = marksTo(paired, at, next.span.end);
    at = end;
    all = [...all, ...more];
    if (faultsOf(text, { start: head.start, end: next.span.end }, all).length === 0)
      return { line: i + 1, at };
  }
  return null;
}

/** A quotation of several paragraphs has an opening mark before each, a closing one at the end. */
function opensParagraphs({ text, prose }: Report, line: number, at: number): boolean {
  const next = prose[line + 1]?.span.start;
  const isOpening = (offset: number | undefined) =>
    offset !== undefined && text.charAt(offset) === '“';
  return prose[line]?.span.start === at && isOpening(at) && isOpening(next);
}

function finding({ span, message, edits, safe = true }: PairingFault): Finding {
  if (!edits) return { span, message };
  const fix: Fix = { title: '改正括号、引号', safe, edits };
  return { span, message, fixes: [fix] };
}
