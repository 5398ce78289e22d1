// The areas that an organ's name begins with: 清河市, in it 青禾县, in it 云水镇. One walk from left to
// right; a word that only looks like an area (城乡 in 城乡建设局, 镇 in 镇江市) is none.

/** Levels of the state, from the lowest up. */
export const LEVELS = ['town', 'county', 'city', 'province', 'nation'] as const;
export type OrganRank = (typeof LEVELS)[number];

/** An area of the country, or a zone (开发区) in one. */
export interface Area {
  /** With the areas around it, as written: 清河市青禾县. */
  readonly name: string;
  /** The last one alone: 青禾县. */
  readonly own: string;
  /** The word that it ends with: 省 自治州 市 县 区 旗 镇 街道 …; '' where it has none. */
  readonly unit: string;
  /** Null for zones: whose level they are of is not in their names. */
  readonly level: OrganRank | null;
  /** The one around it, where the name says it. */
  readonly within: Area | null;
}

/** All areas down to the last, and what stands behind it. */
export function readAreas(name: string): { area: Area | null; rest: string } {
  let area: Area | null = null;
  let next = provinceOf(name) ?? areaIn(name, null);
  while (next) {
    area = next;
    next = areaIn(name, area);
  }
  return { area, rest: name.slice(area?.name.length ?? 0) };
}

/** The area of a name that has its unit alone: 县 in 县政府办公室. */
export function areaOfUnit(unit: string): Area {
  return { name: unit, own: unit, unit, level: LEVEL_OF.get(unit) ?? null, within: null };
}

/** A city of the first level, whose districts are of the level of a county. */
export function isMunicipality({ level, own }: Area): boolean {
  return level === 'province' && MUNICIPALITY.test(own);
}

const MUNICIPALITY = /^(?:北京|上海|天津|重庆)市?$/;

/** A unit that begins with another stands before it. */
const UNITS: readonly (readonly [unit: string, level: OrganRank])[] = [
  ['特别行政区', 'province'],
  ['自治区', 'province'],
  ['自治州', 'city'],
  ['自治县', 'county'],
  ['自治旗', 'county'],
  ['民族乡', 'town'],
  ['地区', 'city'],
  ['街道', 'town'],
  ['苏木', 'town'],
  ['省', 'province'],
  ['市', 'city'],
  ['州', 'city'],
  ['盟', 'city'],
  ['县', 'county'],
  ['区', 'county'],
  ['旗', 'county'],
  ['镇', 'town'],
  ['乡', 'town'],
];
const LEVEL_OF = new Map(UNITS);
/** What areas' names end with. */
export const LEVEL_UNITS: readonly string[] = UNITS.map(([unit]) => unit);

function unitAt(name: string, at: number): string | null {
  return UNITS.find(([unit]) => name.startsWith(unit, at))?.[0] ?? null;
}

/** 积石山保安族东乡族撒拉族自治县 has fifteen characters. */
const LONGEST = 18;
/** Behind these comes the name of a part, not of an area. */
const BODIES = /[局厅委、，]|公司|医院|学院|法院|检察院/;

/** The next area behind those already read, if there is one. */
function areaIn(name: string, within: Area | null): Area | null {
  const from = within?.name.length ?? 0;
  const near = name.slice(from, from + LONGEST);
  const body = near.search(BODIES);
  const end = from + (body < 0 ? near.length : body);
  for (let at = from + 1; at < end; at++) {
    const unit = unitAt(name, at);
    const area = unit && areaWith(unit, { name, from, at, within, joined: false });
    if (area) return area;
  }
  return null;
}

interface Place {
  readonly name: string;
  /** Where the area begins, and where its unit does. */
  readonly from: number;
  readonly at: number;
  readonly within: Area | null;
  /** Whether a word that could be a unit stands right before: 州 in 青州市. */
  readonly joined: boolean;
}

/** The area that ends with this unit, or with the one right behind it; null where it is no area. */
function areaWith(unit: string, place: Place): Area | null {
  const { name, from, at, within, joined } = place;
  const end = at + unit.length;
  if (end - from > LONGEST) return null;
  const next = unitAt(name, end);
  if (next && goesOn(unit, next, at - from)) {
    const longer = areaWith(next, { ...place, at: end, joined: true });
    if (longer) return longer;
  }
  if (NO_UNIT.test(name.slice(at, end + 4))) return null;
  const own = name.slice(from, end);
  const rest = name.slice(end, end + LONGEST);
  const area = { name: name.slice(0, end), own, unit, within };
  if (isZone(own, rest)) return isBelow(ZONE, within) ? { ...area, level: null } : null;
  if (NO_AREA.test(own) || isOfCities(own)) return null;
  const level = levelOf(unit, rest, within);
  if (!isBelow(LEVELS.indexOf(level), within)) return null;
  // 城乡, 乡镇, 县镇 are areas only where their own organs stand behind: 古城镇人民政府, 旧县镇
  const doubtful = level === 'town' && (joined || /[城村乡镇]/.test(name.charAt(at - 1)));
  return doubtful && !OWN_BODY.test(rest) ? null : { ...area, level };
}

/** 市 in 市场 and the like. */
const NO_UNIT =
  /^(?:市(?:[场容]|监[所局分]|政[管建所工设园公])|区[域划块]|县域|乡(?:村(?!镇)|族)|州路街道)/;

/** Words that end like an area's name. */
const NO_AREA = new RegExp(
  [
    '[各本我该](?:[省市县区旗州盟镇乡]|街道|乡镇)$|(?<!安)全(?:[省市县区旗州盟镇乡]|街道)$|^自治.$',
    '^(?:城乡|城镇|村镇|乡镇|都市|超市|股市|集市|夜市|上市|门市)$',
    '^(?:[山湾港湖市老林牧]区|红旗|国旗|民盟|同盟|[返回下家侨水老同]乡)$',
    '(?<!特别)行政区$',
    '(?:[社小景库校灾街灌垦厂]区|军分?区|警备区|保护区|经济特区|[主心]城区)$',
    '(?:贫困|民族|边远|边疆|受灾|沿海|各)地区$',
    '(?:联盟|小镇|..乡镇|..城乡|..村镇)$',
  ].join('|'),
);

/** 城市 and 智慧城市; but 盐城市. */
function isOfCities(own: string): boolean {
  return own.endsWith('城市') && own.length !== 3;
}

/** What stands behind the name of a town that is meant itself. */
const OWN_BODY = /^(?:$|人民政府|政府|办事处|办|党|委|便民|综合办)/;

/** Whether a name goes on behind a unit: 青州市, 新乡市, 红旗镇; 津市市, 旧县镇, 城区街道. */
function goesOn(unit: string, next: string, before: number): boolean {
  const two = unit + next;
  if (before === 1 && /^(?:市[市区]|[市县区](?:镇|乡|街道))$/.test(two)) return true;
  if (unit === next) return false;
  return /^(?:[州乡镇旗盟](?:镇|乡|街道|苏木)|[州乡镇]市|[州乡]县|[州乡旗]区|[州乡]地区|州省)$/.test(
    two,
  );
}

const ZONE_END =
  /(?:开发|高新|高新技术|经开|产业|示范|试验|实验|合作|度假|旅游|风景|名胜|管理|集聚|聚集|商务|先行|先导|功能|物流|保税|保税港|自贸|园|片|新)区$/;
const COMMITTEE = /^(?:党工委|管委会|管理委员会)/;

function isZone(own: string, rest: string): boolean {
  if (!own.endsWith('区')) return false;
  if (COMMITTEE.test(rest)) return true;
  // a 新区 with a government is a district like others
  return ZONE_END.test(own) && !(/(?<!高)新区$/.test(own) && /^(?:人民)?政府/.test(rest));
}

function levelOf(unit: string, rest: string, within: Area | null): OrganRank {
  if (unit === '地区' && rest.startsWith('办事处')) return 'town';
  if (unit === '市' && within && rankOf(within) === CITY) return 'county';
  return LEVEL_OF.get(unit) ?? 'town';
}

const CITY = LEVELS.indexOf('city');
/** Zones hold towns, and are held by counties. */
const ZONE = 0.5;

function isBelow(rank: number, within: Area | null): boolean {
  return within === null || rank < rankOf(within);
}

function rankOf(area: Area): number {
  if (area.level === null) return ZONE;
  return isMunicipality(area) ? CITY : LEVELS.indexOf(area.level);
}

/** Without 省, 市, 自治区: 贵州青禾县. */
const SHORT =
  /^(?:北京|上海|天津|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆)(?!..?族|.{0,6}自治区)/;

function provinceOf(name: string): Area | null {
  const city = name.slice(0, 3);
  if (MUNICIPALITY.test(city))
    return { name: city, own: city, unit: '市', level: 'province', within: null };
  const short = SHORT.exec(name)?.[0];
  if (!short || unitAt(name, short.length)) return null;
  const area: Area = { name: short, own: short, unit: '', level: 'province', within: null };
  const next = areaIn(name, area);
  return next && next.level !== 'town' ? area : null;
}
