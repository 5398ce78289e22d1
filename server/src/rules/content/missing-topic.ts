// A topic that section 一 must cover is not there.
import { missingTopics } from '../../judging/topics.js';
import { overview } from '../examples.js';
import type { Rule } from '../rule.js';

const ALL =
  '（一）主动公开情况。公开信息12条。\n（二）依申请公开情况。收到申请0件。\n（三）政府信息管理情况。落实三审制度。\n（四）平台建设情况。维护政府网站。\n（五）监督保障情况。开展培训，接受考核和社会评议，没有责任追究情况。';

export const missingTopic: Rule = {
  id: 'missing-topic',
  severity: 'info',
  docs: () => ({
    title: '总体情况缺少内容',
    english: 'Missing topic in section 一',
    what: '“一、总体情况”没有写到主动公开、依申请公开、政府信息管理、平台建设、监督保障中的某一方面；各级人民政府还要写工作考核、社会评议、责任追究。',
    why: '格式要求第一部分写明这五个方面，“不能遗漏，也不宜泛化”；工作考核、社会评议和责任追究结果情况见《条例》第五十条第（四）项。',
    how: '补写缺少的方面；没有发生的也写明，如“未收到政府信息公开申请”。',
    invalid: [
      { note: '只写了一句', text: overview('2023年，我镇依法做好政府信息公开工作。') },
      {
        note: '没有写依申请公开',
        text: overview(ALL.replace('（二）依申请公开情况。收到申请0件。\n', '')),
      },
    ],
    valid: [
      { note: '五个方面都有', text: overview(ALL) },
      {
        note: '不分小标题',
        text: overview(
          '主动公开信息12条，收到公开申请0件，信息发布前落实三审制度，维护政府网站，开展培训、考核和社会评议，没有责任追究情况。',
        ),
      },
      { note: '第一部分没有内容，由 empty-section 提示', text: overview('') },
    ],
  }),
  *check(report) {
    const section = report.sections.find(({ number }) => number === 1);
    const lacking = missingTopics(report).map(({ name }) => name);
    if (!section || lacking.length === 0) return;
    yield {
      span: section.heading,
      message: `“一、总体情况”没有写到${lacking.join('、')}，格式和《条例》第五十条要求写明，没有发生的也应写一句。`,
    };
  },
};
