// Suppression comments: `<!-- nianbao-disable RULE -->` for a file, `<!-- nianbao-disable-next-line
// RULE -->` for one line. Several rules with commas or spaces; without a rule, all. Words that name
// no rule (a reason, say) have no effect.
import type { Report } from '../report/report.js';
import { commentLines, htmlComments } from '../text/htmlComments.js';
import { isBlank } from '../text/span.js';

/** Rules by id; `all` stands for every one. */
export type RuleNames = ReadonlySet<string>;

/** What the comments of a text turn off. */
export interface Suppressions {
  readonly file: RuleNames;
  readonly byLine: ReadonlyMap<number, RuleNames>;
}

const COMMAND = /^nianbao-disable(-next-line)?(?!\S)/;
const ALL = 'all';
const NONE: Suppressions = { file: new Set(), byLine: new Map() };

/** Reads the comments of a report's text. */
export function suppressionsIn({ text, lines }: Pick<Report, 'text' | 'lines'>): Suppressions {
  if (!text.includes('nianbao-disable')) return NONE;
  const file = new Set<string>();
  const byLine = new Map<number, Set<string>>();
  const comments = commentLines(text, lines);
  /** The line that the last of them is for: none in between is. */
  let last = 0;
  for (const { start, end } of htmlComments(text)) {
    const words = text.slice(start + 4, end - 3).trim();
    const [command, nextLine] = COMMAND.exec(words) ?? [];
    if (command === undefined) continue;
    let rules = file;
    if (nextLine !== undefined) {
      // formatters put a blank line behind a comment, and comments may stand one upon the other
      last = Math.max(last, lines.lineAt(end) + 1);
      while (last < lines.count && (comments.has(last) || isBlank(text, lines.spanOf(last))))
        last++;
      rules = byLine.get(last) ?? new Set();
      byLine.set(last, rules);
    }
    for (const rule of namesOf(words.slice(command.length))) rules.add(rule);
  }
  return { file, byLine };
}

/** Whether the rule is one of these. */
export function names(rules: RuleNames | undefined, rule: string): boolean {
  return rules !== undefined && (rules.has(ALL) || rules.has(rule));
}

/** A comment for the line below. */
export function nextLineComment(rule: string): string {
  return `<!-- nianbao-disable-next-line ${rule} -->`;
}

/** A comment for the file. */
export function fileComment(rule: string): string {
  return `<!-- nianbao-disable ${rule} -->`;
}

function namesOf(list: string): readonly string[] {
  const named = list.split(/[\s,，、:：]+/).filter((name) => name !== '');
  return named.length === 0 ? [ALL] : named;
}
