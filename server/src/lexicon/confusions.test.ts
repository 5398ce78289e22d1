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
])('leaves %s alone', (text) => {
  expect(found(text)).toEqual([]);
});

test('every entry has its look inside its words', () => {
  for (const { wrong, look } of CONFUSIONS) expect(look + 2).toBeLessThanOrEqual(wrong.length);
});
