// What kind of organ a name is, as far as a name alone can tell.

export type Level = 'town' | 'county' | 'city' | 'province' | 'nation';

export interface OrganKind {
  /** What such organs are called in messages. */
  readonly name: string;
  /** Null for departments whose level the name does not tell. */
  readonly level: Level | null;
  /** A people's government itself, no office or department of one. */
  readonly isGovernment: boolean;
  /** Ministries, provinces, cities with districts, autonomous prefectures — and whatever may be. */
  readonly mayMakeRules: boolean;
}

const GOVERNMENT = /人民政府$|政府$/;
const OFFICE = /(?:办公室|办公厅|政府办|政务公开办)$/;
const DEPARTMENT =
  /(?:局|厅|委员会|委|办公室|中心|院|所|大队|支队|总队|站|处|馆|公司|学校|医院|联合会|社)$/;
const NATION = /^(?:国家|国务院|全国|中国|中共中央|中央)|^[\u4e00-\u9fff]{1,8}(?:部|总署|总局|署)$/;

/** The kind of an organ; null where the name says too little. */
export function kindOf(organ: string): OrganKind | null {
  const name = /^([^（(]*)[（(].*[)）]$/.exec(organ)?.[1] ?? organ;
  if (NATION.test(name) && !/[县区旗镇乡]/.test(name))
    return { name: '国务院部门', level: 'nation', isGovernment: false, mayMakeRules: true };
  const isGovernment = GOVERNMENT.test(name);
  // the office of a government may report for the whole of it
  const place = name.replace(GOVERNMENT, '').replace(/(?:人民政府)?(?:办公室|办公厅)$/, '');
  const level = levelOf(place);
  if (OFFICE.test(name) && !/(?:镇|乡|街道|县|区|旗)(?:人民)?政府办公室$/.test(name))
    return { name: '办公室', level, isGovernment, mayMakeRules: level !== 'town' };
  if (level === 'town') return { name: '乡镇、街道', level, isGovernment, mayMakeRules: false };
  if (level === 'county') return { name: '县级政府', level, isGovernment, mayMakeRules: false };
  if (level) return { name: '政府', level, isGovernment, mayMakeRules: true };
  if (DEPARTMENT.test(name))
    return { name: '地方政府部门', level, isGovernment, mayMakeRules: false };
  return null;
}

/** The level of a place by the word that its name ends with; 市 may be of two levels. */
function levelOf(place: string): Level | null {
  if (/(?:镇|乡|街道|街道办事处|街道办|苏木)$/.test(place)) return 'town';
  if (/自治区$|省$|特别行政区$|^(?:北京|上海|天津|重庆)市$/.test(place)) return 'province';
  if (/(?:自治州|盟|地区|市)$/.test(place)) return 'city';
  if (
    /(?:县|旗|区)$/.test(place) &&
    !/(?:新区|开发区|园区|示范区|高新区|经开区|林区|矿区)$/.test(place)
  )
    return 'county';
  return null;
}
