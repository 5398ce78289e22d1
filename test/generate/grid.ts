// A table as a grid of cells with spans, as Word and HTML hold it, and its ways of losing them.
// From here on a table is only cells; every layout starts from the grid.
import {
  type DraftBlock,
  type DraftColumn,
  type DraftRow,
  type DraftTable,
  written,
} from './draft.js';

/** A cell; `\n` in its text is a line break inside the cell. */
export interface Slot {
  readonly text: string;
  /** 0 for a cell too many, beside the one whose word it goes on with. */
  readonly columns: number;
  readonly rows: number;
  readonly kind: 'label' | 'value';
}

export interface GridRow {
  /** `break`: between two pages, with the line that stands there. */
  readonly kind: 'caption' | 'head' | 'body' | 'break';
  readonly slots: readonly Slot[];
  readonly line?: string;
}

export interface Grid {
  readonly width: number;
  readonly rows: readonly GridRow[];
}

const LABEL_COLUMNS = 3;
const TWO_PARTS: Record<string, [string, string]> = {
  商业企业: ['商业', '企业'],
  科研机构: ['科研', '机构'],
  法律服务机构: ['法律服务', '机构'],
  本年新制作数量: ['本年新', '制作数量'],
  本年新公开数量: ['本年新', '公开数量'],
  本年处理决定数量: ['本年处理', '决定数量'],
};

const label = (text: string, columns = 1, rows = 1): Slot => ({
  text,
  columns,
  rows,
  kind: 'label',
});

/** The cells of a table. */
export function gridOf(table: DraftTable, padding = ''): Grid {
  if (table.key === 'review') return reviewGrid(table, padding);
  if (table.key === 'disclosure') return disclosureGrid(table, padding);
  return requestsGrid(table, padding);
}

function values(row: DraftRow, padding: string, stretch = 1): Slot[] {
  return row.figures.map(({ text }, index) => ({
    text: text && text + padding,
    columns: index === row.figures.length - 1 ? stretch : 1,
    rows: 1,
    kind: 'value',
  }));
}

/** A column head as one cell or, split, as two. */
function headCells(table: DraftTable, { words }: DraftColumn, columns = 1, rows = 1): Slot[] {
  const parts = TWO_PARTS[words.label];
  const { split } = table.head;
  if (!parts || split === 'none' || split === 'rows') return [label(written(words), columns, rows)];
  if (split === 'cells')
    return table.key === 'requests'
      ? parts.map((part, index) => label(part, index === 0 ? 1 : 0, rows))
      : [label(written(words), columns, rows)];
  return [label(parts.join(split === 'lines' ? '\n' : ' ') + words.note, columns, rows)];
}

function disclosureGrid(table: DraftTable, padding: string): Grid {
  const width = 4;
  const rows: GridRow[] = [];
  let index = 0;
  const pageBreak = table.pageBreak;
  for (const { caption, columns, rows: body } of table.blocks) {
    const stretch = Math.max(1, width - columns.length);
    if (caption) rows.push({ kind: 'caption', slots: [label(written(caption), width)] });
    rows.push({
      kind: 'head',
      slots: [
        label('信息内容'),
        ...columns.flatMap((column, at) =>
          headCells(table, column, at === columns.length - 1 ? stretch : 1),
        ),
      ],
    });
    for (const row of body) {
      if (pageBreak?.before === index++ && pageBreak.line !== null)
        rows.push({ kind: 'break', slots: [], line: pageBreak.line });
      rows.push({
        kind: 'body',
        slots: [label(written(row.words)), ...values(row, padding, stretch)],
      });
    }
  }
  return { width, rows };
}

function requestsGrid(table: DraftTable, padding: string): Grid {
  const block = table.blocks[0] as DraftBlock;
  const head = requestsHead(table, block);
  const { pageBreak } = table;
  const at = pageBreak?.before ?? block.rows.length;
  const rows = [...head, ...requestsBody(table, block.rows.slice(0, at), padding, 0, false)];
  if (pageBreak && at < block.rows.length) {
    if (pageBreak.line !== null) rows.push({ kind: 'break', slots: [], line: pageBreak.line });
    if (pageBreak.repeatHead) rows.push(...head);
    const rest = block.rows.slice(at);
    const shifted = rest.slice(0, pageBreak.shifted);
    const blank = pageBreak.groups === 'blank';
    rows.push(...requestsBody(table, shifted, padding, 1, blank));
    rows.push(...requestsBody(table, rest.slice(pageBreak.shifted), padding, 0, blank));
  }
  return { width: LABEL_COLUMNS + block.columns.length, rows };
}

function requestsHead(table: DraftTable, { columns }: DraftBlock): GridRow[] {
  const { rows: height, totalFirst, split } = table.head;
  const row = (...slots: Slot[]): GridRow => ({ kind: 'head', slots });
  const natural = columns.filter(({ key }) => key === 'natural');
  const total = columns.filter(({ key }) => key === 'total');
  const organs = columns.filter(({ key }) => key !== 'natural' && key !== 'total');
  const corner = (rows: number) => label(table.note, LABEL_COLUMNS, rows);
  if (height === 1)
    return [row(corner(1), ...columns.flatMap((column) => headCells(table, column)))];
  const twoRows = split === 'rows';
  const low = twoRows ? 2 : 1;
  const alone = (list: DraftColumn[], rows: number) =>
    list.flatMap((column) => headCells(table, column, 1, rows));
  const group = organs.length ? [label('法人或其他组织', organs.length)] : [];
  const bottom = twoRows
    ? [
        row(
          ...organs.map(({ words }) => {
            const parts = TWO_PARTS[words.label];
            return parts ? label(parts[0]) : label(written(words), 1, 2);
          }),
        ),
        row(
          ...organs.flatMap(({ words }) => {
            const parts = TWO_PARTS[words.label];
            return parts ? [label(parts[1])] : [];
          }),
        ),
      ]
    : [row(...alone(organs, 1))];
  if (height === 2)
    return [
      row(corner(1 + low), ...alone(natural, 1 + low), ...group, ...alone(total, 1 + low)),
      ...bottom,
    ];
  const wide = columns.length - (totalFirst ? total.length : 0);
  return [
    row(corner(2 + low), label('申请人情况', wide), ...(totalFirst ? alone(total, 2 + low) : [])),
    row(...alone(natural, 1 + low), ...group, ...(totalFirst ? [] : alone(total, 1 + low))),
    ...bottom,
  ];
}

/** Rows of one page; `shift` takes away a column on the left. */
function requestsBody(
  table: DraftTable,
  rows: readonly DraftRow[],
  padding: string,
  shift: number,
  blankGroups: boolean,
): GridRow[] {
  return rows.map((row, index) => {
    const depth = row.groups.length;
    const slots: Slot[] = [];
    row.groups.forEach((group, level) => {
      if (level < shift || rows[index - 1]?.groups[level] === group) return;
      let height = 1;
      while (rows[index + height]?.groups[level] === group) height++;
      const apart = table.groupsInLines && group.numbering ? '\n' : '';
      const text = group.numbering + apart + group.label + group.note;
      slots.push(label(blankGroups ? '' : text, 1, height));
    });
    const width = LABEL_COLUMNS - depth - (depth === 0 ? shift : 0);
    if (table.numberingApart && depth === 0 && row.words.numbering && width > 1)
      slots.push(label(row.words.numbering), label(row.words.label + row.words.note, width - 1));
    else slots.push(label(written(row.words), width));
    return { kind: 'body', slots: [...slots, ...values(row, padding)] };
  });
}

function reviewGrid(table: DraftTable, padding: string): Grid {
  const { columns, rows } = table.blocks[0] as DraftBlock;
  const [first, ...litigation] = rows as [DraftRow, ...DraftRow[]];
  const five = (height: number) => columns.flatMap((column) => headCells(table, column, 1, height));
  const width = columns.length;
  const head: GridRow[] =
    table.head.rows === 3
      ? [
          {
            kind: 'head',
            slots: [label(written(first.words), width), label('行政诉讼', 2 * width)],
          },
          {
            kind: 'head',
            slots: [...five(2), ...litigation.map(({ words }) => label(written(words), width))],
          },
          { kind: 'head', slots: litigation.flatMap(() => five(1)) },
        ]
      : [
          { kind: 'head', slots: rows.map(({ words }) => label(written(words), width)) },
          { kind: 'head', slots: rows.flatMap(() => five(1)) },
        ];
  const body: GridRow = { kind: 'body', slots: rows.flatMap((row) => values(row, padding)) };
  return { width: 3 * width, rows: [...head, body] };
}

/** What becomes of the places that a merged cell covers. */
export interface Flattening {
  /** To the right of the cell: an empty cell there, at the end of the row, or nothing. */
  readonly right: 'blank' | 'end' | 'drop';
  /** Below it: an empty cell, the text once more, or nothing. */
  readonly below: 'blank' | 'repeat' | 'drop';
}

/** A row of plain cells; `pad` counts the empty ones at its end that stand for merged cells. */
export interface FlatRow {
  readonly kind: GridRow['kind'];
  readonly cells: readonly string[];
  readonly pad: number;
  readonly line: string;
}

/** The grid without its spans. */
export function flatten({ rows }: Grid, { right, below }: Flattening): FlatRow[] {
  /** Cells that still reach down, by column. */
  let above: ({ text: string; columns: number; left: number } | undefined)[] = [];
  return rows.map(({ kind, slots, line = '' }) => {
    if (kind === 'break') {
      above = [];
      return { kind, cells: [], pad: 0, line };
    }
    const cells: string[] = [];
    const next: typeof above = [];
    let pad = 0;
    let column = 0;
    const add = (text: string, columns: number) => {
      cells.push(text);
      if (right === 'blank') for (let i = 1; i < columns; i++) cells.push('');
      if (right === 'end') pad += Math.max(0, columns - 1);
      column += columns;
    };
    const covered = () => {
      for (let cover = above[column]; cover; cover = above[column]) {
        if (cover.left > 1) next[column] = { ...cover, left: cover.left - 1 };
        if (below === 'drop') column += cover.columns;
        else add(below === 'repeat' ? cover.text : '', cover.columns);
      }
    };
    for (const slot of slots) {
      if (slot.columns > 0) covered();
      if (slot.rows > 1 && slot.columns > 0)
        next[column] = { text: slot.text, columns: slot.columns, left: slot.rows - 1 };
      add(slot.text, slot.columns);
    }
    covered();
    above = next;
    return { kind, cells, pad, line };
  });
}
