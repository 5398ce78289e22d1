// A section without its table.

import { lineEndOf } from '../../text/lines.js';
import { tableText } from '../../writing/missingSections.js';
import { headingOf, sectionSpec } from '../../writing/writeTable.js';
import { wholeReport, withSection } from '../examples.js';
import type { Rule } from '../rule.js';

/** A picture in Markdown, in HTML, or of a Word file: `![图片](image1.png)`. */
const PICTURE = /!\[[^[\]]*\]\(|<img\s/i;

export const missingTable: Rule = {
  id: 'missing-table',
  severity: 'error',
  docs: () => ({
    title: '缺少表格',
    english: 'Missing table',
    what: '第二、三、四部分的标题下没有规定的表格。',
    why: '这三个部分由表格组成（格式），表格贴成图片或粘贴时丢失，读者和汇总都看不到数。',
    how: '快速修复在标题下插入空表，用本报告已有表格的样式；数为 0 的也要填 0。',
    invalid: [
      {
        note: '第四部分只有一句话',
        text: withSection(4, '本年未发生。'),
      },
      {
        note: '第四部分的表格贴成了图片',
        text: withSection(4, '![图片](image1.png)'),
      },
    ],
    valid: [
      { note: '三张表都在', text: wholeReport() },
      {
        note: '行名和数字粘在一起，看得出有表，不下结论',
        text: '二、主动公开政府信息情况\n\n第二十条第（一）项\n信息内容本年制发件数本年废止件数现行有效件数\n规章000\n行政规范性文件000\n',
      },
      { note: '整个部分缺失，由 missing-section 提示', text: '一、总体情况\n\n…\n' },
    ],
  }),
  *check(report) {
    const eol = lineEndOf(report.text);
    for (const { number, heading, body } of report.sections) {
      const spec = sectionSpec(number);
      if (!spec.table || report.tables[spec.table]) continue;
      const isPicture = PICTURE.test(report.text.slice(body.start, body.end));
      const table = tableText(report, spec.table);
      const { end } = report.lines.lineSpanAt(heading.start);
      yield {
        span: heading,
        message: isPicture
          ? `“${headingOf(spec)}”下面的表格像是一张图片，里面的数无法核对，也无法汇总。请换成文字表格，没有的也要填 0。`
          : `“${headingOf(spec)}”下面没有规定的表格。没有的也要列表填 0。`,
        at: { table: spec.table },
        fixes: [
          {
            title: '插入空表',
            safe: false,
            edits: [{ span: { start: end, end }, newText: `${eol}${eol}${table}` }],
          },
        ],
      };
    }
  },
};
