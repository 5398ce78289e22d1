// How many applications came in, were finished and were left, over the years whose reports are known.
import { ROW, TOTAL } from '../../form/formats.js';
import { cellAt } from '../../judging/relations.js';
import { isSound } from '../../judging/statementCells.js';
import type { Report } from '../../report/report.js';
import type { Chart } from './chart.js';

const SERIES = [
  { name: '本年新收', row: ROW.received },
  { name: '本年办结', row: ROW.finished },
  { name: '结转下年度', row: ROW.carriedOut },
] as const;

/** `earlier` are the reports of the same organ on the years before that are known. */
export function yearsChart(report: Report, earlier: readonly Report[], source: string): Chart {
  const titled = { title: '历年申请办理情况', source: `各年${source}` };
  const byYear = new Map<number, Report>();
  for (const one of [...earlier, report]) if (one.year !== null) byYear.set(one.year, one);
  const none = (why: string): Chart => ({ ...titled, kind: 'none', why });
  if (report.year === null) return none('没有读到这份报告是哪一年的。');
  if (byYear.size < 2)
    return none('没有找到往年的报告。往年的报告放在同一个文件夹里，就能一起画。');
  const years = [...byYear.keys()].sort((a, b) => a - b);
  const series = SERIES.map(({ name, row }) => ({
    name,
    values: years.map((year) => sureTotal(byYear.get(year), row)),
  }));
  const unknown = years.filter((_, i) => series.some(({ values }) => values[i] === null));
  if (years.length - unknown.length < 2)
    return none('各年表三有空白、读不出或者对不上的数，先改好再画。');
  const note = `${unknown.join('、')}年表三有读不出或者对不上的数，没有画全。`;
  return { ...titled, kind: 'years', years, series, ...(unknown.length > 0 && { note }) };
}

/** The total of a row, unless something is wrong with it. */
function sureTotal(report: Report | undefined, row: string): number | null {
  const key = { row, column: TOTAL };
  const value = report && cellAt(report, 'requests', key)?.value;
  if (value === undefined || value === null) return null;
  return isSound(report as Report, 'requests', [{ plus: [key] }]) ? value : null;
}
