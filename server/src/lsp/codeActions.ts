// The light bulb: the fixes of the findings at a place, and all safe fixes of a document at once.
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type Diagnostic,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { safeEdits } from '../features/fixAll.js';
import type { Diagnostic as Finding } from '../rules/rule.js';
import { rangeIn } from '../text/source.js';
import { isSame, toEdits, touch } from './convert.js';
import { SOURCE } from './diagnostics.js';
import type { Checked } from './documents.js';

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.nianbao`;
export const KINDS = [CodeActionKind.QuickFix, FIX_ALL];

export interface CodeActionOptions {
  /** Whether the client takes edits that name the version they are for. */
  readonly versioned: boolean;
  readonly toDiagnostic: (checked: Checked, finding: Finding) => Diagnostic;
}

/** What a request asks for; with none of them it is answered at once, without a check. */
export function wanted({ context: { only, triggerKind } }: CodeActionParams) {
  const named = (kind: string) => only?.some((one) => one === '' || isWithin(kind, one));
  return {
    quickFix: named(CodeActionKind.QuickFix) ?? true,
    // without being asked for, a change of the whole document must not turn up at the light bulb
    fixAll: named(FIX_ALL) ?? triggerKind !== CodeActionTriggerKind.Automatic,
  };
}

/** `source.fixAll.nianbao` lies within `source` and `source.fixAll`. */
function isWithin(kind: string, outer: string): boolean {
  return kind === outer || kind.startsWith(`${outer}.`);
}

export function codeActions(
  checked: Checked,
  params: CodeActionParams,
  options: CodeActionOptions,
): CodeAction[] {
  const { quickFix, fixAll } = wanted(params);
  return [
    ...(quickFix ? quickFixes(checked, params, options) : []),
    ...(fixAll ? fixAllActions(checked, options) : []),
  ];
}

function quickFixes(
  checked: Checked,
  { range, context }: CodeActionParams,
  options: CodeActionOptions,
): CodeAction[] {
  const actions: CodeAction[] = [];
  for (const finding of checked.diagnostics) {
    if (!finding.fixes?.length) continue;
    const place = rangeIn(checked.source, finding.span);
    if (!touch(place, range)) continue;
    const diagnostic =
      theClients(context.diagnostics, finding, place) ?? options.toDiagnostic(checked, finding);
    finding.fixes.forEach(({ title, edits }, index) => {
      const changes = toEdits(checked.source, edits);
      if (!changes) return;
      actions.push({
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic],
        edit: workspaceEdit(checked, changes, options),
        ...(index === 0 && { isPreferred: true }),
      });
    });
  }
  return actions;
}

/** The diagnostic as the client sent it: it recognises its own. */
function theClients(diagnostics: readonly Diagnostic[], { rule, message }: Finding, place: Range) {
  const same = diagnostics.filter(
    ({ source, code, range }) => source === SOURCE && code === rule && isSame(range, place),
  );
  return same.find((diagnostic) => diagnostic.message === message) ?? same[0];
}

function fixAllActions(checked: Checked, options: CodeActionOptions): CodeAction[] {
  const { source, diagnostics } = checked;
  const applicable = diagnostics.filter(
    ({ fixes }) => fixes?.[0]?.safe && toEdits(source, fixes[0].edits),
  );
  const changes = toEdits(source, safeEdits(applicable));
  if (!changes?.length) return [];
  const edit = workspaceEdit(checked, changes, options);
  return [{ title: '改正全部可自动改正的问题', kind: FIX_ALL, edit }];
}

function workspaceEdit(
  { uri, version }: Checked,
  edits: TextEdit[],
  { versioned }: CodeActionOptions,
): WorkspaceEdit {
  if (versioned) return { documentChanges: [{ textDocument: { uri, version }, edits }] };
  return { changes: { [uri]: edits } };
}
