// The units of an invented county: towns, street offices and bureaus.

export const COUNTY = '青禾县';

const WATERS = '云柳石松枫清长金';
const LANDS = '水溪桥坪山岭河湾田塘';
/** What towns and villages are called. */
export const STEMS: readonly string[] = [...LANDS].flatMap((land) =>
  [...WATERS].map((water) => water + land),
);
const STREETS = ['春和', '夏荷', '文昌', '兴业', '安宁', '东苑', '西苑', '南苑', '北苑', '中和'];
const ENDS = [...'门路园湖关桥井坊山'];
const BUREAUS = [
  '教育和体育局',
  '科学技术局',
  '工业和信息化局',
  '民政局',
  '司法局',
  '财政局',
  '人力资源和社会保障局',
  '自然资源局',
  '生态环境局',
  '住房和城乡建设局',
  '交通运输局',
  '水利局',
  '农业农村局',
  '商务局',
  '文化和旅游局',
  '卫生健康局',
  '退役军人事务局',
  '应急管理局',
  '审计局',
  '市场监督管理局',
  '统计局',
  '医疗保障局',
  '林业局',
  '信访局',
  '乡村振兴局',
  '公安局',
  '发展和改革局',
  '城市管理局',
  '行政审批局',
  '粮食和物资储备局',
];

const TOWNS = STEMS.map((stem, i) => `${stem}${i % 16 < 8 ? '镇' : '乡'}人民政府`);
const OFFICES = ENDS.flatMap((end) => STREETS.map((street) => `${street}${end}街道办事处`));

/** The organs in the order in which they are taken: some of each kind among the first. */
export const ORGANS: readonly string[] = Array.from(
  { length: Math.max(TOWNS.length, BUREAUS.length, OFFICES.length) },
  (_, i) => [TOWNS[i], BUREAUS[i], OFFICES[i]] as const,
).flatMap((group) => group.flatMap((name) => (name === undefined ? [] : [COUNTY + name])));
