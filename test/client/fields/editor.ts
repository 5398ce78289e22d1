// An editor and an extension beside it, as VS Code has them: keys change the text at once, commands and
// whatever the extension answers take their time. Messages come in the order in which they were sent,
// and when they come is for the test to say.

import { applied, type Change, lastFirst } from '../../../client/src/fields/change.js';
import type { FieldMap } from '../../../client/src/fields/fieldMap.js';
import { type EditorPort, Journey } from '../../../client/src/fields/journey.js';
import type { OffsetRange } from '../../../server/src/lsp/protocol.js';

export type Key = { readonly type: string } | 'backspace' | 'tab' | 'shift+tab';

/** The text of an editor and its selection. */
export class Editor {
  version = 0;

  constructor(
    public text: string,
    public selection: OffsetRange,
  ) {}

  /** What a key does that is no command of ours. */
  press(key: Exclude<Key, 'tab' | 'shift+tab'>): Change {
    const { start, end } = this.selection;
    if (key !== 'backspace') return this.replace(start, end, key.type);
    return this.replace(start === end ? Math.max(0, start - 1) : start, end, '');
  }

  change(changes: readonly Change[]): void {
    for (const change of lastFirst(changes)) {
      this.text = applied(this.text, change);
      this.selection = after(this.selection, change);
    }
    this.version++;
  }

  private replace(start: number, end: number, text: string): Change {
    const change = { offset: start, length: end - start, text };
    this.text = applied(this.text, change);
    const caret = start + text.length;
    this.selection = { start: caret, end: caret };
    this.version++;
    return change;
  }
}

/** Where VS Code has the selection after an edit that is not typed: what is put at a cursor is before it. */
function after({ start, end }: OffsetRange, { offset, length, text }: Change): OffsetRange {
  const place = (at: number, sticks: boolean) => {
    if (at < offset || (at === offset && !sticks)) return at;
    if (at >= offset + length) return at + text.length - length;
    return Math.min(at, offset + text.length);
  };
  if (start === end) return { start: place(start, true), end: place(end, true) };
  return { start: place(start, false), end: place(end, true) };
}

type Event =
  | { readonly changes: readonly Change[] }
  | { readonly caret: OffsetRange }
  | { readonly forward: boolean }
  | { readonly reply: () => void };

type Message =
  | { readonly select: OffsetRange; readonly version: number }
  | { readonly edit: readonly Change[]; readonly version: number; answer(made: boolean): void }
  | { answer(): void };

/** An editor whose Tab is ours, on the way there and back. */
export class Remote {
  readonly editor: Editor;
  readonly events: Event[] = [];
  readonly messages: Message[] = [];
  /** How often a key went where it was not meant. */
  strays = 0;
  private known: string;
  private version = 0;
  private caret: OffsetRange;
  private journey: Journey | undefined;

  constructor(
    text: string,
    selection: OffsetRange,
    private readonly map: FieldMap,
    /** Whether the fields are known from the start, or come only when told. */
    private isKnown = true,
  ) {
    this.editor = new Editor(text, selection);
    this.known = text;
    this.caret = selection;
  }

  press(key: Key): void {
    if (key === 'tab' || key === 'shift+tab') {
      this.events.push({ forward: key === 'tab' });
      return;
    }
    const before = this.position();
    this.events.push({ changes: [this.editor.press(key)] });
    this.tellCaret(before);
  }

  /** The editor does the next thing that it was told. */
  deliver(): void {
    const message = this.messages.shift();
    if (!message) return;
    const before = this.position();
    if ('select' in message) {
      // a place that is no longer there is cut off, as VS Code does
      const most = this.editor.text.length;
      const { start, end } = message.select;
      this.editor.selection = { start: Math.min(start, most), end: Math.min(end, most) };
      this.tellCaret(before);
    } else if ('edit' in message) {
      const made = message.version === this.editor.version;
      if (made) {
        this.editor.change(message.edit);
        this.events.push({ changes: message.edit });
        this.tellCaret(before);
      }
      this.events.push({ reply: () => message.answer(made) });
    } else this.events.push({ reply: () => message.answer() });
  }

  /** The extension hears of the next thing that has happened. */
  async hear(): Promise<void> {
    const event = this.events.shift();
    if (!event) return;
    if ('changes' in event) {
      for (const change of lastFirst(event.changes)) this.known = applied(this.known, change);
      this.version++;
      const journey = this.journey?.isOver ? undefined : this.journey;
      if (journey?.ahead.map !== this.map)
        for (const change of lastFirst(event.changes)) this.map.move(change);
      journey?.changed(event.changes, fail);
    } else if ('caret' in event) {
      this.caret = event.caret;
      this.journey?.moved(event.caret);
    } else if ('forward' in event) this.tab(event.forward);
    else {
      event.reply();
      // what waits for it goes on before the next message is read
      for (let i = 0; i < 10; i++) await Promise.resolve();
    }
  }

  /** The fields are known from now on. */
  learn(): void {
    this.isKnown = true;
    if (this.journey && !this.journey.isOver) this.journey.bind(this.map, fail);
  }

  async settle(): Promise<void> {
    for (let i = 0; this.messages.length + this.events.length > 0; i++) {
      if (i > 10_000) throw new Error('it never comes to rest');
      while (this.messages.length > 0) this.deliver();
      while (this.events.length > 0) await this.hear();
    }
    if (this.journey && !this.journey.isOver) throw new Error('the journey has no end');
  }

  private tab(forward: boolean): void {
    if (!this.journey || this.journey.isOver)
      this.journey = new Journey(
        this.port,
        this.known,
        this.caret,
        this.isKnown ? this.map : undefined,
      );
    this.journey.tab(forward, fail);
  }

  private readonly port: EditorPort = {
    select: (select) => void this.messages.push({ select, version: this.version }),
    edit: (edit) =>
      new Promise((answer) => this.messages.push({ edit, version: this.version, answer })),
    done: () => new Promise((answer) => this.messages.push({ answer })),
  };

  /** A selection that is in the same line and column as before is not told again. */
  private tellCaret(before: string): void {
    if (this.position() !== before) this.events.push({ caret: this.editor.selection });
  }

  private position(): string {
    const place = (offset: number) => {
      const lines = this.editor.text.slice(0, offset).split('\n');
      return `${lines.length}:${lines.at(-1)?.length}`;
    };
    return `${place(this.editor.selection.start)} ${place(this.editor.selection.end)}`;
  }
}

function fail(): never {
  throw new Error('there is always a way');
}
