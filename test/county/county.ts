// A county whose reports are known figure by figure and fault by fault: its units, what each has sent in, and
// what must be said of it.
import type { ReportFacts } from '../generate/facts.js';
import { Random } from '../generate/random.js';
import { CountyReport } from './countyReport.js';
import { type CountyFault, FAULTS, type Submission, type Told } from './faults.js';
import { UnitFigures } from './figures.js';
import { ORGANS } from './names.js';

/** The year that is reviewed. */
export const YEAR = 2023;

export interface CountyUnit {
  readonly organ: string;
  readonly faults: readonly CountyFault[];
  readonly told: Told;
  /** Its figures of the year, as they are written. */
  readonly facts: ReportFacts;
  /** What it has sent in, by the year of the folder. */
  readonly sent: ReadonlyMap<number, readonly Submission[]>;
}

export interface CountySize {
  readonly units: number;
  /** How many of them have faults. */
  readonly faulty: number;
  readonly years: number;
  readonly seed: number;
}

/** The units; each fault is there where there are enough to have them. */
export function county({ units, faulty, years, seed }: CountySize): CountyUnit[] {
  if (units > ORGANS.length) throw new Error(`a county has ${ORGANS.length} units at most`);
  const plain = ORGANS.slice(0, units).map((organ) => {
    const random = new Random(seed).fork(organ);
    const figures = new UnitFigures(organ, random.fork('figures'));
    const reports = new Map(
      Array.from({ length: years }, (_, i) => YEAR - years + 1 + i).map((year) => [
        year,
        new CountyReport(figures.next(year), random.fork(`words of ${year}`)),
      ]),
    );
    return { organ, random, reports };
  });
  const isFaulty = (i: number) =>
    Math.floor(((i + 1) * faulty) / units) > Math.floor((i * faulty) / units);
  const clean = plain.filter((_, i) => !isFaulty(i));
  const hands = dealt(faulty);
  let n = 0;
  return plain.map(({ organ, random, reports }, i) => {
    const faults = isFaulty(i) ? (hands[n++] ?? []) : [];
    const of = (year: number) => reports.get(year) as CountyReport;
    const scene = {
      random: random.fork('injected'),
      report: of(YEAR),
      lastYear: of(YEAR - 1),
      other: clean[n % clean.length]?.reports.get(YEAR) as CountyReport,
    };
    const told = merged(faults.map((fault) => fault.inject(scene)));
    const sending = faults.find(({ send }) => send);
    const sent = new Map<number, readonly Submission[]>(
      Array.from(reports, ([year, report]) => [
        year,
        year === YEAR && sending?.send ? sending.send(scene) : [{ report }],
      ]),
    );
    return { organ, faults, told, facts: scene.report.facts, sent };
  });
}

/** Each fault in as many units as can be: dealt in turn to the one that has the fewest, until all have some. */
function dealt(units: number): CountyFault[][] {
  const hands = Array.from({ length: units }, (): CountyFault[] => []);
  // those that go with few others come first, while there are units that have none
  const others = (fault: CountyFault) => FAULTS.filter((other) => isApart(fault, other)).length;
  const inTurn = FAULTS.toSorted((a, b) => others(a) - others(b));
  while (hands.some(({ length }) => length === 0))
    for (const fault of inTurn) {
      const able = hands.filter((hand) => hand.every((other) => isApart(fault, other)));
      able.sort((a, b) => a.length - b.length);
      able[0]?.push(fault);
    }
  // what changes figures comes before what changes the written report
  for (const hand of hands)
    hand.sort((a, b) => Number(b.inFigures ?? false) - Number(a.inFigures ?? false));
  return hands;
}

/** Whether a unit may have both: what is not sent, or sent twice, has no others. */
function isApart(one: CountyFault, other: CountyFault): boolean {
  const isAlone = [one, other].some(({ send }) => send) && !(one.stray ?? other.stray);
  return !isAlone && !one.touches.some((what) => other.touches.includes(what));
}

/** All that is said of a unit with several faults: counts are added up. */
function merged(all: readonly Told[]): Told {
  const row: Record<string, string> = {};
  for (const told of all)
    for (const [head, words] of Object.entries(told.row ?? {}))
      row[head] =
        /^\d+$/.test(words) && row[head] !== undefined
          ? String(Number(row[head]) + Number(words))
          : words;
  return {
    states: all.find(({ states }) => states)?.states ?? ['已报'],
    finds: all.flatMap(({ finds = [] }) => finds),
    row,
    unsummed: [...new Set(all.flatMap(({ unsummed = [] }) => unsummed))],
    years: all.flatMap(({ years = [] }) => years),
    alike: all.flatMap(({ alike = [] }) => alike),
  };
}
