// What can be done about a finding besides fixing it: ignore it, its rule here or in the folder, add
// its word to the folder's, read about the rule.
import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Diagnostic as Finding } from '../../findings/finding.js';
import { configEdits, type Decision, fileComment, nextLineComment } from '../../service/index.js';
import { lineEndOf } from '../../text/lines.js';
import { plainSource, rangeIn } from '../../text/source.js';
import { OPEN_RULE, SAVE } from '../protocol.js';
import type { CheckedDocument } from '../state/checkedDocuments.js';
import type { ConfigPlace } from '../state/folderConfigs.js';
import { toEdits, workspaceEdit } from '../toLsp/positions.js';

/** What decides which actions there are. */
export interface Decider {
  /** Whether the client takes edits that name the version they are for. */
  readonly versioned: boolean;
  /** Whether it can make a file. */
  readonly creates: boolean;
  /** Whether it has the command `SAVE`. */
  readonly saves: boolean;
  readonly isMarkdown: boolean;
  /** Where decisions are written; null where they cannot be. */
  readonly config: ConfigPlace | null;
  /** The name of a rule's fault. */
  titleOf(rule: string): string;
}

/** A finding at the place, as the client knows it. */
export interface FindingAt {
  readonly finding: Finding;
  readonly diagnostic: Diagnostic;
}

/**
 * For findings at one place: each is ignored alone, the rest is offered once a rule. Of all findings
 * first what is for one place, then what is for its word, the file, the folder, and reading last.
 */
export function decisionActions(
  checked: CheckedDocument,
  found: readonly FindingAt[],
  decider: Decider,
): CodeAction[] {
  const firstOfRule = found.filter(
    ({ finding: { rule } }, i) => found.findIndex((one) => one.finding.rule === rule) === i,
  );
  const nameOf = ({ rule }: Finding) => `“${decider.titleOf(rule)}”`;
  return [
    ...offered(found, (finding) => ({
      title: found.length > 1 ? `忽略这一处${nameOf(finding)}` : '忽略这一处',
      ...ignoreOne(checked, finding, decider),
    })),
    ...offered(
      found,
      ({ word }) =>
        word !== undefined && {
          title: `加入本文件夹词库：${word}`,
          ...decided({ word }, decider),
        },
    ),
    ...offered(firstOfRule, (finding) => ({
      title: `本文件不再检查${nameOf(finding)}`,
      ...ignoreInFile(checked, finding.rule, decider),
    })),
    ...offered(firstOfRule, (finding) => ({
      title: `本文件夹不再检查${nameOf(finding)}`,
      ...decided({ off: finding.rule }, decider),
    })),
    ...offered(firstOfRule, ({ rule }) => {
      const title = `查看规则说明：${decider.titleOf(rule)}`;
      return { title, command: { title, command: OPEN_RULE, arguments: [rule] } };
    }),
  ];
}

/** An action for each finding; none where it would do nothing. */
function offered(
  found: readonly FindingAt[],
  actionFor: (finding: Finding) => Pick<CodeAction, 'title' | 'edit' | 'command'> | false,
): CodeAction[] {
  return found.flatMap(({ finding, diagnostic }) => {
    const action = actionFor(finding);
    if (!action || !(action.edit || action.command)) return [];
    return [{ kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], ...action }];
  });
}

/** In Markdown a comment on the line above, but none within a table or a quotation. */
function ignoreOne(checked: CheckedDocument, finding: Finding, decider: Decider) {
  const { source, report } = checked;
  const { rule, fingerprint, span } = finding;
  const { line } = rangeIn(source, span).start;
  const { start, end } = source.original.spanOf(line);
  const words = source.original.text.slice(start, end);
  const isInTable = Object.values(report.tables).some(
    (table) => table.span.start <= span.start && span.start <= table.span.end,
  );
  if (decider.isMarkdown && !isInTable && !/^\s*>|[|\t]/.test(words)) {
    const indent = /^[ \t]*/.exec(words)?.[0] ?? '';
    return inserted(checked, line, indent + nextLineComment(rule), decider);
  }
  const file = decider.config?.file ?? '';
  return decided({ ignore: { rule, file, fingerprint } }, decider);
}

function ignoreInFile(checked: CheckedDocument, rule: string, decider: Decider) {
  if (!decider.isMarkdown) {
    const file = decider.config?.file ?? '';
    return decided({ ignore: { rule, file } }, decider);
  }
  return inserted(checked, lineBehindFrontMatter(checked), fileComment(rule), decider);
}

function inserted(
  checked: CheckedDocument,
  line: number,
  comment: string,
  { versioned }: Decider,
): Pick<CodeAction, 'edit'> {
  const start = { line, character: 0 };
  const newText = comment + lineEndOf(checked.source.original.text);
  return { edit: workspaceEdit(checked, [{ range: { start, end: start }, newText }], versioned) };
}

/** `---` in the first line begins what must stay there, up to the next `---`. */
function lineBehindFrontMatter({ source: { original } }: CheckedDocument): number {
  const front = /^---[ \t]*(?:\r\n?|\n)[\s\S]*?(?:\r\n?|\n)---[ \t]*(?:\r\n?|\n)/.exec(
    original.text,
  );
  return front ? original.lineAt(front[0].length) : 0;
}

/** The decision, written into the config of the folder. */
function decided(
  decision: Decision,
  { config, versioned, creates, saves }: Decider,
): Pick<CodeAction, 'edit' | 'command'> | null {
  if (!config?.writable || (config.text === null && !creates)) return null;
  if ('ignore' in decision && decision.ignore.file === '') return null; // nothing to know it by
  const text = config.text ?? '';
  const edits = toEdits(plainSource(text), configEdits(text, decision));
  if (!edits) return null;
  const edit =
    config.text === null ? created(config.uri, edits) : workspaceEdit(config, edits, versioned);
  if (!saves) return { edit };
  return { edit, command: { title: '保存', command: SAVE, arguments: [config.uri] } };
}

function created(uri: string, edits: TextEdit[]): WorkspaceEdit {
  const filling: TextDocumentEdit = { textDocument: { uri, version: null }, edits };
  return { documentChanges: [{ kind: 'create', uri, options: { ignoreIfExists: true } }, filling] };
}
