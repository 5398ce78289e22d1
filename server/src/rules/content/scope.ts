// Text copied from a higher organ or another one: 我省 in a town's report, another organ's name.

import type { Finding } from '../../findings/finding.js';
import { LEVELS } from '../../form/areas.js';
import { type Organ, type OrganRank, organOf } from '../../form/organs.js';
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
    what: '乡镇、县区、部门的报告用“我省”“全省各级”“围绕省委、省政府中心工作”说自己的工作，或报告上级政府收到、办理的申请；开头或落款的机关与标题不同。',
    why: '这些话的口气与机关的层级不合，多是从上级或别处的报告照抄来的。',
    how: '核对后改成本机关的说法。',
    invalid: [
      { note: '乡镇说“我省”', text: saying('我省政府信息公开工作取得新进展') },
      { note: '围绕省委中心工作', text: saying('我镇紧紧围绕省委、省政府中心工作推进公开') },
      {
        note: '写的是上级政府收到的申请',
        text: saying('我镇受理公民向县政府及县政府办公室提出的政府信息公开申请5件'),
      },
      {
        note: '开头是别的机关',
        text: wholeReport({ 年度报告: '年度报告\n\n现将白石镇2023年政府信息公开工作报告如下。' }),
      },
    ],
    valid: [
      { note: '贯彻上级部署', text: saying('我镇认真落实省委、省政府决策部署') },
      { note: '协助上级办理', text: saying('我镇协助县政府办理政府信息公开申请2件') },
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
    yield* ofSuperior(report, own);
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

/** A higher government, or all of its area: 市政府, 全县. */
const HIGHER = /([省市州盟区县旗])(?:人民)?政府|全([省市州盟区县旗])/g;
/** 市政府及市政府办公室: as a part of its name. */
const ITS_OFFICE = /^(?:[及和、](?:其|[省市州盟区县旗](?:人民)?政府))?办(?:公[室厅])?/;
/** 各级行政机关, 共: between who it is and what is done. */
const ALL_OF_IT =
  /^(?:各级|各)?(?:行政机关|单位|部门|镇街|乡镇)?(?:全年|本?年度|共计?|累计|总共|一共|新|依法|已){0,3}/;
const APPLICATIONS =
  /^了?[^，。；\n]{0,10}(?:政府信息公开|政务信息公开|信息公开|依申请公开|公开申请|申请人)/;
const ASKED = /^(?:提出|提交|递交|申请)/;
const HANDLED = /^(?:收到|受理|办理|答复|接收)/;
/** Whom it was sent to: 公民向青禾县人民政府提出. */
const SENT_TO = /向[^，。；、\n向]{0,12}$/;
/** What a superior is only helped with, or has passed on, asked for or told. */
const HELPED =
  /协助|配合|协同|转办|转来|交办|转送|移送|移交|转交|承办|代为|报[送经请]|[根依]据|按照|要求|关于|贯彻|落实|参加|学习|指导|文件|通知|《/;
/** So much is looked at before and behind. */
const NEAR = 40;

/** What a higher government does, told as one's own: applications made to it, and those that it handles. */
function* ofSuperior(report: Report, own: Own): Iterable<Finding> {
  const { text } = report;
  let done = 0;
  for (const { match, start, end } of matchesInProse(report, HIGHER)) {
    if (start < done || !isAbove(match[1] ?? match[2] ?? '', own)) continue;
    const behind = /^[^，。；\n]*/.exec(text.slice(end, end + NEAR))?.[0] ?? '';
    const before =
      text
        .slice(Math.max(0, start - NEAR), start)
        .split(/[，。；：\n]/)
        .at(-1) ?? '';
    if (HELPED.test(before + behind)) continue;
    const rest = match[1] ? behind.replace(ITS_OFFICE, '') : behind;
    const to = match[1] ? SENT_TO.exec(before) : null;
    const verb = to ? ASKED.exec(rest) : HANDLED.exec(rest.replace(ALL_OF_IT, ''));
    if (!verb) continue;
    const said = to ? rest : rest.replace(ALL_OF_IT, '');
    const object = APPLICATIONS.exec(said.slice(verb[0].length));
    if (!object) continue;
    const length = behind.length - said.length + verb[0].length + object[0].length;
    const span = { start: to ? start - before.length + to.index : start, end: end + length };
    done = span.end;
    yield {
      span,
      message: `${own.title}的报告里写“${text.slice(span.start, span.end)}”，说的是上级机关，像是照抄的，请核对后改成本机关的情况。`,
    };
  }
}

/** Whether a government called by this unit stands above an organ, and is not the area's own. */
function isAbove(unit: string, { area, role, superior }: Own): boolean {
  if (!superior?.level) return false;
  // a 市 may be of three levels; the one that the organ is of, or serves, is its own
  if (role !== 'department' && area?.unit.endsWith(unit)) return false;
  const levels = UNIT_LEVELS[unit] ?? [];
  return levels.some(
    (level) => LEVELS.indexOf(level) >= LEVELS.indexOf(superior.level as OrganRank),
  );
}

const UNIT_LEVELS: Readonly<Record<string, readonly OrganRank[]>> = {
  省: ['province'],
  市: ['county', 'city', 'province'],
  州: ['city'],
  盟: ['city'],
  区: ['county'],
  县: ['county'],
  旗: ['county'],
};

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
  const end = -Math.max(unitLength(a), unitLength(b)) - 2;
  return x.includes(y) || y.includes(x) || x.slice(end) === y.slice(end);
}

/** What all of a kind end in says nothing: two of 街道, three of 民族乡, one of 镇 and 局. */
function unitLength({ role, area }: Organ): number {
  return area && role !== 'department' ? area.unit.length : 1;
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
