// A rule's documentation as a Markdown page: for `nianbao rules ID` and for docs/rules/.
import { SEVERITY_WORDS } from '../findings/severity.js';
import type { Example, Rule } from '../service/index.js';

/** The page of one rule. */
export function ruleDocs({ id, severity, ...rule }: Rule): string {
  const docs = rule.docs();
  const parts = [
    `# ${docs.title}（${id}）`,
    `默认级别：${SEVERITY_WORDS[severity]}`,
    docs.what,
    `## 为什么\n\n${docs.why}`,
    `## 怎么改\n\n${docs.how}`,
    ...examples('会报告的例子', docs.invalid),
    ...examples('不会报告的例子', docs.valid),
  ];
  return `${parts.map((part) => part.trim()).join('\n\n')}\n`;
}

/** All pages by file name: one a rule, and the list of them. */
export function pages(rules: readonly Rule[]): Record<string, string> {
  const written = rules.map((rule): [string, string] => [`${rule.id}.md`, ruleDocs(rule)]);
  return Object.fromEntries([['README.md', list(rules)], ...written]);
}

function list(rules: readonly Rule[]): string {
  const rows = rules.map(
    ({ id, severity, docs }) =>
      `| [${id}](${id}.md) | ${SEVERITY_WORDS[severity]} | ${docs().title} |`,
  );
  return `# 规则\n\n| 规则 | 默认级别 | 发现什么 |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
}

function examples(heading: string, shown: readonly Example[]): string[] {
  if (shown.length === 0) return [];
  return [`## ${heading}`, ...shown.map(({ note, text }) => `${note}\n\n${fenced(text)}`)];
}

/** In a fence longer than any in the text. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([marks]) => marks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text.trimEnd()}\n${fence}`;
}
