// One of the six official sections is not there.

import type { Finding, Fix } from '../../findings/finding.js';
import { SECTIONS, type SectionSpec } from '../../form/formats.js';
import type { Report, Section } from '../../report/report.js';
import type { TextEdit } from '../../text/edit.js';
import { lineEndOf } from '../../text/lines.js';
import { headingLine, sectionPlace, tableText } from '../../writing/missingSections.js';
import { headingOf } from '../../writing/writeTable.js';
import { wholeReport, withSection } from '../examples.js';
import type { Rule } from '../rule.js';

export const missingSection: Rule = {
  id: 'missing-section',
  severity: 'error',
  docs: () => ({
    title: '缺少规定的部分',
    english: 'Missing section',
    what: '年度报告的六个部分（一、总体情况 … 六、其他需要报告的事项）缺了一个或几个。',
    why: '格式规定六个部分一个都不能少（国办公开办函〔2021〕30号）；没有内容也要保留标题并写明“无”或填 0。',
    how: '快速修复在应有的位置插入规定标题；有表格的部分连空表一起插入，用本报告已有表格的样式。',
    invalid: [
      {
        note: '缺第四部分',
        text: withSection(4, null),
      },
    ],
    valid: [
      { note: '六个部分齐全', text: wholeReport() },
      { note: '标题换了说法，不算缺', text: wholeReport({ 总体情况: '基本情况' }) },
    ],
  }),
  *check(report) {
    for (const missing of missingRuns(report.sections)) yield finding(report, missing);
  },
};

/** Sections that are missing side by side, in the form's order. */
function missingRuns(sections: readonly Section[]): SectionSpec[][] {
  const runs: SectionSpec[][] = [];
  let run: SectionSpec[] = [];
  for (const spec of SECTIONS) {
    if (sections.some(({ number }) => number === spec.number)) run = [];
    else {
      if (run.length === 0) runs.push(run);
      run.push(spec);
    }
  }
  return runs;
}

function finding(report: Report, missing: readonly SectionSpec[]): Finding {
  const [first] = missing;
  const last = (missing.at(-1) as SectionSpec).number;
  const next = report.sections.find(({ number }) => number > last);
  const place = next ?? report.sections.at(-1);
  const names = missing.map((spec) => `“${headingOf(spec)}”`).join('、');
  return {
    span: place?.heading ?? report.title?.span ?? { start: 0, end: 0 },
    message: `缺少${names}。六个部分一个都不能少，没有内容也要保留标题并写明。`,
    ...(first && { section: first.number }),
    fixes: isTorn(report, missing) ? [] : [insert(report, missing)],
  };
}

/** A text without a title that begins behind section 一 is a piece of a report: its head is elsewhere. */
function isTorn({ title }: Report, [first]: readonly SectionSpec[]): boolean {
  return title === null && first?.number === 1;
}

function insert(report: Report, missing: readonly SectionSpec[]): Fix {
  const eol = lineEndOf(report.text);
  const edits = missing.map((spec): TextEdit => {
    const { offset, before, hasTable } = sectionPlace(report, spec);
    const table = spec.table && !hasTable ? `${eol}${tableText(report, spec.table)}${eol}` : '';
    const newText = `${before}${headingLine(report, spec)}${eol}${table}${eol}`;
    return { span: { start: offset, end: offset }, newText };
  });
  return {
    title: `插入${missing.map((spec) => `“${headingOf(spec)}”`).join('')}`,
    safe: false,
    edits,
  };
}
