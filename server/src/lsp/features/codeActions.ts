// The light bulb: for each finding at a place its fixes, then all fixes of its rule, all safe fixes, and
// what else can be done about it; and all safe fixes of a document at once, for saving.
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type Diagnostic,
  type Range,
} from 'vscode-languageserver';
import { originalEdits } from '../../convert/edits.js';
import type { Diagnostic as Finding } from '../../findings/finding.js';
import { type AllFixed, fixAll, fixable } from '../../service/index.js';
import { memoized } from '../../text/cache.js';
import type { TextEdit } from '../../text/edit.js';
import { rangeIn } from '../../text/source.js';
import type { Feature } from '../feature.js';
import { SOURCE } from '../protocol.js';
import type { CheckedDocument } from '../state/checkedDocuments.js';
import { toDiagnostic } from '../toLsp/diagnostics.js';
import { isSame, toEdits, touch, workspaceEdit } from '../toLsp/positions.js';
import { type Decider, decisionActions, type FindingAt } from './decisionActions.js';

const FIX_ALL = `${CodeActionKind.SourceFixAll}.nianbao`;
/** In the place of a rule's name. */
const ALL = '*';
const FIX_ALL_TITLE = '改正全部可自动改正的问题';

export const codeActionFeature: Feature = {
  capabilities: () => ({
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
  }),
  serve({ connection, client, options, service, documents, configs, ...context }) {
    const { documentChanges, resourceOperations } = client.workspace?.workspaceEdit ?? {};
    const always = {
      versioned: documentChanges === true,
      creates: documentChanges === true && resourceOperations?.includes('create') === true,
      saves: options.commands === true,
      // documentation is made when asked for, with its examples
      titleOf: memoized((id) => service.rules.find((rule) => rule.id === id)?.docs().title ?? id),
      toDiagnostic: (checked: CheckedDocument, finding: Finding) =>
        toDiagnostic(checked, finding, context.diagnosticOptions),
    };
    // asked for at each move of the cursor, made once for each version
    const known = new WeakMap<CheckedDocument, Map<string, Promise<AllFixed<CheckedDocument>>>>();
    const allFixedOf = (checked: CheckedDocument, rule?: string) => {
      const ofRules = known.get(checked) ?? new Map<string, Promise<AllFixed<CheckedDocument>>>();
      known.set(checked, ofRules);
      let fixed = ofRules.get(rule ?? ALL);
      if (!fixed) {
        const check = (text: string) => documents.checkAs(checked, text);
        fixed = fixAll(checked, { check, toOriginal, ...(rule !== undefined && { rule }) });
        ofRules.set(rule ?? ALL, fixed);
      }
      return fixed;
    };
    connection.onCodeAction(async (params, token) => {
      const { quickFix, all } = wanted(params);
      if (!quickFix && !all) return [];
      const { uri } = params.textDocument;
      const checked = await documents.check(uri, token);
      if (!checked) return null;
      const config = quickFix ? await configs.of(uri) : null;
      return codeActions(checked, params, {
        ...always,
        isMarkdown: context.isMarkdown(uri),
        config,
        fixedBy: (rule) => allFixedOf(checked, rule),
      });
    });
  },
};

interface CodeActionOptions extends Decider {
  readonly toDiagnostic: (checked: CheckedDocument, finding: Finding) => Diagnostic;
  /** The document with all safe fixes made, or all of one rule. */
  readonly fixedBy: (rule?: string) => Promise<AllFixed<CheckedDocument>>;
}

const toOriginal = ({ source }: CheckedDocument, edits: readonly TextEdit[]) =>
  originalEdits(source, edits);

/** Only so many findings at once are offered more than their fixes. */
const MOST = 50;

/** What a request asks for; with none of them it is answered at once, without a check. */
function wanted({ context: { only, triggerKind } }: CodeActionParams) {
  const named = (kind: string) => only?.some((one) => one === '' || isWithin(kind, one));
  return {
    quickFix: named(CodeActionKind.QuickFix) ?? true,
    // without being asked for, a change of the whole document must not turn up at the light bulb
    all: named(FIX_ALL) ?? triggerKind !== CodeActionTriggerKind.Automatic,
  };
}

/** `source.fixAll.nianbao` lies within `source` and `source.fixAll`. */
function isWithin(kind: string, outer: string): boolean {
  return kind === outer || kind.startsWith(`${outer}.`);
}

async function codeActions(
  checked: CheckedDocument,
  params: CodeActionParams,
  options: CodeActionOptions,
): Promise<CodeAction[]> {
  const { quickFix, all } = wanted(params);
  return [
    ...(quickFix ? await quickFixes(checked, params, options) : []),
    ...(all ? await fixAllActions(checked, options) : []),
  ];
}

async function quickFixes(
  checked: CheckedDocument,
  { range, context }: CodeActionParams,
  options: CodeActionOptions,
): Promise<CodeAction[]> {
  const here = checked.diagnostics
    .map((finding) => ({ finding, place: rangeIn(checked.source, finding.span) }))
    .filter(({ place }) => touch(place, range))
    .map(({ finding, place }) => ({
      finding,
      diagnostic:
        theClients(context.diagnostics, finding, place) ?? options.toDiagnostic(checked, finding),
    }));
  const few = here.slice(0, MOST);
  const firstOfRule = few.filter(
    ({ finding: { rule } }, i) => few.findIndex((one) => one.finding.rule === rule) === i,
  );
  const safe = few.length > 0 ? fixable(checked, { toOriginal }) : [];
  return [
    ...here.flatMap(({ finding, diagnostic }) =>
      fixesOf(checked, finding, diagnostic, options.versioned),
    ),
    ...(await fixRuleActions(checked, firstOfRule, safe, options)),
    ...(await fixSafeActions(checked, firstOfRule, safe, options)),
    ...decisionActions(checked, few, options),
  ];
}

function fixesOf(
  checked: CheckedDocument,
  { fixes = [] }: Finding,
  diagnostic: Diagnostic,
  versioned: boolean,
): CodeAction[] {
  return fixes.flatMap(({ title, edits }, index): CodeAction[] => {
    const changes = toEdits(checked.source, edits);
    if (!changes) return [];
    return [
      {
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic],
        edit: workspaceEdit(checked, changes, versioned),
        ...(index === 0 && { isPreferred: true }),
      },
    ];
  });
}

/** All safe fixes of a finding's rule at once, where there are several. */
async function fixRuleActions(
  checked: CheckedDocument,
  here: readonly FindingAt[],
  safe: readonly Finding[],
  { versioned, titleOf, fixedBy }: CodeActionOptions,
): Promise<CodeAction[]> {
  const actions: CodeAction[] = [];
  for (const { finding, diagnostic } of here) {
    const { rule } = finding;
    const count = safe.filter((one) => one.rule === rule).length;
    const edits = count > 1 ? (await fixedBy(rule)).edits : [];
    if (edits.length === 0) continue;
    actions.push({
      title: `改正全部“${titleOf(rule)}”（${count} 处）`,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      edit: workspaceEdit(checked, inDocument(checked, edits), versioned),
    });
  }
  return actions;
}

/** All safe fixes at once, at every finding, where they fix more than what is offered before. */
async function fixSafeActions(
  checked: CheckedDocument,
  here: readonly FindingAt[],
  safe: readonly Finding[],
  { versioned, fixedBy }: CodeActionOptions,
): Promise<CodeAction[]> {
  const rules = new Set(here.map(({ finding }) => finding.rule));
  const [first] = new Set(safe.map(({ rule }) => rule));
  const isOffered = safe.every(({ rule }) => rule === first) && rules.has(first ?? '');
  if (here.length === 0 || safe.length === 0 || isOffered) return [];
  const { edits } = await fixedBy();
  if (edits.length === 0) return [];
  return [
    {
      title: `${FIX_ALL_TITLE}（${safe.length} 处）`,
      kind: CodeActionKind.QuickFix,
      diagnostics: here.map(({ diagnostic }) => diagnostic),
      edit: workspaceEdit(checked, inDocument(checked, edits), versioned),
    },
  ];
}

/** Edits of the document's text as the protocol has them. */
function inDocument({ source: { original } }: CheckedDocument, edits: readonly TextEdit[]) {
  return edits.map(({ span, newText }) => ({ range: original.rangeOf(span), newText }));
}

/** The diagnostic as the client sent it: it recognises its own. */
function theClients(diagnostics: readonly Diagnostic[], { rule, message }: Finding, place: Range) {
  const same = diagnostics.filter(
    ({ source, code, range }) => source === SOURCE && code === rule && isSame(range, place),
  );
  return same.find((diagnostic) => diagnostic.message === message) ?? same[0];
}

async function fixAllActions(
  checked: CheckedDocument,
  { versioned, fixedBy }: CodeActionOptions,
): Promise<CodeAction[]> {
  const { edits } = await fixedBy();
  if (edits.length === 0) return [];
  const edit = workspaceEdit(checked, inDocument(checked, edits), versioned);
  return [{ title: FIX_ALL_TITLE, kind: FIX_ALL, edit }];
}
