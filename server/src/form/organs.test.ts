// What names tell of organs: every kind with many names, odd ones among them, and names that tell
// too little.
import { describe, expect, it } from 'vitest';
import { isGovernment, type Organ, organOf } from '../form/organs.js';

const show = (organ: Organ | null) =>
  organ ? `${organ.type} ${organ.role} ${organ.level ?? '?'}` : null;
const list = (words: string) => words.trim().split(/\s+/);
/** Every body behind every area. */
const pairs = (areas: readonly string[], bodies: readonly string[]) =>
  areas.flatMap((area) => bodies.map((body) => [area, body] as const));

const GOVERNMENTS = ['人民政府', '政府', ''];

/** Areas of each level; in each name the last area stands behind the bar. */
const PROVINCES = list(`
    |青禾省 |贵州省 |北京市 |重庆市 |青禾壮族自治区 |新疆维吾尔自治区
  `);
const CITIES = list(`
    |青禾市 |青州市 |新乡市 |镇江市 |景德镇市 |盐城市 |本溪市 |乡城市
    |青禾自治州 |青禾藏族羌族自治州 |青禾州 青禾省|镇江市 青禾省|青州市
    贵州省|青禾自治州
  `);
const COUNTIES = list(`
    |青禾县 清河市|青禾县 清河市|青州市 清河市|青禾市 青禾州|白石市 |忠县 |全州县
    北京市|青禾区 上海市|浦东新区 |青禾新区 清河市|市中区 |市中区 清河市|城区
    清河市|郊区 清河市|镇海区 |通州区 |东乡区 |新市区 |红旗区 |津南区 |和平区
    |青禾特区 |青禾林区 |青禾矿区 |青禾左旗 |青禾自治旗 |青禾自治县 |和政县
    |青禾东乡族自治县 青禾盟|青禾旗 青禾地区|青禾县 贵州|青禾县 青禾省|青禾县
    青州|镇远县
  `);
const TOWNS = list(`
    青禾县|云水镇 |云水镇 青禾县|石桥乡 |石桥乡 青禾县|红旗镇 |红旗镇 |联盟镇
    青禾县|新市镇 |新市镇 |旧县镇 |古州镇 青禾县|古城镇 |古城镇 青禾县|城关镇
    青禾县|新乡镇 青禾县|城郊乡 青禾县|云水满族乡 青禾县|石桥民族乡 青禾旗|云水苏木
    |云水苏木 青禾市|云水镇 清河市青禾区|云水镇 青禾高新区|云水镇 |乡宁镇 |市桥镇
  `);
const STREETS = list(`
    青禾区|云水街道 |云水街道 青州市城北区|新街街道 |新街街道 青禾市|城区街道
    |城区街道 青禾市|新市街道 青禾区|中山路街道 |福州路街道 |北京路街道 |红旗街道
    青禾市高新区|石桥街道 青禾区|石桥地区 青禾市|南区街道 |城西街道 青禾市|云水街道
  `);
const ZONES = list(`
    青禾县|开发区 |青禾经济开发区 |青禾高新区 |青禾经开区 青禾市|高新技术产业开发区
    青禾县|工业园区 |青禾湖风景名胜区 |青禾综合保税区 青禾市|示范区 |云水管理区
    |国家级青禾经济技术开发区 青禾市|产业集聚区 |青禾航空港经济综合实验区 青州|工业园区
  `);

describe.each([
  ['province', 'government', PROVINCES, GOVERNMENTS],
  ['city', 'government', CITIES, GOVERNMENTS],
  ['city', 'agency', ['|青禾盟', '|青禾地区', '青禾省|青禾地区'], ['行政公署', '行署', '']],
  ['county', 'government', COUNTIES, GOVERNMENTS],
  ['town', 'government', TOWNS, GOVERNMENTS],
  ['street', 'agency', STREETS, ['办事处']],
  [
    'zone',
    'agency',
    [...ZONES, '青禾市|新区', '|青禾新区'],
    ['管委会', '管理委员会', '党工委管委会'],
  ],
] as const)('%s, %s', (type, role, areas, bodies) => {
  const level = type === 'street' ? 'town' : type === 'zone' ? null : type;
  const written = pairs(areas, bodies).filter(([area, body]) => body || !/新区$/.test(area));

  it.each(written)('%s%s', (area, body) => {
    const own = area.slice(area.indexOf('|') + 1);
    const name = area.replace('|', '');
    expect(organOf(name + body)).toMatchObject({
      type,
      role,
      level,
      area: { name, own },
      body,
      reportsForArea: true,
    });
  });
});

describe('departments and offices of an area', () => {
  const AREAS = [...PROVINCES, ...CITIES, ...COUNTIES, ...ZONES];
  const of = (area: string, body: string) => organOf(area.replace('|', '') + body);

  it.each(
    pairs(
      AREAS,
      list(`
    教育局 城市管理局 住房和城乡建设局 市场监督管理局 乡村振兴局 乡镇企业局 公安局云水分局
    自然资源和规划局云水区分局 城乡规划局 社区矫正管理局 民政局 国有资产监督管理委员会
    卫生健康委 政务服务中心 交警大队 第一中学 人民医院 城市建设投资有限公司 水库管理处
    扶贫开发办公室 人民政府外事办公室 镇村建设站 自然保护区管理局 行政区划办公室
    政府采购中心 市政园林局 返乡创业服务中心 残联
  `),
    ),
  )('%s%s: department', (area, body) => {
    const organ = of(area, body);
    expect(organ).toMatchObject({ type: 'bureau', role: 'department', body });
    expect(organ?.area?.name).toBe(area.replace('|', ''));
    expect(organ?.reportsForArea).toBe(false);
  });

  it.each(
    pairs(
      [...PROVINCES, ...CITIES, ...COUNTIES],
      list(`
    人民政府办公室 人民政府办公厅 政府办 办公室 委办公室 政务公开办 政务公开领导小组办公室
  `),
    ),
  )('%s%s: office', (area, body) => {
    expect(of(area, body)).toMatchObject({ type: 'office', role: 'office', reportsForArea: false });
  });

  it.each(
    pairs(
      [...TOWNS, ...STREETS.filter((area) => area.endsWith('街道'))],
      ['党政办', '党政办公室', '党政综合办公室', '综合办公室', '人民政府办公室'],
    ),
  )('%s%s: the office of a town reports for it', (area, body) => {
    const told = { type: 'office', role: 'office', level: 'town', reportsForArea: true };
    expect(of(area, body)).toMatchObject({ ...told, called: '乡镇、街道', mayMakeRules: false });
  });

  it.each(pairs(TOWNS, ['便民服务中心', '党群服务中心', '党委宣传办公室']))(
    '%s%s: a town’s own part',
    (area, body) => {
      expect(show(of(area, body))).toBe('bureau department town');
    },
  );
});

describe('odd names', () => {
  it.each([
    ['云水街道', 'street agency town'],
    ['云水街道办', 'street agency town'],
    ['云水街道党工委', 'street agency town'],
    ['青禾区人民政府云水街道办事处', 'street agency town'],
    ['首页>政务公开>街道办事处', 'street agency town'],
    ['标题：青禾区公园街道办事处', 'street agency town'],
    ['云水镇党委', 'town agency town'],
    ['镇人民政府', 'town government town'],
    ['云水镇便民服务中心', 'bureau department town'],
    ['云水镇乡村振兴办公室', 'bureau department town'],
    ['云水镇村镇建设服务中心', 'bureau department town'],
    ['海西州青禾行委', 'county agency county'],
    ['青禾行政委员会', 'county agency county'],
    ['青禾行署', 'city agency city'],
    ['香港特别行政区政府', 'province government province'],
    ['县政府办公室', 'office office county'],
    ['自治区人民政府办公厅', 'office office province'],
    ['中共青禾县委办公室', 'office office county'],
    ['青禾县委、青禾县人民政府', 'county government county'],
    ['青禾盟行政公署办公室', 'office office city'],
    ['青禾高新区管委会办公室', 'office office ?'],
    ['云水湖管委会', 'zone agency ?'],
    ['青禾新城管委会', 'zone agency ?'],
    ['中国（青禾）自由贸易试验区管委会', 'zone agency ?'],
    ['市公安局云水分局', 'bureau department ?'],
    ['县教育局', 'bureau department county'],
    ['青禾县县城管理局', 'bureau department county'],
    ['青禾县县委办公室', 'office office county'],
    ['区域发展中心', 'bureau department ?'],
    ['青禾市信访办', 'bureau department city'],
    ['文教局', 'bureau department ?'],
    ['青禾海关', 'bureau department ?'],
    ['镇江海关', 'bureau department ?'],
    ['城市管理局', 'bureau department ?'],
    ['市场监督管理局', 'bureau department ?'],
    ['青禾市人民政府驻北京办事处', 'bureau department city'],
    ['青禾市智慧城市建设中心', 'bureau department city'],
    ['盐城市城镇化促进中心', 'bureau department city'],
    ['新乡市政务服务局', 'bureau department city'],
    ['青州教育局', 'bureau department city'],
    ['青禾县统筹城乡发展局', 'bureau department county'],
    ['青禾大学附属医院', 'bureau department ?'],
    ['政务公开办公室', 'office office ?'],
    ['津市市人民政府', 'city government city'],
    ['常德市津市市人民政府', 'county government county'],
    ['沙市区人民政府', 'county government county'],
    ['青州市云水区', 'county government county'],
    ['青禾县 教 育 局', 'bureau department county'],
    ['青禾县教育局（青禾县体育局）', 'bureau department county'],
    ['青禾县云水镇人民政府(本级)', 'town government town'],
  ])('%s: %s', (name, expected) => {
    expect(show(organOf(name))).toBe(expected);
  });

  it.each([
    ...['', ' ', '青禾', '某地', '青禾农场', '青禾人民政府', '人民政府', '兵团', '青禾兵团第一师'],
    ...[
      '青禾新区',
      '上海市浦东新区',
      '青禾县委',
      '青禾县委员会',
      '政协青禾县委员会',
      '青禾县管委会',
    ],
    ...[
      '全市',
      '全县各乡镇',
      '各乡镇',
      '相关乡镇',
      '本县',
      '我镇',
      '该县',
      '城市',
      '城乡',
      '社区',
      '联盟',
    ],
    ...[
      '之处',
      '按时承办',
      '公开信息覆盖全县',
      '扶贫办',

      '没有其他需要报告之处',
      '产业联盟',
      '云水办事处',
      '年报',
      '附件',
      '公开信息',
      '（）',
      '>',
    ],
    ...[
      '青禾社区',
      '青禾小区',
      '自然保护区',
      '青禾景区',
      '智慧城市',
      '青禾街区',
      '特色小镇',
      '市场',
    ],
  ])('%s says too little', (name) => {
    expect(organOf(name)).toBeNull();
  });
});

describe('bodies of the nation', () => {
  it.each(
    list(`
    教育部 住房和城乡建设部 农业农村部 国家青禾局 国家税务总局 国家乡村振兴局
    国家发展和改革委员会 国家卫生健康委 国务院国有资产监督管理委员会 中国人民银行
    中国银行保险监督管理委员会 中国证监会 中国气象局 审计署 青禾海关总署 人民银行
    国务院办公厅 国家互联网信息办公室 国家税务总局办公厅 中华人民共和国教育部
  `),
  )('%s', (name) => {
    expect(show(organOf(name))).toBe('ministry department nation');
    expect(organOf(name)).toMatchObject({ mayMakeRules: true, superior: null });
  });

  it.each([
    ['国家税务总局青禾县税务局', 'county'],
    ['国家税务总局青禾市税务局', 'city'],
    ['国家税务总局青禾经济技术开发区税务局', null],
    ['国家统计局青禾调查队', null],
    ['国家统计局青禾县调查队', 'county'],
    ['国家金融监督管理总局青禾监管分局', null],
    ['国家外汇管理局青禾市分局', 'city'],
    ['中国人民银行青禾分行', null],
    ['中国人民银行青禾县支行', 'county'],
    ['人民银行青禾分行', null],
    ['中国证监会青禾监管局', null],
    ['中国银行保险监督管理委员会青禾监管分局', null],
    ['中华人民共和国青禾海关', null],
    ['自然资源部青禾海洋局', null],
    ['国家电网有限公司青禾供电公司', null],
  ])('%s is a branch, no ministry, and under nobody in its place', (name, level) => {
    const told = { type: 'bureau', role: 'department', level, mayMakeRules: false };
    expect(organOf(name)).toMatchObject({ ...told, superior: null });
  });
});

describe('may make 规章', () => {
  it.each([
    ...['青禾省人民政府', '北京市', '青州市', '青禾市人民政府', '青禾自治州人民政府', '教育部'],
    ...['青禾市人民政府办公室', '青禾省人民政府办公厅', '政务公开办公室', '办公室'],
    // whoever runs it may be a city or a province
    ...['青禾高新区管委会', '青禾市高新区管委会', '青禾高新区党政办公室'],
  ])('%s', (name) => {
    expect(organOf(name)?.mayMakeRules).toBe(true);
  });

  it.each(
    list(`
    青禾县 清河市青州市 北京市青禾区人民政府 云水镇 云水街道办事处 青禾行委
    青禾县人民政府办公室 青禾县政务公开办 青禾盟行政公署 青禾地区行署 青禾盟行政公署办公室
    青禾县开发区管委会 青禾县开发区管委会办公室 青禾省教育厅 青禾市公安局 文教局
    云水镇党政办 青禾市人民政府外事办公室 青禾县扶贫开发办公室
  `),
  )('%s: never', (name) => {
    expect(organOf(name)?.mayMakeRules).toBe(false);
  });
});

describe('superiors', () => {
  it.each([
    ['青禾县云水镇人民政府', 'county', '青禾县'],
    ['清河市青禾区云水街道办事处', 'county', '清河市青禾区'],
    ['云水镇', 'county', null],
    ['青禾市云水镇', 'county', '青禾市'],
    ['青禾省云水镇', 'county', null],
    ['青禾高新区云水街道办事处', null, '青禾高新区'],
    ['清河市青禾县人民政府', 'city', '清河市'],
    ['青禾县人民政府', 'city', null],
    ['青禾省青禾县人民政府', 'city', null],
    ['北京市青禾区人民政府', 'province', '北京市'],
    ['清河市青州市', 'city', '清河市'],
    ['青州市', 'province', null],
    ['青禾省青州市', 'province', '青禾省'],
    ['青禾省', 'nation', null],
    ['青禾县教育局', 'county', '青禾县'],
    ['县教育局', 'county', null],
    ['青禾市公安局云水分局', 'city', '青禾市'],
    ['青禾县人民政府办公室', 'county', '青禾县'],
    ['青禾县云水镇党政办', 'town', '青禾县云水镇'],
    ['青禾县开发区管委会', 'county', '青禾县'],
    ['青禾县开发区财政局', null, '青禾县开发区'],
  ])('%s: %s %s', (name, level, area) => {
    expect(organOf(name)?.superior).toEqual({ level, area });
  });

  it.each(['教育部', '青禾高新区管委会', '文教局', '青禾海关'])('%s: unknown, or none', (name) => {
    expect(organOf(name)?.superior).toBeNull();
  });
});

describe('a government by its own words', () => {
  it.each([
    '青禾县人民政府',
    '青禾县政府',
    '县人民政府',
    '青禾县云水镇人民政府',
    '青禾县委、青禾县人民政府',
  ])('%s', (name) => {
    expect(isGovernment(name)).toBe(true);
  });

  it.each([
    null,
    '',
    '青禾县',
    '青禾县人民政府办公室',
    '云水街道办事处',
    '青禾盟行政公署',
    '青禾县开发区管委会',
    '青禾县教育局',
    '某地',
  ])('not %s', (name) => {
    expect(isGovernment(name)).toBe(false);
  });
});

describe('what messages call them', () => {
  it.each([
    ['青禾县云水镇', '乡镇、街道'],
    ['云水街道办事处', '乡镇、街道'],
    ['青禾县', '县级政府'],
    ['青禾县人民政府办公室', '县级政府办公室'],
    ['青禾盟行政公署', '地区、盟行署'],
    ['青禾县教育局', '地方政府部门'],
    ['青禾县开发区管委会', '开发区管委会'],
    ['政务公开办公室', '办公室'],
  ])('%s: %s', (name, called) => {
    expect(organOf(name)?.called).toBe(called);
  });
});

describe('long names', () => {
  const many = (words: string) => words.repeat(5000);
  it.each([
    ['青禾县…局', `青禾县${many('文化')}局`, 'bureau department county'],
    ['青禾县…企业局', `青禾县${many('乡镇')}企业局`, 'bureau department county'],
    ['国家…局', `国家${many('青禾')}局`, 'ministry department nation'],
    ['首页>…', `${many('首页>')}青禾县人民政府`, 'county government county'],
    ['（…', `${many('（')}青禾县人民政府`, null],
    ['人民政府…街道', `${many('人民政府')}云水街道`, null],
    ['乡镇…', many('乡镇'), null],
    ['市区县…', many('市区县'), null],
    ['管委会…', many('管委会'), null],
  ])('%s', (_, name, expected) => {
    expect(show(organOf(name))).toBe(expected);
  });
});
