// 图解: the pictures of a report. Only figures that are sure are drawn: where one is unknown, or the table
// does not add up, the picture would say something false; then it is told why there is none.
import {
  type CellKey,
  membersOf,
  OUTCOME,
  partsOf,
  ROW,
  TOTAL,
  tableOf,
} from '../../form/formats.js';
import { shortRowName } from '../../judging/names.js';
import { cellAt, templateInForce } from '../../judging/relations.js';
import { isSound } from '../../judging/statementCells.js';
import { sumOf } from '../../judging/sums.js';
import type { Report } from '../../report/report.js';
import type { Chart, Share } from './chart.js';
import { yearsChart } from './yearsChart.js';

export type { Chart } from './chart.js';

const TABLE = 'requests';
const SOURCE = '表三 收到和处理政府信息公开申请情况';

/** `earlier` are the reports of the same organ on the years before that are known. */
export function chartsOf(report: Report, earlier: readonly Report[]): readonly Chart[] {
  if (!report.recognized) return [];
  return [flow(report), outcomes(report), applicants(report), yearsChart(report, earlier, SOURCE)];
}

/** 本年新收 and 上年结转, and what became of them. */
function flow(report: Report): Chart {
  const titled = { title: '政府信息公开申请办理流向', source: SOURCE };
  const from = [ROW.received, ROW.carriedIn].map((row) => part(shortName(report, row), [row]));
  const to = [...outcomeParts(report), part(shortName(report, ROW.carriedOut), [ROW.carriedOut])];
  const all = [...from, ...to, part('', [ROW.finished])];
  const why = whyNot(
    report,
    all.flatMap(({ cells }) => cells),
  );
  if (why) return { ...titled, kind: 'none', why };
  const [one, other] = [from, to].map((parts) => sharesOf(report, parts)) as [Share[], Share[]];
  const total = sumOf(one.map(({ value }) => value)) ?? 0;
  if (total !== sumOf(other.map(({ value }) => value)))
    return { ...titled, kind: 'none', why: UNEVEN };
  if (total === 0) return { ...titled, kind: 'none', why: '本年没有收到申请，也没有上年结转的。' };
  const through = { name: '本年应办', value: total };
  return { ...titled, kind: 'flow', from: one, through, to: other };
}

function outcomes(report: Report): Chart {
  const titled = { title: '政府信息公开申请办理结果', source: SOURCE };
  const finished = part('', [ROW.finished]);
  return bars(report, titled, outcomeParts(report), finished, '本年没有办结的申请。');
}

function applicants(report: Report): Chart {
  const titled = { title: '本年新收申请的申请人构成', source: SOURCE };
  const spec = tableOf(templateInForce(report), TABLE);
  const parts = spec.blocks
    .flatMap(({ columns }) => columns)
    .filter(({ total }) => !total)
    .map(({ key, label }): Part => ({ name: label, cells: [{ row: ROW.received, column: key }] }));
  return bars(report, titled, parts, part('', [ROW.received]), '本年没有新收申请。');
}

/** The cells that a picture shows as one thing. */
interface Part {
  readonly name: string;
  readonly cells: readonly CellKey[];
}

/** Of all applicants. */
function part(name: string, rows: readonly string[]): Part {
  return { name, cells: rows.map((row) => ({ row, column: TOTAL })) };
}

/** 予以公开, 部分公开, 不予公开 … */
function outcomeParts(report: Report): Part[] {
  const spec = tableOf(templateInForce(report), TABLE);
  return partsOf(spec, OUTCOME).map(({ label, rows }) =>
    part(
      label,
      rows.map(({ key }) => key),
    ),
  );
}

/** 本年新收. */
function shortName(report: Report, row: string): string {
  const [spec] = membersOf(tableOf(templateInForce(report), TABLE), row);
  return shortRowName(report, TABLE, row).slice(spec?.numbering?.length ?? 0);
}

function bars(
  report: Report,
  titled: Pick<Chart, 'title' | 'source'>,
  parts: readonly Part[],
  whole: Part,
  nothing: string,
): Chart {
  const why = whyNot(
    report,
    [...parts, whole].flatMap(({ cells }) => cells),
  );
  if (why) return { ...titled, kind: 'none', why };
  const shares = sharesOf(report, parts);
  const [all] = sharesOf(report, [whole]) as [Share];
  const sum = sumOf(shares.map(({ value }) => value));
  if (sum !== all.value) return { ...titled, kind: 'none', why: UNEVEN };
  if (sum === 0) return { ...titled, kind: 'none', why: nothing };
  return { ...titled, kind: 'bars', bars: shares };
}

const UNEVEN = '表三的数对不上，先改好再画。';

/** Why figures cannot be drawn; null if they can. */
function whyNot(report: Report, cells: readonly CellKey[]): string | null {
  const table = report.tables[TABLE];
  if (!table) return '没有读到表三。';
  if (table.unreadable) return '表三的字和数连在一起，读不出来。';
  const found = cells.map((key) => cellAt(report, TABLE, key));
  if (found.some((cell) => !cell || cell.value === null))
    return '表三有空白、缺少或读不出的数，填好再画。';
  return isSound(report, TABLE, [{ plus: cells }]) ? null : UNEVEN;
}

function sharesOf(report: Report, parts: readonly Part[]): Share[] {
  return parts.map(({ name, cells }) => ({
    name,
    value: sumOf(cells.map((key) => cellAt(report, TABLE, key)?.value)) ?? 0,
  }));
}
