// Numbering that repeats, skips, stands at the wrong level, or takes 一、二、 within a section.

import type { Finding, Fix, Related } from '../../findings/finding.js';
import { printedNumber } from '../../form/numbering.js';
import type { Report } from '../../report/report.js';
import { numeralValue } from '../../text/numerals.js';
import { saying, wholeReport } from '../examples.js';
import type { Rule } from '../rule.js';
import { type Numbered, numberedIn } from './heading-number.numbered.js';
import { sequenceFaults } from './heading-number.sequence.js';

const says = (...lines: string[]) => saying(lines.join('\n\n'), '');

export const headingNumber: Rule = {
  id: 'heading-number',
  severity: 'warning',
  docs: () => ({
    title: '编号重复、跳号或层级不对',
    english: 'Repeated, skipped or misplaced heading number',
    what: '六个部分的标题漏了编号；小标题的编号重复、跳号；在一个部分里另起“一、二、”；“1.”下面又用“（一）”。',
    why: '公文的层次依次是“一、”“（一）”“1.”“（1）”（GB/T 9704）；“一、”到“六、”是格式规定的六个部分，部分里的小标题从“（一）”开始。',
    how: '改成接着的编号，或把编号降一级。一处错误只提示一次。',
    invalid: [
      { note: '部分里另起“一、二、”', text: says('一、主动公开', '二、依申请公开') },
      { note: '跳号', text: says('（一）主动公开', '（二）依申请公开', '（四）平台建设') },
      { note: '漏了编号', text: wholeReport({ '五、存在的主要': '存在的主要' }) },
      { note: '重复', text: says('（一）主动公开', '（二）依申请公开', '（二）平台建设') },
    ],
    valid: [
      { note: '依次编号', text: says('（一）主动公开', '（二）依申请公开', '（三）平台建设') },
      {
        note: '每个小标题下重新编号',
        text: says('（一）主动公开', '1.文件', '2.动态', '（二）依申请公开', '1.办理'),
      },
      {
        note: '编号夹在句子里',
        text: says('工作有：（一）主动公开。（二）依申请公开。', '（三）平台建设。'),
      },
      { note: '编号另起一行', text: wholeReport({ '五、存在的主要': '五、\n存在的主要' }) },
      { note: 'Markdown 的自动编号', text: says('1. 主动公开', '1. 依申请公开', '1. 平台建设') },
    ],
  }),
  *check(report) {
    yield* officialNumbers(report);
    yield* lostNumbers(report);
    for (const { number, heading, body } of report.sections) {
      // the other sections hold tables, whose rows are numbered too
      if (number !== 1 && number !== 5 && number !== 6) continue;
      const lines = numberedIn(report, body);
      if (lines.length === 0) continue;
      const nested = nestedTop(report, number, lines);
      if (nested.length > 0) yield topLevel(report, heading.start, nested, lines);
      yield* sequenceFaults(report, body, lines);
    }
  },
};

/** The six sections' own numbers, where none is missing: that would shift the others. */
function* officialNumbers({ text, sections }: Report): Iterable<Finding> {
  const numbered = sections.map((section) => ({
    section,
    written: numberedIn1(text, section.heading.start, section.title.start),
  }));
  const known = numbered.filter(({ written }) => written !== null);
  // renumbered without the one that is missing, or with one more: another rule's matter
  if (known.length < sections.length || known.every(({ written }, i) => written === i + 1)) return;
  for (const { section, written } of known) {
    if (written === section.number) continue;
    const span = { start: section.heading.start, end: section.title.start };
    const right = printedNumber(1, section.number);
    yield {
      span,
      message: `编号是“${text.slice(span.start, span.end).trim()}”，这一部分规定的编号是“${right}”。`,
      fixes: [{ title: `改为“${right}”`, safe: false, edits: [{ span, newText: right }] }],
    };
  }
}

/** A heading without its number, where most of the others have theirs. */
function* lostNumbers({ text, sections, lines }: Report): Iterable<Finding> {
  const bare = sections.filter(({ numbering }) => numbering === '');
  const topped = sections.filter(({ numbering }) => /[、.．]/.test(numbering)).length;
  if (bare.length === 0 || topped < 2 || topped < bare.length * 2) return;
  for (const { number, title, heading } of bare) {
    // 五、 in a line or a cell of its own
    const { start } = lines.wholeLines(heading);
    if (/[一二三四五六][、.．]?\s{0,4}$/.test(text.slice(Math.max(0, start - 6), title.start)))
      continue;
    const right = printedNumber(1, number);
    const at = { start: title.start, end: title.start };
    yield {
      span: title,
      message: `这个标题漏了编号“${right}”。`,
      fixes: [{ title: `补上“${right}”`, safe: false, edits: [{ span: at, newText: right }] }],
    };
  }
}

function numberedIn1(text: string, start: number, end: number): number | null {
  const numeral = /^[一二三四五六七八九十](?=、)/.exec(text.slice(start, end))?.[0];
  return numeral === undefined ? null : numeralValue(numeral);
}

/** Lines numbered 一、 inside a section of a report that numbers its sections so. */
function nestedTop({ sections }: Report, number: number, lines: readonly Numbered[]): Numbered[] {
  const own = lines.filter(({ level }) => level === 1);
  const topped = sections.filter(({ numbering }) => numbering.includes('、')).length;
  if (own.length === 0 || topped * 2 <= sections.length) return [];
  // 七、 after 六 or a heading that was not recognised goes on in the report's own sequence
  const next =
    sections.find((section) => section.number > number)?.number ?? Number.POSITIVE_INFINITY;
  const goesOn = own.every((line, i) => line.number === number + 1 + i && line.number < next);
  return goesOn ? [] : own;
}

function topLevel(
  report: Report,
  heading: number,
  nested: readonly Numbered[],
  lines: readonly Numbered[],
): Finding {
  const [first, ...others] = nested as [Numbered, ...Numbered[]];
  const { text } = report;
  const numbers = nested.map(({ span }) => `“${text.slice(span.start, span.end).trim()}”`);
  const named =
    numbers.slice(0, 3).join('') + (numbers.length > 3 ? `等 ${numbers.length} 个` : '');
  const section = report.sections.find((s) => s.heading.start === heading);
  const name = section ? text.slice(section.heading.start, section.heading.end) : '';
  const related: Related[] = others.map(({ span, words }) => ({
    message: text.slice(span.start, words.end),
    span,
  }));
  return {
    span: { start: first.span.start, end: first.words.end },
    message: `“${name}”里面另起了${named}，与六个部分的编号相混，小标题应从“（一）”开始。`,
    related,
    fixes: [demote(nested, lines)],
  };
}

/** 一、→（一）, and whatever stands under it one level down; counted anew from one. */
function demote(nested: readonly Numbered[], lines: readonly Numbered[]): Fix {
  const [first] = nested as [Numbered];
  let top = 0;
  const edits = lines
    .filter(({ span, level }) => span.start >= first.span.start && level < 4)
    .map(({ span, level, number }) => ({
      span,
      newText: level === 1 ? printedNumber(2, ++top) : printedNumber((level + 1) as 3 | 4, number),
    }));
  return { title: '小标题的编号降一级', safe: false, edits };
}
