// What formatting, the commands on tables and the fixes of findings promise of any text, however
// mutilated: edits that every editor applies alike, no word and no fact lost, and once is enough.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { originalEdits } from '../../server/src/convert/edits.js';
import { formattingEdits } from '../../server/src/features/formatting/formatting.js';
import { alignTable } from '../../server/src/features/tables/align.js';
import type { TableCommand } from '../../server/src/features/tables/command.js';
import { convertLayout } from '../../server/src/features/tables/convertLayout.js';
import { fillBlanks } from '../../server/src/features/tables/fillBlanks.js';
import { fixRows } from '../../server/src/features/tables/fixRows.js';
import { fromLastYear } from '../../server/src/features/tables/fromLastYear.js';
import { TABLE_COMMANDS } from '../../server/src/features/tables/index.js';
import { keptAligned } from '../../server/src/features/tables/keptAligned.js';
import { recomputeTotals } from '../../server/src/features/tables/recomputeTotals.js';
import { parseReport } from '../../server/src/reading/parse.js';
import type { Cell, Report } from '../../server/src/report/report.js';
import { createReportService, factsOf } from '../../server/src/service/index.js';
import { applyEdits, type TextEdit } from '../../server/src/text/edit.js';
import { plainSource } from '../../server/src/text/source.js';
import { rangeOf } from '../../server/src/writing/tableLines.js';
import { isTotal } from '../../server/src/writing/totals.js';
import { describeReal, read, realReports } from '../support/realReports.js';
import { mutatedReports } from './mutate.js';

const RUNS = Number(process.env.NIANBAO_RUNS ?? 80);
const service = createReportService();

/** The text with edits made as they are sent out: by the library that servers use, and by hand. */
function made(text: string, edits: readonly TextEdit[]): string {
  const source = plainSource(text);
  const sent = originalEdits(source, edits);
  if (!sent) throw new Error('edits overlap');
  const byHand = sent.reduceRight(
    (now, { span, newText }) => now.slice(0, span.start) + newText + now.slice(span.end),
    text,
  );
  const byLibrary = TextDocument.applyEdits(
    TextDocument.create('file:///a.md', 'markdown', 1, text),
    sent.map(({ span, newText }) => ({ range: source.original.rangeOf(span), newText })),
  );
  expect(byLibrary).toBe(byHand);
  return byHand;
}

const formatted = (text: string, markdown = false) =>
  made(text, formattingEdits(parseReport(text), { markdown }));

/** Letters and digits alone: white space and the marks of labels are what formatting is for. */
const words = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');

/** All that `extract` tells, the lines of headings aside. */
const facts = (text: string) =>
  JSON.stringify(factsOf(parseReport(text)), (key, value) => (key === 'line' ? undefined : value));

const cellsOf = ({ tables }: Report): Cell[] =>
  Object.values(tables).flatMap(({ rows }) => rows.flatMap(({ cells }) => [...cells.values()]));

const keyOf = ({ table, row, column }: Cell) => `${table} ${row} ${column}`;

const contents = (report: Report) =>
  new Map(cellsOf(report).map((cell) => [keyOf(cell), cell.value]));

const done = (command: TableCommand, text: string, layout?: 'tab' | 'markdown' | 'pipe') => {
  const report = parseReport(text);
  const tables = Object.values(report.tables);
  const edits = tables.flatMap((table) => [
    ...command.edits(report, table, { previous: report, layout }),
  ]);
  made(
    text,
    keptAligned(
      report,
      tables.map(({ key }) => key),
      edits,
    ),
  );
  return made(text, edits);
};

/** What a command may change: these cells, and no more. */
const MAY: readonly (readonly [TableCommand, (report: Report, cell: Cell) => boolean])[] = [
  [recomputeTotals, isTotal],
  [fillBlanks, (_, { value }) => value === null],
  [fromLastYear, (_, { table, row }) => table === 'requests' && row === '2'],
  [fixRows, () => false],
  [alignTable, () => false],
  [convertLayout, () => false],
];

function keepsFacts(text: string): void {
  const report = parseReport(text);
  for (const [command, mayChange] of MAY)
    for (const layout of command === convertLayout
      ? (['tab', 'markdown', 'pipe'] as const)
      : [undefined]) {
      const after = done(command, text, layout);
      if (command === alignTable || command === convertLayout) {
        expect(facts(after), command.title).toBe(facts(text));
        expect(words(after).replace(/[|]/g, ''), command.title).toBe(
          words(text).replace(/[|]/g, ''),
        );
        continue;
      }
      const now = contents(parseReport(after));
      for (const cell of cellsOf(report))
        if (!mayChange(report, cell))
          expect(now.get(keyOf(cell)), `${command.title} ${keyOf(cell)}`).toBe(cell.value);
    }
}

function formatsWell(text: string): void {
  const after = formatted(text);
  expect(words(after)).toBe(words(text));
  expect(facts(after)).toBe(facts(text));
  expect(formatted(after)).toBe(after);
  formatted(text, true);
}

function fixesLieApart(text: string): void {
  for (const { fixes = [] } of service.check(service.parse(text)).diagnostics)
    for (const { edits } of fixes) made(text, edits);
}

const PROMISES = {
  formatting: formatsWell,
  'commands on tables': keepsFacts,
  fixes: fixesLieApart,
};

describe.each(Object.entries(PROMISES))('%s', (_, keep) => {
  test('generated reports, mutated', () => {
    fc.assert(fc.property(mutatedReports(8), keep), { numRuns: RUNS });
  }, 600_000);

  describeReal('real reports', () => {
    test.each(realReports)('%s', (name) => keep(read(name)));
  });
});

test('a label that gets the form’s marks and room before it is one edit', () => {
  const text = `四、政府信息公开行政复议、行政诉讼情况

三、收到和处理政府信息公开申请情况

|行名|自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计|
|---|---|---|---|---|---|---|---|
||(七)总计|3|0|0|0|0|0|3|
|四、结转下年度继续办理||0|0|0|0|0|0|0|
`;
  const after = formatted(text);
  expect(after).toContain('（七）总计 ');
  expect(after).not.toContain('计计');
});

test('a figure that ran into the numbering of a label stays', () => {
  const text = `三、收到和处理政府信息公开申请情况

行名\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计
03、补正后申请内容仍不明确\t0\t0\t0\t0\t0\t0\t0
4、无正当理由大量反复申请\t0\t0\t0\t0\t0\t0\t0
`;
  expect(formatted(text)).toBe(text.replace('4、', '4.'));
});

test('rows of bars between two tables belong to one of them', () => {
  const table = (name: string) => `| ${name} | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n`;
  const text = `四、政府信息公开行政复议、行政诉讼情况

| 行名 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
| --- | --- | --- | --- | --- | --- | --- | --- |
${table('一、本年新收政府信息公开申请数量')}${table('二、上年结转政府信息公开申请数量')}|  |  |  |  |  |  |  |  |
| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
| 0 | 1 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
`;
  expect(Object.keys(parseReport(text).tables)).toEqual(['requests', 'review']);
  formatsWell(text);
  keepsFacts(text);
});

describe('two tables in one line', () => {
  const CELLS = '行政规范性文件\t1\t2\t3';
  const text = `青禾县云水镇2022年政府信息公开工作年度报告

二、主动公开政府信息情况

第二十条第（一）项\t\t\t
信息内容\t本年制发件数\t本年废止件数\t现行有效件数
${CELLS}\t一、本年新收政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t9
二、上年结转政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0
（七）总计\t1\t0\t0\t0\t0\t0\t1
四、结转下年度继续办理\t0\t0\t0\t0\t0\t0\t0
`;
  const report = parseReport(text);
  const { disclosure, requests } = report.tables;

  test('are read, and share it', () => {
    expect(disclosure && requests && rangeOf(report, disclosure).last).toBe(
      requests && rangeOf(report, requests).first,
    );
  });

  test.each(TABLE_COMMANDS.map((command) => [command.title, command] as const))(
    '%s on one leaves the other',
    (_, command) => {
      for (const table of [disclosure, requests]) {
        if (!table) continue;
        const edits = command.edits(report, table, { previous: report, layout: 'markdown' });
        const after = parseReport(made(text, edits));
        const now = contents(after);
        for (const cell of cellsOf(report))
          if (cell.table !== table.key) expect(now.get(keyOf(cell)), keyOf(cell)).toBe(cell.value);
        expect(after.text).toContain(CELLS);
      }
    },
  );

  test('keep their words and figures when formatted', () => formatsWell(text));

  test('get no rows and columns, and are not converted, by a fix', () => {
    const { diagnostics } = service.check(report);
    const titles = diagnostics.flatMap(({ fixes = [] }) => fixes.map(({ title }) => title));
    expect(titles.filter((title) => /插入缺少的行|一列|整张表/.test(title))).toEqual([]);
    for (const { fixes = [] } of diagnostics)
      for (const { title, edits } of fixes) expect(applyEdits(text, edits), title).toContain(CELLS);
  });
});
