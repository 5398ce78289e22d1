// Fenced code as CommonMark has it: ``` and ~~~, in lists and quotations too. What is in it is an
// example, no part of the report.
import type { Lines } from './lines.js';

/** A list item or a quotation that lines lie in. */
type Container =
  | { readonly kind: 'quote' }
  /** Its content begins at this column of the line, behind what contains it. */
  | { readonly kind: 'item'; readonly indent: number };

interface Fence {
  readonly mark: string;
  readonly size: number;
  /** How many containers it lies in. */
  readonly depth: number;
}

/** Lines of fenced code, the fences included. One that is never closed goes on to the end. */
export function fencedLines(text: string, lines: Lines): (line: number) => boolean {
  if (!text.includes('```') && !text.includes('~~~')) return () => false;
  const fenced = new Set<number>();
  const reader = new FenceReader();
  for (let line = 0; line < lines.count; line++) {
    const { start, end } = lines.spanOf(line);
    if (reader.isFenced(text.slice(start, end))) fenced.add(line);
  }
  return (line) => fenced.has(line);
}

/** Reads line by line and knows in what containers it is. */
class FenceReader {
  private containers: Container[] = [];
  private fence: Fence | null = null;

  /** Whether the next line is one of fenced code. */
  isFenced(line: string): boolean {
    const cursor = new Cursor(line);
    let depth = this.enter(cursor);
    if (this.fence) {
      if (depth >= this.fence.depth) {
        if (isClosing(cursor.rest(), this.fence)) this.fence = null;
        return true;
      }
      // its list item or quotation has ended, and it with them
      this.fence = null;
    }
    if (cursor.isBlank()) return false;
    this.containers.length = depth;
    for (let next = cursor.container(); next; next = cursor.container()) {
      this.containers.push(next);
      depth++;
    }
    this.fence = opening(cursor, depth);
    return this.fence !== null;
  }

  /** Passes the marks of the containers that the line is in; how many these are. */
  private enter(cursor: Cursor): number {
    let depth = 0;
    for (const container of this.containers) {
      const isIn = container.kind === 'quote' ? cursor.quote() : cursor.indented(container.indent);
      if (!isIn) break;
      depth++;
    }
    return depth;
  }
}

/** Reads the marks before the words of a line; a tab goes to the next fourth column. */
class Cursor {
  private at = 0;
  private column = 0;
  /** Columns of a tab that belong to what follows. */
  private spare = 0;

  constructor(private readonly line: string) {}

  rest(): string {
    return ' '.repeat(this.spare) + this.line.slice(this.at);
  }

  isBlank(): boolean {
    return this.rest().trim() === '';
  }

  /** How far the words are set in from here. */
  indent(): number {
    let width = this.spare;
    for (let i = this.at; this.line[i] === ' ' || this.line[i] === '\t'; i++)
      width += this.line[i] === ' ' ? 1 : 4 - ((this.column + width) % 4);
    return width;
  }

  /** Takes that many columns of white space. */
  private skip(columns: number): void {
    let left = columns;
    while (left > 0) {
      if (this.spare > 0) this.spare--;
      else {
        const width = this.line[this.at] === '\t' ? 4 - (this.column % 4) : 1;
        this.at++;
        this.spare = width - 1;
      }
      this.column++;
      left--;
    }
  }

  /** Whether the line is in a list item: set in far enough, or blank. */
  indented(columns: number): boolean {
    if (this.isBlank()) return true;
    if (this.indent() < columns) return false;
    this.skip(columns);
    return true;
  }

  quote(): boolean {
    const indent = this.indent();
    if (indent > 3 || this.rest().charAt(indent) !== '>') return false;
    this.skip(indent);
    this.mark(1);
    if (this.indent() > 0) this.skip(1);
    return true;
  }

  /** Takes characters that are no white space. */
  private mark(size: number): void {
    this.at += size;
    this.column += size;
  }

  /** A container that begins here. */
  container(): Container | null {
    if (this.quote()) return { kind: 'quote' };
    const indent = this.indent();
    const mark = /^ *([-+*]|\d{1,9}[.)])(?:[ \t]|$)/.exec(this.rest())?.[1];
    if (indent > 3 || mark === undefined) return null;
    this.skip(indent);
    this.mark(mark.length);
    const behind = this.indent();
    // nothing behind it, or code set in: the content begins one column behind the mark
    const gap = this.isBlank() || behind > 4 ? 1 : behind;
    if (!this.isBlank()) this.skip(gap);
    return { kind: 'item', indent: indent + mark.length + gap };
  }
}

/** The fence that the words of a line open. */
function opening(cursor: Cursor, depth: number): Fence | null {
  if (cursor.indent() > 3) return null;
  const [, run = '', info = ''] = /^ *(`{3,}|~{3,})(.*)$/s.exec(cursor.rest()) ?? [];
  const mark = run.charAt(0);
  if (mark === '' || (mark === '`' && info.includes('`'))) return null;
  return { mark, size: run.length, depth };
}

/** Of the same kind, as long at least, and nothing behind it. */
function isClosing(rest: string, { mark, size }: Fence): boolean {
  const [, run = ''] = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(rest) ?? [];
  return run.startsWith(mark) && run.length >= size;
}
