// Ruled lines → grids: lines that touch are one table, and where no line stands between two slots
// they are one merged cell. A page that ends inside a table leaves its last row open: the ends of the
// other lines close it.
import type { RuledLine, RuledLines } from './ruledLines.js';

/** A table's grid. Slots with the same cell are merged. */
export interface RuledGrid {
  /** Edges of the columns, from the left. */
  readonly xs: readonly number[];
  /** Edges of the rows, from the top. */
  readonly ys: readonly number[];
  /** The cell of each slot, row by row. */
  readonly cells: readonly number[];
  /** Rows that end before the last edge, where other rows have a border. */
  readonly short: readonly boolean[];
}

/** Points within which lines touch. */
const TOUCH = 3;
/** Points within which lines are one edge. */
const EDGE = 3;
/** How far lines must reach beyond the outermost line that crosses them to leave a row open. */
const OPEN = 6;
/** A page with more lines is a drawing. */
const MOST_LINES = 1500;
const MOST_SLOTS = 20_000;

/** The grids of a page, two columns or more each. */
export function gridsOf({ across, down }: RuledLines): RuledGrid[] {
  if (across.length > MOST_LINES || down.length > MOST_LINES) return [];
  const tables: RuledLines[] = [];
  const alone: RuledLine[] = [];
  for (const group of groups(across, down))
    if (group.across.length > 0 && group.down.length > 0) tables.push(group);
    else alone.push(...group.down);
  return tables.flatMap((table) => gridOf(withBorders(table, alone)) ?? []);
}

/** Lines that touch one another, straight or by way of others. */
function groups(across: readonly RuledLine[], down: readonly RuledLine[]): RuledLines[] {
  const sets = new Sets(across.length + down.length);
  across.forEach((line, i) => {
    down.forEach((other, k) => {
      if (
        within(other.at, line.from - TOUCH, line.to + TOUCH) &&
        within(line.at, other.from - TOUCH, other.to + TOUCH)
      )
        sets.join(i, across.length + k);
    });
  });
  const found = new Map<number, { across: RuledLine[]; down: RuledLine[] }>();
  const groupOf = (i: number) => {
    const set = sets.of(i);
    const known = found.get(set) ?? { across: [], down: [] };
    found.set(set, known);
    return known;
  };
  across.forEach((line, i) => {
    groupOf(i).across.push(line);
  });
  down.forEach((line, k) => {
    groupOf(across.length + k).down.push(line);
  });
  return [...found.values()];
}

/** A cell that comes from the page before and goes on to the next has borders beside it, and no other. */
function withBorders({ across, down }: RuledLines, alone: readonly RuledLine[]): RuledLines {
  const bottom = Math.min(...down.map(({ from }) => from));
  const top = Math.max(...down.map(({ to }) => to));
  const borders = alone.filter(({ from, to }) => from < bottom + OPEN && to > top - OPEN);
  return { across, down: [...down, ...borders] };
}

function gridOf({ across, down }: RuledLines): RuledGrid | undefined {
  const xs = withOpenEdges(edges(down), across);
  const ys = withOpenEdges(edges(across), down).reverse();
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  if (columns < 2 || rows < 1 || columns * rows > MOST_SLOTS) return undefined;
  const sets = new Sets(rows * columns);
  const right = walls(down, xs, middles(ys), columns);
  const below = walls(across, ys, middles(xs), rows);
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      const slot = r * columns + c;
      if (c + 1 < columns && !right[c + 1]?.[r]) sets.join(slot, slot + 1);
      if (r + 1 < rows && !below[r + 1]?.[c]) sets.join(slot, slot + columns);
    }
  const border = right[columns] ?? [];
  return {
    xs,
    ys,
    cells: Array.from({ length: rows * columns }, (_, slot) => sets.of(slot)),
    short: border.map((closed) => !closed && border.includes(true)),
  };
}

/** Where lines run, those that are nearly one taken together. */
function edges(lines: readonly RuledLine[]): number[] {
  const places = lines.map(({ at }) => at).sort((one, other) => one - other);
  const found: number[] = [];
  for (let i = 0; i < places.length; ) {
    const first = places[i] as number;
    let last = first;
    let k = i + 1;
    for (; k < places.length; k++) {
      const next = places[k] as number;
      if (next - last > EDGE || next - first > 2 * EDGE) break;
      last = next;
    }
    found.push((first + last) / 2);
    i = k;
  }
  return found;
}

/** Where two lines or more end beyond the outermost edge that crosses them, an edge is missing. */
function withOpenEdges(found: readonly number[], crossing: readonly RuledLine[]): number[] {
  const first = found[0] as number;
  const last = found.at(-1) as number;
  const before = crossing.map(({ from }) => from).filter((end) => end < first - OPEN);
  const after = crossing.map(({ to }) => to).filter((end) => end > last + OPEN);
  return [
    ...(before.length > 1 ? [Math.min(...before)] : []),
    ...found,
    ...(after.length > 1 ? [Math.max(...after)] : []),
  ];
}

/** By edge, whether a line stands there at each of the middles of the slots. */
function walls(
  lines: readonly RuledLine[],
  edgesAt: readonly number[],
  slots: readonly number[],
  count: number,
): boolean[][] {
  const found = Array.from({ length: count + 1 }, () => slots.map(() => false));
  for (const { at, from, to } of lines)
    edgesAt.forEach((edge, i) => {
      const wall = found[i];
      if (wall && Math.abs(at - edge) <= EDGE)
        slots.forEach((middle, k) => {
          if (from <= middle && middle <= to) wall[k] = true;
        });
    });
  return found;
}

function middles(places: readonly number[]): number[] {
  return places.slice(1).map((place, i) => (place + (places[i] as number)) / 2);
}

function within(value: number, low: number, high: number): boolean {
  return low <= value && value <= high;
}

/** Sets that grow together, each named by its first member. */
class Sets {
  readonly #parent: number[];

  constructor(count: number) {
    this.#parent = Array.from({ length: count }, (_, i) => i);
  }

  of(member: number): number {
    let root = member;
    while (this.#parent[root] !== root) root = this.#parent[root] as number;
    let next = member;
    while (this.#parent[next] !== root) {
      const up = this.#parent[next] as number;
      this.#parent[next] = root;
      next = up;
    }
    return root;
  }

  join(one: number, other: number): void {
    const [a, b] = [this.of(one), this.of(other)];
    this.#parent[Math.max(a, b)] = Math.min(a, b);
  }
}
