// The report's title: organ, year, the official words, in one piece, once.

import type { Finding, Fix } from '../../findings/finding.js';
import { TITLE_WORDS } from '../../form/formats.js';
import type { Report, Title } from '../../report/report.js';
import type { Span } from '../../text/span.js';
import { replace } from '../fixes.js';
import type { Rule } from '../rule.js';

const REST =
  '\n\n一、总体情况\n\n2023年，我镇依法做好政府信息公开工作。\n\n二、主动公开政府信息情况\n';

export const title: Rule = {
  id: 'title',
  severity: 'warning',
  docs: () => ({
    title: '报告标题不规范',
    english: 'Irregular report title',
    what: '没有标题，标题缺机关名称或年份，没有用“政府信息公开工作年度报告”，中间断行、有空格，或出现两次。',
    why: '标题的规定写法是“机关全称 + 年份 + 政府信息公开工作年度报告”。',
    how: '能确定的（断行、空格、说法）由快速修复改好；缺机关名称、年份的请补写。',
    invalid: [
      { note: '没有标题', text: REST.trimStart() },
      { note: '没有机关名称和年份', text: `政府信息公开工作年度报告${REST}` },
      { note: '断成两行', text: `青禾县云水镇人民政府\n2023年政府信息公开工作年度报告${REST}` },
      { note: '中间有空格', text: `青禾县云水镇人民政府2023年政府信息 公开工作年度报告${REST}` },
      { note: '不是规定的说法', text: `青禾县云水镇人民政府2023年政府信息公开年报${REST}` },
    ],
    valid: [
      { note: '规定的写法', text: `青禾县云水镇人民政府2023年政府信息公开工作年度报告${REST}` },
      { note: '写“年度”', text: `青禾县云水镇人民政府2023年度政府信息公开工作年度报告${REST}` },
      {
        note: '数字两边的空格另有提示',
        text: `青禾县民政局 2023 年政府信息公开工作年度报告${REST}`,
      },
      { note: 'Markdown 标题', text: `# 青禾县民政局2023年政府信息公开工作年度报告${REST}` },
      { note: '年份在前', text: `2023年青禾县民政局政府信息公开工作年度报告${REST}` },
    ],
  }),
  *check(report) {
    if (!report.title) {
      yield { span: firstLine(report), message: NO_TITLE };
      return;
    }
    const faults = faultsOf(report, report.title);
    if (faults.length > 0) yield finding(report, report.title, faults);
    for (const span of report.title.repeated)
      yield {
        span,
        message: '标题出现了两次，只应有一个。',
        related: [{ message: '第一个标题', span: report.title.span }],
      };
  },
};

const NO_TITLE = '没有标题。规定的写法是：机关全称 + 年份 +“政府信息公开工作年度报告”。';

/** What is wrong, in words; the fix corrects those that need no knowledge. */
function faultsOf({ text }: Report, { span, text: words, organization, year }: Title): string[] {
  const written = text.slice(span.start, span.end);
  const faults: string[] = [];
  if (/[\r\n]/.test(written)) faults.push('断成了两行');
  else if (/[^\d\s]\s+[^\d\s]/.test(written)) faults.push('中间有空格');
  if (!organization) faults.push('没有机关名称');
  if (!year) faults.push('没有年份');
  if (!words.includes(TITLE_WORDS)) faults.push(`没有用“${TITLE_WORDS}”`);
  return faults;
}

function finding(report: Report, heading: Title, faults: readonly string[]): Finding {
  const fix = officialTitle(report, heading);
  return {
    span: heading.span,
    message: `标题${faults.join('，')}。规定的写法是：机关全称 + 年份 +“${TITLE_WORDS}”。`,
    fixes: fix ? [fix] : [],
  };
}

function officialTitle(report: Report, heading: Title): Fix | null {
  const { organization } = heading;
  const year = heading.year ?? report.year;
  if (!organization || !year) return null;
  const wanted = `${organization}${year}年${TITLE_WORDS}`;
  return replace(heading.span, wanted, `改为“${wanted}”`);
}

function firstLine({ prose }: Report): Span {
  return prose[0]?.span ?? { start: 0, end: 0 };
}
