import { describe, expect, it } from 'vitest';
import { KEPT, promptAt, promptFor, promptsIn } from './prompts.js';

const found = (text: string) => promptsIn(text).map(({ start, end }) => text.slice(start, end));

describe('prompts', () => {
  it.each([
    ['我镇【请写明：公开了多少条】。', ['【请写明：公开了多少条】']],
    [`${KEPT}（一）主动公开。`, [KEPT]],
    [`${KEPT}${promptFor('甲')}${promptFor('乙')}`, [KEPT, '【请写明：甲】', '【请写明：乙】']],
    ['【请填写单位名称】', ['【请填写单位名称】']],
    ['', []],
    ['设【请示】【批复】两类，【政务公开】专栏', []],
    ['【请填】和【数量请填写】', ['【请填】', '【数量请填写】']],
    ['【【请填】】', ['【请填】']],
    ['【上年文字】', []],
    ['〔2021〕30号、【重要】、【提请注意】', []],
    ['【请写明：没有收尾\n】', []],
    [`【请写明：${'长'.repeat(201)}】`, []],
    ['请写明：没有括号', []],
  ])('in %s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('are told at the place where they begin, and only there', () => {
    const text = `甲${promptFor('乙')}`;
    expect(promptAt(text, 1)).toEqual({ start: 1, end: text.length });
    expect(promptAt(text, 0)).toBeNull();
    expect(promptAt(text, 2)).toBeNull();
  });
});

it.each([
  '公开政府信息【条数】条',
  '配备专职人员【人数】名，培训【次数】次',
  '【机关全称】【年份】年',
])('the blanks of a sentence are prompts: %s', (text) => {
  const found = promptsIn(text).map(({ start, end }) => text.slice(start, end));
  expect(found).toEqual(text.match(/【[^】]*】/g));
});

it.each(['国办发【2021】30号', '【公开】【年报】', '【条数统计】', '[条数]', '【 】'])(
  'other words in these brackets are none: %s',
  (text) => expect(promptsIn(text)).toEqual([]),
);

it.each([
  ['收到申请【】件，办结【　】件', ['【】', '【　】']],
  ['由【XX】镇受理', ['【XX】']],
  ['【XX】旗公开信息12条', ['【XX】']],
  ['【　】年，我镇公开信息', ['【　】']],
  ['受理【数量】件，联系人【姓名】，平台【名称】', ['【数量】', '【姓名】', '【名称】']],
  ['【机关名称】2023年，【单位全称】', ['【机关名称】', '【单位全称】']],
])('blanks beside words: %s', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

it.each([
  '用【】标出的为必填项',
  '【】内为必填项',
  '必填项加【】号',
  '【姓名】张三',
  '填写【姓名】【数量】两栏',
  '公示【名称】、【数量】两项',
  '点击【名称】进入',
  '在【数量】栏填报',
  '首页【名称】栏目',
  '【XX】',
])('brackets that are spoken of, or stand alone, are none: %s', (text) => {
  expect(found(text)).toEqual([]);
});
