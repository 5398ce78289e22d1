// Paragraphs and tables → text, with the place of each stretch: a paragraph a line, a row of a table
// a line of cells between tabs.
import type { Span } from '../../text/span.js';
import type { Origin, PdfPlace } from '../office.js';
import { isFull } from './joinTables.js';
import type { PdfCell, PdfTable } from './pdfTables.js';
import type { PdfPicture } from './pictures.js';
import { betweenLines, type PrintedLine, type PrintedWords, wordsOf } from './printedLines.js';

/** Text that grows, and where it comes from. */
export class Composition {
  readonly #parts: string[] = [];
  readonly origins: Origin[] = [];
  readonly pictures: Span[] = [];
  #length = 0;

  /** The text so far. */
  get text(): string {
    return this.#parts.join('');
  }

  get length(): number {
    return this.#length;
  }

  /** A paragraph over one line or more, each full but the last. */
  paragraph(lines: readonly PrintedLine[]): void {
    lines.forEach((line, i) => {
      const before = lines[i - 1];
      if (before) this.#put(betweenLines(before, line, true));
      this.#line(line, false);
    });
    this.#put('\n');
  }

  /** A picture, in a line of its own. */
  picture({ page, left, bottom, right, top }: PdfPicture): void {
    const start = this.#length;
    this.#put(`![图片](第${page}页)`);
    const place = { kind: 'pdf', page, box: [left, bottom, right, top] } as const;
    this.origins.push({ start, end: this.#length, place });
    this.pictures.push({ start, end: this.#length });
    this.#put('\n');
  }

  /** A picture in a table has no line of its own. */
  pictureInTable(): void {
    this.pictures.push({ start: this.#length, end: this.#length });
  }

  table({ xs, rows }: PdfTable): void {
    const printed = new Set<PdfCell>();
    for (const { cells, isNameless } of rows) {
      if (isNameless) {
        this.#nameless(cells);
        continue;
      }
      let column = 0;
      let end = 0;
      for (const cell of cells) {
        const at = nearest(xs, cell.left);
        for (; column < at; column++) this.#put('\t');
        if (!printed.has(cell)) this.#cell(cell);
        printed.add(cell);
        end = nearest(xs, cell.right);
      }
      for (; column < end - 1; column++) this.#put('\t');
      this.#put('\n');
    }
  }

  /** Figures of no certain row: in a sentence of their own, so that they are taken for none. */
  #nameless(cells: readonly PdfCell[]): void {
    this.#put('（行名不清：');
    for (const [i, cell] of cells.filter(({ lines }) => lines.length > 0).entries()) {
      if (i > 0) this.#put('、');
      this.#cell(cell);
    }
    this.#put('）\n');
  }

  #cell({ lines, left, right }: PdfCell): void {
    lines.forEach((line, i) => {
      const before = lines[i - 1];
      if (before) this.#put(betweenLines(before, line, isFull(before, line, right - left)));
      this.#line(line, true);
    });
  }

  #line(line: PrintedLine, inCell: boolean): void {
    let open: PrintedWords | undefined;
    for (const words of wordsOf(line, inCell)) {
      const start = this.#length;
      this.#put(words.text);
      if (!words.chunk) continue;
      const { page, left, right, base, size } = words.chunk;
      const box: PdfPlace['box'] = [left, base - 0.2 * size, right, base + size];
      const last = open && this.origins.at(-1);
      if (last?.place.kind === 'pdf' && last.end === start) {
        const { box: before } = last.place;
        this.origins[this.origins.length - 1] = {
          start: last.start,
          end: this.#length,
          place: { kind: 'pdf', page, box: around(before, box) },
        };
      } else this.origins.push({ start, end: this.#length, place: { kind: 'pdf', page, box } });
      open = words;
    }
  }

  #put(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }
}

function around(one: PdfPlace['box'], other: PdfPlace['box']): PdfPlace['box'] {
  return [
    Math.min(one[0], other[0]),
    Math.min(one[1], other[1]),
    Math.max(one[2], other[2]),
    Math.max(one[3], other[3]),
  ];
}

function nearest(places: readonly number[], place: number): number {
  let best = 0;
  places.forEach((one, i) => {
    if (Math.abs(one - place) < Math.abs((places[best] as number) - place)) best = i;
  });
  return best;
}
