// One way to a field: from the key until text and cursor in the editor are as the typist means them.
import type { OffsetRange } from '../../../server/src/lsp/protocol.js';
import { type Change, isSameEdit, lastFirst } from './change.js';
import type { FieldMap } from './fieldMap.js';
import { TypeAhead } from './typeAhead.js';

/** The editor, which does what it is told some time later, and tells all that it does in order. */
export interface EditorPort {
  select(target: OffsetRange): void;
  /** Makes edits of the text as we know it; false if it is another by then. */
  edit(changes: readonly Change[]): Promise<boolean>;
  /** Answers once all that it was told before is done. */
  done(): Promise<void>;
}

/** An editor that does not do what it is told is not told for ever. */
const TRIES = 10;

export class Journey {
  readonly ahead: TypeAhead;
  /** Edits under way. */
  private sent: readonly Change[] | undefined;
  /** What has happened since an event that may be these edits, and that event. */
  private held: (() => void)[] | undefined;
  /** A selection under way. */
  private asked: OffsetRange | undefined;
  private tries = 0;
  /** Whether the way leads elsewhere now. */
  private hasTurned = false;
  private hasEnded = false;
  private end!: () => void;
  /** When it is over. */
  readonly over = new Promise<void>((resolve) => {
    this.end = resolve;
  });

  /** Is called as soon as it is over: what happens next is none of its. */
  onOver: () => void = () => {};

  constructor(
    private readonly port: EditorPort,
    text: string,
    caret: OffsetRange,
    map?: FieldMap,
  ) {
    this.ahead = new TypeAhead(text, caret, map);
  }

  get isOver(): boolean {
    return this.hasEnded;
  }

  /** Tab, or Shift+Tab; `otherwise` is done where it is to do what it always does. */
  tab(forward: boolean, otherwise: () => void): void {
    this.hear(() => {
      this.tries = 0;
      this.hasTurned = true;
      if (!this.ahead.tab(forward)) this.leave(otherwise);
    });
  }

  /** The fields have come that Tab has waited for. */
  bind(map: FieldMap, otherwise: () => void, isMeant = false): void {
    this.hear(() => {
      if (!this.ahead.bind(map, isMeant)) this.leave(otherwise);
    });
  }

  /** Whether these changes are, as it seems, edits of ours. */
  isSending(changes: readonly Change[]): boolean {
    return this.sent !== undefined && isSameEdit(this.sent, changes);
  }

  /** Whether figures stand where they are not meant, for all that is known. */
  get isAstray(): boolean {
    return this.sent !== undefined || this.ahead.edits().length > 0;
  }

  /** The text has changed; `lost` is done if what was typed cannot be told any more. */
  changed(changes: readonly Change[], lost: () => void): void {
    this.hear(() => {
      // a key may do just what we have asked for: the answer tells, and all else waits for it
      if (this.isSending(changes)) this.held = [() => this.take(changes, lost)];
      else this.take(changes, lost);
    });
  }

  /** The cursor has moved. */
  moved(caret: OffsetRange): void {
    this.hear(() => this.ahead.moved(caret));
  }

  stop(): void {
    if (this.hasEnded) return;
    this.hasEnded = true;
    this.onOver();
    this.end();
  }

  /** Does what is still to be done, one thing at a time. */
  settle(): void {
    if (this.hasEnded || this.sent || this.ahead.isWaiting) return;
    const changes = this.ahead.edits();
    if (changes.length > 0) void this.edit(changes);
    else if (this.hasTurned) void this.select();
    // a cursor set once too often would disturb an input method
    else if (this.asked) return;
    else if (this.ahead.isSettled()) this.stop();
    else if (++this.tries > TRIES) this.stop();
    else void this.select();
  }

  private hear(event: () => void): void {
    if (this.hasEnded) return;
    if (this.held) {
      this.held.push(event);
      return;
    }
    event();
    this.settle();
  }

  private take(changes: readonly Change[], lost: () => void): void {
    const [only, ...others] = lastFirst(changes);
    this.tries = 0;
    const isKnown =
      only && others.length === 0
        ? this.ahead.typed(only)
        : lastFirst(changes).every((change) => this.ahead.changed(change));
    if (!isKnown) this.leave(lost);
  }

  private leave(then: () => void): void {
    this.stop();
    then();
  }

  private async edit(changes: readonly Change[]): Promise<void> {
    this.sent = changes;
    const made = await this.port.edit(changes).catch(() => undefined);
    this.sent = undefined;
    const [first, ...others] = this.held ?? [];
    this.held = undefined;
    // the editor is gone, or has done something else
    if (made === undefined || (made && !first)) return this.stop();
    if (made) this.ahead.made();
    else first?.();
    // the text is what it is after all of them: nothing is to be done in between
    for (const event of others) if (!this.hasEnded) event();
    this.settle();
  }

  private async select(): Promise<void> {
    const target = this.ahead.target();
    this.hasTurned = false;
    this.asked = target;
    this.port.select(target);
    await this.port.done();
    if (this.asked !== target) return;
    this.asked = undefined;
    this.settle();
  }
}
