// Two clause marks side by side, where one was meant.

import type { Finding } from '../../findings/finding.js';
import type { ProseLine, Report } from '../../report/report.js';
import { lineAt } from '../../report/runningText.js';
import { replace } from '../fixes.js';
import { FULL, withBlank } from './punctuation.half-marks.js';
import { isChinese } from './shared/chars.js';
import { scanOf } from './shared/scan.js';

const CLAUSE_MARKS = '，。、；：,;:';

/** One finding a run of marks. */
export function* doubledMarks(report: Report): Iterable<Finding> {
  const { doubled } = scanOf(report);
  if (doubled.length === 0) return;
  let done = 0;
  for (const second of doubled) {
    const start = second - 1;
    if (start < done) continue;
    let end = start;
    while (CLAUSE_MARKS.includes(report.text.charAt(end)) && end < report.text.length) end++;
    done = end;
    const line = lineAt(report, start);
    if (end - start < 2 || !line) continue;
    const found = finding(report.text, line, start, end);
    if (found) yield found;
  }
}

function finding(text: string, { span }: ProseLine, start: number, end: number): Finding | null {
  const written = text.slice(start, end);
  // a::b is no prose
  if (!isChinese(text.charCodeAt(start)) && !isChinese(text.charCodeAt(start - 1))) return null;
  const place = { start, end };
  const kinds = [...new Set(written)];
  if (kinds.length === 1) {
    const [mark] = kinds as [string];
    // 。。。 is meant for an ellipsis
    if (written.length > 2) {
      const fixes = [replace(place, '……', '改为“……”'), replace(place, mark, `只留“${mark}”`)];
      return { span: place, message: `标点“${written}”重复；省略号写作“……”。`, fixes };
    }
    // the half-width one is another slip: both are fixed at once
    const right = FULL[mark] ?? mark;
    const whole = right === mark ? place : withBlank(text, place);
    const fixes = [replace(whole, right, `只留一个“${right}”`, true)];
    return { span: place, message: `标点“${mark}”写了两个。`, fixes };
  }
  // at a line's end the full stop is right, elsewhere nobody can tell
  const best = end === span.end && kinds.includes('。') ? ['。'] : kinds;
  const fixes = best.map((mark) => replace(place, mark, `只留“${mark}”`));
  return { span: place, message: `两个标点连在一起：“${written}”，只能留一个。`, fixes };
}
