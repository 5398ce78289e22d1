import { describe, expect, it } from 'vitest';
import { parseReport } from '../reading/parse.js';
import { example } from '../rules/examples.js';
import { cellName, columnName, rowName } from './names.js';

const report = (template: '2019' | '2021') =>
  parseReport(example('disclosure', { normative: '1 0 3', licensing: '1 2 3' }, template));

describe('names in messages', () => {
  it.each([
    ['2019', 'normative', '规范性文件'],
    ['2021', 'normative', '行政规范性文件'],
    ['2019', 'licensing', '行政许可'],
    // told in a report of another format
    ['2021', 'procurement', '政府集中采购'],
    ['2021', 'unheard-of', 'unheard-of'],
  ] as const)('of %s: row %s is %s', (template, row, name) =>
    expect(rowName(report(template), 'disclosure', row)).toBe(name),
  );

  it.each([
    ['2019', { row: 'licensing', column: 'decisions' }, '处理决定数量'],
    ['2021', { row: 'licensing', column: 'decisions' }, '本年处理决定数量'],
    ['2021', { row: 'normative', column: 'made' }, '本年新制作数量'],
  ] as const)('of %s: column %o is %s', (template, cell, name) =>
    expect(columnName(report(template), 'disclosure', cell)).toBe(name),
  );

  it('of a cell are those of its row and its column', () => {
    const cell = { row: '3.1', column: 'total' };
    expect(cellName(report('2021'), 'requests', cell)).toBe('“（一）予以公开”的“总计”');
  });
});
