// Who is expected to send a report: names from a list, matched with the organs of reports.
import { LEVEL_UNITS } from '../form/areas.js';
import { organKey } from '../form/organKey.js';

/** A unit of the list. */
export interface ListedUnit {
  readonly name: string;
  /** Whom it belongs to, where the list says so; `''` else. */
  readonly superior: string;
}

const HEADS = /^(?:序号|单位|单位名称|机关|机关名称|名称|部门|报送单位|name|unit)$/i;

/** The units of a table's rows: name, or name and superior. A line of heads and blank lines are none. */
export function unitsOf(rows: readonly (readonly string[])[]): ListedUnit[] {
  const cells = rows.map((row) => row.map((cell) => cell.trim()));
  const [head = ''] = cells[0] ?? [];
  const body = HEADS.test(head) ? cells.slice(1) : cells;
  const units = new Map<string, ListedUnit>();
  for (const row of body) {
    const [name = '', superior = ''] = head === '序号' ? row.slice(1) : row;
    if (name !== '') units.set(`${superior} ${name}`, { name, superior });
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
