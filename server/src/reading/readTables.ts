// Cells → the official tables. Labels come first, then the values that follow each; a row gone
// wrong never shifts the others.

import {
  type ColumnKey,
  CURRENT,
  columnPlace,
  FORMATS,
  isSideBySide,
  isStacked,
  MOST_LABEL_COLUMNS,
  rowsOf,
  type SectionNumber,
  type TableKey,
  type TableSpec,
  tableOfSection,
} from '../form/formats.js';
import type { Label, Row, Table } from '../report/report.js';
import type { Span } from '../text/span.js';
import { isInCharacters } from './cellFigure.js';
import type { CellItem, LabelItem } from './cellItem.js';
import type { CellStream, CellToken } from './cells.js';
import { finish } from './finishTable.js';
import { recognize } from './labelCells.js';
import { isFull } from './rowColumns.js';
import type { RawRow, TableDraft } from './tableDraft.js';
import { columnBeginning, endsColumn, nearLabel, type Term, type TermMatch } from './vocabulary.js';

/** A table found in a stretch of text, and the lines it takes. */
export interface FoundTable {
  readonly table: Table;
  /** How many labels speak for it. */
  readonly labels: number;
  /** Whether one of its rows has a figure for each of its columns, which no words that stand alone have. */
  readonly isSure: boolean;
  readonly lines: ReadonlySet<number>;
}

/** Reads all tables in a stream of cells. */
export function readTables(
  text: string,
  { tokens, layout }: CellStream,
  section: SectionNumber | 0,
): FoundTable[] {
  const reader = new TableReader(text, layout !== 'lines');
  const items = recognize(text, tokens);
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as CellItem;
    reader.take(item, items[i + 1]?.token.line !== item.token.line);
  }
  const spaced = layout === 'lines' && items.some(({ token }) => token.column > 0);
  const key = tableOfSection(section);
  if (key && isSideBySide(key)) reader.takeLoneFigures(key, items);
  return [...reader.drafts.values()].map((draft) => {
    const table = finish(text, draft, spaced ? 'space' : layout, section);
    const { labels, lines } = draft;
    return { table, labels, isSure: table.rows.some(isFilled), lines };
  });
}

/** A row so short may be a word that happens to stand before figures. */
const FEWEST_FIGURES = 5;

function isFilled({ cells, expected }: Row): boolean {
  return expected.length >= FEWEST_FIGURES && cells.size === expected.length;
}

/** Rows and captions in the order of each format: in any of them one may follow another. */
const ROW_ORDERS = ordersOf((table) => rowsOf(table).map(({ key }) => key));
const CAPTION_ORDERS = ordersOf(({ blocks }) => blocks.flatMap(({ caption }) => caption ?? []));

function ordersOf(keysOf: (table: TableSpec) => readonly string[]) {
  const orders = (key: TableKey) => FORMATS.map(({ tables }) => keysOf(tables[key]));
  return {
    disclosure: orders('disclosure'),
    requests: orders('requests'),
    review: orders('review'),
  };
}

/** Whether a key comes next in one of the orders; the first one, where none has come yet. */
function isNext(orders: readonly (readonly string[])[], last: string | undefined, key: string) {
  return orders.some(
    (order) =>
      (last === undefined || order.includes(last)) && order[order.indexOf(last ?? '') + 1] === key,
  );
}

/** The label of a row stands in one of the first columns of its line: 三｜（三）｜1. */
const MOST_LABEL_COLUMN = MOST_LABEL_COLUMNS - 1;

/** No table has more columns: what else stands among the heads is none. */
const MOST_HEADS = 100;

/** Takes items one by one and knows where in which table it is. */
class TableReader {
  readonly drafts = new Map<TableKey, TableDraft>();
  private draft: TableDraft | null = null;
  /** The row that values go to; one outside the draft swallows subtotals behind a group head. */
  private row: RawRow | null = null;
  /** Whether the item is the last one on its line. */
  private isLast = false;
  /** Among column heads; false among rows. */
  private inHeads = true;

  constructor(
    private readonly text: string,
    /** Whether a row has a line, and its cells have marks between them. */
    private readonly gridded: boolean,
  ) {}

  take(item: CellItem, isLast: boolean): void {
    this.isLast = isLast;
    if (item.kind === 'label') this.takeLabel(item);
    else if (!this.draft) return;
    else if (item.kind === 'glued') this.draft.unreadable = true;
    else if (item.kind === 'text') this.takeText(this.draft, item.token);
    else this.takeValue(this.draft, item.token);
  }

  /**
   * The figures of a table whose heads were torn beyond reading: as many in a row as the form has,
   * and no others like them in its section.
   */
  takeLoneFigures(key: TableKey, items: readonly CellItem[]): void {
    if (this.drafts.get(key)?.values.some(isFull)) return;
    if (this.drafts.get(key)?.rows.some(({ full }) => full > 0)) return;
    const runs: CellToken[][] = [];
    let run: CellToken[] = [];
    for (const { kind, token } of items) {
      if (kind === 'value') run.push(token);
      else if (run.length > 0) {
        runs.push(run);
        run = [];
      }
    }
    const whole = [...runs, run].filter(({ length }) => length === figuresIn(key));
    const [only] = whole;
    if (!only || whole.length > 1) return;
    const draft = this.enter(key, only[0] as CellToken);
    for (const token of only) {
      draft.values.push(token);
      touch(draft, token);
    }
  }

  private takeLabel(item: Omit<LabelItem, 'kind'>): void {
    const { match, token, firstLine, words, rest = [] } = item;
    const term = this.choose(match, token);
    if (!term) return;
    const isExact = match.exact && !term.alias;
    const label = labelOf(term, token, words, isExact ? 'exact' : 'near');
    this.place(term, match.sure ? label : { ...label, isGuess: true }, token);
    const { draft } = this;
    if (!draft) return;
    for (let line = firstLine; line < token.line; line++) draft.lines.add(line);
    for (const piece of rest) touch(draft, piece);
    if (this.row && item.isShut) this.row.onLine = true;
  }

  private place(term: Term, label: Label, token: CellToken): void {
    const draft = this.enter(term.table, token);
    draft.labels++;
    if (this.row) cutOff(this.row, token.line);
    this.row = null;
    // blank cells among the heads are merged ones
    if (!draft.values.some(isFull)) draft.values.length = 0;
    draft.headLine = token.line;
    if (term.kind === 'row') {
      this.startRow(draft, token, label);
    } else if (term.kind === 'column') {
      if (!this.inHeads) beginHeads(draft);
      this.inHeads = true;
      draft.headCells.push({ key: term.key, line: token.line, column: token.column });
      draft.places.columns.push(token.column);
      if (this.isDoubled(draft, term.key, token)) {
        draft.doubled.push({ label, heads: draft.heads, place: draft.heads.length });
        draft.heads.push(null);
        return;
      }
      draft.headLines.set(term.key, token.line);
      draft.heads.push(term.key);
      draft.firstPlaces.add(token.column - placeOfColumn(draft, term.key));
      draft.headPlaces.set(term.key, token.column);
      draft.columns.push(label);
    } else {
      draft.groups.push(label);
      this.inHeads = term.spec.numbering === undefined;
      if (this.inHeads && isStacked(term.table)) {
        const isContent = term.kind === 'group';
        beginHeads(draft, isContent ? token.column : null);
      }
      if (!this.inHeads) this.row = rowAt(token, { heads: [], places: draft.places }, null, null);
    }
  }

  /** Whether the heads of a block, one beside the other, have this one already. */
  private isDoubled({ key, heads, headLines }: TableDraft, column: ColumnKey, { line }: CellToken) {
    if (isSideBySide(key) || heads.length > MOST_HEADS || !heads.includes(column)) return false;
    return !this.gridded || headLines.get(column) === line;
  }

  private startRow(
    draft: TableDraft,
    token: CellToken,
    label: Label | null,
    unknown: Span | null = null,
  ): RawRow {
    this.inHeads = false;
    this.row = rowAt(token, draft, label, unknown);
    if (label) draft.lastRow = label.key;
    draft.rows.push(this.row);
    return this.row;
  }

  private takeText(draft: TableDraft, token: CellToken): void {
    const { row } = this;
    const begun = row !== null && row.full > 0;
    const onLabelLine = row?.line === token.line;
    if (row?.label && !begun && isInCharacters(this.text.slice(token.span.start, token.span.end))) {
      add(row, token);
      touch(draft, token);
      return;
    }
    const near = begun && onLabelLine ? null : this.near(draft, token);
    if (near) this.takeLabel({ token, firstLine: token.line, ...near });
    else if (row && begun && (onLabelLine || isShort(row, token))) add(row, token);
    else if (this.inHeads) this.takeHead(draft, token);
    else if (token.loose) this.row = begun ? null : row;
    else if (onLabelLine && row?.label) row.words.push(token);
    else {
      // a row of its own under a name that the form does not know, or the first head of a line
      if (this.gridded) draft.shortHeads.push(token);
      this.startRow(draft, token, null, token.span);
      touch(draft, token);
    }
  }

  /** A piece of a column head, or a head that the form does not know. */
  private takeHead(draft: TableDraft, token: CellToken): void {
    const pieces = this.text.slice(token.span.start, token.span.end).split(/\s+/);
    for (const piece of pieces) draft.headPieces.add(piece);
    if (!token.loose && token.line > draft.headLine) draft.valueWords.push(token);
    if (!token.loose && this.gridded) draft.shortHeads.push(token);
    const words = pieces.join('');
    const column = columnBeginning(words, draft.key);
    if (column && !draft.heads.includes(column.key))
      this.place(column, labelOf(column, token, token.span, 'exact'), token);
    else if (!token.loose && !endsColumn(words, draft.key) && draft.heads.length < MOST_HEADS) {
      draft.heads.push(null);
      draft.places.columns.push(token.column);
    }
  }

  private near(draft: TableDraft, token: CellToken): Pick<LabelItem, 'words' | 'match'> | null {
    const captions = CAPTION_ORDERS[draft.key];
    const isCaption = ({ key }: Label) => captions.some((order) => order.includes(key));
    const lastCaption = draft.groups.findLast(isCaption)?.key;
    const lastRow = draft.lastRow ?? undefined;
    const match = nearLabel(
      this.text,
      token.span,
      draft.key,
      ({ kind, key }) =>
        (kind === 'row' && isNext(ROW_ORDERS[draft.key], lastRow, key)) ||
        (kind === 'caption' && isNext(captions, lastCaption, key)),
    );
    if (!match) return null;
    return { words: { start: token.span.start + match.wordsAt, end: token.span.end }, match };
  }

  private takeValue(draft: TableDraft, token: CellToken): void {
    let { row } = this;
    if (row && (row.line === token.line || (this.goesOn(row) && !this.isNextRow(row, token)))) {
      // a blank cell behind an empty line is the indentation of the next row
      const before = row.cells.at(-1);
      if (before && !isFull(token) && this.isApart(before, token)) return;
      add(row, token);
    } else if (isSideBySide(draft.key) && this.inHeads) {
      if (token.line > draft.headLine) draft.values.push(token);
    } else if (!isFull(token) || token.loose || this.inHeads) return;
    else {
      // values without a label: the next lines of a row cut in two, or a row whose label is lost
      row = this.startRow(draft, token, null);
      add(row, token);
    }
    touch(draft, token);
  }

  /** Whether the row may have cells on the lines below its label. */
  private goesOn({ onLine, line, cells, words }: RawRow): boolean {
    if (onLine) return false;
    return !this.gridded || (words.length === 0 && cells.every((cell) => cell.line !== line));
  }

  /** Whether the figures below the head of a group are a row's, not its own: several of them in a line. */
  private isNextRow({ label, unknown }: RawRow, { column }: CellToken): boolean {
    return !label && !unknown && !(column === 0 && this.isLast);
  }

  private isApart(before: CellToken, after: CellToken): boolean {
    const between = this.text.slice(before.span.end, after.span.start);
    return /\n *\r?\n|\r *\r/.test(between);
  }

  /** Of several labels with the same words the one that fits the place. */
  private choose({ terms, numbering }: TermMatch, token: CellToken): Term | undefined {
    if (terms.length === 1) return terms[0];
    const here = terms.filter(({ table }) => table === this.draft?.key);
    const possible = here.length > 0 ? here : terms;
    if (possible.length > 1 && possible.some(({ table }) => table !== possible[0]?.table))
      return undefined;
    // far to the right, with nothing behind it, no row begins
    const isFar = this.isLast && token.column > MOST_LABEL_COLUMN;
    const head = !numbering && (this.inHeads || isFar);
    return possible.find(({ kind }) => (kind === 'column') === head) ?? possible[0];
  }

  private enter(key: TableKey, token: CellToken): TableDraft {
    if (this.draft?.key !== key) this.inHeads = true;
    const draft = this.drafts.get(key) ?? newDraft(key, token);
    this.drafts.set(key, draft);
    this.draft = draft;
    touch(draft, token);
    return draft;
  }
}

function newDraft(key: TableKey, { span }: CellToken): TableDraft {
  return {
    key,
    columns: [],
    groups: [],
    rows: [],
    lastRow: null,
    heads: [],
    places: { content: null, columns: [] },
    headCells: [],
    doubled: [],
    headPieces: new Set(),
    shortHeads: [],
    headLines: new Map(),
    firstPlaces: new Set(),
    headPlaces: new Map(),
    values: [],
    valueWords: [],
    headLine: -1,
    lines: new Set(),
    labels: 0,
    unreadable: false,
    span: { ...span },
  };
}

/** How many figures a table has whose rows stand side by side. */
function figuresIn(key: TableKey): number {
  const [block] = CURRENT.tables[key].blocks;
  return block ? block.rows.length * block.columns.length : 0;
}

/** The place that the values of a head read just now have among those of a row. */
function placeOfColumn({ key, heads, columns }: TableDraft, column: ColumnKey): number {
  if (isStacked(key)) return heads.length - 1;
  if (isSideBySide(key)) return columns.length;
  return columnPlace(key, column);
}

function rowAt(
  { line, column }: CellToken,
  { heads, places }: Pick<RawRow, 'heads' | 'places'>,
  label: Label | null,
  unknown: Span | null,
): RawRow {
  const [cells, words] = [[], []];
  return { label, unknown, line, column, cells, words, full: 0, onLine: false, heads, places };
}

/** The heads of a block begin anew, behind the one over its labels if that has come. */
function beginHeads(draft: TableDraft, content: number | null = null): void {
  draft.heads = [];
  draft.places = { content, columns: [] };
}

function touch({ lines, span }: TableDraft, token: CellToken): void {
  lines.add(token.line);
  span.end = Math.max(span.end, token.span.end);
}

function labelOf(
  term: Term,
  { span }: CellToken,
  words: Label['words'],
  match: Label['match'],
): Label {
  const { key, spec, templates } = term;
  return { key, span, words, match, official: spec.label, templates };
}

/** Blank cells before the label of a line are no cells of the row above. */
function cutOff({ line, cells }: RawRow, next: number): void {
  if (line === next) return;
  let last = cells.at(-1);
  while (last && last.line === next && !isFull(last)) {
    cells.pop();
    last = cells.at(-1);
  }
}

function add(row: RawRow, token: CellToken): void {
  row.cells.push(token);
  if (!isFull(token)) return;
  row.full++;
  if (token.line === row.line) row.onLine = true;
}

/** Whether a row with one cell a line still waits for values. */
function isShort({ full, onLine, heads }: RawRow, token: CellToken): boolean {
  return !onLine && !token.loose && full < new Set(heads).size;
}
