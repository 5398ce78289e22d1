// What the elements of HTML mean for report text: lines, cells, or nothing.
import { Flow } from './flow.js';
import { layOut, type TableRow } from './htmlTable.js';
import type { TextPiece } from './pieces.js';
import { declarations, type Looks, OpenElements } from './seen.js';
import { StyleSheet } from './styleSheet.js';

// Deeper tables than this are read as running text: each level copies what is inside it.
const MAX_DEPTH = 16;

const BLOCKS = new Set(
  `address article aside blockquote body caption center dd details div dl dt fieldset figcaption
  figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary
  ul`.split(/\s+/),
);
/** Elements whose content a browser does not show as text. */
const NO_TEXT = new Set(
  'annotation annotation-xml iframe noembed noframes noscript script select style svg template textarea title'.split(
    ' ',
  ),
);

/** A picture of less than this each way is an icon, a dot or a line. */
const ICON = 50;

/** A table in a cell with no more than this, in one column, is no table of its own. */
const LONGEST_PLACED = 12;

/** A table being read, and the content that it stands in. */
interface OpenTable {
  readonly rows: TableRow[];
  readonly around: Flow;
  group: number;
  row: TableRow | undefined;
  flow: Flow | undefined;
}

/** Takes tags and text in document order and lays them out. */
export class Converter {
  readonly page = new Flow();
  readonly #tables: OpenTable[] = [];
  readonly #elements: OpenElements;
  /** The element whose content is no text, while one is open. */
  #noText: string | undefined;
  /** Where the style sheet begins that is being read, and holds for a screen. */
  #css: number | undefined;
  #preformatted = 0;

  /** @param sheet is given the style sheets of the page as they come */
  constructor(
    readonly html: string,
    readonly sheet = new StyleSheet(false),
  ) {
    this.#elements = new OpenElements(sheet);
  }

  /** Where text goes: the open cell, or what surrounds a table that has none open. */
  get #flow(): Flow {
    const table = this.#tables.at(-1);
    return table ? (table.flow ?? table.around) : this.page;
  }

  text(start: number, end: number): void {
    if (!this.#isShown(start, end)) return;
    const { innermost } = this.#elements;
    this.#flow.text(this.html, { start, end }, innermost, this.#preformatted > 0);
  }

  entity(character: string, start: number, end: number): void {
    if (!this.#isShown(start, end)) return;
    this.#flow.entity(character, { start, end }, this.#elements.innermost);
  }

  /** An element starts; its tag stands at `start`–`end`. */
  open(name: string, attributes: Attributes, start: number, end: number): void {
    if (this.#noText) return;
    if (NO_TEXT.has(name)) {
      this.#noText = name;
      if (name === 'style' && /^(?:all|screen)?$/i.test(attributes.media ?? '')) this.#css = end;
      return;
    }
    const isBlock = BLOCKS.has(name) || name === 'table';
    const { isGone, isInvisible, isStruck } = this.#elements.start(
      name,
      attributes,
      isBlock,
      start,
    );
    if (isGone) return;
    if (name === 'img') this.#picture(attributes, start, end, isInvisible || isStruck);
    else if (name === 'br') this.#flow.lineBreak(start);
    else if (name === 'table') this.#openTable(start);
    else if (name === 'tr') this.#openRow(start, isInvisible || isStruck);
    else if (name === 'td' || name === 'th') this.#openCell(attributes, start, end);
    else if (isRowGroup(name)) this.#openGroup(start);
    else if (isBlock) {
      if (name === 'caption') this.#closeRow();
      if (name === 'pre') this.#preformatted++;
      this.#flow.boundary(start);
    }
  }

  /** An element ends, or an end tag stands alone. */
  close(name: string, at: number): void {
    if (this.#noText) {
      if (this.#noText !== name) return;
      if (this.#css !== undefined) this.sheet.add(this.html.slice(this.#css, at));
      this.#noText = this.#css = undefined;
      return;
    }
    if (this.#elements.end(name, at).isGone) return;
    if (name === 'table') this.#closeTable(at);
    else if (name === 'tr' || isRowGroup(name)) this.#closeRow();
    else if (name === 'td' || name === 'th') this.#closeCell(at);
    else if (name === 'br') this.#flow.lineBreak(at);
    else if (BLOCKS.has(name)) {
      if (name === 'pre' && this.#preformatted > 0) this.#preformatted--;
      this.#flow.boundary(at);
    }
  }

  /** The end of the text: whatever is open is closed. */
  end(at: number): readonly TextPiece[] {
    while (this.#tables.length > 0) this.#closeTable(at);
    this.page.endPictures(at);
    return this.page.pieces;
  }

  /** Whether text is to be seen, and stands as it is meant; of what is struck out the place is noted. */
  #isShown(start: number, end: number): boolean {
    if (this.#noText) return false;
    const { isGone, isInvisible, isTiny, isStruck } = this.#elements.seen;
    if (isGone || isInvisible || isTiny) return false;
    if (isStruck) this.#flow.struck(start, end);
    return !isStruck;
  }

  #picture(attributes: Attributes, start: number, end: number, isUnseen: boolean): void {
    if (isUnseen || isIcon(attributes)) return;
    const text = `![图片](${pictureName(attributes.src)})`;
    const element = this.#elements.innermost;
    this.#flow.picture({ text, start, end, element, isPicture: true });
  }

  #openTable(at: number): void {
    const outer = this.#tables.at(-1);
    if (outer && !outer.flow) this.#closeTable(at); // no cell to stand in: the first has ended
    const around = this.#flow;
    around.boundary(at);
    if (this.#tables.length < MAX_DEPTH)
      this.#tables.push({ rows: [], around, group: 0, row: undefined, flow: undefined });
  }

  #closeTable(at: number): void {
    this.#closeRow();
    const table = this.#tables.pop();
    if (!table) return;
    const pieces = layOut(table.rows);
    table.around.block(pieces, at);
    if (!isPlacing(pieces)) table.around.hasTable = true;
  }

  #openGroup(at: number): void {
    this.#closeRow();
    const table = this.#tables.at(-1);
    if (table) table.group++;
    else this.page.boundary(at);
  }

  #openRow(at: number, isHidden = false): void {
    this.#closeRow();
    const table = this.#tables.at(-1);
    if (!table) {
      this.page.boundary(at);
      return;
    }
    table.row = { cells: [], group: table.group, start: at, isHidden };
    table.rows.push(table.row);
  }

  #closeRow(): void {
    const table = this.#tables.at(-1);
    if (!table) return;
    table.flow = undefined;
    table.row = undefined;
  }

  #openCell({ colspan, rowspan }: Attributes, start: number, end: number): void {
    const table = this.#tables.at(-1);
    if (!table) {
      this.page.space(start);
      return;
    }
    if (!table.row) this.#openRow(start);
    table.flow = new Flow();
    table.row?.cells.push({
      colspan: spanned(colspan),
      rowspan: Number.parseInt(rowspan ?? '1', 10) === 0 ? Infinity : spanned(rowspan),
      flow: table.flow,
      start: end,
    });
  }

  #closeCell(at: number): void {
    const table = this.#tables.at(-1);
    if (table) table.flow = undefined;
    else this.page.space(at);
  }
}

/** The attributes that mean something here, as written. */
export interface Attributes extends Looks {
  readonly colspan?: string;
  readonly rowspan?: string;
  readonly src?: string;
  readonly width?: string;
  readonly height?: string;
  readonly media?: string;
}

/** How many rows or columns; none or nonsense is one, as in a browser. */
function spanned(value = '1'): number {
  const count = Number.parseInt(value, 10);
  return count > 0 ? count : 1;
}

const KNOWN = new Set(
  'colspan rowspan style hidden class id href src width height media'.split(' '),
);

/** Whether an attribute means something here. */
export function isKnownAttribute(name: string): name is keyof Attributes {
  return KNOWN.has(name);
}

/** Whether a table only puts the figure or the label of a cell in its place. */
function isPlacing(pieces: readonly TextPiece[]): boolean {
  let length = 0;
  for (const { text } of pieces) {
    length += text.length;
    if (length > LONGEST_PLACED || text.includes('\t')) return false;
  }
  return true;
}

function isIcon({ width, height, style = '' }: Attributes): boolean {
  const declared = declarations(style);
  const sizes = [width, height, declared.get('width'), declared.get('height')];
  return sizes.some(
    (size = '') => /^\d{1,5}(?:\.\d{1,9})?(?:px)?$/.test(size) && Number.parseInt(size, 10) < ICON,
  );
}

/** /images/biao4.png?v=1 → biao4.png, in characters that can stand in a link. */
function pictureName(src = ''): string {
  const path = /^data:/i.test(src) ? '' : (src.split(/[?#]/, 1)[0] as string);
  const name = path.slice(path.lastIndexOf('/') + 1, path.length);
  return name.slice(-80).replace(/[^\p{L}\p{N}._-]/gu, '_') || '图片';
}

function isRowGroup(name: string): boolean {
  return name === 'thead' || name === 'tbody' || name === 'tfoot';
}
