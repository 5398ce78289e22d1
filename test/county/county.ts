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

/** The units; each fault is there where there are enough that have one, and then two in some. */
export function county({ units, faulty, years, seed }: CountySize): CountyUnit[] {
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
  let n = 0;
  return plain.map(({ organ, random, reports }, i) => {
    const faults = isFaulty(i) ? faultsOf(n++, random.fork('faults')) : [];
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

/** The faults of the n-th unit that has some: in turn, and a second one once all have had their turn. */
function faultsOf(n: number, random: Random): CountyFault[] {
  const first = FAULTS[n % FAULTS.length] as CountyFault;
  const isApart = (one: CountyFault) =>
    !one.send && !one.touches.some((what) => first.touches.includes(what));
  // what is not read says nothing
  const second = n < FAULTS.length || first.send ? undefined : random.pick(FAULTS.filter(isApart));
  return [first, ...(second ? [second] : [])].sort(
    (a, b) => Number(b.inFigures ?? false) - Number(a.inFigures ?? false),
  );
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
