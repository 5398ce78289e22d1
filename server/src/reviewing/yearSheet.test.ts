import { describe, expect, it } from 'vitest';
import { type TownFigures, townReport } from '../../../test/support/towns.js';
import { createReportService } from '../service/index.js';
import { type FolderFile, reviewFolder } from './folderReview.js';
import { reviewedReport } from './reviewedReport.js';
import { yearSheet } from './yearSheet.js';

const service = createReportService();

/** A unit's report on a year, as it lies in a folder. */
function file(organ: string, year: number, figures: TownFigures, change = (text: string) => text) {
  const report = service.parse(change(townReport(organ, figures, year)));
  const path = `${organ}${year}.txt`;
  const { template } = report;
  const checked = { path, modified: 1, report, template, ...service.check(report) };
  return { kind: 'report', report: reviewedReport(checked) } satisfies FolderFile;
}
/** 本年新收 and all behind it, in rows: `unit|figure|years…|what is worth asking`. */
const rowsOf = (...files: FolderFile[]) =>
  yearSheet(reviewFolder(files)).rows.map(({ cells }) => cells.map((cell) => cell ?? '').join('|'));
const notes = (...files: FolderFile[]) =>
  rowsOf(...files).flatMap((row) => row.split('|').at(-1) || []);

const TOWN = '青禾县云水镇人民政府';

describe('a unit over the years', () => {
  it('has a row for each figure that is ever more than 0, and a column for each year', () => {
    const rows = rowsOf(
      file(TOWN, 2022, { granted: 3 }),
      file(TOWN, 2023, { granted: 4, licensing: 7 }),
      file('青禾县柳溪镇人民政府', 2023, { granted: 9 }),
    );
    expect(rows).toEqual([
      `${TOWN}|行政许可|0|7|`,
      `${TOWN}|一、本年新收政府信息公开申请数量|3|4|`,
      `${TOWN}|予以公开|3|4|`,
      `${TOWN}|（七）总计|3|4|`,
    ]);
  });

  it('leads to the cells, the last year first', () => {
    const files = [file(TOWN, 2022, { granted: 3 }), file(TOWN, 2023, { granted: 4 })] as const;
    const { rows, pictures } = yearSheet(reviewFolder(files));
    expect(rows[0]?.places.map(([column, { path }]) => [column, path])).toEqual([
      [3, `${TOWN}2023.txt`],
      [2, `${TOWN}2022.txt`],
    ]);
    expect(pictures).toHaveLength(1);
    expect(pictures?.[0]).toMatchObject({ of: TOWN, years: [2022, 2023] });
    expect(pictures?.[0]?.series.map(({ values }) => values)).toEqual([
      [3, 4],
      [3, 4],
      [0, 0],
    ]);
  });

  it('is not there where there is one year alone', () => {
    expect(rowsOf(file(TOWN, 2023, { granted: 3 }))).toEqual([]);
    expect(
      rowsOf(file(TOWN, 2022, { granted: 3 }), file('青禾县教育局', 2023, { granted: 3 })),
    ).toEqual([]);
  });

  it('asks where a figure jumps, up or down', () => {
    const jump = '2022 年 4，2023 年 96，相差很大';
    const up = notes(file(TOWN, 2022, { granted: 4 }), file(TOWN, 2023, { granted: 96 }));
    expect(new Set(up)).toEqual(new Set([jump]));
    const down = notes(file(TOWN, 2022, { licensing: 50 }), file(TOWN, 2023, { licensing: 0 }));
    expect(down).toEqual(['2022 年 50，2023 年 0，相差很大']);
  });

  it('does not ask where there is little, where it is less than five times, or a year lies between', () => {
    const pairs: [TownFigures, TownFigures, number?][] = [
      [{ granted: 0 }, { granted: 19 }],
      [{ granted: 30 }, { granted: 149 }],
      [{ granted: 4 }, { granted: 96 }, 2024],
    ];
    for (const [before, after, year = 2023] of pairs)
      expect(notes(file(TOWN, 2022, before), file(TOWN, year, after))).toEqual([]);
  });

  it('tells what was not carried over as the year before carried it out, and nothing where it is unknown', () => {
    const carriedIn = (figure: string) => (text: string) =>
      text.replace(/(二、上年结转[^\t]*\t+)0((?:\t0){5}\t)0/, `$1${figure}$2${figure}`);
    const told = notes(file(TOWN, 2022, {}), file(TOWN, 2023, {}, carriedIn('2')));
    expect(told).toEqual([
      '2023 年“二、上年结转政府信息公开申请数量”是 2，2022 年“四、结转下年度继续办理”是 0，应当相同',
    ]);
    expect(notes(file(TOWN, 2022, {}), file(TOWN, 2023, {}, carriedIn('')))).toEqual([]);
  });
});
