import { expect, it } from 'vitest';
import { type TownFigures, townReport } from '../../../test/support/towns.js';
import { createReportService } from '../service/index.js';
import { compareSum } from './compareSum.js';
import { sumReports } from './sumReports.js';
import { againstSheet, sumSheets } from './sumSheets.js';
import { type UnitReport, unitReport } from './unitReport.js';

const service = createReportService();
const unit = (organ: string, figures: TownFigures) =>
  unitReport(service.parse(townReport(organ, figures)), `${organ}.txt`) as UnitReport;
const [one, other] = ['青禾县云水镇人民政府', '青禾县柳溪镇人民政府'] as const;

it('the sum as tables says of each cell who gave what, and a row leads to the file', () => {
  const units = [unit(one, { granted: 3, fees: '0.1' }), unit(other, { granted: 2, fees: '0.2' })];
  const [total, given] = sumSheets(sumReports(units, 2023));
  const told = total.rows.filter(({ cells }) => cells[3]).map(({ cells }) => cells.join('|'));
  expect(told[0]).toBe(`表二|行政事业性收费|本年收费金额|0.3|2|${one} 0.1；${other} 0.2`);
  expect(told[1]).toBe(`表三|一、本年新收政府信息公开申请数量|自然人|5|2|${one} 3；${other} 2`);
  // every cell of the form has its row, those of 0 too
  expect(total.rows.some(({ cells }) => cells[3] === 0)).toBe(true);
  expect(total.rows).toHaveLength(200);
  expect(given.rows.map(({ cells }) => cells[0])).toContain(other);
  expect(given.rows.every(({ cells }) => cells[4] !== 0)).toBe(true);
  const [column, place] = given.rows[0]?.places[0] ?? [];
  const text = townReport(one, { granted: 3, fees: '0.1' });
  expect([column, place?.path]).toEqual([4, `${one}.txt`]);
  expect(text.slice(place?.span.start, place?.span.end)).toBe('0.1');
});

it('what is left out of it is told', () => {
  const broken = { ...unit(other, { granted: 2 }) };
  const tables = { ...broken.tables, requests: { figures: [], spans: [], unfit: '勾稽不成立' } };
  const [total] = sumSheets(sumReports([unit(one, { granted: 3 }), { ...broken, tables }], 2023));
  const notes = total.notes?.join('\n');
  expect(notes).toContain('2 个单位');
  expect(notes).toMatch(/柳溪镇.*没有汇总：勾稽不成立/);
});

it('a county beside the sum: the cells that differ, where they stand, and what may be why', () => {
  const sum = sumReports([unit(one, { granted: 3 }), unit(other, { granted: 2 })], 2023);
  const county = service.parse(townReport('青禾县人民政府', { granted: 3 }));
  const { rows, notes } = againstSheet(sum, compareSum(county, sum), county, '县.txt');
  expect(rows.map(({ cells }) => cells.join('|'))[0]).toBe(
    '表三|一、本年新收政府信息公开申请数量|自然人|3|5|-2',
  );
  const [, place] = rows[0]?.places[0] ?? [];
  expect(place?.path).toBe('县.txt');
  expect(county.text.slice(place?.span.start, place?.span.end)).toBe('3');
  expect(notes?.[0]).toBe(`共有 ${rows.length} 格不一致`);
  expect(notes?.join()).toContain('漏加了青禾县柳溪镇人民政府');

  const right = service.parse(townReport('青禾县人民政府', { granted: 5 }));
  const same = againstSheet(sum, compareSum(right, sum), right, '县.txt');
  expect([same.rows, same.notes?.[0]]).toEqual([[], '核对过的各格都与汇总一致']);
});
