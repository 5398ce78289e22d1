// Who is expected to send a report: names from a list, matched with the organs of reports.
import { LEVEL_UNITS } from '../form/areas.js';
import { organKey } from '../form/organKey.js';

/** A unit of the list. */
export interface ListedUnit {
  readonly name: string;
  /** Whom it belongs to, where the list says so; `''` else. */
  readonly superior: string;
}

/** Heads over the names, and over whom they belong to. */
const NAMES =
  /^(?:(?:填报|报送|应报|上报|责任|公开|行政|预算|下属)?(?:单位|机关|机构|部门)(?:全称|名称)?|名称|name|unit)$/i;
const SUPERIORS = /上级|主管|所属|隶属/;
/** Lists have titles over their heads, and notes under them. */
const MOST_ABOVE = 5;

/**
 * The units of a table's rows: name, or name and superior, where heads say so in whatever columns. Lines over the
 * heads, numbers before the names and blank lines are none; nor is a unit that stands there twice.
 */
export function unitsOf(rows: readonly (readonly string[])[]): ListedUnit[] {
  const cells = rows.map((row) => row.map((cell) => cell.trim()));
  const isName = (cell: string) => NAMES.test(cell);
  const head = cells.slice(0, MOST_ABOVE).findIndex((row) => row.some(isName));
  const heads = cells[head] ?? [];
  const at = heads.findIndex(isName);
  const above = heads.findIndex((cell) => SUPERIORS.test(cell));
  const units = new Map<string, ListedUnit>();
  for (const row of cells.slice(head + 1)) {
    const from = at >= 0 ? at : /^\d+[.、．]?$/.test(row[0] ?? '') ? 1 : 0;
    const name = row[from] ?? '';
    const superior = row[above >= 0 ? above : from + 1] ?? '';
    const unit = { name, superior };
    const key = keysOf(unit)[0] ?? `${superior} ${name}`;
    if (name !== '' && !units.has(key)) units.set(key, unit);
  }
  return [...units.values()];
}

/** Finds the unit that an organ is. */
export class UnitList {
  readonly #byKey = new Map<string, ListedUnit | null>();
  readonly #keys: readonly (readonly [key: string, unit: ListedUnit])[];

  constructor(readonly units: readonly ListedUnit[]) {
    this.#keys = units.flatMap((unit) => keysOf(unit).map((key) => [key, unit] as const));
    // of two units of one name neither is meant by the name alone
    for (const [key, unit] of this.#keys)
      this.#byKey.set(key, (this.#byKey.get(key) ?? unit) === unit ? unit : null);
  }

  /**
   * The unit of this key (`organKey`): by its whole name, else by what is left of one of the two names without
   * its area, if that fits one unit alone. Whoever has a superior is not taken for the same of another area.
   */
  find(organ: string): ListedUnit | null {
    const known = this.#byKey.get(organ);
    if (known !== undefined) return known;
    const ends = new Set(
      this.#keys.flatMap(([key, unit]) =>
        isBehindArea(key, organ) || (unit.superior === '' && isBehindArea(organ, key))
          ? [unit]
          : [],
      ),
    );
    const [only = null] = ends;
    return ends.size === 1 ? only : null;
  }
}

/** 教育局 of 青禾县 is 青禾县教育局, too; and 教育局 alone. */
function keysOf({ name, superior }: ListedUnit): string[] {
  const above = superior.replace(/(?:人民)?政府$/, '');
  const names = superior === '' ? [name] : name.startsWith(above) ? [name] : [above + name, name];
  return names.flatMap((one) => organKey(one) ?? []);
}

/** Whether a name is a longer one without its area: 教育局 and 青禾县教育局, but not 文化教育局. */
function isBehindArea(whole: string, end: string): boolean {
  if (end.length < 2 || end.length >= whole.length || !whole.endsWith(end)) return false;
  const area = whole.slice(0, whole.length - end.length);
  return LEVEL_UNITS.some((unit) => area.endsWith(unit));
}
