// Random facts of a report for which all official relations hold.
// Zeros are common, as in real reports; now and then a city's figures come up.
import {
  type ColumnKey,
  type RowKey,
  rowsOf,
  type TableKey,
  type TemplateId,
  tableOf,
} from '../../server/src/form/formats.js';
import type { Random } from './random.js';

/** Row → column → figure. */
export type Figures = Record<RowKey, Record<ColumnKey, number>>;

/** Everything that a generated report says. */
export interface ReportFacts {
  readonly template: TemplateId;
  readonly year: number;
  readonly organization: string;
  readonly tables: Record<TableKey, Figures>;
}

const PLACES = ['青禾县', '云岭市', '白石区', '望江县', '东湖市南塘区', '石桥县', '临溪市'];
const ORGANS = [
  '云水镇人民政府',
  '松坪乡人民政府',
  '教育和体育局',
  '农业农村局',
  '自然资源局',
  '人民政府办公室',
  '人民政府',
  '月河街道办事处',
];

/** Facts in the form of a template; the year is usually, not always, the template's own. */
export function randomFacts(random: Random, template: TemplateId): ReportFacts {
  const own = template === '2021' ? random.int(2021, 2025) : random.int(2019, 2020);
  return {
    template,
    year: template === '2019' && random.chance(0.2) ? random.int(2021, 2023) : own,
    organization: random.pick(PLACES) + random.pick(ORGANS),
    tables: {
      disclosure: disclosure(random, template),
      requests: requests(random, template),
      review: review(random),
    },
  };
}

/** A count: mostly 0, often small, seldom large. */
function count(random: Random): number {
  const dice = random.next();
  if (dice < 0.5) return 0;
  if (dice < 0.85) return random.int(1, 9);
  if (dice < 0.97) return random.int(10, 999);
  return random.int(1000, 3_000_000);
}

function disclosure(random: Random, template: TemplateId): Figures {
  const figures: Figures = {};
  for (const { columns, rows } of tableOf(template, 'disclosure').blocks)
    for (const row of rows) {
      const cells: Record<ColumnKey, number> = {};
      for (const { key, unit } of columns)
        cells[key] =
          unit === 'amount'
            ? amount(random)
            : unit === 'change' && random.chance(0.4)
              ? -count(random) || 0
              : count(random);
      figures[row.key] = cells;
    }
  return figures;
}

/** An amount in 万元 with up to four decimals. */
function amount(random: Random): number {
  if (random.chance(0.4)) return 0;
  const digits = random.int(0, 4);
  return Math.round(random.next() * 10 ** random.int(1, 5) * 10 ** digits) / 10 ** digits;
}

/** Column by column: the outcomes first, then what came in to match them (R2, R3), then R1. */
function requests(random: Random, template: TemplateId): Figures {
  const { columns } = tableOf(template, 'requests').blocks[0] as {
    columns: readonly { key: ColumnKey }[];
  };
  const rows = rowsOf(tableOf(template, 'requests')).map(({ key }) => key);
  const outcomes = rows.filter((key) => key.startsWith('3.') && key !== '3.7');
  const figures: Figures = Object.fromEntries(rows.map((key) => [key, {}]));
  const set = (row: RowKey, column: ColumnKey, value: number) => {
    (figures[row] as Record<ColumnKey, number>)[column] = value;
  };
  const idle = random.chance(0.3);
  for (const { key: column } of columns) {
    if (column === 'total') continue;
    const quiet = idle || random.chance(column === 'natural' ? 0.2 : 0.6);
    let done = 0;
    for (const row of outcomes) {
      const value = quiet || random.chance(0.5) ? 0 : count(random);
      set(row, column, value);
      done += value;
    }
    const open = quiet ? 0 : count(random);
    const carried = quiet ? 0 : Math.min(count(random), done + open);
    set('3.7', column, done);
    set('4', column, open);
    set('2', column, carried);
    set('1', column, done + open - carried);
  }
  for (const row of rows) set(row, 'total', sumOf(figures[row] as Record<ColumnKey, number>));
  return figures;
}

function review(random: Random): Figures {
  const idle = random.chance(0.4);
  const block = () => {
    const value = () => (idle ? 0 : count(random));
    const cells: Record<ColumnKey, number> = {
      upheld: value(),
      corrected: value(),
      otherResult: value(),
      pending: value(),
    };
    return { ...cells, total: sumOf(cells) };
  };
  return { reconsideration: block(), direct: block(), afterReview: block() };
}

function sumOf(cells: Record<ColumnKey, number>): number {
  return Object.values(cells).reduce((sum, value) => sum + value, 0);
}
