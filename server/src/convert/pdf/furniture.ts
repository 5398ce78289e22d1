// What is printed on every page and belongs to none: page numbers, running heads and feet.
import { type PrintedLine, textOf } from './printedLines.js';

/** A page's lines outside of tables, and how high it is. */
export interface LoosePage {
  readonly height: number;
  /** From the top. */
  readonly lines: readonly PrintedLine[];
  /** Where its uppermost table begins and its lowest ends, if it has any. */
  readonly tables: readonly { readonly top: number; readonly bottom: number }[];
}

export interface Furniture {
  readonly lines: ReadonlySet<PrintedLine>;
  readonly numbers: number;
  readonly heads: number;
}

/** Parts of the height of a page: nothing further in is a page number or a running head. */
const NUMBER_ZONE = 0.15;
const HEAD_ZONE = 0.12;
/** Points by which a running head may move from page to page. */
const SAME_PLACE = 4;
/** `- 3 -`, `第 3 页 共 5 页`, `3/5`, `Page 3 of 5`, without their blanks. */
const PAGE_NUMBER =
  /^(?:[-—–－─·•~～]{0,4}\d{1,4}[-—–－─·•~～]{0,4}|第?\d{1,4}页?[/／，,、|]?共?\d{1,4}页?|第\d{1,4}页|Page\d{1,4}(?:of\d{1,4})?)$/i;

/** Finds it. */
export function furnitureOf(pages: readonly LoosePage[]): Furniture {
  const lines = new Set<PrintedLine>();
  let numbers = 0;
  for (const page of pages)
    for (const line of [page.lines[0], page.lines.at(-1)])
      if (line && !lines.has(line) && isPageNumber(line, page)) {
        lines.add(line);
        numbers++;
      }
  const heads = runningLines(pages, lines);
  for (const line of heads) lines.add(line);
  return { lines, numbers, heads: heads.length };
}

/** Beyond all else on the page, near its edge, and nothing but a number. */
function isPageNumber(line: PrintedLine, { height, tables }: LoosePage): boolean {
  const fromEdge = Math.min(line.base, height - line.base - line.size);
  if (fromEdge > NUMBER_ZONE * height || !PAGE_NUMBER.test(textOf(line).replace(/\s/g, '')))
    return false;
  return tables.every(({ top, bottom }) => line.base >= top - line.size || line.base <= bottom);
}

/** Lines at the edges that say the same, numbers aside, in the same place of half of the pages. */
function runningLines(pages: readonly LoosePage[], known: ReadonlySet<PrintedLine>): PrintedLine[] {
  if (pages.length < 2) return [];
  const found = new Map<string, PrintedLine[]>();
  for (const { lines, height } of pages)
    for (const line of lines) {
      const fromEdge = Math.min(line.base, height - line.base - line.size);
      if (known.has(line) || fromEdge > HEAD_ZONE * height) continue;
      const key = textOf(line).replace(/\d+/g, '#').replace(/\s/g, '');
      const alike = found.get(key);
      if (alike) alike.push(line);
      else found.set(key, [line]);
    }
  return [...found.values()].flatMap((alike) =>
    alike.filter((line) => {
      const others = alike.filter(
        ({ base, page }) => page !== line.page && Math.abs(base - line.base) < SAME_PLACE,
      );
      return others.length > 0 && 2 * (others.length + 1) >= pages.length - 1;
    }),
  );
}
