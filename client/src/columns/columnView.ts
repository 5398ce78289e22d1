// What the editors show of the tables as grids: each column in a colour of its own, its cells one under
// another. Nothing is written into the text.
import * as vscode from 'vscode';
import { EARLIER_STATES, type GridsParams } from '../../../server/src/lsp/protocol.js';
import { lastFirst } from '../fields/change.js';
import { hasWideQuotes, isChineseMonospace } from '../fontNames.js';
import { GridMap, type MovingCell } from './gridMap.js';
import { type Drawing, drawingsOf, isPadded } from './stops.js';

/** As many colours as package.json names; then they come again. */
const COLOURS = 6;
/** More kinds of white space than any few tables have at once. */
const MOST_LOOKS = 500;
/** Typing comes first: drawn at every key, the figures of a fast hand would come too late to their cells. */
const REST_MS = 250;

export class ColumnView implements vscode.Disposable {
  private readonly documents = new Map<string, GridMap>();
  private readonly colours = Array.from({ length: COLOURS }, (_, i) =>
    vscode.window.createTextEditorDecorationType({
      color: new vscode.ThemeColor(`nianbao.column${i + 1}`),
      rangeBehavior: vscode.DecorationRangeBehavior.OpenOpen,
    }),
  );
  private readonly looks = new Map<string, vscode.TextEditorDecorationType>();
  private readonly drawn = new WeakMap<vscode.TextEditor, Set<string>>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly changed = new vscode.EventEmitter<void>();
  /** The cell under the cursor may be another one. */
  readonly onDidChange = this.changed.event;
  private readonly subscriptions: vscode.Disposable[];

  constructor() {
    this.subscriptions = [
      vscode.workspace.onDidChangeTextDocument((event) => this.edited(event)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.documents.delete(uri.toString())),
      vscode.window.onDidChangeVisibleTextEditors(() => this.soon()),
      vscode.window.onDidChangeTextEditorOptions(() => this.soon()),
      vscode.window.onDidChangeTextEditorSelection(() => this.changed.fire()),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('editor.fontFamily')) this.soon();
      }),
      this.changed,
    ];
  }

  dispose(): void {
    clearTimeout(this.timer);
    const shown = [...this.colours, ...this.looks.values()];
    for (const one of [...this.subscriptions, ...shown]) one.dispose();
  }

  /** The server has told what is in the tables of some version. */
  take(uri: vscode.Uri, params: GridsParams): void {
    const document = vscode.workspace.textDocuments.find(
      (one) => one.uri.toString() === uri.toString(),
    );
    // of an older version: what is known has moved along, and the next one is on its way
    if (document?.version !== params.version) return;
    this.documents.set(uri.toString(), GridMap.of(params));
    this.soon();
    this.changed.fire();
  }

  /** The server is another one, or none. */
  reset(): void {
    this.documents.clear();
    this.soon();
  }

  /** The cell that the cursor of an editor is in. */
  cellIn({ document, selection }: vscode.TextEditor): MovingCell | undefined {
    const map = this.documents.get(document.uri.toString());
    return map?.at(document.offsetAt(selection.active));
  }

  private edited({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const known = this.documents.get(document.uri.toString());
    if (!known) return;
    const changes = contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
      offset: rangeOffset,
      length: rangeLength,
      text,
    }));
    for (const change of lastFirst(changes)) known.move(change);
    this.soon();
  }

  private soon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      for (const editor of vscode.window.visibleTextEditors) this.draw(editor);
    }, REST_MS);
  }

  private draw(editor: vscode.TextEditor): void {
    const { document } = editor;
    if (EARLIER_STATES.has(document.uri.scheme) || document.languageId === 'html') return;
    const tables = this.documents.get(document.uri.toString())?.tables ?? [];
    if (tables.length === 0 && !this.drawn.has(editor)) return;
    const cells = tables.flatMap((table) => table.cells);
    for (const [i, colour] of this.colours.entries())
      editor.setDecorations(
        colour,
        cells
          .filter((one) => one.as === 'column' && one.place % COLOURS === i)
          .map(rangeIn(document)),
      );
    this.arrange(editor, cells.length > 0 ? drawingsIn(editor, tables) : []);
  }

  private arrange(editor: vscode.TextEditor, drawings: readonly Drawing[]): void {
    const before = this.drawn.get(editor) ?? new Set();
    const now = new Map<string, Drawing[]>();
    for (const drawing of drawings) {
      const look = lookOf(drawing);
      const others = now.get(look);
      if (others) others.push(drawing);
      else now.set(look, [drawing]);
    }
    for (const look of new Set([...before, ...now.keys()])) {
      const ranges = (now.get(look) ?? []).map(rangeIn(editor.document));
      editor.setDecorations(this.typeOf(look), ranges);
    }
    this.drawn.set(editor, new Set(now.keys()));
    if (this.looks.size > MOST_LOOKS) this.forgetUnused();
  }

  /** Each is a rule of CSS: after hours of typing there would be thousands. */
  private forgetUnused(): void {
    const used = new Set(
      vscode.window.visibleTextEditors.flatMap((editor) => [...(this.drawn.get(editor) ?? [])]),
    );
    for (const [look, type] of this.looks) {
      if (used.has(look)) continue;
      type.dispose();
      this.looks.delete(look);
    }
  }

  private typeOf(look: string): vscode.TextEditorDecorationType {
    let type = this.looks.get(look);
    if (!type) {
      type = vscode.window.createTextEditorDecorationType({ letterSpacing: look });
      this.looks.set(look, type);
    }
    return type;
  }
}

/** As the editor is told it, the size of the letters behind the space between them: there is no other way. */
function lookOf({ spacing = 'normal', size }: Drawing): string {
  return size === undefined ? spacing : `${spacing}; font-size: ${size.toFixed(3)}em`;
}

function drawingsIn(
  { document, options }: vscode.TextEditor,
  tables: GridMap['tables'],
): Drawing[] {
  const text = document.getText();
  const tabSize = typeof options.tabSize === 'number' ? options.tabSize : 4;
  const settings = vscode.workspace.getConfiguration('editor', document);
  const fonts = settings.get<string>('fontFamily') ?? '';
  const look = { tabSize, wide: hasWideQuotes(fonts) };
  return tables.flatMap(({ cells }) => {
    const placed = cells.map((cell) => ({ ...cell, isHead: cell.row === undefined }));
    // where blanks do it already, nothing is moved
    if (isChineseMonospace(fonts) && isPadded(text, placed, look)) return [];
    return drawingsOf(text, placed, look);
  });
}

function rangeIn(document: vscode.TextDocument) {
  return ({ start, end }: { readonly start: number; readonly end: number }) =>
    new vscode.Range(document.positionAt(start), document.positionAt(end));
}
