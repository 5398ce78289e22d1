// One of the six official sections is not there.
import { templateInForce } from '../../report/relations.js';
import type { Report, Section } from '../../report/report.js';
import { SECTIONS, type SectionSpec } from '../../report/template.js';
import { headingOf, writeTable } from '../../report/write.js';
import { lineEndOf } from '../../text/lines.js';
import { wholeReport } from '../examples.js';
import { layoutInUse } from '../fixes.js';
import type { Finding, Fix, Rule } from '../rule.js';

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
        text: wholeReport().replace(/四、政府信息公开行政复议[\s\S]*?(?=五、)/, ''),
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
  const last = (missing.at(-1) as SectionSpec).number;
  const next = report.sections.find(({ number }) => number > last);
  const place = next ?? report.sections.at(-1);
  const names = missing.map((spec) => `“${headingOf(spec)}”`).join('、');
  return {
    span: place?.heading ?? report.title?.span ?? { start: 0, end: 0 },
    message: `缺少${names}。六个部分一个都不能少，没有内容也要保留标题并写明。`,
    fixes: [insert(report, missing, next)],
  };
}

function insert(report: Report, missing: readonly SectionSpec[], next: Section | undefined): Fix {
  const { text, lines } = report;
  const eol = lineEndOf(text);
  const mark = headingMark(report);
  const edits = missing.map((spec) => {
    const heading = `${mark}${headingOf(spec)}`;
    const table = spec.table && report.tables[spec.table];
    if (table) {
      // the table is there, under another heading: only the heading is missing
      const start = lines.spanOf(lines.lineAt(table.span.start)).start;
      return { start, newText: `${heading}${eol}${eol}` };
    }
    const body = spec.table
      ? `${eol}${writeTable(spec.table, { template: templateInForce(report), layout: layoutInUse(report), eol, fill: () => '' })}${eol}`
      : '';
    const inserted = `${heading}${eol}${body}${eol}`;
    if (next)
      return { start: lines.spanOf(lines.lineAt(next.heading.start)).start, newText: inserted };
    const gap = text.endsWith(eol) || text === '' ? eol : eol + eol;
    return { start: text.length, newText: `${gap}${inserted}` };
  });
  const joined = new Map<number, string>();
  for (const { start, newText } of edits) joined.set(start, (joined.get(start) ?? '') + newText);
  return {
    title: `插入${missing.map((spec) => `“${headingOf(spec)}”`).join('')}`,
    safe: false,
    edits: [...joined].map(([start, newText]) => ({ span: { start, end: start }, newText })),
  };
}

/** `## ` where the report's other headings are Markdown's. */
function headingMark({ text, lines, sections }: Report): string {
  const first = sections[0];
  if (!first) return '';
  const line = lines.spanOf(lines.lineAt(first.heading.start));
  return /^#+\s*/.exec(text.slice(line.start, first.heading.start))?.[0] ?? '';
}
