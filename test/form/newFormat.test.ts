// A format is data: one of 2027, with a block more, a column renamed and a row less, is read, checked,
// drafted and converted to, and the formats before it are what they were.
import { describe, expect, it, vi } from 'vitest';
import { newReport } from '../../server/src/features/newReport/newReport.js';
import { CURRENT, rowsOf, TABLE_KEYS, tableOf } from '../../server/src/form/formats.js';
import { basisOf } from '../../server/src/form/preamble.js';
import { cellAt } from '../../server/src/judging/relations.js';
import { parseReport } from '../../server/src/reading/parse.js';
import type { Layout, Report } from '../../server/src/report/report.js';
import { createReportService } from '../../server/src/service/index.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { headingOf, sectionSpec, writeTable } from '../../server/src/writing/writeTable.js';
import { FACTS, reportWith } from '../support/facts.js';

// this file's own list of formats: no other test sees it
vi.mock('../../server/src/form/formatList.js', async (original) => {
  const { FORMATS } = await original<typeof import('../../server/src/form/formatList.js')>();
  const { FORMAT_2027 } = await import('./inventedFormats.js');
  return { FORMATS: [...FORMATS, FORMAT_2027] };
});

const service = createReportService();
const ORGAN = '青禾县云水镇人民政府';
const SENTENCE =
  '2027年，我镇新收政府信息公开申请14件，上年结转2件；办结15件，结转下年度继续办理1件。';
const facts = { ...FACTS, disclosure: { ...FACTS.disclosure, media: '7' } };
const of = (template: '2019' | '2021' | '2027', year: number) =>
  reportWith(SENTENCE.replace('2027', String(year)), facts, { template, year });

/** What is found of tables, and of text against tables and last year's report. */
const findings = (report: Report, previous?: Report) => {
  const off = { 'missing-topic': 'off', 'processing-fee': 'off', 'empty-section': 'off' } as const;
  return service
    .check(report, { rules: off }, previous)
    .diagnostics.map(({ rule, message }) => `${rule}: ${message}`);
};

describe('a format added as data', () => {
  it('is the newest', () => {
    expect(CURRENT.id).toBe('2027');
  });

  it.each<Layout>(['tab', 'markdown', 'pipe', 'lines', 'space'])('is read from %s', (layout) => {
    const text = TABLE_KEYS.map((key) => {
      const spec = tableOf('2027', key);
      const fill = () => '3';
      const table = writeTable(key, { template: '2027', layout, eol: '\n', fill });
      return `${headingOf(sectionSpec(spec.section))}\n\n${table}\n`;
    }).join('\n');
    const report = parseReport(`${ORGAN}2027年政府信息公开工作年度报告\n\n${text}`);
    expect(report.template).toBe('2027');
    for (const key of TABLE_KEYS) {
      const table = report.tables[key];
      expect(table?.rows.map((row) => row.key)).toEqual(
        rowsOf(tableOf('2027', key)).map((row) => row.key),
      );
      for (const row of table?.rows ?? [])
        expect([...row.cells.values()].map(({ value }) => value)).toEqual(
          row.expected.map(() => 3),
        );
    }
  });

  it('is checked, and nothing false is found', () => {
    const report = of('2027', 2027);
    expect(report.template).toBe('2027');
    expect(findings(report)).toEqual([]);
    expect(service.check(report).relations).toEqual({ held: 41, broken: 0, unknown: 0 });
  });

  it('has its own words in messages', () => {
    const { text } = of('2027', 2027);
    const wrong = parseReport(text.replace('行政规范性文件\t8\t3\t20', '行政规范性文件\t8\t3\t2'));
    expect(findings(wrong)).toEqual([
      expect.stringMatching(/^in-force: “行政规范性文件”的“年末有效件数”是 2，少于/),
    ]);
    const gone = parseReport(text.replace(/^政务新媒体.*\n/m, ''));
    expect(findings(gone)).toEqual([
      'missing-row: 这一行后面缺少“政务新媒体”。规定的行不能删，没有的填 0。',
    ]);
  });

  it('follows on the format before it, in the words of each', () => {
    const report = of('2027', 2027);
    const found = findings(report, of('2021', 2026));
    expect(found).toEqual([
      expect.stringMatching(/^in-force: “行政规范性文件”的“年末有效件数”是 20，按上年报告应为 25/),
      expect.stringMatching(/^carry-over: .*“总计”本年 2、上年 1/),
    ]);
  });

  it('is drafted from its year on', () => {
    const draft = (year: number) =>
      parseReport(newReport({ organization: ORGAN, year, layout: 'tab', zeros: true }));
    expect([2020, 2021, 2026, 2027, 2030].map((year) => draft(year).template)).toEqual([
      '2019',
      '2021',
      '2021',
      '2027',
      '2027',
    ]);
    expect(findings(draft(2027)).filter((one) => !one.startsWith('residue'))).toEqual([]);
    expect(basisOf(2026)).toContain('国办公开办函〔2021〕30号');
    expect(basisOf(2027)).toContain('国办公开办函〔2027〕3号');
  });

  it('is what an old table becomes', () => {
    const old = reportWith(
      SENTENCE,
      {
        ...facts,
        requests: {
          ...facts.requests,
          '3.4.1': '1 0 0 0 0 0 1',
          '3.5.3': '1 0 0 0 0 0 1',
        },
      },
      { template: '2021', year: 2027 },
    );
    expect(old.template).toBe('2021');
    const { diagnostics } = service.check(old);
    const found = diagnostics.filter(({ rule }) => rule === 'outdated-template');
    expect(found.map(({ message }) => message)).toEqual([
      '用的是 2021 年的格式（如“现行有效件数”），2027 年度的报告应用 国办公开办函〔2027〕3号 的新格式。换成新格式后，新增的项目要补填。',
    ]);
    const after = parseReport(applyEdits(old.text, found[0]?.fixes?.[0]?.edits ?? []));
    expect(after.template).toBe('2027');
    const figure = (row: string, column: string) =>
      cellAt(after, 'disclosure', { row, column })?.value;
    expect(figure('normative', 'inForce')).toBe(20);
    expect(figure('fees', 'amount')).toBe(275.304);
    expect(figure('media', 'accounts')).toBeNull();
    // what has no place any more is told, not lost
    expect(after.text).toContain(
      '旧表中没有去处的数：“3.要求提供公开出版物”的“自然人”1；“3.要求提供公开出版物”的“总计”1。',
    );
  });

  it('leaves the formats before it as they are', () => {
    expect(of('2021', 2023).template).toBe('2021');
    expect(findings(of('2021', 2023))).toEqual([]);
    expect(of('2019', 2020).template).toBe('2019');
    expect(
      findings(of('2019', 2020)).filter((one) => /^(?:outdated|missing|label)/.test(one)),
    ).toEqual([]);
    expect(findings(of('2019', 2023))).toContainEqual(
      expect.stringContaining('2023 年度的报告应用 国办公开办函〔2021〕30号 的新格式'),
    );
  });
});
