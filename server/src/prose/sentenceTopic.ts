// What running text speaks of: applications for information, cases over them, or something else.
import { APPLICATIONS } from './subjectRequests.js';

export type SentenceTopic = 'applications' | 'cases' | 'other';

const TOPIC =
  /(申请)|(复议|诉讼)|(?:许可|审批|低保|救助|登记|补贴|业务|服务|资格|保障|项目|认定|执行)申请|建议|提案|留言|信箱|热线|工单|咨询|诉求|信访|举报|投诉|来信|网民|问政|邮件|主动公开|意见征集|新闻发布|解读|培训|公众号|访问/g;
/** 申请 alone may be for anything: it must be one for information, or stand behind its verb. */
const FOR_INFORMATION = [
  new RegExp(APPLICATIONS),
  /(?:新收到?|收到|接到|受理|办理|答复|办结|结转|所有|全部|各类|每件)(?:了|的|书面|有效)*申请/,
];

/** What is spoken of last; `known` where the words name nothing. */
export function topicOf(words: string, known: SentenceTopic | null): SentenceTopic | null {
  let topic = known;
  TOPIC.lastIndex = 0;
  for (let match = TOPIC.exec(words); match; match = TOPIC.exec(words)) {
    const { index } = match;
    if (match[2]) topic = 'cases';
    else if (!match[1]) topic = 'other';
    else {
      const around = words.slice(Math.max(0, index - 10), index + 8);
      if (FOR_INFORMATION.some((pattern) => pattern.test(around))) topic = 'applications';
    }
  }
  return topic;
}
