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
    what: '没有标题，标题缺机关名称或年份，没有用“政府信息公开工作年度报告”，词语中间换行、有空格，或出现两次。',
    why: '标题的规定写法是“机关全称 + 年份 + 政府信息公开工作年度报告”。',
    how: '能确定的（换行、空格、说法）由快速修复改好；缺机关名称、年份的请补写。',
    invalid: [
      { note: '没有标题', text: REST.trimStart() },
      { note: '没有机关名称和年份', text: `政府信息公开工作年度报告${REST}` },
      { note: '词语中间换行', text: `青禾县云水镇人民政府2023年政府信息公开\n工作年度报告${REST}` },
      { note: '年份写在后面', text: `青禾县云水镇政府信息公开工作2023年度报告${REST}` },
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
      {
        note: '机关名称一行，其余一行',
        text: `青禾县民政局\n2023年政府信息公开工作年度报告${REST}`,
      },
      {
        note: '网页的导航不算标题',
        text: `首页 > 政务公开 > 政府信息公开年报\n青禾县民政局2023年政府信息公开工作年度报告${REST}`,
      },
      { note: '年份在前', text: `2023年青禾县民政局政府信息公开工作年度报告${REST}` },
    ],
  }),
  *check(report) {
    const { title: heading, sections } = report;
    if (!heading) {
      // a text that begins in its middle is told by the sections that it lacks
      if ((sections[0]?.number ?? 1) === 1) yield { span: firstLine(report), message: NO_TITLE };
      return;
    }
    const faults = faultsOf(report, heading);
    if (faults.length > 0) yield finding(report, heading, faults);
    else yield* blankLines(report, heading);
    for (const span of heading.repeated)
      yield {
        span,
        message: '标题出现了两次，只应有一个。',
        related: [{ message: '另一个标题', span: heading.span }],
      };
  },
};

const NO_TITLE = '没有标题。规定的写法是：机关全称 + 年份 +“政府信息公开工作年度报告”。';

/** What is wrong, in words; the fix corrects those that need no knowledge. */
function faultsOf({ text }: Report, heading: Title): string[] {
  const { span, text: words, organization, year, isCut } = heading;
  const faults: string[] = [];
  if (isCut) faults.push('在词语中间换了行');
  else if (/[^\d\s][^\S\r\n]+[^\d\s]/.test(text.slice(span.start, span.end)))
    faults.push('中间有空格');
  if (!organization) faults.push('没有机关名称');
  if (!year) faults.push('没有年份');
  if (!words.includes(TITLE_WORDS)) faults.push(`没有用“${TITLE_WORDS}”`);
  return faults;
}

/** A title on two lines that a blank one keeps apart. */
function* blankLines({ text }: Report, { span }: Title): Iterable<Finding> {
  const found = /[\r\n]\s*/.exec(text.slice(span.start, span.end));
  const [newline, ...more] = found?.[0].match(/\r\n|\n|\r/g) ?? [];
  if (!found || newline === undefined || more.length === 0) return;
  const start = span.start + found.index;
  yield {
    span,
    atMost: 'hint',
    message: '标题分成两行是可以的，中间不要空行。',
    fixes: [replace({ start, end: start + found[0].length }, newline, '删去标题中间的空行')],
  };
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
