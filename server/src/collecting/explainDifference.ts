// Why a county's figures differ from the sum of its units': one unit or two that were left out, taken twice,
// taken although the sum leaves them out, or of which one figure was miswritten. Told only where it
// explains every cell, and no more than a few others do as well.
import {
  type CellKey,
  CURRENT,
  columnSpec,
  isTotalRow,
  TABLE_KEYS,
  type TableKey,
} from '../form/formats.js';
import { SLIPS, type SlipSureness, slipBetween } from './digitSlips.js';
import type { CountedUnit } from './oneUnit.js';

/** A cell of the sum with what the county's own report says there. */
export interface ComparedCell extends CellKey {
  readonly table: TableKey;
  /** Its place among the cells of the table's form. */
  readonly index: number;
  readonly own: number;
  readonly sum: number;
}

/** A figure of a unit, or of the county's own report where there is no unit. */
export interface FigureSlip {
  readonly kind: 'slip';
  readonly unit: CountedUnit | null;
  readonly cell: ComparedCell;
  readonly meant: number;
  readonly written: number;
  readonly how: SlipSureness;
}

/** One thing that the county may have done. */
export type Mistake =
  | FigureSlip
  | { readonly kind: 'omitted' | 'twice' | 'included'; readonly unit: CountedUnit }
  /** All that the sum leaves out. */
  | { readonly kind: 'all-included'; readonly units: readonly CountedUnit[] };

/** What explains all differences of some tables. */
export interface Explanation {
  readonly tables: readonly TableKey[];
  /** Each of them does; in each, mistakes that come together. */
  readonly alternatives: readonly (readonly Mistake[])[];
}

/** With more ways to explain a difference than this none is worth telling. */
const MOST_ALTERNATIVES = 3;
/** In fewer cells, totals aside, two mistakes are found by chance: two units, a unit and a slip. */
const CELLS_FOR_TWO = { units: 2, slips: 3 };
/** Of more tables that the sum leaves out than this no single one is tried together with others. */
const MOST_LEFT_OUT = 20;

/** What explains the differences of all tables at once; else of each by itself. */
export function explained(
  compared: readonly ComparedCell[],
  units: readonly CountedUnit[],
): Explanation[] {
  const differing = TABLE_KEYS.filter((key) =>
    compared.some(({ table, own, sum }) => table === key && own !== sum),
  );
  if (differing.length === 0) return [];
  const scopes: TableKey[][] = [[...TABLE_KEYS], ...differing.map((table) => [table])];
  const explanations: Explanation[] = [];
  for (const scope of scopes) {
    const cells = compared.filter(({ table }) => scope.includes(table));
    // where other tables differ, too, one cell of this one says little of a unit
    const isPart = scope.length === 1 && differing.length > 1;
    const alternatives = new DifferenceSearch(cells, units, isPart).run();
    const tables = scope.filter((table) => differing.includes(table));
    if (alternatives.length > 0) explanations.push({ tables, alternatives });
    if (scope.length === TABLE_KEYS.length && alternatives.length > 0) break;
  }
  return explanations;
}

/** Figures in millionths: whole numbers, which can be compared; null where one is not known. */
type Vector = readonly (number | null)[];

interface UnitVector {
  readonly unit: CountedUnit;
  readonly figures: Vector;
}

/** What is still to be explained, once some mistakes are taken as made. */
interface Remainder {
  readonly mistakes: readonly Mistake[];
  readonly rest: Vector;
}

class DifferenceSearch {
  readonly #difference: Vector;
  readonly #given: readonly UnitVector[];
  readonly #starts: readonly Remainder[];
  /** Whether what differs is too little to tell a unit, or one figure for another, by. */
  readonly #isLittle: boolean;
  /** See `#placesBy`: anew for each start. */
  #byFigures = new Map<string, number[]>();

  constructor(
    private readonly cells: readonly ComparedCell[],
    units: readonly CountedUnit[],
    isPart: boolean,
  ) {
    this.#difference = cells.map(({ own, sum }) => scaled(own) - scaled(sum));
    this.#isLittle = isPart && this.#partsIn(this.#difference) < CELLS_FOR_TWO.units;
    const vectors = (isGiven: boolean) =>
      units
        .map((unit) => ({ unit, figures: this.#figuresOf(unit, isGiven) }))
        .filter(({ figures }) => figures.some((figure) => figure !== 0));
    this.#given = vectors(true);
    this.#starts = this.#startsWith(vectors(false));
  }

  /** The explanations of fewest mistakes, by whole units rather than by slips; none where there are too many of them. */
  run(): (readonly Mistake[])[] {
    const kinds = this.#isLittle ? (['slips'] as const) : (['units', 'slips'] as const);
    for (const count of [1, 2])
      for (const kind of kinds) {
        const found = this.#starts.flatMap((start) => this.#complete(start, count, kind));
        if (found.length > MOST_ALTERNATIVES) return [];
        if (found.length > 0) return found;
      }
    return [];
  }

  /** What a unit gave to these cells of the sum, or would have given to them. */
  #figuresOf({ tables }: CountedUnit, isGiven: boolean): Vector {
    return this.cells.map(({ table, index }) => {
      const { figures, unfit } = tables[table];
      if ((unfit === null) !== isGiven) return 0;
      const figure = figures[index] ?? null;
      return figure === null ? null : scaled(figure);
    });
  }

  #startsWith(leftOut: readonly UnitVector[]): Remainder[] {
    const without = (vectors: readonly UnitVector[], ...mistakes: Mistake[]): Remainder => ({
      mistakes,
      rest: vectors.reduce((rest, { figures }) => minus(rest, figures), this.#difference),
    });
    const single = leftOut.length > MOST_LEFT_OUT ? [] : leftOut;
    const starts = [
      without([]),
      ...single.map((one) => without([one], { kind: 'included', unit: one.unit })),
    ];
    const units = leftOut.map(({ unit }) => unit);
    if (leftOut.length > 1) starts.push(without(leftOut, { kind: 'all-included', units }));
    // where nothing is known of the cells that differ, nothing is explained
    return starts.filter(({ rest }) =>
      rest.some((figure, i) => figure !== null && this.#difference[i] !== 0),
    );
  }

  #complete(
    { mistakes, rest }: Remainder,
    count: number,
    kind: 'units' | 'slips',
  ): (readonly Mistake[])[] {
    const left = count - mistakes.length;
    if (isNothing(rest)) return left === 0 && kind === 'units' ? [mistakes] : [];
    if (left <= 0) return [];
    if (kind === 'units') this.#byFigures = this.#placesBy(rest);
    const single = (more: Vector, after: number): Mistake[][] =>
      kind === 'units'
        ? this.#units(more, after)
        : this.#slips(more, left === 1 && !this.#isLittle);
    const found = left === 1 ? single(rest, -1) : this.#pairs(rest, kind, single);
    return found.map((more) => [...mistakes, ...more]);
  }

  /** The places of units among those given, by their figures in the cells of which all is known. */
  #placesBy(known: Vector): Map<string, number[]> {
    const places = new Map<string, number[]>();
    this.#given.forEach(({ figures }, i) => {
      // what gave nothing to these cells explains nothing
      if (figures.every((figure, cell) => figure === 0 || known[cell] === null)) return;
      const key = keyOf(figures, known);
      const same = places.get(key);
      if (same) same.push(i);
      else places.set(key, [i]);
    });
    return places;
  }

  /** One unit that explains all, behind place `after`: each pair is found once. */
  #units(rest: Vector, after: number): Mistake[][] {
    const found: Mistake[][] = [];
    for (const kind of ['omitted', 'twice'] as const) {
      const wanted = kind === 'twice' ? rest : negative(rest);
      for (const i of this.#byFigures.get(keyOf(wanted, rest)) ?? [])
        if (i > after) found.push([{ kind, unit: (this.#given[i] as UnitVector).unit }]);
    }
    return found;
  }

  /** One unit, and what `single` finds for what it leaves. */
  #pairs(
    rest: Vector,
    kind: 'units' | 'slips',
    single: (more: Vector, after: number) => Mistake[][],
  ): Mistake[][] {
    if (this.#partsIn(rest) < CELLS_FOR_TWO[kind]) return [];
    return this.#given.flatMap(({ unit, figures }, i) =>
      (['omitted', 'twice'] as const).flatMap((first) => {
        const more = minus(rest, first === 'twice' ? figures : negative(figures));
        return single(more, i).map((others) => [{ kind: first, unit }, ...others]);
      }),
    );
  }

  /** How many cells are still to be explained, totals aside. */
  #partsIn(rest: Vector): number {
    return this.cells.filter((cell, i) => rest[i] && !isTotalCell(cell)).length;
  }

  /** One figure miswritten, with or without the totals that it goes into. */
  #slips(rest: Vector, isAlone: boolean): Mistake[][] {
    const wrong = this.cells.flatMap((cell, i) => {
      const change = rest[i];
      return change ? [{ cell, change, i }] : [];
    });
    const parts = wrong.filter(({ cell }) => !isTotalCell(cell));
    const [one, another] = parts.length > 0 ? parts : wrong;
    if (!one || another || wrong.some(({ change }) => change !== one.change)) return [];
    const all = this.#slipsAt(one.cell, one.i, one.change);
    // beside another mistake no figure is simply another
    const kinds = SLIPS.filter((kind) => isAlone || kind !== 'value');
    const surest = kinds.find((kind) => all.some((slip) => slip.how === kind));
    const found = all.filter(({ how }) => how === surest);
    // one digit for another: of one unit only, or nobody can say of which
    const isVague = surest === 'value' && found.filter(({ unit }) => unit).length > 1;
    return isVague ? [] : found.map((slip) => [slip]);
  }

  #slipsAt(cell: ComparedCell, i: number, change: number): FigureSlip[] {
    const meantBy = [
      ...this.#given.map(({ unit, figures }) => ({ unit, figure: figures[i] ?? null })),
      { unit: null, figure: scaled(cell.own) - change },
    ];
    return meantBy.flatMap(({ unit, figure }): FigureSlip[] => {
      if (figure === null) return [];
      const [meant, written] = [figure / SCALE, (figure + change) / SCALE];
      const how = slipBetween(meant, written);
      return how ? [{ kind: 'slip', unit, cell, meant, written, how }] : [];
    });
  }
}

/** The form has six decimals at most. */
const SCALE = 1e6;

function scaled(figure: number): number {
  return Math.round(figure * SCALE);
}

function isTotalCell({ table, row, column }: ComparedCell): boolean {
  return isTotalRow(table, row) || columnSpec(CURRENT.id, table, { row, column })?.total === true;
}

/** What is left of some figures without others; not known where one of them is not. */
function minus(from: Vector, figures: Vector): Vector {
  return from.map((figure, i) => {
    const less = figures[i] ?? null;
    return figure === null || less === null ? null : figure - less;
  });
}

function negative(figures: Vector): Vector {
  return figures.map((figure) => (figure === null ? null : -figure));
}

function isNothing(figures: Vector): boolean {
  return figures.every((figure) => figure === 0 || figure === null);
}

/** Figures as one word, as far as they can be compared. */
function keyOf(figures: Vector, known: Vector): string {
  return figures.map((figure, i) => (known[i] === null ? '' : figure || 0)).join();
}
