// A cell of the form to type a figure into. What is typed goes to the text when the cell is left; until the
// text has it, the cell shows what was typed.
import type { FormTableCell, FormTableKey } from '../../server/src/lsp/protocol.js';
import type { FillMessage } from '../src/form/formMessages.js';
import { element, isSelectAll, isUndo, setAttribute } from './dom.js';
import { FINDINGS } from './findingCard.js';
import { post, typing } from './wire.js';

export interface CellField {
  readonly input: HTMLInputElement;
}

export type Direction = 'up' | 'down' | 'left' | 'right';

interface Neighbours {
  neighbour(field: CellField, direction: Direction): HTMLInputElement | undefined;
}

interface Shown {
  readonly table: FormTableKey;
  readonly cell: FormTableCell;
  /** The version of the text that it is of. */
  readonly version: number;
}

/** A figure on its way into the text. */
interface SentFigure {
  readonly number: number;
  readonly text: string;
  /** The version of the text that has it, once that is known. */
  version?: number;
}

/** What is no figure may be long. */
const MOST_TOLD = 20;

let sent = 0;

export class FigureField implements CellField {
  readonly input: HTMLInputElement;
  readonly #neighbours: Neighbours;
  #shown: Shown | undefined;
  #sent: SentFigure | undefined;

  constructor(node: HTMLTableCellElement, neighbours: Neighbours) {
    this.#neighbours = neighbours;
    this.input = element('input', {
      type: 'text',
      autocomplete: 'off',
      spellcheck: 'false',
      inputmode: 'decimal',
    });
    node.setAttribute('role', 'gridcell');
    node.replaceChildren(this.input);
    this.input.addEventListener('focus', () => this.#enter());
    this.input.addEventListener('blur', () => this.#commit());
    this.input.addEventListener('input', () => typing(this.#typed(0)));
    this.input.addEventListener('keydown', (event) => this.#press(event));
    this.input.addEventListener('paste', (event) => this.#paste(event));
  }

  get isConnected(): boolean {
    return this.input.isConnected;
  }

  isIn(node: Element): boolean {
    return this.input.parentElement === node;
  }

  update(shown: Shown, findings: string | undefined): void {
    const { input } = this;
    const { text, figure } = shown.cell;
    const before = this.#text;
    this.#shown = shown;
    if (this.#sent?.version !== undefined && this.#sent.version <= shown.version)
      this.#sent = undefined;
    setAttribute(input, 'aria-label', figure?.name);
    setAttribute(input, 'aria-invalid', findings && 'true');
    setAttribute(input, FINDINGS, findings);
    setAttribute(input, 'size', String(Math.max(2, text.length)));
    // who goes through the cells does not stop at sums that are there and right
    const isDone = figure?.isTotal === true && text !== '' && !findings;
    if (document.activeElement !== input)
      setAttribute(input, 'tabindex', isDone ? '-1' : undefined);
    if (this.#sent || this.#isTyping(before) || input.value === text) return;
    input.value = text;
    if (document.activeElement === input) input.select();
  }

  /** The answer of the text: the version that has the figure, or null if none will. Says what it is about. */
  answered(number: number, version: number | null): string | undefined {
    if (this.#sent?.number !== number) return undefined;
    const { text } = this.#sent;
    const about = `${this.#shown?.cell.figure?.name}“${text.length > MOST_TOLD ? `${text.slice(0, MOST_TOLD)}……` : text}”`;
    if (version === null || version <= (this.#shown?.version ?? 0)) {
      const isTyping = this.#isTyping(this.#text);
      this.#sent = undefined;
      if (!isTyping) this.input.value = this.#text;
    } else this.#sent.version = version;
    return about;
  }

  /** Whether something is being typed over what was there. */
  #isTyping(before: string): boolean {
    return document.activeElement === this.input && this.input.value !== before;
  }

  /** What the cell says, as far as is known. */
  get #text(): string {
    return this.#sent?.text ?? this.#shown?.cell.text ?? '';
  }

  #enter(): void {
    this.input.select();
    const { span } = this.#shown?.cell ?? {};
    if (span) post({ type: 'goTo', start: span.start, end: span.end, focus: false });
  }

  #commit(): void {
    const message = this.#typed(sent + 1);
    typing(null);
    if (!message) return;
    this.#sent = { number: ++sent, text: message.fill.text };
    post(message);
  }

  /** What was typed, if it is another figure. */
  #typed(number: number): FillMessage | null {
    const { figure } = this.#shown?.cell ?? {};
    const text = this.input.value.trim();
    if (!figure || !this.#shown || text === this.#text) return null;
    const { row, column } = figure;
    return { type: 'fill', number, fill: { table: this.#shown.table, row, column, text } };
  }

  #press(event: KeyboardEvent): void {
    if (isSelectAll(event) || (isUndo(event) && this.#isTyping(this.#text)))
      event.stopPropagation();
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape') {
      this.input.value = this.#text;
      this.input.select();
      typing(null);
      return;
    }
    const direction = this.#directionOf(event);
    if (!direction) return;
    event.preventDefault();
    const next = this.#neighbours.neighbour(this, direction);
    if (next) next.focus();
    else this.#commit();
  }

  /** Left and right are for the cursor as long as it has somewhere to go. */
  #directionOf({ key, shiftKey }: KeyboardEvent): Direction | undefined {
    const { selectionStart, selectionEnd, value } = this.input;
    const isWhole = selectionStart === 0 && selectionEnd === value.length;
    switch (key) {
      case 'Enter':
        return shiftKey ? 'up' : 'down';
      case 'ArrowUp':
        return 'up';
      case 'ArrowDown':
        return 'down';
      case 'ArrowLeft':
        return !shiftKey && (isWhole || selectionEnd === 0) ? 'left' : undefined;
      case 'ArrowRight':
        return !shiftKey && (isWhole || selectionStart === value.length) ? 'right' : undefined;
      default:
        return undefined;
    }
  }

  /** Several cells at once go into the text as they do in the editor; one figure is typed. */
  #paste(event: ClipboardEvent): void {
    const { clipboardData: data } = event;
    const text = data?.getData('text/plain') ?? '';
    const { figure } = this.#shown?.cell ?? {};
    if (!figure || !this.#shown || !/[\t\r\n]/.test(text.trim())) return;
    event.preventDefault();
    this.input.value = this.#text;
    typing(null);
    const html = data?.getData('text/html') ?? '';
    const { row, column } = figure;
    post({ type: 'paste', cell: { table: this.#shown.table, row, column }, text, html });
  }
}
