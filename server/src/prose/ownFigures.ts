// Whose figure it is, and of which time: only the organ's own figures of the year reported on can
// be compared with its tables. In doubt a figure is somebody else's.

import { organOf } from '../form/organs.js';
import { AREA_SIGNS, BODY_SIGNS, SELF_SIGNS } from '../form/selfWords.js';
import type { Report } from '../report/report.js';
import { enclosedBy, without } from '../text/enclosed.js';
import { matchesOf } from '../text/matches.js';
import { LAST_YEAR, LEFT_OVER } from './words.js';

/** By which words a report means the organ that it speaks for. */
export interface Speaker {
  /** What may stand behind 我 and 本: 县, 局; null where anything may. */
  readonly own: string | null;
  /** What may stand behind 全. */
  readonly all: string;
  /** Whether 办公室 is the organ itself. */
  readonly isOffice: boolean;
  /** What other organs' names are held against. */
  readonly name: string;
}

const DEPARTMENT = `${BODY_SIGNS}中校所队站`;

export function speakerOf(report: Report): Speaker {
  const { organization } = report;
  if (!organization) return { own: null, all: '局镇乡街', isOffice: false, name: '' };
  const organ = organOf(organization);
  const isOffice = organ?.role === 'office';
  if (!organ?.area || !organ.reportsForArea) {
    const own = isOffice ? '办' : DEPARTMENT;
    return { own, all: isOffice ? '' : own, isOffice, name: organ?.name ?? organization };
  }
  const { type, area } = organ;
  const unit = area.unit === '街道' ? '街' : area.unit.slice(-1);
  // 街道办事处 and a town's office say 我办, 管委会 says 我委
  const body = isOffice || type === 'street' ? '办' : type === 'zone' ? '委' : '';
  return { own: unit + body, all: unit, isOffice, name: area.name };
}

const WHOLE_YEAR =
  /(?:自|从)?((?:20\d\d年)?)1月1日(?:起|开始)?(?:至|到|[-—－~～]+)(?:(?:20\d\d|同)年)?12月31日(?:止|期间)?/g;
const YEAR_END = /(?:截至|截止|截止到|到)((?:20\d\d年)?)(?:12月31日|12月底|年底|年末|底)/g;
const COMPARISON =
  /(?:同?比|较|与|和|对比|相比|比较)于?(?:上年|去年|上一年|前年|20\d\d年|同期|往年|历年)度?(?:同期)?/g;
const CARRIED = new RegExp(
  `(?:${LAST_YEAR}|20\\d\\d年)${LEFT_OVER}|(?:结转|转|跨)(?:到|至|入)?20\\d\\d年`,
  'g',
);
const TIME =
  /(20\d\d)年(?:度)?(以来)?|上年|去年|上一年|前年|同期|往年|历年|近[两三四五六七八九十几]年|上半年|下半年|前三季度|季度|\d{1,2}月|(?:今年|本年度?|当年)以来|以来|年来|今年|本年|全年|当年|累计|每[年月周季]|年均|月均|平均|[“"]?十[三四五]五/g;

const TIMELY = /[年月去同往历近季累每均以]|十[三四五]五/;

/** Whether words place what follows in the year reported on; null where they say nothing of time. */
export function isOwnTime(
  words: string,
  year: number | null,
  known: boolean | null,
): boolean | null {
  if (!TIMELY.test(words)) return null;
  const plain = without(enclosedBy('《', '》', words), words)
    .replace(WHOLE_YEAR, '$1')
    .replace(YEAR_END, '$1')
    .replace(COMPARISON, '')
    .replace(CARRIED, '');
  let own: boolean | null = null;
  for (const [said, number] of matchesOf(plain, TIME)) {
    if (number) own = Number(number) === year;
    else if (/^(?:今年|本年|全年|当年)/.test(said)) own = own !== false || !/全年/.test(said);
    else if (said === '累计') own = own ?? known ?? false;
    else own = false;
  }
  return own;
}

const SCOPE = new RegExp(
  [
    `(?:(?<![健安完周])全|我|(?<![基成样版文])本)(?:街道|[${SELF_SIGNS}校所队站]|中心|系统|单位|机关|部门)(?!机关)`,
    `[${BODY_SIGNS}镇乡]机关`,
    `(?:[${AREA_SIGNS}]|街道)(?:人民)?政府(?!信息|网|门户|公报|采购|投资|令|文件|数据|服务|工作|购买|性|债|储备|规章|规范)(?:办公[室厅]|办(?!理|结|公)|机关|本级|部门|各部门|组成部门)?`,
    `[${AREA_SIGNS}]本?级|本级`,
    '办公[室厅]',
    '各(?:级|县|市|区|乡|镇|街|部门|单位|有关|相关|科|股|处|分局)',
  ].join('|'),
  'g',
);
const PLACED = new RegExp(`[${SELF_SIGNS}心校所队站级系单机部属辖直]`);
const PARTS = /下[属辖]|所属|直属|(?:乡镇|部门|分局|科室)(?=.{0,6}(?:收|受|办|答))/;
const NAMED =
  /([一-鿿]{1,12}?(?:局|委员会|委|厅|镇|乡|街道|县|区|市|旗|队|管委会))(?=共?计?(?:依法|全年|新|也|均)?(?:未|没有?)?(?:收到|收办|新收|接到|受理|办理|答复|办结|承办|被申请|被提起|制发|制定|印发|出台|作出))/g;

/** Whether words make the organ itself the subject; null where they name nobody. */
export function isOwnScope(words: string, clause: string, speaker: Speaker): boolean | null {
  if (!PLACED.test(words)) return null;
  let own: boolean | null = null;
  let wide = -1;
  for (const match of matchesOf(words, SCOPE)) {
    const [said] = match;
    // 全市各级行政机关: still all of it
    if (said.startsWith('各') && wide >= 0 && !words.slice(wide, match.index).includes('，'))
      continue;
    own = isOwnWord(said, speaker);
    wide = own && said.startsWith('全') ? match.index : -1;
  }
  // 全县各部门、乡镇: all of them together
  if (own && wide >= 0 && words.length - wide <= clause.length) return true;
  if (PARTS.test(clause)) return false;
  for (const [, name = ''] of matchesOf(clause, NAMED)) {
    if (/[全我本各](?:.|街道)$/.test(name) || /^各|各级/.test(name)) continue;
    own = sharesName(name, speaker);
  }
  return own;
}

function isOwnWord(said: string, { own, all, isOffice }: Speaker): boolean {
  const whose = said.charAt(0);
  const what = said.charAt(1);
  if (/^[我本](?:单位|机关|部门)/.test(said)) return true;
  if (whose === '我' || whose === '本' || whose === '全') {
    if (said === '本级' || said.endsWith('系统')) return false;
    return whose === '全' ? all.includes(what) : (own?.includes(what) ?? true);
  }
  if (/办公?[室厅]?$/.test(said) && /办/.test(said)) return isOffice;
  // a town's government is all of it, a county's is one of many
  if (/政府$/.test(said)) return /[镇乡街]/.test(whose) && own?.includes(whose) === true;
  return false;
}

/** 县自然资源局 in the report of 青禾县自然资源局. */
function sharesName(name: string, { name: own }: Speaker): boolean {
  let shared = 0;
  while (
    shared < Math.min(name.length, own.length) &&
    name.charAt(name.length - 1 - shared) === own.charAt(own.length - 1 - shared)
  )
    shared++;
  return shared >= Math.min(3, own.length);
}
