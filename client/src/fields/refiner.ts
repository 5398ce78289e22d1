// What the server fills in behind the typist: totals whose terms are all there, and the white space that
// keeps tables aligned. It is done when the keys rest, never where the typist is at work, and undone as
// a step of its own.
import * as vscode from 'vscode';
import type { OffsetRange, Refinement, RefineParams } from '../../../server/src/lsp/protocol.js';
import { type Change, lastFirst, moveAlong } from './change.js';
import type { KnownFields } from './knownFields.js';

/** Keys that come faster are not disturbed. */
const REST_MS = 120;
/** Before a figure comes where the cursor is: an input method that begins there meanwhile would be cut off. */
const LONG_REST_MS = 600;

/** Who asks and writes for it. */
export interface Writer {
  readonly known: KnownFields;
  /** Whether the cursor is on its way, and with it the text. */
  readonly isUnderWay: boolean;
  /** What can be filled in, and the fields as they are; undefined where there is no answer. */
  ask(
    document: vscode.TextDocument,
    question: Pick<RefineParams, 'left' | 'cursor'>,
  ): Promise<Refinement | undefined>;
  /** Makes edits where the cursor is not; false if the text is another one by then. */
  write(editor: vscode.TextEditor, changes: readonly Change[]): Promise<boolean>;
  /** Makes edits, one of them where the cursor is: `selected` is the part of it to go to. */
  fill(
    editor: vscode.TextEditor,
    changes: readonly Change[],
    here: Change,
    selected: OffsetRange,
  ): Promise<void>;
}

/** A cell that was left; it moves with the text. */
interface Left {
  start: number;
  end: number;
}

export class Refiner implements vscode.Disposable {
  private editor: vscode.TextEditor | undefined;
  private left: Left[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isAsking = false;

  constructor(private readonly writer: Writer) {}

  dispose(): void {
    clearTimeout(this.timer);
  }

  /** Cells have been left. */
  leave(editor: vscode.TextEditor, cells: Iterable<Left>): void {
    if (this.editor?.document !== editor.document) this.left = [];
    this.editor = editor;
    for (const { start, end } of cells)
      if (!this.left.some((one) => one.start === start)) this.left.push({ start, end });
    this.soon();
  }

  changed(document: vscode.TextDocument, changes: readonly Change[]): void {
    if (this.editor?.document !== document || this.left.length === 0) return;
    for (const change of lastFirst(changes))
      for (const cell of this.left) moveAlong(cell, change, true);
    this.soon();
  }

  /** Does what there is to do as soon as the keys have rested so long. */
  soon(rest = REST_MS): void {
    clearTimeout(this.timer);
    if (this.left.length > 0) this.timer = setTimeout(() => void this.refine(rest), rest);
  }

  private async refine(rest: number): Promise<void> {
    const { editor } = this;
    if (!editor || this.isAsking || this.writer.isUnderWay) return; // its end comes back to us
    if (editor !== vscode.window.activeTextEditor) {
      this.left = [];
      return;
    }
    const left = [...this.left];
    if (left.length === 0) return;
    const { document } = editor;
    const { version } = document;
    this.isAsking = true;
    const answer = await this.writer.ask(document, {
      left: left.map(({ start }) => start),
      cursor: document.offsetAt(editor.selection.active),
    });
    this.isAsking = false;
    // an answer for a text that is no more
    const isOld = document.version !== version || answer?.version !== version;
    if (answer && (isOld || this.writer.isUnderWay)) return this.soon();
    const again = answer && (await this.make(editor, answer, rest));
    if (again) return this.soon(again);
    this.left = this.left.filter((cell) => !left.includes(cell));
  }

  /** How long the keys must rest before it is tried again; nothing where all is done. */
  private async make(
    editor: vscode.TextEditor,
    { edits }: Refinement,
    rest: number,
  ): Promise<number | undefined> {
    const { document, selection } = editor;
    const changes = edits.map(({ start, end, newText }) => ({
      offset: start,
      length: end - start,
      text: newText,
    }));
    const line = ({ offset }: Change) => document.positionAt(offset).line;
    const place = document.offsetAt(selection.active);
    // on the line of the cursor nothing moves but what a total takes
    const wanted = changes.filter(
      (change) => line(change) !== selection.active.line || isFill(document, change),
    );
    const here = wanted.find(({ offset, length }) => offset <= place && place <= offset + length);
    const others = wanted.filter((change) => change !== here);
    for (const change of wanted)
      if (isFill(document, change)) this.writer.known.of(document)?.fill(change);
    const figure = here && selection.isEmpty ? /\d+/.exec(here.text) : null;
    if (here && figure && rest >= LONG_REST_MS) {
      const selected = { start: figure.index, end: figure.index + figure[0].length };
      await this.writer.fill(editor, others, here, selected);
      return undefined;
    }
    const isMade = others.length === 0 || (await this.writer.write(editor, others));
    if (!isMade) return REST_MS;
    return figure ? LONG_REST_MS : undefined;
  }
}

/** Whether a figure comes where there is none. */
function isFill(document: vscode.TextDocument, { offset, length, text }: Change): boolean {
  const range = new vscode.Range(document.positionAt(offset), document.positionAt(offset + length));
  return /\d/.test(text) && document.getText(range).trim() === '';
}
