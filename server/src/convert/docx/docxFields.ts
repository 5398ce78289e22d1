// The fields of a Word file as its text goes through them: of a field its result is text, never its code.

/** Fields one in another; of more, the outermost have lost their ends. */
const MAX_OPEN = 32;

/** A field that has begun. */
interface WordField {
  isCode: boolean;
  isContents: boolean;
  /** It draws what its code says: a fraction, characters one over another. */
  isDrawn: boolean;
}

/** The fields that are open where the text is being read. */
export class DocxFields {
  readonly #open: WordField[] = [];

  /** Whether what stands here is code. */
  get isCode(): boolean {
    return this.#open.some(({ isCode }) => isCode);
  }

  /** Whether the table of contents is being made here. */
  get isContents(): boolean {
    return this.#open.some(({ isContents }) => isContents);
  }

  /** A field begins, its result begins, or it ends; whether something was drawn that is no text. */
  mark(type: string | undefined): boolean {
    const innermost = this.#open.at(-1);
    if (type === 'begin') this.#open.push({ isCode: true, isContents: false, isDrawn: false });
    else if (type === 'end') this.#open.pop();
    else if (innermost) innermost.isCode = false;
    if (this.#open.length > MAX_OPEN) this.#open.shift();
    return type === 'end' && (innermost?.isDrawn ?? false);
  }

  /** The words of a field's code. */
  code(words: string): void {
    const innermost = this.#open.at(-1);
    if (innermost && /^\s*TOC\b/.test(words)) innermost.isContents = true;
    if (innermost && /^\s*EQ\b/i.test(words)) innermost.isDrawn = true;
  }

  /** A paragraph ends: whatever lacks its end must not swallow the rest of the text. */
  endParagraph(): void {
    for (const field of this.#open) field.isCode = false;
  }
}
