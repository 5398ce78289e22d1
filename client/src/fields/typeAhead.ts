// What is typed while the cursor is on its way to the next field, and where it is meant to be. Keys
// change the text of an editor at once, commands reach an extension a little later, and its answer the
// cursor later still: until then figures go where the cursor was. But an extension is told of everything
// in the order in which it happened. So what was typed before Tab and what after it is known for
// certain, and the latter is carried over in one edit.
import type { OffsetRange } from '../../../server/src/lsp/protocol.js';
import { applied, type Change, isSame, lastFirst, smallest } from './change.js';
import type { FieldMap, MovingField } from './fieldMap.js';

/** A stretch of the text that is meant to say something else. */
interface Patch {
  start: number;
  end: number;
  meant: string;
}

/** What has been done while the fields were not known. */
type Key = { readonly forward: boolean } | Stroke;

/** Text that came in place of the selection, and of so much around it. */
interface Stroke {
  readonly before: number;
  readonly after: number;
  readonly text: string;
}

/**
 * Two texts: the one in the editor, with its cursor, and the one that is meant, with the place and the
 * fields in it. They differ by patches, and are the same in the end.
 */
export class TypeAhead {
  private patches: Patch[] = [];
  private place: { start: number; end: number; field?: MovingField };
  private waiting: Key[] = [];

  /** `caret` is the selection as the editor tells it. Without fields keys wait for them. */
  constructor(
    private text: string,
    private caret: OffsetRange,
    /** The fields in the text that is meant; nobody else is to move them meanwhile. */
    public map?: FieldMap,
  ) {
    this.place = { ...caret, field: map?.at(caret.end) };
  }

  /** Whether the fields are still to come. */
  get isWaiting(): boolean {
    return this.waiting.length > 0;
  }

  /** The field that the cursor is meant to be in. */
  get here(): MovingField | undefined {
    return this.place.field;
  }

  /** Tab, or Shift+Tab; false where it is to do what it always does. */
  tab(forward: boolean): boolean {
    if (!this.map?.isCertain || this.isWaiting) {
      this.map = undefined;
      this.waiting.push({ forward });
      return true;
    }
    const { end, field: here } = this.place;
    const field = this.map.next(end, forward, here);
    if (field) this.place = { start: field.start, end: field.end, field };
    // blanks behind the last answer would do harm
    return field !== undefined || here !== undefined || this.map.isAnswer(end);
  }

  /**
   * The fields have come, of the text in the editor or of the one that `isMeant`; false where there is
   * none to go to.
   */
  bind(map: FieldMap, isMeant = false): boolean {
    if (!isMeant) for (const change of lastFirst(this.edits())) map.move(change, true);
    this.map = map;
    this.place.field = map.at(this.place.end);
    for (const key of this.waiting.splice(0)) {
      if (!('forward' in key)) this.type(key);
      else if (!this.tab(key.forward)) return false;
    }
    return true;
  }

  /** Writes something into the text; `selected` is the part of it to go to. */
  write(change: Change, selected?: OffsetRange): void {
    this.alter(change);
    this.map?.move(change, true);
    const { field } = this.place;
    if (!selected) {
      this.place = { ...pushed(this.place, change), field };
      return;
    }
    const place = { start: change.offset + selected.start, end: change.offset + selected.end };
    if (field) Object.assign(field, place);
    this.place = { ...place, field };
  }

  /** The text has changed, by a key if it was at the cursor; false where nobody can tell what is meant. */
  typed(change: Change): boolean {
    const { offset, length, text } = change;
    const end = offset + length;
    if (offset > this.caret.end || end < this.caret.start) return this.changed(change);
    const before = Math.max(0, this.caret.start - offset);
    const after = Math.max(0, end - this.caret.end);
    const patch = this.patchOf({ start: offset, end });
    this.shift(change);
    patch.end += text.length - length;
    this.caret = { start: offset + text.length, end: offset + text.length };
    const stroke = { before, after, text };
    if (this.isWaiting) this.waiting.push(stroke);
    else this.type(stroke);
    return true;
  }

  /** The text has changed elsewhere; false where something else is meant already. */
  changed(change: Change): boolean {
    const end = change.offset + change.length;
    if (this.patches.some((patch) => change.offset <= patch.end && patch.start <= end))
      return false;
    const offset = change.offset + grownBefore(this.patches, change.offset);
    this.map?.move({ ...change, offset });
    this.place = { ...this.place, ...pushed(this.place, { ...change, offset }) };
    const before = this.text;
    this.shift(change);
    this.keepCaret(before);
    return true;
  }

  /** The cursor has moved in the editor. */
  moved(caret: OffsetRange): void {
    this.caret = caret;
  }

  /** The edits that bring what was typed to where it is meant. */
  edits(): Change[] {
    return this.patches.flatMap(({ start, end, meant }) => {
      const { offset, length, text } = smallest(this.text.slice(start, end), meant);
      return length > 0 || text !== '' ? [{ offset: start + offset, length, text }] : [];
    });
  }

  /** Those edits have been made. */
  made(): void {
    const before = this.text;
    for (const change of lastFirst(this.edits())) this.text = applied(this.text, change);
    this.patches = [];
    this.keepCaret(before);
  }

  /** What is to be selected, once there is no edit left to make. */
  target(): OffsetRange {
    return { start: this.place.start, end: this.place.end };
  }

  /** Whether the text and the cursor are as they are meant to be. */
  isSettled(): boolean {
    return !this.isWaiting && this.edits().length === 0 && isSame(this.place, this.caret);
  }

  /** A key where it is meant. */
  private type({ before, after, text }: Stroke): void {
    const { start: from, end: to, field } = this.place;
    // Backspace takes a selection away, and where there is none what is before the cursor
    const isBackspace = text === '' && before + after === 0 && from === to;
    // what would reach beyond the field would break the table
    const start = Math.max(field?.start ?? 0, from - (isBackspace ? 1 : before));
    const end = Math.min(field?.end ?? Number.POSITIVE_INFINITY, to + after);
    const change = { offset: start, length: end - start, text };
    this.alter(change);
    this.map?.move(change);
    this.place = { start: start + text.length, end: start + text.length, field };
  }

  /** Changes what is meant. */
  private alter(change: Change): void {
    const last = change.offset + change.length;
    const patch = this.patchOf({ start: this.inText(change.offset), end: this.inText(last, true) });
    const offset = change.offset - patch.start - grownBefore(this.patches, patch.start);
    patch.meant = applied(patch.meant, { ...change, offset });
  }

  /** Where a place of what is meant is in the text; at this end of what stands there instead. */
  private inText(place: number, isEnd = false): number {
    let grown = 0;
    for (const { start, end, meant } of this.patches) {
      if (place < start + grown) break;
      if (place <= start + grown + meant.length) return isEnd ? end : start;
      grown += meant.length - (end - start);
    }
    return place - grown;
  }

  /** One patch of all that this stretch of the text touches: what is meant there stays as it is. */
  private patchOf({ start, end }: OffsetRange): Patch {
    const parts = this.patches.filter((patch) => start <= patch.end && patch.start <= end);
    const first = Math.min(start, ...parts.map((part) => part.start));
    const last = Math.max(end, ...parts.map((part) => part.end));
    let meant = '';
    let at = first;
    for (const part of parts) {
      meant += this.text.slice(at, part.start) + part.meant;
      at = part.end;
    }
    const whole = { start: first, end: last, meant: meant + this.text.slice(at, last) };
    this.patches = [...this.patches.filter((patch) => !parts.includes(patch)), whole].sort(
      (a, b) => a.start - b.start,
    );
    return whole;
  }

  /** A cursor that stays in its line and column is not told of, wherever that is in the text now. */
  private keepCaret(before: string): void {
    const kept = (offset: number) => {
      const line = before.slice(0, offset).split('\n');
      const above = this.text.split('\n', line.length - 1);
      const start = above.reduce((sum, { length }) => sum + length + 1, 0);
      return Math.min(start + (line.at(-1)?.length ?? 0), this.text.length);
    };
    this.caret = { start: kept(this.caret.start), end: kept(this.caret.end) };
  }

  /** Changes the text, and moves what lies behind. */
  private shift(change: Change): void {
    for (const patch of this.patches)
      if (patch.start > change.offset) Object.assign(patch, pushed(patch, change));
    this.text = applied(this.text, change);
  }
}

/** By how much what is meant before a place is longer than the text. */
function grownBefore(patches: readonly Patch[], place: number): number {
  let grown = 0;
  for (const { start, end, meant } of patches)
    if (start < place) grown += meant.length - (end - start);
  return grown;
}

/** A place behind a change, moved along. */
function pushed({ start, end }: OffsetRange, { offset, length, text }: Change): OffsetRange {
  const moved = offset + length < start ? text.length - length : 0;
  return { start: start + moved, end: end + moved };
}
