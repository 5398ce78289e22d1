// Whether the numbers of a section's headings follow one another at each level.

import type { Finding } from '../../findings/finding.js';
import { type HeadingLevel, printedNumber } from '../../form/numbering.js';
import type { Report } from '../../report/report.js';
import { ideographOf } from '../../text/radicals.js';
import type { Span } from '../../text/span.js';
import type { Numbered } from './heading-number.numbered.js';

/** A number that is missing at the beginning of lines is looked for in so many characters. */
const LOOKED_BACK = 4000;

/** Skips, repeats, and levels the wrong way round; one finding a fault. */
export function* sequenceFaults(
  report: Report,
  body: Span,
  lines: readonly Numbered[],
): Iterable<Finding> {
  for (const level of [2, 3, 4] as const)
    for (const list of listsOf(lines, level)) {
      const fault = faultOf(report, body, list, level);
      if (fault) yield fault;
    }
  const inverted = invertedLevel(lines);
  if (inverted) yield wrongLevel(report, inverted);
}

/** The lines of a level that belong together: a heading of a higher level begins another list. */
function listsOf(lines: readonly Numbered[], level: HeadingLevel): Numbered[][] {
  const lists: Numbered[][] = [];
  let list: Numbered[] = [];
  const close = () => {
    if (list.length > 0) lists.push(list);
    list = [];
  };
  for (const [i, line] of lines.entries()) {
    if (line.level < level) close();
    else if (line.level === level) {
      const previous = list.at(-1)?.number ?? 0;
      const after = nextOf(lines, i, level);
      // a list that begins anew, unless the next number tells that this one is a slip
      if (line.number === 1 && previous > 1 && after?.number !== previous + 2) close();
      list.push(line);
    }
  }
  close();
  return lists;
}

/** The next line of the same level or a higher one. */
function nextOf(
  lines: readonly Numbered[],
  from: number,
  level: HeadingLevel,
): Numbered | undefined {
  for (let i = from + 1; i < lines.length; i++)
    if ((lines[i] as Numbered).level <= level) return lines[i];
  return undefined;
}

/** The first fault of a list; what comes after it may only follow from it. */
function faultOf(
  report: Report,
  body: Span,
  list: readonly Numbered[],
  level: HeadingLevel,
): Finding | null {
  // 1. 1. 1. is how Markdown numbers by itself; 1、 and 1． is not
  if (level === 3 && list[0]?.number === 1 && areAllAlike(report.text, list)) return null;
  let previous = 0;
  for (const [i, line] of list.entries()) {
    // a number that stands within a line is there all the same
    if (line.number > previous + 1) {
      const { start } = line.span;
      const near = list[i - 1]?.span.start ?? start;
      const far = Math.max(body.start, start - LOOKED_BACK);
      const before = [near, far].map((from) =>
        lazily(() => folded(report.text.slice(from, start))),
      );
      while (line.number > previous + 1 && names(before, level, previous + 1)) previous++;
    }
    if (line.number !== previous + 1) {
      // lists that do not begin at one are pieces of something else
      if (i === 0 && level !== 2) return null;
      return reportStep(report.text, list.slice(i), previous + 1, level, list[i - 1]);
    }
    previous = line.number;
  }
  return null;
}

function areAllAlike(text: string, list: readonly Numbered[]): boolean {
  return new Set(list.map(({ span }) => text.slice(span.start, span.end).trim())).size === 1;
}

/** Whether a number stands somewhere in one of some texts, which are folded when they are needed. */
function names(before: readonly (() => string)[], level: HeadingLevel, number: number): boolean {
  const printed = folded(printedNumber(level, number));
  return before.some((text) => text().includes(printed));
}

/** In one width and form. */
function folded(text: string): string {
  return text.replace(/[\u2e80-\u2fd5]/g, ideographOf).normalize('NFKC');
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function reportStep(
  text: string,
  rest: readonly Numbered[],
  expected: number,
  level: HeadingLevel,
  before: Numbered | undefined,
): Finding {
  const [line] = rest as [Numbered];
  const written = text.slice(line.span.start, line.span.end).trim();
  const right = printedNumber(level, expected);
  // what follows on the slip goes along
  const edits = rest.map(({ span }, i) => ({
    span,
    newText: printedNumber(level, expected + i),
  }));
  return {
    span: line.span,
    message: `${faultIn(line.number, expected, before?.number)}：“${written}”应为“${right}”。`,
    related: before ? [{ message: '前一个编号', span: before.span }] : [],
    fixes: [
      {
        title: edits.length > 1 ? `从这里起重新编号（${right}…）` : `改为“${right}”`,
        safe: false,
        edits: edits.filter(
          ({ span, newText }) => text.slice(span.start, span.end).trim() !== newText,
        ),
      },
    ],
  };
}

function faultIn(number: number, expected: number, before: number | undefined): string {
  if (before === undefined && expected === 1) return '前面没有第一项';
  if (number === before) return '编号重复';
  return number > expected ? '编号跳过了' : '编号倒退了';
}

/** The first （一） that stands under a 1. while 2. comes after it; likewise 1. under （1）. */
function invertedLevel(lines: readonly Numbered[]): Numbered | null {
  for (const low of [3, 4] as const) {
    const high = low - 1;
    const first = lines.findIndex(({ level }) => level === low);
    if (first < 0 || lines[first]?.number !== 1) continue;
    if (lines.slice(0, first).some(({ level }) => level === high)) continue;
    const inner = lines.slice(first + 1).find(({ level }) => level <= low);
    if (inner?.level !== high || inner.number !== 1) continue;
    const later = lines.slice(lines.indexOf(inner) + 1).find(({ level }) => level === low);
    if (later?.number === 2) return inner;
  }
  return null;
}

function wrongLevel({ text }: Report, line: Numbered): Finding {
  const written = text.slice(line.span.start, line.span.end).trim();
  const upper = printedNumber((line.level + 1) as HeadingLevel, 1);
  return {
    span: line.span,
    message: `层级反了：“${written}”排在“${upper}”下面，应是“（一）”在上、“1.”在下，“1.”在上、“（1）”在下。`,
  };
}
