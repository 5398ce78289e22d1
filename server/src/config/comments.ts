// Suppression comments: `<!-- nianbao-disable RULE -->` for a file, `<!-- nianbao-disable-next-line
// RULE -->` for one line. Several rules with commas or spaces; without a rule, all. Words that name
// no rule (a reason, say) have no effect.
import type { Report } from '../report/report.js';
import { commentLines, htmlComments } from '../text/htmlComments.js';
import { isBlank } from '../text/span.js';

/** Rules by id; `all` of them where none was named. */
export type RuleNames = ReadonlySet<string> | 'all';

/** What the comments of a text turn off. */
export interface Suppressions {
  readonly file: readonly RuleNames[];
  readonly byLine: ReadonlyMap<number, readonly RuleNames[]>;
}

const COMMAND = /^nianbao-disable(-next-line)?(?!\S)/;
const NONE: Suppressions = { file: [], byLine: new Map() };

/** Reads the comments of a report's text. */
export function suppressionsIn({ text, lines }: Pick<Report, 'text' | 'lines'>): Suppressions {
  if (!text.includes('nianbao-disable')) return NONE;
  const file: RuleNames[] = [];
  const byLine = new Map<number, RuleNames[]>();
  const comments = commentLines(text, lines);
  for (const { start, end } of htmlComments(text)) {
    const words = text.slice(start + 4, end - 3).trim();
    const [command, nextLine] = COMMAND.exec(words) ?? [];
    if (command === undefined) continue;
    const rules = namesOf(words.slice(command.length));
    if (nextLine === undefined) file.push(rules);
    else {
      // formatters put a blank line behind a comment, and comments may stand one upon the other
      let line = lines.lineAt(end) + 1;
      while (line < lines.count && (comments.has(line) || isBlank(text, lines.spanOf(line))))
        line++;
      byLine.set(line, [...(byLine.get(line) ?? []), rules]);
    }
  }
  return { file, byLine };
}

/** Whether one of these names the rule. */
export function names(suppressions: readonly RuleNames[], rule: string): boolean {
  return suppressions.some((one) => one === 'all' || one.has(rule));
}

/** A comment for the line below. */
export function nextLineComment(rule: string): string {
  return `<!-- nianbao-disable-next-line ${rule} -->`;
}

/** A comment for the file. */
export function fileComment(rule: string): string {
  return `<!-- nianbao-disable ${rule} -->`;
}

function namesOf(list: string): RuleNames {
  const names = list.split(/[\s,，、:：]+/).filter((name) => name !== '');
  return names.length === 0 ? 'all' : new Set(names);
}
