// The six official sections and the words of the title.
import type { SectionSpec, TableKey } from './types.js';

/** The words of the title. */
export const TITLE_WORDS = '政府信息公开工作年度报告';

export const SECTIONS: readonly SectionSpec[] = [
  {
    number: 1,
    numeral: '一',
    title: '总体情况',
    aliases: ['概述', '总体工作情况'],
    keywords: [
      ['总体', '基本', '概述', '概况'],
      ['情况', '概述', '概况'],
    ],
  },
  {
    number: 2,
    numeral: '二',
    title: '主动公开政府信息情况',
    aliases: ['行政机关主动公开政府信息情况', '政府信息主动公开情况'],
    table: 'disclosure',
    keywords: [['主动公开'], ['情况']],
  },
  {
    number: 3,
    numeral: '三',
    title: '收到和处理政府信息公开申请情况',
    aliases: ['依申请公开政府信息办理情况', '政府信息公开申请办理情况'],
    table: 'requests',
    keywords: [['申请'], ['收到', '处理', '办理', '依申请', '受理'], ['情况']],
  },
  {
    number: 4,
    numeral: '四',
    title: '政府信息公开行政复议、行政诉讼情况',
    aliases: ['因政府信息公开被申请行政复议、提起行政诉讼情况'],
    table: 'review',
    keywords: [['复议'], ['诉讼']],
  },
  {
    number: 5,
    numeral: '五',
    title: '存在的主要问题及改进情况',
    keywords: [
      ['问题', '不足'],
      ['改进', '措施', '打算', '整改', '努力方向', '工作计划', '存在'],
    ],
  },
  {
    number: 6,
    numeral: '六',
    title: '其他需要报告的事项',
    aliases: ['需要报告的其他事项'],
    keywords: [
      ['其他', '其它', '需要'],
      ['事项', '情况'],
    ],
  },
];

/** The table that belongs to a section. */
export function tableOfSection(section: number): TableKey | undefined {
  return SECTIONS.find(({ number }) => number === section)?.table;
}
