// Figures typed into the form stand in the text, in every layout; nothing else has changed, but for the
// totals that they make known.
import { describe, expect, it } from 'vitest';
import { type CellKey, rowsOf, type TableKey, tablesFrom } from '../../form/formats.js';
import { cellAt } from '../../judging/relations.js';
import { parseReport } from '../../reading/parse.js';
import { factsOf } from '../../report/facts.js';
import type { Report } from '../../report/report.js';
import { applyEdits } from '../../text/edit.js';
import { headingOf, sectionSpec, writeTable } from '../../writing/writeTable.js';
import { fillCells } from './fillCells.js';

const LAYOUTS = ['markdown', 'tab', 'pipe', 'lines'] as const;
type WrittenLayout = (typeof LAYOUTS)[number];

const NUMBERS = { disclosure: 2, requests: 3, review: 4 } as const;

const blank = (layout: WrittenLayout, fill: () => string = () => '') =>
  parseReport(
    [
      '青禾县云水镇人民政府2023年政府信息公开工作年度报告\n',
      ...Object.entries(NUMBERS).map(
        ([key, section]) =>
          `${headingOf(sectionSpec(section))}\n\n${writeTable(key as TableKey, { template: '2021', layout, eol: '\n', fill })}\n`,
      ),
    ].join('\n'),
  );

const NATURAL: CellKey = { row: '1', column: 'natural' };

function filled(report: Report, table: TableKey, cell: CellKey, text: string): Report {
  const answer = fillCells(report, [{ table, ...cell, text }], true);
  if ('refused' in answer) throw new Error(answer.refused);
  return parseReport(applyEdits(report.text, answer.edits));
}

const textAt = (report: Report, table: TableKey, key: CellKey) => {
  const cell = cellAt(report, table, key);
  return cell && report.text.slice(cell.span.start, cell.span.end);
};

describe.each(LAYOUTS)('in %s', (layout) => {
  it('every cell can be filled, changed and blanked', () => {
    for (const table of Object.keys(NUMBERS) as TableKey[]) {
      const [spec] = tablesFrom('2021', table);
      const row = spec && rowsOf(spec).at(-1)?.key;
      const cell = blank(layout).tables[table]?.rows.find(({ key }) => key === row);
      for (const column of cell?.cells.keys() ?? []) {
        const key = { row: row as string, column } as CellKey;
        const once = filled(blank(layout), table, key, '12');
        expect(textAt(once, table, key)).toBe('12');
        const twice = filled(once, table, key, '3');
        expect(textAt(twice, table, key)).toBe('3');
        expect(textAt(filled(twice, table, key, ''), table, key)).toBe('');
      }
    }
  });

  it('the rest stays as it was', () => {
    const before = blank(layout, () => '0');
    const after = filled(before, 'requests', NATURAL, '5');
    const facts = structuredClone(factsOf(before));
    const row = facts.tables.requests?.['1'] as Record<string, number | null>;
    row.natural = 5;
    expect(factsOf(after)).toEqual(facts);
  });

  it('the last term fills a blank total, in the same edit', () => {
    let report = blank(layout);
    for (const column of ['natural', 'business', 'research', 'charity', 'legal', 'other'] as const)
      report = filled(report, 'requests', { row: '1', column }, '2');
    expect(textAt(report, 'requests', { row: '1', column: 'total' })).toBe('12');
  });
});

describe('is refused, and nothing written', () => {
  const report = blank('markdown', () => '0');
  const fill = (text: string, cell = NATURAL, on = report) =>
    fillCells(on, [{ table: 'requests', ...cell, text }], true);

  it.each(['1 | 2', '1\t2', '1\n2', '1<br>2', '9'.repeat(41), '全年收到申请，详情另报'])(
    '%j',
    (text) => {
      expect(fill(text)).toHaveProperty('refused');
    },
  );

  it('for a cell that the text does not have', () => {
    expect(fill('1', { row: '3.6', column: 'natural' } as CellKey)).toHaveProperty('refused');
    expect(fill('1', { row: 'constructor', column: '__proto__' } as never)).toHaveProperty(
      'refused',
    );
    expect(fill('1', NATURAL, parseReport('别的文字'))).toHaveProperty('refused');
  });

  it('where other cells would be read otherwise', () => {
    const spaced = parseReport(
      [
        '青禾县云水镇2023年政府信息公开工作年度报告',
        '三、收到和处理政府信息公开申请情况',
        '申请人情况  自然人  商业企业  科研机构  社会公益组织  法律服务机构  其他  总计',
        '一、本年新收政府信息公开申请数量  1  2  3  4  5  6  21',
        '二、上年结转政府信息公开申请数量  0  0  0  0  0  0  0',
      ].join('\n'),
    );
    expect(cellAt(spaced, 'requests', NATURAL)?.value).toBe(1);
    expect(fill('', NATURAL, spaced)).toHaveProperty('refused');
    expect(fill('7', NATURAL, spaced)).not.toHaveProperty('refused');
  });

  it.each(['12件', '１２', '/', '无', '-3', '1.5'])(
    'but %s is written as it is: a finding says what is wrong with it',
    (text) => {
      expect(textAt(filled(report, 'requests', NATURAL, text), 'requests', NATURAL)).toBe(text);
    },
  );
});
