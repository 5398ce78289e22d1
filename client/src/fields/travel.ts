// Tab and Shift+Tab in a report: to the next cell, or the next 【请写明……】, with what stands there
// selected. The cursor is sent off at once, without asking anybody; where there is nothing to go to,
// the keys do what they always do.
import * as vscode from 'vscode';
import {
  type OffsetRange,
  REFINE,
  type Refinement,
  type RefineParams,
} from '../../../server/src/lsp/protocol.js';
import type { Host, KeyboardTravel } from '../host.js';
import { type Change, isSameEdit, lastFirst } from './change.js';
import type { FieldMap, MovingField } from './fieldMap.js';
import { type EditorPort, Journey } from './journey.js';
import { KnownFields } from './knownFields.js';
import { Refiner, type Writer } from './refiner.js';

/** Before the server is asked once more: the text has changed meanwhile. */
const PAUSE_MS = 50;

export const NEXT_FIELD = 'nianbao.nextField';
export const PREVIOUS_FIELD = 'nianbao.previousField';

/** An argument of these commands: they are to do nothing. */
export const NOTHING = 'nothing';

/** A way under way. */
interface Trip {
  readonly editor: vscode.TextEditor;
  readonly journey: Journey;
  /** Whether it begins at the beginning of a line. */
  readonly isIndented: boolean;
  /** The cells that it leaves behind. */
  readonly left: Set<MovingField>;
  isLearning: boolean;
}

export class Travel implements KeyboardTravel, Writer, vscode.Disposable {
  readonly known = new KnownFields();
  private trip: Trip | undefined;
  private readonly refiner: Refiner;
  /** Edits of ours under way that are no part of a trip. */
  private writing: readonly Change[] | undefined;
  private written: Promise<unknown> | undefined;
  /** What a key has typed, as long as nothing has changed since. */
  private lastKey:
    | {
        readonly document: vscode.TextDocument;
        readonly version: number;
        readonly change: Change;
      }
    | undefined;
  /** An edit of ours under way that changes nothing. */
  private mark: Change | undefined;
  private readonly subscriptions: vscode.Disposable[];

  constructor(private readonly host: Pick<Host, 'isAlive' | 'client'>) {
    this.refiner = new Refiner(this);
    this.subscriptions = [
      vscode.workspace.onDidChangeTextDocument((event) => this.changed(event)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.known.forget(uri)),
      vscode.window.onDidChangeActiveTextEditor(() => this.trip?.journey.stop()),
      vscode.window.onDidChangeTextEditorSelection((event) => this.moved(event)),
    ];
  }

  /**
   * VS Code asks all extensions before it runs a command of theirs for the first time, and does not hold
   * the keys meanwhile: that is to be over before it counts. The commands are there already.
   */
  warmUp(): void {
    const commands = [NEXT_FIELD, PREVIOUS_FIELD].map((command) => ({ command, args: NOTHING }));
    void vscode.commands.executeCommand('runCommands', { commands });
  }

  dispose(): void {
    this.trip?.journey.stop();
    this.refiner.dispose();
    for (const one of this.subscriptions) one.dispose();
  }

  /** The server is another one, or none: what it has told does not hold. */
  reset(): void {
    this.trip?.journey.stop();
    this.known.clear();
  }

  get isUnderWay(): boolean {
    return this.trip !== undefined;
  }

  async go(forward: boolean): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (!editor) return;
    let own: Thenable<unknown> | undefined;
    const otherwise = () => {
      own = vscode.commands.executeCommand(forward ? 'tab' : 'outdent');
    };
    const trip = this.trip?.editor === editor ? this.trip : this.begin(editor);
    if (!trip) {
      otherwise();
      await own;
      return;
    }
    const { journey, left } = trip;
    const { here } = journey.ahead;
    if (forward && here?.table !== undefined) left.add(here);
    journey.tab(forward, otherwise);
    if (journey.ahead.isWaiting) void this.learn(trip, otherwise);
    await journey.over;
    await own;
  }

  async goFrom(editor: vscode.TextEditor, place: vscode.Position): Promise<void> {
    editor.selection = new vscode.Selection(place, place);
    const trip = this.begin(editor);
    trip?.journey.tab(true, () => {});
    if (trip?.journey.ahead.isWaiting) void this.learn(trip, () => {});
    await trip?.journey.over;
  }

  async write(editor: vscode.TextEditor, changes: readonly Change[]): Promise<boolean> {
    this.writing = changes;
    const made = editorPort(editor, STEP_OF_ITS_OWN).edit(changes);
    this.written = made;
    const isMade = await made.catch(() => false);
    this.writing = this.written = undefined;
    return isMade;
  }

  async fill(
    editor: vscode.TextEditor,
    changes: readonly Change[],
    here: Change,
    selected: OffsetRange,
  ): Promise<void> {
    const trip = this.begin(editor, STEP_OF_ITS_OWN);
    if (!trip) return;
    const { ahead } = trip.journey;
    // the last one first: then what is before it stays where it is
    for (const change of lastFirst([...changes, here]))
      if (change === here) ahead.write(change, selected);
      else ahead.write(change);
    trip.journey.settle();
    await trip.journey.over;
  }

  private begin(editor: vscode.TextEditor, undo = SAME_STEP): Trip | undefined {
    const { document, selection, selections } = editor;
    // several cursors, or a selection over lines, are for indenting
    if (selections.length !== 1 || !selection.isSingleLine || !this.host.isAlive) return undefined;
    this.trip?.journey.stop();
    // the fields move while edits are under way
    const map = this.written ? undefined : this.known.of(document);
    const port = editorPort(editor, undo);
    const caret = stretchOf(document, selection);
    const isIndented = isIndentation(editor);
    if (map && isIndented && !isPartOf(map, caret.end)) return undefined;
    const journey = new Journey(port, document.getText(), caret, map);
    const trip = { editor, journey, isIndented, left: new Set<MovingField>(), isLearning: false };
    journey.onOver = () => this.end(trip);
    this.trip = trip;
    return trip;
  }

  private end(trip: Trip): void {
    this.trip = undefined;
    const { journey, editor, left } = trip;
    const { map } = journey.ahead;
    if (journey.ahead.edits().length > 0) this.known.forget(editor.document.uri);
    else {
      if (map) this.known.adopt(editor.document, map);
      void this.endStep(editor);
    }
    this.refiner.leave(editor, left);
  }

  /**
   * Lets what is typed from now on be undone by itself. Nothing in the API does only this; so the last
   * thing typed is written over with itself, which is nothing unless more has been typed meanwhile.
   */
  private async endStep(editor: vscode.TextEditor): Promise<void> {
    const { lastKey } = this;
    const { document } = editor;
    if (lastKey?.document !== document || lastKey.version !== document.version) return;
    const { offset, text } = lastKey.change;
    this.mark = { offset, length: text.length, text };
    await editorPort(editor, SAME_STEP)
      .edit([this.mark])
      .catch(() => {});
    this.mark = undefined;
  }

  /** Asks for the fields that a trip waits for. */
  private async learn(trip: Trip, otherwise: () => void): Promise<void> {
    const { journey, editor, isIndented } = trip;
    const { document } = editor;
    if (trip.isLearning) return;
    trip.isLearning = true;
    await this.written?.catch(() => {});
    let map = this.written ? undefined : this.known.of(document);
    const isMeant = !map;
    while (!map && !journey.isOver) {
      const { version } = document;
      // what is typed meanwhile would be one long figure, and break the row that it is in
      const answer = await this.ask(document, { left: [], without: journey.ahead.edits() });
      if (!answer) break;
      if (answer.version === version && document.version === version)
        map = this.known.read(document, answer);
      else await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    trip.isLearning = false;
    if (journey.isOver) return;
    if (map && !(isIndented && !isPartOf(map, journey.ahead.target().start)))
      return journey.bind(map, otherwise, isMeant);
    const isUntouched = journey.ahead.edits().length === 0;
    journey.stop();
    if (isUntouched) otherwise();
  }

  async ask(
    document: vscode.TextDocument,
    question: Omit<RefineParams, 'textDocument'>,
  ): Promise<Refinement | undefined> {
    if (!this.host.isAlive) return undefined; // Tab starts none
    try {
      const client = await this.host.client();
      const textDocument = { uri: client.code2ProtocolConverter.asUri(document.uri) };
      const params: RefineParams = { textDocument, ...question };
      return (await client.sendRequest<Refinement | null>(REFINE, params)) ?? undefined;
    } catch {
      return undefined;
    }
  }

  private changed({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): void {
    if (contentChanges.length === 0) return;
    const changes = contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
      offset: rangeOffset,
      length: rangeLength,
      text,
    }));
    const trip = this.trip?.editor.document === document ? this.trip : undefined;
    const isMark = this.mark !== undefined && isSameEdit([this.mark], changes);
    const isOurs =
      isMark ||
      (this.writing !== undefined && isSameEdit(this.writing, changes)) ||
      trip?.journey.isSending(changes) === true;
    const [change] = changes;
    const isKey = !isOurs && reason === undefined && changes.length === 1 && change?.text !== '';
    const { version } = document;
    this.lastKey = isKey && change ? { document, version, change } : undefined;
    this.known.changed(document, changes, { trusted: isOurs, taken: trip?.journey.ahead.map });
    this.refiner.changed(document, changes);
    if (!trip || isMark) return;
    const lost = () => this.known.forget(document.uri);
    if (reason === undefined) {
      trip.journey.changed(changes, lost);
      if (!trip.journey.isOver && trip.journey.isAstray) this.known.setAstray(document);
    } else {
      trip.journey.stop();
      lost();
    }
  }

  private moved({ textEditor, selections, kind }: vscode.TextEditorSelectionChangeEvent): void {
    if (this.trip?.editor !== textEditor) return;
    const { journey } = this.trip;
    const [selection] = selections;
    // whoever takes the mouse wants to be elsewhere
    const isElsewhere = kind === vscode.TextEditorSelectionChangeKind.Mouse;
    if (selections.length !== 1 || !selection || isElsewhere) journey.stop();
    else journey.moved(stretchOf(textEditor.document, selection));
  }
}

const SAME_STEP = { undoStopBefore: false, undoStopAfter: true };
const STEP_OF_ITS_OWN = { undoStopBefore: true, undoStopAfter: true };

function editorPort(editor: vscode.TextEditor, undo: typeof SAME_STEP): EditorPort {
  const { document } = editor;
  const rangeOf = ({ start, end }: OffsetRange) =>
    new vscode.Range(document.positionAt(start), document.positionAt(end));
  return {
    select(target) {
      const range = rangeOf(target);
      editor.selection = new vscode.Selection(range.start, range.end);
      editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    },
    async edit(changes) {
      return editor.edit((edit) => {
        for (const { offset, length, text } of changes)
          edit.replace(rangeOf({ start: offset, end: offset + length }), text);
      }, undo);
    },
    // the cheapest of all questions: its answer comes behind all that was asked for before
    async done() {
      await vscode.commands.executeCommand('setContext', 'nianbao.asked', true);
    },
  };
}

function stretchOf(document: vscode.TextDocument, { start, end }: vscode.Range): OffsetRange {
  return { start: document.offsetAt(start), end: document.offsetAt(end) };
}

/** Whether a place is in a field or a table. */
function isPartOf(map: FieldMap, place: number): boolean {
  return map.at(place) !== undefined || map.isInTable(place);
}

/** Whether there is nothing but white space before the cursor on its line. */
function isIndentation({ document, selection }: vscode.TextEditor): boolean {
  const { line, character } = selection.active;
  return document.lineAt(line).text.slice(0, character).trim() === '';
}
