// Lines of a text and the way between offsets and LSP positions.
import { type Span, trimmed } from './span.js';

/** Zero-based line and UTF-16 character, as in the Language Server Protocol. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Two positions; `end` is exclusive. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** The lines of a text. Line ends are LF, CRLF or CR and belong to no line's span. */
export class Lines {
  private readonly contents: Span[] = [];

  private constructor(
    readonly text: string,
    private readonly starts: readonly number[],
  ) {}

  static of(text: string): Lines {
    const starts = [0];
    if (!text.includes('\r')) {
      for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
      return new Lines(text, starts);
    }
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i);
      if (c === 10 || (c === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
    }
    return new Lines(text, starts);
  }

  get count(): number {
    return this.starts.length;
  }

  /** The line's text without its line end. */
  spanOf(line: number): Span {
    const start = this.starts[line] ?? this.text.length;
    let end = this.starts[line + 1] ?? this.text.length;
    if (line + 1 < this.starts.length) {
      end--;
      if (this.text.charCodeAt(end) === 10 && end > start && this.text.charCodeAt(end - 1) === 13)
        end--;
    }
    return { start, end };
  }

  /** The line without white space at either end; asked for by every reader, so made once. */
  contentOf(line: number): Span {
    const known = this.contents[line];
    if (known) return known;
    const content = trimmed(this.text, this.spanOf(line));
    // in order as a rule: an array with holes would be slow
    if (line === this.contents.length) this.contents.push(content);
    return content;
  }

  /** The line that an offset lies on. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The line that an offset lies on, without its line end. */
  lineSpanAt(offset: number): Span {
    return this.spanOf(this.lineAt(offset));
  }

  /** The lines that a stretch lies on, from the start of the first to the end of the last. */
  wholeLines({ start, end }: Span): Span {
    return { start: this.lineSpanAt(start).start, end: this.lineSpanAt(end).end };
  }

  positionAt(offset: number): Position {
    const line = this.lineAt(offset);
    return { line, character: offset - (this.starts[line] as number) };
  }

  rangeOf({ start, end }: Span): Range {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }

  offsetAt({ line, character }: Position): number {
    if (line >= this.starts.length) return this.text.length;
    const { start, end } = this.spanOf(line);
    return Math.min(start + character, end);
  }
}

/** Where the line of an offset begins, for whom has no `Lines`: told by what stands before it alone. */
export function startOfLine(text: string, offset: number): number {
  let start = offset;
  // not by lastIndexOf: a text without CR would be searched to its beginning
  while (start > 0 && text.charCodeAt(start - 1) !== 10 && text.charCodeAt(start - 1) !== 13)
    start--;
  return start;
}

/** The line end that a text uses; LF if it has none. */
export function lineEndOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}
