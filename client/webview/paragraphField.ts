// A paragraph of the form to write in. What was written goes to the text when the paragraph is left; while
// somebody writes, it does not change under his hands.
import type { OffsetRange } from '../../server/src/lsp/protocol.js';
import type { WriteMessage } from '../src/form/formMessages.js';
import { isSelectAll, isUndo } from './dom.js';
import { post, typing } from './wire.js';

/** All of a paragraph: something is to be written over it. */
const PROMPT = /^\s*【[^【】]*】\s*$/;

export interface ParagraphPlace {
  readonly span: OffsetRange;
  readonly version: number;
  /** What the text says there. */
  readonly text: string;
}

export class ParagraphField {
  /** What the text said when it was entered, or says since what is typed was saved. */
  #before = '';
  /** What may have been saved meanwhile. */
  readonly #typed = new Set<string>();

  /** `placeOf` says where the text stands by now. */
  constructor(
    readonly line: HTMLElement,
    placeOf: () => ParagraphPlace | undefined,
    left: (isWritten: boolean) => void,
  ) {
    line.setAttribute('contenteditable', 'plaintext-only');
    line.setAttribute('role', 'textbox');
    line.setAttribute('aria-label', '段落');
    line.addEventListener('focus', () => {
      this.#before = this.#text;
      this.#typed.clear();
      if (PROMPT.test(this.#before)) getSelection()?.selectAllChildren(line);
    });
    const written = (): WriteMessage | null => {
      const place = placeOf();
      const text = this.#text.replace(/\s*[\r\n]+\s*/g, '');
      if (place && this.#typed.has(place.text)) this.#before = place.text;
      this.#typed.add(text);
      if (!place || text === this.#before) return null;
      const { start, end } = place.span;
      return { type: 'write', start, end, version: place.version, before: this.#before, text };
    };
    line.addEventListener('input', () => typing(written()));
    line.addEventListener('keydown', (event) => {
      if (isSelectAll(event) || (isUndo(event) && this.#text !== this.#before))
        event.stopPropagation();
      if (event.isComposing || (event.key !== 'Escape' && event.key !== 'Enter')) return;
      event.preventDefault();
      if (event.key === 'Escape') line.textContent = this.#before;
      line.blur();
    });
    line.addEventListener('blur', () => {
      const write = written();
      typing(null);
      if (write) post(write);
      left(write !== null);
    });
  }

  get #text(): string {
    return this.line.textContent ?? '';
  }
}
