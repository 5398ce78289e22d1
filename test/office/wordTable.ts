// A grid as a table of Word, merged in each of Word's ways.
import type { Grid, GridRow, Slot } from '../generate/grid.js';
import type { Random } from '../generate/random.js';
import type { WordWays } from './wordWays.js';

const WIDTH = 800;
const HAIR = 300;

/** What stands in a cell, in whole paragraphs. */
export type CellWriter = (slot: Slot) => string;

/** A table, or one for each page; what stands between two pages is written by `between`. */
export function tablesOf(
  grid: Grid,
  ways: WordWays,
  random: Random,
  cell: CellWriter,
  between: (line: string) => string,
): string {
  const edge = ways.hair ? random.int(1, grid.width - 1) : undefined;
  const writer = new TableWriter(grid, ways, random, cell, edge);
  let xml = '';
  let rows: GridRow[] = [];
  for (const row of grid.rows) {
    if (row.kind !== 'break') rows.push(row);
    else {
      xml += writer.table(rows) + between(row.line ?? '');
      rows = [];
    }
  }
  return xml + writer.table(rows);
}

interface Reaching {
  readonly columns: number;
  readonly left: number;
  readonly isLeftOut: boolean;
}

class TableWriter {
  constructor(
    readonly grid: Grid,
    readonly ways: WordWays,
    readonly random: Random,
    readonly cell: CellWriter,
    /** Where some rows have their edge a hair further to the right. */
    readonly edge: number | undefined,
  ) {}

  table(rows: readonly GridRow[]): string {
    const { grid, edge, ways } = this;
    const columns = Array.from({ length: grid.width }, (_, i) => {
      const width = ways.widthless ? 0 : WIDTH;
      return i === edge
        ? `<w:gridCol w:w="${HAIR}"/><w:gridCol w:w="${WIDTH - HAIR}"/>`
        : `<w:gridCol w:w="${width}"/>`;
    });
    const above = new Map<number, Reaching>();
    const lines = rows.map((row) => this.#row(row, above));
    const about = '<w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>';
    return `<w:tbl>${about}<w:tblGrid>${columns.join('')}</w:tblGrid>${lines.join('')}</w:tbl>`;
  }

  #row({ kind, slots }: GridRow, above: Map<number, Reaching>): string {
    const { ways, random } = this;
    const shift = this.#canShift(slots, above) && random.chance(0.5) ? 1 : 0;
    let left = 0;
    let cells = '';
    let column = 0;
    const covered = () => {
      for (let cover = above.get(column); cover; cover = above.get(column)) {
        if (cover.left > 1) above.set(column, { ...cover, left: cover.left - 1 });
        else above.delete(column);
        const continued = ways.saysContinue ? '<w:vMerge w:val="continue"/>' : '<w:vMerge/>';
        if (cover.isLeftOut) left += cover.columns;
        else cells += this.#cell(column, cover.columns, shift, continued, '<w:p/>');
        column += cover.columns;
      }
    };
    for (const slot of slots) {
      covered();
      const isLeftOut = ways.leavesOut && cells === '' && slot.text === '' && slot.kind === 'label';
      const merges = slot.rows > 1;
      if (merges) above.set(column, { columns: slot.columns, left: slot.rows - 1, isLeftOut });
      if (isLeftOut) left += slot.columns;
      else
        cells += this.#cell(
          column,
          slot.columns,
          shift,
          merges ? '<w:vMerge w:val="restart"/>' : '',
          this.cell(slot),
        );
      column += slot.columns;
    }
    covered();
    const header = kind === 'head' ? '<w:tblHeader/>' : '';
    const before = left > 0 ? `<w:gridBefore w:val="${this.#place(left, 0)}"/>` : '';
    const about = header || before ? `<w:trPr>${before}${header}</w:trPr>` : '';
    return this.#wrappedRow(`<w:tr>${about}${cells}</w:tr>`);
  }

  /** Merged cells have one edge in all their rows. */
  #canShift(slots: readonly Slot[], above: ReadonlyMap<number, Reaching>): boolean {
    const touches = [...above].some(
      ([column, { columns }]) => column === this.edge || column + columns === this.edge,
    );
    return !touches && slots.every(({ rows }) => rows === 1);
  }

  /** A row of a control, a row put in, a row taken out before it. */
  #wrappedRow(row: string): string {
    const { ways, random } = this;
    const gone = random.chance(ways.changes / 3)
      ? '<w:tr><w:trPr><w:del w:id="8" w:author="核"/></w:trPr><w:tc><w:p><w:del w:id="8"><w:r><w:delText>3</w:delText></w:r></w:del></w:p></w:tc></w:tr>'
      : '';
    if (random.chance(ways.wraps / 2))
      return `${gone}<w:sdt><w:sdtContent>${row}</w:sdtContent></w:sdt>`;
    if (random.chance(ways.wraps / 3))
      return `${gone}<w:customXml w:element="row">${row}</w:customXml>`;
    return gone + row;
  }

  #cell(column: number, columns: number, shift: number, merge: string, content: string): string {
    const { ways, random } = this;
    const from = this.#place(column, shift);
    const until = this.#place(column + columns, shift);
    const tc = (about: string, inside: string) =>
      `<w:tc><w:tcPr><w:tcW w:w="${columns * WIDTH}" w:type="dxa"/>${about}</w:tcPr>${inside}</w:tc>`;
    if (ways.wide === 'hMerge' && until - from > 1) {
      const more = ways.saysContinue ? '<w:hMerge w:val="continue"/>' : '<w:hMerge/>';
      return (
        tc(`<w:hMerge w:val="restart"/>${merge}`, content) +
        tc(more + merge, '<w:p/>').repeat(until - from - 1)
      );
    }
    const span = until - from > 1 ? `<w:gridSpan w:val="${until - from}"/>` : '';
    const cell = tc(span + merge, content);
    return random.chance(ways.wraps / 3)
      ? `<w:sdt><w:sdtContent>${cell}</w:sdtContent></w:sdt>`
      : cell;
  }

  /** The grid column where a column begins. */
  #place(column: number, shift: number): number {
    const { edge } = this;
    if (edge === undefined || column < edge) return column;
    return column === edge ? column + shift : column + 1;
  }
}
