// A command on several tables: all edits at once, counted and told of once.
import { expect, it } from 'vitest';
import { parseReport } from '../../reading/parse.js';
import { applyEdits } from '../../text/edit.js';
import { headingOf, sectionSpec, writeTable } from '../../writing/writeTable.js';
import type { TableCommand } from './command.js';
import { fillBlanks } from './fillBlanks.js';
import { ALL_TABLE_COMMANDS, TABLE_COMMANDS } from './index.js';
import { runTableCommand } from './run.js';

const text = (['disclosure', 'review'] as const)
  .map((key, i) => {
    const fill = () => (key === 'review' ? '0' : '');
    const options = { template: '2021', layout: 'tab', eol: '\n', fill } as const;
    return `${headingOf(sectionSpec(i === 0 ? 2 : 4))}\n\n${writeTable(key, options)}\n`;
  })
  .join('\n');
const report = parseReport(text);
const tables = Object.values(report.tables);

it('changes every table that has something to change', () => {
  const { edits, count, notice } = runTableCommand(fillBlanks, report, tables, { align: true });
  expect(count).toBeGreaterThan(5);
  expect(notice).toBe('');
  const after = parseReport(applyEdits(text, edits));
  for (const table of Object.values(after.tables))
    for (const { cells } of table.rows)
      for (const { value } of cells.values()) expect(value).toBe(0);
});

it('does nothing where there is nothing to do', () => {
  const review = tables.filter(({ key }) => key === 'review');
  const nothing = { edits: [], count: 0, notice: '' };
  expect(runTableCommand(fillBlanks, report, review, { align: true })).toEqual(nothing);
  expect(runTableCommand(fillBlanks, report, [], { align: false })).toEqual(nothing);
});

it('says what it left in each table, and hands its options on', () => {
  const given: unknown[] = [];
  const command: TableCommand = {
    ...fillBlanks,
    edits: (_, __, options) => {
      given.push(options);
      return [];
    },
    notice: (_, { key }) => (key === 'review' ? '一句。' : null),
  };
  const options = { align: true, layout: 'tab' } as const;
  expect(runTableCommand(command, report, tables, options).notice).toBe('一句。');
  expect(given).toEqual([{ layout: 'tab' }, { layout: 'tab' }]);
});

it('one command stands in no menu, and one takes last year’s report', () => {
  const hidden = ALL_TABLE_COMMANDS.filter((one) => !TABLE_COMMANDS.includes(one));
  expect(hidden.map(({ id }) => id)).toEqual(['nianbao.fixCulprit']);
  const taking = ALL_TABLE_COMMANDS.filter(({ takesLastYear }) => takesLastYear);
  expect(taking.map(({ id }) => id)).toEqual(['nianbao.fromLastYear']);
});
