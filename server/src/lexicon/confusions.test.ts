// The list of confusions: each with texts in which it is found and texts that it must leave alone.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CONFUSIONS } from './confusions.js';
import { loadLexicon } from './lexicon.js';

const lexicon = loadLexicon(
  readFileSync(new URL('./data/lexicon.bin', import.meta.url)) as Uint8Array,
);
const found = (text: string) =>
  lexicon.findNearMisses(text).map(({ written, suggestions }) => `${written}→${suggestions[0]}`);

test.each([
  ['重大政策的的出台', '的的→的'],
  ['截止2021年12月31日', '截止→截至'],
  ['截止目前，共公开信息12条', '截止→截至'],
  ['截至日期为6月底', '截至→截止'],
  ['二、以申请公开情况', '以申请公开→依申请公开'],
  ['共办理以申请公开5件', '以申请公开→依申请公开'],
  ['于以公开3件', '于以公开→予以公开'],
  ['（二）不分公开（区分处理的', '不分公开→部分公开'],
  ['(二) 不分公开\t0\t0', '不分公开→部分公开'],
  ['予以公开3件、不分公开1件', '不分公开→部分公开'],
  ['年报编及发布工作', '编及发布→编辑发布'],
  ['申请人可通过可以通过信函提出', '可通过可以通过→可通过'],
  ['群众反应的问题', '反应→反映'],
  ['各单位必需严格执行', '必需→必须'],
  ['对名单进行公式', '公式→公示'],
  ['公式期满无异议', '公式→公示'],
  ['做为重点工作', '做为→作为'],
  ['全面布署', '布署→部署'],
  ['给于答复', '给于→给予'],
  ['己公开信息12条', '己公开→已公开'],
  ['会议安排布署全年工作', '安排布署→安排部署'],
  ['我镇并给于指导', '给于→给予'],
  ['不于以公开3件', '于以公开→予以公开'],
  ['我镇己完成目录编制', '己完成→已完成'],
  ['数据截止2022年底', '截止→截至'],
  ['村民反应情况属实', '反应→反映'],
  ['各村必需要公开', '必需→必须'],
  ['各村必需经审查', '必需→必须'],
])('finds %s', (text, expected) => {
  expect(found(text)).toContain(expected);
});

test.each([
  '目的的确定',
  '有的的士停运',
  '别的的确',
  '报名截止2021年5月1日',
  '截止日期为5月1日',
  '截止时间',
  '报名截止后',
  '截止阀',
  '截至2021年底',
  '截至目前',
  '可以申请公开',
  '予以申请公开的',
  '难以申请公开',
  '所以申请公开的',
  '终于以公开方式',
  '对于以公开为由',
  '由于以公开招标',
  '基于以公开促落实',
  '不分公开与否',
  '不分公开还是不公开',
  '不分公开、不公开',
  '信息不分公开程度',
  '汇编及发布',
  '选编及发布',
  '群众反应良好',
  '积极反应问题导向',
  '化学反应情况',
  '不良反应情况',
  '必需的材料',
  '生活必需品',
  '所必需',
  '按照公式计算',
  '计算公式',
  '公式化表达',
  '叫做为民服务',
  '称做为',
  '当做为',
  '做为民办实事的贴心人',
  '供给于市场',
  '交给于某',
  '自己公开',
  '知己知彼',
  '利己',
  '自己完成',
  '自己建立',
  '公布署名文章3篇',
  '宣布署名单位',
  '转给于都县政府',
  '善于以公开促落实',
  '有利于以公开促监督',
  '归功于以公开促服务',
  '用于以公开栏公示',
  '以申请公开信息为由',
  '以申请公开的名义来访',
  '天赋于他',
  '单位必需要素齐全',
  '保障必需经费',
  '报销打的的费用',
  '征求意见截止3月15日',
  '意见反馈截止2022年4月2日',
  '截至期限届满',
  '疫苗接种反应情况',
  '过敏反应情况',
])('leaves %s alone', (text) => {
  expect(found(text)).toEqual([]);
});

test.each(['王布署同志带队', '村民李给于说', '副县长王己公开答复', '由张己完成'])(
  'takes what may be a name for one: %s',
  (text) => {
    const misses = lexicon.findNearMisses(text);
    expect(misses.filter(({ mayBeName }) => !mayBeName)).toEqual([]);
  },
);

test.each(['我镇己公开', '会议布署', '部门给于答复'])('and no other: %s', (text) => {
  const misses = lexicon.findNearMisses(text);
  expect(misses.map(({ mayBeName }) => mayBeName)).toEqual([false]);
});

test('every entry has its look inside its words', () => {
  for (const { wrong, look } of CONFUSIONS) expect(look + 2).toBeLessThanOrEqual(wrong.length);
});
