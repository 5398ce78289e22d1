import { describe, expect, it } from 'vitest';
import { parseReport } from '../reading/parse.js';
import { wholeReport } from '../rules/examples.js';
import { writeTable } from '../writing/writeTable.js';
import { fieldsOf } from './fields.js';
import { gridsOf } from './grid.js';

const written = (layout: 'markdown' | 'tab' | 'pipe', key: 'requests' | 'review' | 'disclosure') =>
  parseReport(
    `青禾县云水镇2023年政府信息公开工作年度报告\n\n${writeTable(key, { template: '2021', layout, eol: '\n', fill: () => '' })}\n`,
  );

describe('the grids of a report', () => {
  it.each(['markdown', 'tab', 'pipe'] as const)('have every cell where Tab goes: %s', (layout) => {
    for (const key of ['requests', 'review', 'disclosure'] as const) {
      const report = written(layout, key);
      const [grid] = gridsOf(report);
      const cells = grid?.cells.filter(({ row }) => row !== null).map(({ span }) => span);
      expect(cells).toEqual(fieldsOf(report).map(({ span }) => span));
    }
  });

  it('name a blank cell by its row and column', () => {
    const [grid] = gridsOf(written('tab', 'requests'));
    const cells = grid?.cells.filter(({ row }) => row !== null) ?? [];
    expect(cells[0]).toMatchObject({
      row: '一、本年新收政府信息公开申请数量',
      column: '自然人',
      place: 0,
    });
    expect(cells[6]).toMatchObject({ column: '总计', place: 6, isTotal: true });
    expect(cells).toHaveLength(175);
  });

  it('number the columns of rows that stand side by side one after another, heads too', () => {
    const [grid] = gridsOf(written('tab', 'review'));
    const places = (isHead: boolean) =>
      grid?.cells.filter(({ row }) => (row === null) === isHead).map(({ place }) => place);
    const all = Array.from({ length: 15 }, (_, i) => i);
    expect(places(false)).toEqual(all);
    expect(places(true)).toEqual(all);
  });

  it('number those of table 二 from the first of each block', () => {
    const [grid] = gridsOf(written('tab', 'disclosure'));
    const heads = grid?.cells.filter(({ row }) => row === null).map(({ place }) => place);
    expect(heads).toEqual([0, 1, 2, 0, 0, 0]);
  });

  it('are none in what is no report, or has no table', () => {
    expect(gridsOf(parseReport('规章 0'))).toEqual([]);
    expect(gridsOf(parseReport('青禾县2023年政府信息公开工作年度报告'))).toEqual([]);
    expect(gridsOf(parseReport(wholeReport()))).toHaveLength(3);
  });
});
