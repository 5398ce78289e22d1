// A paragraph of the form to write in. What was written goes to the text when the paragraph is left; while
// somebody writes, it does not change under his hands.
import type { OffsetRange } from '../../server/src/lsp/protocol.js';
import { post } from './wire.js';

/** All of a paragraph: something is to be written over it. */
const PROMPT = /^\s*【[^【】]*】\s*$/;

export class ParagraphField {
  /** What it said when it was entered. */
  #before = '';

  /** `placeOf` says where the text stands by now. */
  constructor(
    readonly line: HTMLElement,
    placeOf: () => { readonly span: OffsetRange; readonly version: number } | undefined,
    left: (isWritten: boolean) => void,
  ) {
    line.setAttribute('contenteditable', 'plaintext-only');
    line.setAttribute('role', 'textbox');
    line.setAttribute('aria-label', '段落');
    line.addEventListener('focus', () => {
      this.#before = this.#text;
      if (PROMPT.test(this.#before)) getSelection()?.selectAllChildren(line);
    });
    line.addEventListener('keydown', (event) => {
      if (event.isComposing || (event.key !== 'Escape' && event.key !== 'Enter')) return;
      event.preventDefault();
      if (event.key === 'Escape') line.textContent = this.#before;
      line.blur();
    });
    line.addEventListener('blur', () => {
      const place = placeOf();
      const text = this.#text.replace(/\s*[\r\n]+\s*/g, '');
      const isWritten = place !== undefined && text !== this.#before;
      if (isWritten) {
        const { span, version } = place;
        post({
          type: 'write',
          ...{ start: span.start, end: span.end, version },
          before: this.#before,
          text,
        });
      }
      left(isWritten);
    });
  }

  get #text(): string {
    return this.line.textContent ?? '';
  }
}
