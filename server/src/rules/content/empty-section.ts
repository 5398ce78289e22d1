// A section with nothing in it; section 五 without problems or improvements.

import type { Finding } from '../../findings/finding.js';
import { tellsImprovement, tellsProblem } from '../../judging/topics.js';
import type { Report, Section } from '../../report/report.js';
import { foldWords } from '../../text/fold.js';
import { headingOf, sectionSpec } from '../../writing/writeTable.js';
import { wholeReport } from '../examples.js';
import type { Rule } from '../rule.js';

/** Fewer words than this say nothing in section 五: 无, 暂无其他问题. */
const FEWEST_WORDS = 10;

export const emptySection: Rule = {
  id: 'empty-section',
  severity: 'warning',
  docs: () => ({
    title: '部分没有内容',
    english: 'Section without content',
    what: '标题下没有内容；或第五部分没有写存在的问题、没有写改进情况，或只写了“无”。',
    why: '年度报告应当包括“政府信息公开工作存在的主要问题及改进情况”（《条例》第五十条第（四）项）。',
    how: '补写内容。没有其他需要报告的事项时，第六部分写明“无其他需要报告的事项”即可。',
    invalid: [
      {
        note: '第五部分只写“无”',
        text: wholeReport({
          '存在的问题：解读形式不够丰富。改进措施：下一步将增加图解和问答。': '无。',
        }),
      },
      {
        note: '第一部分只有标题',
        text: wholeReport({ '2023年，我镇依法做好政府信息公开工作。': '' }),
      },
      {
        note: '“有待加强”说的还是问题',
        text: wholeReport({
          '改进措施：下一步将增加图解和问答。': '公开力度有待加强，队伍建设需进一步完善。',
        }),
      },
      {
        note: '只写问题，不写改进',
        text: wholeReport({ '改进措施：下一步将增加图解和问答。': '部分栏目更新不及时。' }),
      },
    ],
    valid: [
      { note: '有问题，有改进', text: wholeReport() },
      {
        note: '没有用“改进”两个字',
        text: wholeReport({ '改进措施：下一步将': '我镇逐月核对公开栏，' }),
      },
      {
        note: '第六部分写“无”',
        text: wholeReport({ '2023年未收取政府信息公开信息处理费。': '无' }),
      },
      {
        note: '第二部分没有表格，由 missing-table 提示',
        text: '一、总体情况\n\n情况良好。\n\n二、主动公开政府信息情况\n\n',
      },
    ],
  }),
  *check(report) {
    for (const section of report.sections) {
      const found = finding(report, section);
      if (found) yield found;
    }
  },
};

function finding(report: Report, section: Section): Finding | null {
  const { number, heading } = section;
  // a lost table is told by missing-table
  if (sectionSpec(number).table) return null;
  const name = `“${headingOf(sectionSpec(number))}”`;
  const { body } = section;
  const lines = report.prose.filter(({ span: s }) => s.start >= body.start && s.end <= body.end);
  if (lines.length === 0) return { span: heading, message: `${name}下面没有内容。` };
  if (number !== 5) return null;
  const content = report.text.slice(body.start, body.end);
  if (content.length < FEWEST_WORDS * 4 && foldWords(content).length < FEWEST_WORDS)
    return {
      span: heading,
      message: `${name}几乎没有内容：要写存在的主要问题和改进情况（《条例》第五十条）。`,
    };
  const lacking = [
    ...(tellsProblem(content) ? [] : ['存在的问题']),
    ...(tellsImprovement(content) ? [] : ['改进情况']),
  ];
  if (lacking.length === 0) return null;
  return { span: heading, message: `${name}没有写${lacking.join('和')}（《条例》第五十条）。` };
}
