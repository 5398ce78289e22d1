// A row is data: with a fourth one under 无法提供 in the format, everything knows it, and nothing is
// found that is not so.
import { describe, expect, it, vi } from 'vitest';
import { completionsAt } from '../../server/src/features/completion/completion.js';
import { requestsSentence } from '../../server/src/features/completion/sentenceFigures.js';
import { toPlainText } from '../../server/src/features/completion/snippet.js';
import { hoverAt } from '../../server/src/features/hover/hover.js';
import { newReport } from '../../server/src/features/newReport/newReport.js';
import { rowsOf, tableOf } from '../../server/src/form/formats.js';
import { cellAt } from '../../server/src/judging/relations.js';
import { parseReport } from '../../server/src/reading/parse.js';
import type { Report } from '../../server/src/report/report.js';
import { createReportService } from '../../server/src/service/index.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { FACTS, reportWith } from '../support/facts.js';

// this file's own list of formats: no other test sees it
vi.mock('../../server/src/form/formatList.js', async (original) => {
  const { FORMATS } = await original<typeof import('../../server/src/form/formatList.js')>();
  const { WITH_ROW } = await import('./inventedFormats.js');
  return { FORMATS: [FORMATS[0], WITH_ROW] };
});

const service = createReportService();
const { requests } = FACTS;
const facts = {
  ...FACTS,
  requests: { ...requests, '3.4.1': '1 0 0 0 0 0 1', '3.4.4': '1 0 0 0 0 0 1' },
};
const sentence = (unavailable: number) =>
  `2023年，我镇新收政府信息公开申请14件，上年结转2件；办结15件，其中予以公开8件、部分公开2件、不予公开2件、无法提供${unavailable}件、其他处理1件，结转下年度继续办理1件。`;
const LABEL = '4.信息已依法销毁';

/** What is found of tables, and of text against tables. */
const findings = (report: Report) =>
  service
    .check(report, {
      rules: { 'missing-topic': 'off', 'processing-fee': 'off', 'empty-section': 'off' },
    })
    .diagnostics.map(({ rule, message }) => `${rule}: ${message}`);

describe('a row added to a format', () => {
  const report = reportWith(sentence(2), facts);
  const without = parseReport(report.text.replace(/^.*信息已依法销毁.*\n/m, ''));

  it('is read', () => {
    expect(rowsOf(tableOf('2021', 'requests'))).toHaveLength(26);
    expect(report.tables.requests?.rows).toHaveLength(26);
    expect(cellAt(report, 'requests', { row: '3.4.4', column: 'natural' })?.value).toBe(1);
    expect(report.template).toBe('2021');
  });

  it('is checked, and nothing false is found', () => {
    expect(findings(report)).toEqual([]);
    expect(service.check(report).relations).toEqual({ held: 43, broken: 0, unknown: 0 });
  });

  it('counts: in the sum of outcomes, and in what the text says of its group', () => {
    const wrong = reportWith(sentence(2), {
      ...facts,
      requests: { ...facts.requests, '3.4.4': '3 0 0 0 0 0 3' },
    });
    expect(findings(wrong)).toEqual([
      expect.stringMatching(
        /^outcome-total: “自然人”一列.* 13，各项相加是 15（.*4\.信息已依法销毁 3/,
      ),
      expect.stringMatching(
        /^outcome-total: “总计”一列.* 15，各项相加是 17（.*4\.信息已依法销毁 3/,
      ),
    ]);
    expect(findings(reportWith(sentence(1), facts))).toEqual([
      expect.stringMatching(/^prose-table: 文中写“无法提供1件”.*“4\.信息已依法销毁”的“总计” 1 = 2/),
    ]);
  });

  it('is missed where it is not there, and put in where it belongs', () => {
    const missing = service.check(without).diagnostics.filter(({ rule }) => rule === 'missing-row');
    expect(missing.map(({ message }) => message)).toEqual([
      `这一行后面缺少“${LABEL}”。规定的行不能删，没有的填 0。`,
    ]);
    const after = parseReport(applyEdits(without.text, missing[0]?.fixes?.[0]?.edits ?? []));
    expect(after.tables.requests?.rows.map(({ key }) => key)).toEqual(
      report.tables.requests?.rows.map(({ key }) => key),
    );
  });

  it('is drafted', () => {
    const text = newReport({
      organization: '青禾县云水镇人民政府',
      year: 2024,
      layout: 'tab',
      zeros: true,
    });
    expect(text).toContain(`\t\t${LABEL}\t0\t0\t0\t0\t0\t0\t0\n`);
    expect(parseReport(text).tables.requests?.rows).toHaveLength(26);
    expect(service.check(parseReport(text)).relations.unknown).toBe(0);
  });

  it('is completed: the row itself, and what a sentence tells of its group', () => {
    const above = '3.补正后申请内容仍不明确';
    const at = without.text.indexOf('\n', without.text.indexOf(above)) + 1;
    const typing = parseReport(`${without.text.slice(0, at)}信息\n${without.text.slice(at)}`);
    const offered = completionsAt(typing, at + 2, 'tab').map(({ label }) => label);
    expect(offered).toContain(LABEL);
    expect(toPlainText(requestsSentence(report))).toContain('无法提供2件');
  });

  it('is hovered', () => {
    const at = (words: string) => report.text.lastIndexOf(words) + 1;
    expect(hoverAt(report, at(LABEL))?.text).toContain(`**${LABEL}**`);
    expect(hoverAt(report, at(LABEL))?.text).toContain('《条例》第三十六条（四）');
    expect(hoverAt(report, at('（四）无法提供'))?.text).toContain('无法提供共 2 件');
  });
});
