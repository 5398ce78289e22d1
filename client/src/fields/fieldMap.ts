// The fields of a document as the server has found them, moved along by every edit since: Tab goes by
// them at once.
import type { FieldsParams, OffsetRange } from '../../../server/src/lsp/protocol.js';
import { type Change, holds, moveAlong } from './change.js';
import { FilledTotals, type FormCell } from './filledTotals.js';

/** A cell that takes a figure, or a prompt in the text; it moves. */
export interface MovingField extends FormCell {
  start: number;
  end: number;
}

/** What makes cells and prompts, or breaks them. */
const IN_TABLES = /[\t\r\n|｜]/;

export class FieldMap {
  /** Whether the fields are still what the server would say; if not, it is to be asked. */
  isCertain = true;
  /** How the totals came. */
  totals = new FilledTotals();

  private constructor(
    private fields: readonly MovingField[],
    private readonly tables: readonly MovingField[],
    /** Prompts that have been written over. */
    private readonly answers: MovingField[],
  ) {}

  /** What the server has found; what it cannot know is as it was before. */
  static of(
    { fields, tables }: Pick<FieldsParams, 'fields' | 'tables'>,
    before?: FieldMap,
  ): FieldMap {
    const copy = (places: readonly MovingField[]) => places.map((place) => ({ ...place }));
    return new FieldMap(copy(fields), copy(tables), copy(before?.answers ?? []));
  }

  /** The field that a place is in. */
  at(offset: number): MovingField | undefined {
    return this.fields.find((field) => holds(field, offset));
  }

  isInTable(offset: number): boolean {
    return this.tableAt(offset) >= 0;
  }

  /** Whether a place is in what was written over a prompt. */
  isAnswer(offset: number): boolean {
    return this.answers.some((answer) => holds(answer, offset));
  }

  /**
   * The next field from a place, or the one before: within a table the next cell, elsewhere what is
   * still open, from the end round to the beginning; where nothing is, from table to table. Totals that
   * came by themselves are leapt over, but not on the way back. Undefined where Tab is to do what it
   * always does. `known` is the field that the place is in.
   */
  next(offset: number, forward: boolean, known?: MovingField): MovingField | undefined {
    const here = known && this.fields.includes(known) ? known : this.at(offset);
    const table = here?.table ?? this.tableAt(offset);
    const fields = forward
      ? this.fields.filter((field) => field === here || isOpen(field) || !this.totals.has(field))
      : this.fields.toReversed();
    const { start, end } = here ?? { start: offset, end: offset };
    const ahead = here
      ? fields.slice(fields.indexOf(here) + 1)
      : fields.filter((field) => (forward ? field.start > end : field.end < start));
    const next = ahead.find((field) => isOpen(field) || (table >= 0 && field.table === table));
    // a tab typed in the place of a prompt, or into the last cell, would do harm
    return next ?? (table >= 0 ? ahead[0] : undefined) ?? fields.find(isOpen) ?? here;
  }

  /** Moves all along; `trusted` for a change that breaks nothing, or is about to be taken back. */
  move(change: Change, trusted = false): void {
    if (!trusted) {
      if (!this.keepsFields(change)) this.isCertain = false;
      this.typeInCells(change);
      for (const field of this.fields)
        if (field.table === undefined && isTouched(field, change)) this.drop(field);
    }
    // blanks beside a figure are none of it
    const isText = change.text.trim() !== '';
    for (const field of this.fields) moveAlong(field, change, isText && field.table !== undefined);
    for (const place of [...this.tables, ...this.answers]) moveAlong(place, change, true);
  }

  /** A change is about to bring a total by itself. */
  fill({ offset, length }: Change): void {
    const end = offset + length;
    for (const field of this.fields)
      if (field.start <= end && offset <= field.end) this.totals.add(field);
  }

  /** What becomes of the totals that came by themselves. */
  private typeInCells({ offset, length }: Change): void {
    const end = offset + length;
    const cells = this.fields.filter(
      (field) => field.table !== undefined && field.start <= end && offset <= field.end,
    );
    for (const cell of cells) this.totals.typed(cell);
    const isKnown = cells.length > 0 && this.isCertain;
    // into the white space around one, perhaps
    if (!isKnown && this.tables.some((table) => table.start <= end && offset <= table.end))
      this.totals.clear();
  }

  /** A prompt that has been written over is none any more. */
  drop(prompt: MovingField): void {
    this.fields = this.fields.filter((field) => field !== prompt);
    this.answers.push(prompt);
  }

  /** Whether a change leaves the cells and prompts those that they are. */
  private keepsFields({ offset, length, text }: Change): boolean {
    const end = offset + length;
    const table = this.tables.find(({ start, end: last }) => start <= end && offset <= last);
    if (/[【】]/.test(text) || isRow(text)) return false;
    if (!table) return true;
    if (IN_TABLES.test(text)) return false;
    return length === 0 || this.fields.some((field) => field.start <= offset && end <= field.end);
  }

  private tableAt(offset: number): number {
    return this.tables.findIndex((table) => holds(table, offset));
  }
}

/** Whether there is still something to be filled in. */
function isOpen({ start, end, table }: MovingField): boolean {
  return table === undefined || start === end;
}

/** Whether a change reaches into a stretch. */
function isTouched({ start, end }: OffsetRange, { offset, length }: Change): boolean {
  return offset < end && (offset + length > start || (length === 0 && offset > start));
}

/** Whether there is a mark between cells, and the end of a line behind it. */
function isRow(text: string): boolean {
  const mark = text.search(/[\t|｜]/);
  return mark >= 0 && /[\r\n]/.test(text.slice(mark));
}
