// Cells → the official tables. Labels come first, then the values that follow each; a row gone
// wrong never shifts the others.

import type { Span } from '../text/span.js';
import { isFull } from './align.js';
import { type Draft, finish, type RawRow } from './draft.js';
import { columnBeginning, endsColumn, nearLabel, type Term, type TermMatch } from './labels.js';
import type { CellStream, Token } from './layout.js';
import { type Item, type LabelItem, recognize } from './recognize.js';
import type { Label, Table } from './report.js';
import {
  type ColumnKey,
  columnsOf,
  rowsOf,
  type SectionNumber,
  type TableKey,
  TEMPLATES,
} from './template.js';

/** A table found in a stretch of text, and the lines it takes. */
export interface FoundTable {
  readonly table: Table;
  /** How many labels speak for it. */
  readonly labels: number;
  readonly lines: ReadonlySet<number>;
}

/** Reads all tables in a stream of cells. */
export function readTables(
  text: string,
  { tokens, layout }: CellStream,
  section: SectionNumber | 0,
): FoundTable[] {
  const reader = new Reader(text);
  const items = recognize(text, tokens);
  for (const item of items) reader.take(item);
  const spaced = layout === 'lines' && items.some(({ token }) => token.column > 0);
  return [...reader.drafts.values()].map((draft) => ({
    table: finish(text, draft, spaced ? 'space' : layout, section),
    labels: draft.labels,
    lines: draft.lines,
  }));
}

/** What is known of a row's cells so far. */
interface Filling {
  readonly row: RawRow;
  /** How many of its cells have been looked at, and how many of these hold something. */
  seen: number;
  full: number;
  /** Whether one of them does on the label's own line. */
  onLine: boolean;
}

/** No table has more columns: what else stands among the heads is none. */
const MOST_HEADS = 100;

/** Takes items one by one and knows where in which table it is. */
class Reader {
  readonly drafts = new Map<TableKey, Draft>();
  private draft: Draft | null = null;
  /** The row that values go to; one outside the draft swallows subtotals behind a group head. */
  private row: RawRow | null = null;
  /** Among column heads; false among rows. */
  private inHeads = true;
  private filling: Filling | null = null;
  /** The last row with a label, by table. */
  private readonly labelled = new Map<Draft, string>();

  constructor(private readonly text: string) {}

  take(item: Item): void {
    if (item.kind === 'label') this.takeLabel(item);
    else if (!this.draft) return;
    else if (item.kind === 'glued') this.draft.unreadable = true;
    else if (item.kind === 'text') this.takeText(this.draft, item.token);
    else this.takeValue(this.draft, item.token);
  }

  private takeLabel({ match, token, words }: Omit<LabelItem, 'kind'>): void {
    const term = this.choose(match);
    if (!term) return;
    const sure = match.exact && !term.alias;
    this.place(term, labelOf(term, token, words, sure ? 'exact' : 'near'), token);
  }

  private place(term: Term, label: Label, token: Token): void {
    const draft = this.enter(term.table, token);
    draft.labels++;
    this.row = null;
    // blank cells among the heads are merged ones
    if (!draft.values.some(isFull)) draft.values.length = 0;
    draft.headLine = token.line;
    if (term.kind === 'row') {
      this.startRow(draft, token, label);
    } else if (term.kind === 'column') {
      if (!this.inHeads) draft.heads = [];
      this.inHeads = true;
      draft.heads.push(term.key);
      draft.firstPlaces.add(token.column - placeOfColumn(draft, term.key));
      draft.columns.push(label);
    } else {
      draft.groups.push(label);
      this.inHeads = term.spec.numbering === undefined;
      if (this.inHeads) draft.heads = term.table === 'disclosure' ? [] : draft.heads;
      else this.row = rowAt(token, [], null, null);
    }
  }

  private startRow(
    draft: Draft,
    token: Token,
    label: Label | null,
    unknown: Span | null = null,
  ): RawRow {
    this.inHeads = false;
    this.row = rowAt(token, draft.heads, label, unknown);
    draft.rows.push(this.row);
    if (label) this.labelled.set(draft, label.key);
    return this.row;
  }

  private takeText(draft: Draft, token: Token): void {
    const { row } = this;
    const begun = row !== null && this.fillingOf(row).full > 0;
    const onLabelLine = row?.line === token.line;
    const near = begun && onLabelLine ? null : this.near(draft, token);
    if (near) this.takeLabel({ token, ...near });
    else if (row && begun && (onLabelLine || this.isShort(row, token))) row.cells.push(token);
    else if (this.inHeads) this.takeHead(draft, token);
    else if (token.loose) this.row = begun ? null : row;
    else if (!(onLabelLine && row?.label)) {
      // a row of its own under a name that the form does not know
      this.startRow(draft, token, null, token.span);
      touch(draft, token);
    }
  }

  /** A piece of a column head, or a head that the form does not know. */
  private takeHead(draft: Draft, token: Token): void {
    const words = this.text.slice(token.span.start, token.span.end).replace(/\s/g, '');
    const column = columnBeginning(words, draft.key);
    if (column && !draft.heads.includes(column.key))
      this.place(column, labelOf(column, token, token.span, 'exact'), token);
    else if (!token.loose && !endsColumn(words, draft.key) && draft.heads.length < MOST_HEADS)
      draft.heads.push(null);
  }

  private near(draft: Draft, token: Token): Pick<LabelItem, 'words' | 'match'> | null {
    const last = this.labelled.get(draft) ?? '';
    const order = rowsOf(TEMPLATES['2021'].tables[draft.key]).map(({ key }) => key);
    const next = order[order.indexOf(last) + 1];
    const match = nearLabel(this.text, token.span, draft.key, (row) => row === next);
    if (!match) return null;
    return { words: { start: token.span.start + match.wordsAt, end: token.span.end }, match };
  }

  private takeValue(draft: Draft, token: Token): void {
    let { row } = this;
    if (row && (row.line === token.line || !this.fillingOf(row).onLine)) {
      // a blank cell behind an empty line is the indentation of the next row
      const before = row.cells.at(-1);
      if (before && !isFull(token) && this.isApart(before, token)) return;
      row.cells.push(token);
    } else if (draft.key === 'review' && this.inHeads) {
      if (token.line > draft.headLine) draft.values.push(token);
    } else if (!isFull(token) || token.loose || this.inHeads) return;
    else {
      // values without a label: the next lines of a row cut in two, or a row whose label is lost
      row = this.startRow(draft, token, null);
      row.cells.push(token);
    }
    touch(draft, token);
  }

  /** Kept up to date for the row that is read: each cell is looked at once. */
  private fillingOf(row: RawRow): Filling {
    if (this.filling?.row !== row) this.filling = { row, seen: 0, full: 0, onLine: false };
    const { filling } = this;
    for (; filling.seen < row.cells.length; filling.seen++) {
      const cell = row.cells[filling.seen] as Token;
      if (!isFull(cell)) continue;
      filling.full++;
      if (cell.line === row.line) filling.onLine = true;
    }
    return filling;
  }

  /** Whether a row with one cell a line still waits for values. */
  private isShort(row: RawRow, token: Token): boolean {
    const { full, onLine } = this.fillingOf(row);
    return !onLine && !token.loose && full < new Set(row.heads).size;
  }

  private isApart(before: Token, after: Token): boolean {
    const between = this.text.slice(before.span.end, after.span.start);
    return /\n *\r?\n|\r *\r/.test(between);
  }

  /** Of several labels with the same words the one that fits the place. */
  private choose({ terms, numbering }: TermMatch): Term | undefined {
    if (terms.length === 1) return terms[0];
    const here = terms.filter(({ table }) => table === this.draft?.key);
    const possible = here.length > 0 ? here : terms;
    if (possible.length > 1 && possible.some(({ table }) => table !== possible[0]?.table))
      return undefined;
    const head = this.inHeads && !numbering;
    return possible.find(({ kind }) => (kind === 'column') === head) ?? possible[0];
  }

  private enter(key: TableKey, token: Token): Draft {
    if (this.draft?.key !== key) this.inHeads = true;
    const draft = this.drafts.get(key) ?? newDraft(key, token);
    this.drafts.set(key, draft);
    this.draft = draft;
    touch(draft, token);
    return draft;
  }
}

function newDraft(key: TableKey, { span }: Token): Draft {
  return {
    key,
    columns: [],
    groups: [],
    rows: [],
    heads: [],
    firstPlaces: new Set(),
    values: [],
    headLine: -1,
    lines: new Set(),
    labels: 0,
    unreadable: false,
    span: { ...span },
  };
}

/** The place that the values of a head read just now have among those of a row. */
function placeOfColumn({ key, heads, columns }: Draft, column: ColumnKey): number {
  if (key === 'disclosure') return heads.length - 1;
  if (key === 'review') return columns.length;
  return columnsOf('2021', key, '1').findIndex((spec) => spec.key === column);
}

function rowAt(
  { line, column }: Token,
  heads: RawRow['heads'],
  label: Label | null,
  unknown: Span | null,
): RawRow {
  return { label, unknown, line, column, cells: [], heads };
}

function touch({ lines, span }: Draft, token: Token): void {
  lines.add(token.line);
  span.end = Math.max(span.end, token.span.end);
}

function labelOf(term: Term, { span }: Token, words: Label['words'], match: Label['match']): Label {
  const { key, spec, templates } = term;
  return { key, span, words, match, official: spec.label, templates };
}
