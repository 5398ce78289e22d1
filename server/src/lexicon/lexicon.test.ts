// What the near-miss engine finds, and above all what it leaves alone.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadLexicon, withoutHabits } from './lexicon.js';

const lexicon = loadLexicon(
  readFileSync(new URL('./data/lexicon.bin', import.meta.url)) as Uint8Array,
);

/** The text with every hit fixed by its first suggestion. */
function fixed(text: string): string {
  let result = text;
  for (const { span, suggestions } of lexicon.findNearMisses(text).reverse())
    result = result.slice(0, span.start) + suggestions[0] + result.slice(span.end);
  return result;
}

describe('finds and fixes', () => {
  test.each([
    // sound-alikes in labels and terms
    ['因信息工开引发的纠纷', '因信息公开引发的纠纷'],
    ['四、政府信息公开行政复意、行政诉讼情况', '四、政府信息公开行政复议、行政诉讼情况'],
    ['四、结传下年度继续办理', '四、结转下年度继续办理'],
    ['（本列数据的勾嵇关系为', '（本列数据的勾稽关系为'],
    ['编制权利清单', '编制权力清单'],
    ['推进政务工开', '推进政务公开'],
    ['严格保密申查', '严格保密审查'],
    ['做好政策解毒', '做好政策解读'],
    ['通过门户往站发布', '通过门户网站发布'],
    ['规范性文见', '规范性文件'],
    // ordinary words
    ['公开质量进一步提声', '公开质量进一步提升'],
    ['接受人民群众的坚督', '接受人民群众的监督'],
    ['按季度向上级抱送工作总结', '按季度向上级报送工作总结'],
    ['对栏目进行了条整', '对栏目进行了调整'],
    // look-alikes
    ['尚末审结', '尚未审结'],
    ['行政机关末收到申请', '行政机关未收到申请'],
    ['商业企业、科研机沟', '商业企业、科研机构'],
    ['提升政府公信刀', '提升政府公信力'],
    ['政府门戶网站', '政府门户网站'],
    // lost, doubled, swapped
    ['公共企事业单信息公开', '公共企事业单位信息公开'],
    ['做好政府信公开工作', '做好政府信息公开工作'],
    ['我镇成立政务公开导小组', '我镇成立政务公开领导小组'],
    ['依托一体化政服务平台', '依托一体化政务服务平台'],
    ['重点领域政信息公开', '重点领域政府信息公开'],
    ['行政规范性性文件', '行政规范性文件'],
    ['不断加强强信息管理', '不断加强信息管理'],
    // though the two equal ones meet as ends of words: 开工｜工作
    ['把公开工工作与业务结合', '把公开工作与业务结合'],
    ['办公公室安排两名同志', '办公室安排两名同志'],
    ['县委统一一部署', '县委统一部署'],
    ['答复期限的办理过过程', '答复期限的办理过程'],
    ['进行进行了整改', '进行了整改'],
    ['主动公政开府信息', '主动公开政府信息'],
    ['加强政策读解', '加强政策解读'],
  ])('%s', (text, right) => {
    // A swap across two words may be told in more than one way; it must be found at least.
    const hits = lexicon.findNearMisses(text);
    expect(hits.length).toBeGreaterThan(0);
    if (text !== '主动公政开府信息') expect(fixed(text)).toBe(right);
  });
});

describe('leaves alone', () => {
  test.each([
    // words on either side explain the characters
    '可以申请公开的政府信息',
    '分工做好各项工作',
    '予以申请公开',
    '中奖奖金应当以人民币支付',
    '本办法由外交部部长签发',
    '我县县政府信息公开工作',
    '各省省委书记',
    '涉及及其他',
    '开工工期顺延',
    '教育部部长签发',
    '全市市民均可查询',
    '所在村村民委员会',
    '中华人民共和国国（边）境',
    '参与与监督并重',
    '战争和和平',
    // a character said twice on purpose
    '发放一张张明白卡',
    '热热闹闹过佳节',
    '规规矩矩办事',
    '走访家家户户',
    '处处以人民为中心',
    // words and names of dictionaries
    '络合与螯合滴定',
    '生命攸关的时刻',
    // made on the spot, or one after the other
    '坚持打早打小',
    '配齐配强工作人员',
    '做好防火、防渍、防潮工作',
    // the short name, and what a name may go without
    '市住房城乡建设局',
    '市人力资源社会保障局',
    '收到公民、法人或其他组织申请',
    '政务公开栏',
    '微信公众平台',
    '取得显著效益',
    '在微信公众号公开',
    '针对对象不同',
    '涉及及其他',
    '作为为民办实事的抓手',
    '目的的确定',
    '公共开放数据',
    '石桥乡人民政府政府信息公开工作年度报告',
    '县政府政府信息公开专栏',
    '研究研究这个问题',
    // homophones that are both words
    '制定规划，制订方案',
    '公示期为七日',
    '必需的材料',
    '保障公民的合法权利',
    '行使行政权力',
    '法制机构和法治政府',
    '政府的反应速度',
    '群众反应良好',
    '启动Ⅲ级应急响应',
    // names of people and places
    '宿豫区、沭阳县、泗洪县、泗阳县',
    '大竹县人民政府办公室',
    '盐池县大水坑镇',
    '副县长李善戎出席会议并讲话',
    '由张建射、王工开、刘信西三位同志负责',
    '濮阳市南乐县',
    '蓬溪县赤城镇政府',
    // the language of reports
    '“码上公开”进村入户',
    '持续推进“放管服”改革和“一网通办”',
    '开设“政在公开”栏目',
    '助力“强富美高”新宿迁建设',
    '依托12345政务服务便民热线开展政民互动',
    '府院联动、智改数转、跨省通办',
    '坚持“谁公开、谁审查，谁审查、谁负责”',
    '落实“日监测、月检查、季通报、年考核”机制',
    '深入学习贯彻党的二十大精神',
    '解决群众急难愁盼问题',
    '以公开为常态、不公开为例外',
    '三、 本 年 度 办 理 结 果',
    '本年新\n制作数量',
    '',
    '2021年1月1日 0 0 0 0 12 ABC',
  ])('%s', (text) => {
    expect(lexicon.findNearMisses(text)).toEqual([]);
  });
});

test.each([
  '授予陈保香等八人称号',
  '由杨次公同志介绍情况',
  '请吴化文率队检查',
  '到北樊相村走访',
  '到水唇镇走访',
  '在新民村召开现场会',
  '含镉的铬酸盐',
  '生产镉及镉的合金',
])('is sure of nothing in %s, which may be a name', (text) => {
  expect(lexicon.findNearMisses(text).filter(({ mayBeName }) => !mayBeName)).toEqual([]);
});

test.each(['地方工开标准', '积极推进政务工开', '行政机关末收到申请'])('%s is no name', (text) => {
  expect(lexicon.findNearMisses(text).map(({ mayBeName }) => mayBeName)).toEqual([false]);
});

test('spans are the word with the slip, suggestions replace the span', () => {
  const [hit] = lexicon.findNearMisses('一是政务公开工做推进缓慢，二是行政复意较多。');
  const text = '二是行政复意较多。';
  const [second] = lexicon.findNearMisses(text);
  expect(second?.written).toBe(text.slice(second?.span.start, second?.span.end));
  expect(second).toMatchObject({ written: '行政复意', kind: 'sound', word: '行政复议' });
  expect(hit?.confidence).toBeGreaterThan(0.5);
});

test('looks only within the given part, with offsets of the whole text', () => {
  const text = '行政复意\n行政复意\n';
  expect(lexicon.findNearMisses(text, { start: 5, end: 9 }).map((h) => h.span)).toEqual([
    { start: 5, end: 9 },
  ]);
});

test("the user's own words are never found fault with", () => {
  const text = '做好政策解毒工作';
  expect(lexicon.findNearMisses(text)).toHaveLength(1);
  expect(lexicon.withWords(['解毒']).findNearMisses(text)).toEqual([]);
  expect(lexicon.withWords(['中毒']).findNearMisses(text)).toHaveLength(1);
});

test('an ordinary word that is found again and again is a habit', () => {
  const [miss] = lexicon.findNearMisses('按季度向上级抱送工作总结');
  expect(miss).toBeDefined();
  const ordinary = { ...miss!, isTerm: false, confidence: 0.8 };
  expect(withoutHabits([ordinary])).toHaveLength(1);
  expect(withoutHabits([ordinary, ordinary])).toEqual([]);
  expect(
    withoutHabits([
      { ...miss!, isTerm: true },
      { ...miss!, isTerm: true },
    ]),
  ).toHaveLength(2);
});

test('bytes that are no lexicon are refused', () => {
  expect(() => loadLexicon(new Uint8Array(400))).toThrow();
});

test('on any text: no throw, spans in order, within bounds, every suggestion a change', () => {
  const character = fc.oneof(
    fc.constantFrom(...'政府信息公开工作申请行政复议规范性文件的的一二（）：，。 \n\t0123Aé⼯戶𠀀'),
    fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCharCode(code)),
  );
  fc.assert(
    fc.property(fc.array(character, { maxLength: 60 }), (characters) => {
      const text = characters.join('');
      let last = 0;
      for (const { span, written, suggestions } of lexicon.findNearMisses(text)) {
        expect(span.start).toBeGreaterThanOrEqual(last);
        expect(text.slice(span.start, span.end)).toBe(written);
        expect(suggestions.length).toBeGreaterThan(0);
        for (const suggestion of suggestions) expect(suggestion).not.toBe(written);
        last = span.end;
      }
    }),
    { numRuns: 3000 },
  );
});
