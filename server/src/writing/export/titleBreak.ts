// Where a title that is too long for one line should go on in the next: before its wording, so that 年度报告
// stays one. The text has no line break there.

/** What the wording begins with, in all its forms. */
const WORDING = '政府信息公开';

/** The place in a title before its wording; 0 where it has none, or nothing before it. */
export function titleBreak(line: string): number {
  return Math.max(0, line.lastIndexOf(WORDING));
}
