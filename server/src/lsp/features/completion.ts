// Completion as LSP has it, and the list of all that can be inserted for a picker.
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
  type Position,
  TextEdit,
} from 'vscode-languageserver';
import {
  type Completion,
  completionsAt,
  describe,
  type Insertable,
  insertables,
  type PieceKind,
  shownText,
  toPlainText,
  toSnippetText,
} from '../../service/index.js';
import type { Feature } from '../feature.js';
import {
  SNIPPETS,
  type SnippetEntry,
  type SnippetGroup,
  type SnippetsParams,
} from '../protocol.js';
import type { ReadDocument } from '../state/openDocuments.js';
import type { EditorSettings } from '../state/settings.js';
import { contains, offsetIn, toEdits } from '../toLsp/positions.js';

const KINDS: Record<PieceKind, CompletionItemKind> = {
  section: CompletionItemKind.Module,
  table: CompletionItemKind.Struct,
  row: CompletionItemKind.Field,
  label: CompletionItemKind.Field,
  figure: CompletionItemKind.Value,
  sentence: CompletionItemKind.Snippet,
  phrase: CompletionItemKind.Text,
  notice: CompletionItemKind.Reference,
};

const GROUPS: Record<PieceKind, SnippetGroup> = {
  section: '章节',
  table: '表格',
  row: '表格',
  label: '表格',
  figure: '表格',
  sentence: '段落',
  phrase: '固定说法',
  notice: '文件',
};

/** What a client can do with an item. */
interface Abilities {
  readonly snippets: boolean;
  /** Whether it can be told to leave the white space of a text alone. */
  readonly modes: boolean;
  readonly markdown: boolean;
  /** Whether a list shows more of each item than its label. */
  readonly labelDetails: boolean;
}

/** So much of a text is shown in a list. */
const LONGEST_PREVIEW = 60;

export const completionFeature: Feature = {
  capabilities: () => ({
    completionProvider: { resolveProvider: true, triggerCharacters: ['〔', '《', '（', '、'] },
  }),
  serve({ connection, client, documents, settings, texts }) {
    const { snippetSupport, insertTextModeSupport, documentationFormat, labelDetailsSupport } =
      client.textDocument?.completion?.completionItem ?? {};
    const abilities: Abilities = {
      snippets: snippetSupport === true,
      modes: insertTextModeSupport?.valueSet.includes(InsertTextMode.asIs) === true,
      markdown: documentationFormat?.includes(MarkupKind.Markdown) === true,
      labelDetails: labelDetailsSupport === true,
    };
    /** A text that is no report yet may become one where its language says so. */
    const isOurs = ({ report, uri }: ReadDocument) =>
      report.recognized || texts.get(uri)?.languageId === 'nianbao';
    connection.onCompletion(async ({ textDocument: { uri }, position }, token) => {
      const { layout } = await settings.of(uri);
      const reading = await documents.read(uri, token);
      if (!reading || !isOurs(reading)) return null;
      return toList(reading, position, layout, abilities);
    });
    connection.onCompletionResolve((item) => ({ ...item, ...documentation(item, abilities) }));
    connection.onRequest(SNIPPETS, async ({ textDocument, position }: SnippetsParams, token) => {
      const { layout } = await settings.of(textDocument.uri);
      const reading = await documents.read(textDocument.uri, token);
      return reading && isOurs(reading) ? toEntries(reading, position, layout) : [];
    });
  },
};

function toList(
  reading: ReadDocument,
  position: Position,
  layout: EditorSettings['layout'],
  abilities: Abilities,
): CompletionList | null {
  const { report, source } = reading;
  const completions = completionsAt(report, offsetIn(source, position), layout);
  const items = completions.flatMap((completion, i) => {
    const item = toItem(reading, position, completion, abilities);
    return item ? [{ ...item, sortText: String(i).padStart(3, '0') }] : [];
  });
  // with each character typed something else may fit
  return items.length > 0 ? { isIncomplete: true, items } : null;
}

/** Null where the document cannot be edited so. */
function toItem(
  { source }: ReadDocument,
  position: Position,
  { id, kind, label, detail, body, replace, filterText }: Completion,
  { snippets, modes, labelDetails }: Abilities,
): CompletionItem | null {
  const newText = snippets ? toSnippetText(body) : toPlainText(body);
  const [edit] = toEdits(source, [{ span: replace, newText }]) ?? [];
  if (!edit || !contains(edit.range, position)) return null;
  return {
    label,
    ...(labelDetails && { labelDetails: { description: previewOf(kind, body, detail) } }),
    kind: KINDS[kind],
    detail,
    filterText,
    textEdit: edit,
    insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    ...(modes && { insertTextMode: InsertTextMode.asIs }),
    data: { id, kind },
  };
}

/** What an item would say, as far as a list has room for it; of a figure what it is. */
function previewOf(kind: PieceKind, body: Completion['body'], detail: string): string {
  const text = toPlainText(body).replace(/\s+/g, ' ').trim();
  const isText = kind === 'sentence' || kind === 'phrase' || kind === 'notice';
  if (!isText || text === '') return detail;
  return text.length > LONGEST_PREVIEW ? `${text.slice(0, LONGEST_PREVIEW)}…` : text;
}

/** Told from the item alone: the document may have changed since. */
function documentation(
  { data, textEdit, insertTextFormat }: CompletionItem,
  { markdown }: Abilities,
): Pick<CompletionItem, 'documentation'> {
  const { id, kind } = (data ?? {}) as { id?: unknown; kind?: unknown };
  if (typeof id !== 'string' || typeof kind !== 'string' || !(kind in KINDS)) return {};
  if (!TextEdit.is(textEdit)) return {};
  const isSnippet = insertTextFormat === InsertTextFormat.Snippet;
  const text = isSnippet ? shownText(textEdit.newText) : textEdit.newText;
  const value = describe(kind as PieceKind, id, text.trim());
  if (markdown) return { documentation: { kind: MarkupKind.Markdown, value } };
  return { documentation: value.replace(/^```.*\n?/gm, '') };
}

function toEntries(
  { report, source }: ReadDocument,
  position: Position,
  layout: EditorSettings['layout'],
): SnippetEntry[] {
  const pieces = insertables(report, offsetIn(source, position), layout);
  return pieces.flatMap((piece) => toEntry(source, position, piece) ?? []);
}

function toEntry(
  source: ReadDocument['source'],
  position: Position,
  { id, kind, label, detail, body, isMissing, offset }: Insertable,
): SnippetEntry | null {
  const at = offset ?? offsetIn(source, position);
  const span = { start: at, end: at };
  const [edit] = toEdits(source, [{ span, newText: toSnippetText(body) }]) ?? [];
  if (!edit) return null;
  return {
    id,
    group: GROUPS[kind],
    label,
    detail,
    isMissing,
    snippet: edit.newText,
    ...(offset !== null && { position: edit.range.start }),
  };
}
