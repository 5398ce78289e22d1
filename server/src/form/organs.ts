// What an organ is, as far as its name tells: of which type and level, for which area, and under whom.
// Rules and features ask here; nobody else reads organs' names. What a name leaves open is null.
import { memoized } from '../text/cache.js';
import {
  type Area,
  areaOfUnit,
  isMunicipality,
  LEVELS,
  type OrganRank,
  readAreas,
} from './areas.js';

export type { Area, OrganRank } from './areas.js';

export type OrganType =
  | 'ministry'
  | 'province'
  | 'city'
  | 'county'
  | 'town'
  | 'street'
  | 'zone'
  | 'office'
  | 'bureau';

/** What it is to its area: the government, a body that acts for one there, its office, a department. */
export type OrganRole = 'government' | 'agency' | 'office' | 'department';

export interface Organ {
  /** As written, but for spaces, brackets and what leads to it (首页>…). */
  readonly name: string;
  readonly type: OrganType;
  readonly role: OrganRole;
  /** Of the area that it serves; a ministry's is the nation. */
  readonly level: OrganRank | null;
  /** The area that it serves; for a department the one that it belongs to. */
  readonly area: Area | null;
  /** What stands behind the area: 人民政府, 教育局; '' where the area stands alone. */
  readonly body: string;
  /** What such organs are called in messages. */
  readonly called: string;
  /** Whether it may make 规章; in doubt it may. */
  readonly mayMakeRules: boolean;
  /** Whether its report is the area's: a government's is, and that of a town's office. */
  readonly reportsForArea: boolean;
  /** Null at the top, and where the name does not tell. */
  readonly superior: Superior | null;
}

/** Whom an organ answers to. */
export interface Superior {
  /** As a rule, where the name does not say who it is; null for zones. */
  readonly level: OrganRank | null;
  /** 青禾县 for 青禾县云水镇; null where the name does not say it. */
  readonly area: string | null;
}

/** What an organ of this name is; null where the name says too little. */
export const organOf: (written: string) => Organ | null = memoized((written) => {
  const name = plainName(written);
  const kind = kindOf(name.replace(PARTY, ''));
  return kind && made(name, kind);
});

/**
 * Whether it is a people's government by its own words. An area's name alone stands for any organ
 * that reports for the area.
 */
export function isGovernment(written: string | null): boolean {
  const organ = organOf(written ?? '');
  return organ?.role === 'government' && organ.body !== '';
}

/** 中共青禾县委办公室: whose it is stands behind. */
const PARTY = /^(?:中华人民共和国|中共(?!中央)|中国共产党|中国人民政治协商会议|政协)/;

function plainName(written: string): string {
  const plain = written.replace(/\s/g, '').replace(/[（(][^（）()]*[)）]/g, '');
  const name = plain.split(/[>›»:：|｜/\\]/).findLast((part) => part !== '') ?? '';
  // the government that sent it may be named: 青禾区人民政府云水街道办事处
  return name.replace(/人民政府(?=[^省市县区镇乡]{1,8}街道)/, '');
}

/** What a name tells; the rest follows from it. */
interface Told {
  readonly type: OrganType;
  readonly role: OrganRole;
  readonly area: Area | null;
  readonly body: string;
  /** A body of the nation in a place, which answers to none of the place's. */
  readonly branch?: boolean;
}

function kindOf(name: string): Told | null {
  if (NATIONAL.test(name)) return nationalOf(name);
  const { area, rest } = withoutUnit(readAreas(name));
  const committee = rest.indexOf('管委会');
  if (committee > 0 && area?.level !== null) {
    const zone = areaNamed(rest.slice(0, committee), area, null);
    return zoneOf(zone, rest.slice(committee));
  }
  const sent = sentTo(area, rest);
  if (sent) return sent;
  if (area?.level === null) return zoneOf(area, rest);
  return area ? areaOrganOf(area, rest) : namelessOf(rest);
}

/** 国家 and the like; but 国家级开发区, 中国（…）自由贸易试验区, 中央大街街道. */
const NATIONAL = /^(?:国家(?!级)|国务院|全国|中国(?!自由贸易)|中共中央|中央(?!.{0,6}(?:街道|镇)))/;
/** Where the name of a body of the nation ends. */
const NATIONAL_BODY = /监会|人民银行|办公[室厅]|委员会|[局署部委]/;
const ENTERPRISE = /(?:公司|集团|大学|学院|医院|银行|分行|支行|馆|库)$/;

/** 国家税务总局 is a ministry; 国家税务总局青禾县税务局 is its branch in a place. */
function nationalOf(name: string): Told {
  const behind = name.slice(NATIONAL.exec(name)?.[0].length ?? 0);
  const body = NATIONAL_BODY.exec(behind);
  const local = body ? behind.slice(body.index + body[0].length) : '';
  if (body ? local === '' || /^办公[室厅]$/.test(local) : !ENTERPRISE.test(name))
    return { type: 'ministry', role: 'department', area: null, body: name };
  const { area, rest } = readAreas(local);
  return { type: 'bureau', role: 'department', area, body: rest || name, branch: true };
}

/** An area whose name has no unit: 云水湖 in 云水湖管委会. */
function areaNamed(own: string, within: Area | null, level: OrganRank | null): Area {
  return { name: (within?.name ?? '') + own, own, unit: '', level, within };
}

const SENT = /^(.{0,12}?)(行政公署|行署|行政委员会|行委)$/;

/** What a province sends to a 地区 or 盟, and a city to a place without a county: 行署, 行委. */
function sentTo(area: Area | null, rest: string): Told | null {
  const [, own = '', body = ''] = SENT.exec(rest) ?? [];
  if (body === '') return null;
  const type = body.endsWith('署') ? 'city' : 'county';
  const sent = own === '' ? area : areaNamed(own, area, type);
  return sent && { type, role: 'agency', area: sent, body };
}

/** 县 in 县政府办公室, and in 青禾县县政府办公室. */
const UNIT = /^(?:自治[区州县旗]|[省市州盟县区旗镇乡]|街道)(?=(?:人民)?政府|委(?!员)|党|人大|办)/;
/** These begin no other words: 县教育局, but 市政局 and 区域发展中心. */
const SURE_UNIT = /^(?:省|县(?!域)|自治[区州县旗])/;

/** The area of a name that says its unit alone, or says it once more. */
function withoutUnit({ area, rest }: ReturnType<typeof readAreas>) {
  const unit = (UNIT.exec(rest) ?? (area ? null : SURE_UNIT.exec(rest)))?.[0];
  if (unit === undefined || (area && !area.unit.endsWith(unit))) return { area, rest };
  return { area: area ?? areaOfUnit(unit), rest: rest.slice(unit.length) };
}

/** 人民政府; and 委、青禾县人民政府, with the Party's committee before it. */
const GOVERNMENT = /^(?:(?:党|工)?委.{0,20})?(?:人民)?政府$/;
const STREET = /^(?:党工委[、和]?)?(?:办事处|街道办|办)?$/;
const TOWN_PARTY = /^(?:党委|党工委)$/;

function areaOrganOf(area: Area, body: string): Told | null {
  const { unit, level } = area;
  const isStreet = level === 'town' && (unit === '街道' || unit === '地区');
  if (isStreet && STREET.test(body)) return { type: 'street', role: 'agency', area, body };
  if (level === 'nation' || level === null) return null;
  const type = isStreet ? 'street' : level;
  if (level === 'town' && TOWN_PARTY.test(body)) return { type, role: 'agency', area, body };
  if (body === '' || GOVERNMENT.test(body)) {
    const sent = isStreet || unit === '盟' || unit === '地区';
    return { type, role: sent ? 'agency' : 'government', area, body };
  }
  return partOf(area, body);
}

const COMMITTEE = /^(?:党工委)?[、和]?(?:管委会|管理委员会)?/;

function zoneOf(area: Area, rest: string): Told | null {
  const body = rest.replace(COMMITTEE, '');
  if (body !== '') return partOf(area, rest);
  // a 新区 may be a district as well
  if (rest === '' && /(?<!高)新区$/.test(area.own)) return null;
  return { type: 'zone', role: 'agency', area, body: rest };
}

const GENERAL =
  '(?:人民政府|政府|行政公署|行署|管委会|管理委员会|办事处|党工委|党委|工委|委员会|委)?';
/** 政府办公室, 党政综合办公室, 政务公开办: not the offices that are departments (信访办公室). */
const OFFICE = new RegExp(
  `^${GENERAL}(?:党政|党群|党建|机关)?(?:和|与)?(?:综合)?(?:事务|协调)?办(?:公[室厅])?$|(?:政务|政府信息)公开(?:工作)?(?:领导小组)?办(?:公室)?$`,
);
const DEPARTMENT = new RegExp(
  `(?:${[
    '局|厅|委|委员会|办公[室厅]|海关',
    '中心|大队|支队|总队|调查队|管理[处所站]|公司|集团|医院|法院|检察院|研究院|学院|大学|学校',
    '[中小]学|幼儿园|银行|分行|支行|联合会|协会|学会|商会|供销社|图书馆|档案馆|派出所|事务所',
  ].join('|')})$`,
);
/** Words that end like the names of parts, and are such behind an area's name: 处 but not 之处. */
const PART = /[办署处所站社馆院队室台场库园校部联组]$|总工会$|红十字会$|科协$/;

/** The office or a department of an area. */
function partOf(area: Area, body: string): Told | null {
  if (OFFICE.test(body)) return { type: 'office', role: 'office', area, body };
  // a committee without a task is one of the Party
  if (/^(?:委|委员会)$/.test(body)) return null;
  if (DEPARTMENT.test(body) || PART.test(body))
    return { type: 'bureau', role: 'department', area, body };
  return null;
}

const MINISTRY = /^.{1,10}(?:部|总署|总局|署)$|^人民银行$|^.{0,4}监会$/;
const PARTY_OR_ARMY = /(?:武装|宣传|组织|统战|工作|指挥|项目|俱乐|门市|支|总)部$/;

/** Without an area: a ministry, or a part of what the name does not say. */
function namelessOf(body: string): Told | null {
  const is = (type: OrganType, role: OrganRole): Told => ({ type, role, area: null, body });
  if (PARTY_OR_ARMY.test(body)) return is('bureau', 'department');
  if (MINISTRY.test(body)) return is('ministry', 'department');
  // whatever it is called, it may be the office of a government
  if (OFFICE.test(body) || /办公[室厅]$/.test(body)) return is('office', 'office');
  return DEPARTMENT.test(body) ? is('bureau', 'department') : null;
}

function made(name: string, told: Told): Organ {
  const { type, role, area, body } = told;
  const level = type === 'ministry' ? 'nation' : (area?.level ?? null);
  return {
    name,
    type,
    role,
    level,
    area,
    body,
    called: calledOf(type, role, level),
    mayMakeRules: mayMakeRules(told),
    reportsForArea: role === 'government' || role === 'agency' || isTownOffice(type, level),
    superior: superiorOf(told),
  };
}

const CALLED: Readonly<Record<OrganType, string>> = {
  ministry: '国务院部门',
  province: '省级政府',
  city: '市级政府',
  county: '县级政府',
  town: '乡镇、街道',
  street: '乡镇、街道',
  zone: '开发区管委会',
  office: '办公室',
  bureau: '地方政府部门',
};

function calledOf(type: OrganType, role: OrganRole, level: OrganRank | null): string {
  if (isTownOffice(type, level)) return CALLED.town;
  if (type === 'office' && level && level !== 'nation') return `${CALLED[level]}办公室`;
  return type === 'city' && role === 'agency' ? '地区、盟行署' : CALLED[type];
}

/** A town has one office, which writes its one report. */
function isTownOffice(type: OrganType, level: OrganRank | null): boolean {
  return type === 'office' && level === 'town';
}

/**
 * 《立法法》第九十一条、第九十三条: ministries, provinces, 设区的市 and 自治州. The office of such a
 * government may report for it.
 */
function mayMakeRules({ type, area }: Told): boolean {
  if (type === 'ministry' || type === 'bureau') return type === 'ministry';
  const known = area?.level === null ? area.within : area;
  // the office, or the zone, of nobody knows whom
  if (!known) return true;
  // 地区 and 盟 have no government of their own
  const { level, unit } = known;
  return level === 'province' || (level === 'city' && /[市州]$/.test(unit));
}

function superiorOf({ type, area, branch }: Told): Superior | null {
  if (branch || type === 'ministry' || !area) return null;
  const { level, within } = area;
  if (type === 'bureau' || type === 'office')
    return { level, area: area.own === area.unit ? null : area.name };
  if (level === null) return within && { level: within.level, area: within.name };
  const above = LEVELS[LEVELS.indexOf(level) + 1] ?? 'nation';
  if (within?.level === null) return { level: null, area: within.name };
  if (within && isMunicipality(within) && level === 'county')
    return { level: 'province', area: within.name };
  // 省青禾县 leaves out the city; 青禾市云水镇 is under a 市 of the county's level
  const said =
    within?.level === above || (level === 'town' && within?.unit === '市') ? within.name : null;
  return { level: above, area: said };
}
