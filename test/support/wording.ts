// What the tests of the rules on wording share: texts put into a report, findings read back.

import { overview, wholeReport } from '../../server/src/rules/examples.js';
import type { Rule } from '../../server/src/rules/rule.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { findingsOf } from './rules.js';

export { findingsOf, overview };

const PROBLEMS = '存在的问题：解读形式不够丰富。改进措施：下一步将增加图解和问答。';
const OTHERS = '2023年未收取政府信息公开信息处理费。';

/** A whole report with these words as section 五. */
export function problems(...lines: string[]): string {
  return wholeReport({ [PROBLEMS]: lines.join('\n') });
}

/** A whole report with these words as section 六. */
export function others(...lines: string[]): string {
  return wholeReport({ [OTHERS]: lines.join('\n') });
}

/** A whole report with these words between the title and section 一. */
export function preamble(words: string, organ = '青禾县云水镇人民政府'): string {
  return wholeReport({ 年度报告: `年度报告\n\n${words}`, 青禾县云水镇人民政府: organ });
}

/** The words that a rule's findings stand on. */
export function quotesOf(rule: Rule, text: string): string[] {
  return findingsOf(rule, text).map(({ span }) => text.slice(span.start, span.end));
}

/** The text after the first fix of every finding, until nothing more is found that has one. */
export function fixed(rule: Rule, text: string): string {
  let now = text;
  for (let round = 0; round < 9; round++) {
    const [fix] = findingsOf(rule, now).flatMap(({ fixes }) => fixes?.[0] ?? []);
    if (!fix) break;
    now = applyEdits(now, fix.edits);
  }
  return now;
}
