// Text copied from a higher organ or another one: 我省 in a town's report, another organ's name.

import type { Finding } from '../../findings/finding.js';
import { type Organ, organOf } from '../../form/organs.js';
import type { ProseLine, Report } from '../../report/report.js';
import { matchesIn, matchesInProse, preambleOf } from '../../report/runningText.js';
import type { Span } from '../../text/span.js';
import { saying, wholeReport } from '../examples.js';
import { replace } from '../fixes.js';
import type { Rule } from '../rule.js';

/** The organ whose report it is. */
interface Own extends Organ {
  readonly title: string;
}

export const scope: Rule = {
  id: 'scope',
  severity: 'info',
  docs: () => ({
    title: '像是照抄的文字',
    english: 'Text that looks copied',
    what: '乡镇、县区、部门的报告用“我省”“全省各级”“围绕省委、省政府中心工作”说自己的工作；开头或落款的机关与标题不同。',
    why: '这些话的口气与机关的层级不合，多是从上级或别处的报告照抄来的。',
    how: '核对后改成本机关的说法。',
    invalid: [
      { note: '乡镇说“我省”', text: saying('我省政府信息公开工作取得新进展') },
      { note: '围绕省委中心工作', text: saying('我镇紧紧围绕省委、省政府中心工作推进公开') },
      {
        note: '开头是别的机关',
        text: wholeReport({ 年度报告: '年度报告\n\n现将白石镇2023年政府信息公开工作报告如下。' }),
      },
    ],
    valid: [
      { note: '贯彻上级部署', text: saying('我镇认真落实省委、省政府决策部署') },
      { note: '在全省的名次', text: saying('我镇政务新媒体在全省抽查中合格') },
      {
        note: '开头用简称',
        text: wholeReport({ 年度报告: '年度报告\n\n现将云水镇2023年政府信息公开工作报告如下。' }),
      },
    ],
  }),
  *check(report) {
    const title = report.organization ?? '';
    const organ = organOf(title);
    if (!organ) return;
    // as it is written in the title
    const own = { ...organ, title };
    if (isBelowProvince(organ)) yield* highWords(report, own);
    if (report.title?.organization) yield* otherOrgans(report, own);
  },
};

/** Whether it surely cannot speak for a province: what it serves is smaller. */
function isBelowProvince({ area }: Organ): boolean {
  return area !== null && area.level !== 'province';
}

const HIGH =
  /我省|全省(?:各级|各地|共(?:收到|受理|主动|公开|发布|办理)|行政机关)|(?:围绕|服务|聚焦)(?:全省|省委省政府|省委、省政府)(?:的)?(?:中心|重点|大局)?(?:工作|大局)/g;

function* highWords(report: Report, { title, role, level }: Own): Iterable<Finding> {
  for (const { match, start, end } of matchesInProse(report, HIGH)) {
    const [written] = match;
    // a city may quote what the province did
    if (level === 'city' && role !== 'department' && written !== '我省') continue;
    yield {
      span: { start, end },
      message: `${title}的报告里写“${written}”，像是从省级材料照抄的，请核对。`,
    };
  }
}

/** 现将…2023年, 本报告由…编制, and the line of the signature. */
const SELF = /现将|特?编?制定?|现就|编制了?|公布|本报告由/g;
const NAMED = /^[\u4e00-\u9fff]{2,20}?(?=20\d\d年|政府信息公开)/;
const MADE_BY = /^[\u4e00-\u9fff]{2,20}?(?=(?:负责)?(?:编制|编写|起草))/;
/** The longest name with what stands behind it. */
const FAR = 26;
const OFFICES = /国务院|公开办|条例|规定|本|我|按照|根据|要求/;

function* otherOrgans(report: Report, organ: Own): Iterable<Finding> {
  const { text } = report;
  let done = 0;
  for (const { match, start, end } of matchesIn(text, preambleOf(report), SELF)) {
    if (start < done) continue;
    const behind = text.slice(end, end + FAR);
    const [name] = (match[0] === '本报告由' ? MADE_BY : NAMED).exec(behind) ?? [];
    if (name === undefined) continue;
    done = end + name.length;
    if (report.title && end < report.title.span.end) continue;
    yield* compared(name, { start: end, end: done }, organ);
  }
  const signature = signatureOf(report);
  if (signature)
    yield* compared(text.slice(signature.span.start, signature.span.end), signature.span, organ);
}

function* compared(words: string, span: Span, organ: Own): Iterable<Finding> {
  const { title } = organ;
  const other = OFFICES.test(words) ? null : organOf(words);
  if (!other || agree(other, organ)) return;
  yield {
    span,
    message: `这里的机关是“${other.name}”，标题的机关是“${title}”，像是照抄了别处的报告。`,
    fixes: [replace(span, title, `改为“${title}”`)],
  };
}

/** One name is part of the other, or both end in the same place or office. */
function agree(a: Organ, b: Organ): boolean {
  const [x, y] = [shortName(a), shortName(b)];
  return x.includes(y) || y.includes(x) || x.slice(-3) === y.slice(-3);
}

/** A government and its office go by the area; a 局 may have been a 委员会. */
function shortName({ name, role, area }: Organ): string {
  return area && role !== 'department' ? area.name : name.replace(/(?:委员会|办公室)$/, '');
}

/** A short line that is an organ's name, among the last lines. */
function signatureOf({ text, prose, sections }: Report): ProseLine | null {
  if (!sections.some(({ number }) => number === 6)) return null;
  for (const line of prose.slice(-3)) {
    const { start, end } = line.span;
    if (line.section !== 6 || line.level > 0 || end - start > 24) continue;
    const words = text.slice(start, end);
    if (/^[\u4e00-\u9fff\s]+$/.test(words) && words.length > 3 && organOf(words)) return line;
  }
  return null;
}
