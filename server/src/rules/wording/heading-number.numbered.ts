// Lines that begin with a number: 一、 （一） 1. （1）.
import { type HeadingLevel, readNumbering } from '../../form/numbering.js';
import type { ProseLine, Report } from '../../report/report.js';
import { lineIndexAt } from '../../report/runningText.js';
import type { Span } from '../../text/span.js';

export interface Numbered {
  readonly level: HeadingLevel;
  readonly number: number;
  /** The numbering as written. */
  readonly span: Span;
  /** What follows it, to the end of the line or sentence. */
  readonly words: Span;
}

/** The numbered lines of a stretch; list marks and Markdown headings before the number are skipped. */
export function numberedIn({ text, prose }: Report, { start, end }: Span): Numbered[] {
  const found: Numbered[] = [];
  const first = lineIndexAt(prose, start);
  for (let i = first < 0 ? ~first : first; i < prose.length; i++) {
    const { span, level } = prose[i] as ProseLine;
    if (span.start < start) continue;
    if (span.end > end) break;
    const at = level > 0 ? span.start : behindMarks(text, span);
    if (at === null) continue;
    const numbering = readNumbering(text, { start: at, end: span.end });
    if (!numbering) continue;
    const stop = /[。：:；]/.exec(
      text.slice(numbering.end, Math.min(span.end, numbering.end + 60)),
    );
    found.push({
      level: numbering.level,
      number: numbering.number,
      span: { start: at, end: numbering.end },
      words: {
        start: numbering.end,
        end: stop ? numbering.end + stop.index : Math.min(span.end, numbering.end + 60),
      },
    });
  }
  return found;
}

/** `- （一）`, `### （一）`, `**（一）`. */
function behindMarks(text: string, { start, end }: Span): number | null {
  const code = text.charCodeAt(start);
  if (code !== 0x2d && code !== 0x23 && code !== 0x2a) return null;
  const marks = /^(?:#{1,6}\s*|[-*]\s+|\*\*)+/.exec(text.slice(start, Math.min(end, start + 10)));
  return marks ? start + marks[0].length : null;
}
