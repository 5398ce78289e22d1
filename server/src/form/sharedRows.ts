// What the formats of 2019 and 2021 have in common: table 四, and most of table 三.
import { CONTENT, OUTCOME, TOTAL } from './keys.js';
import type { ColumnSpec, GroupSpec, RowSpec, TableSpec } from './types.js';

const applicants = ['applicants'];
const organizations = [...applicants, 'organizations'];

export const REQUEST_COLUMNS: readonly ColumnSpec[] = [
  { key: 'natural', label: '自然人', unit: 'count', groups: applicants, aliases: ['公民', '个人'] },
  { key: 'business', label: '商业企业', unit: 'count', groups: organizations },
  { key: 'research', label: '科研机构', unit: 'count', groups: organizations },
  {
    key: 'charity',
    label: '社会公益组织',
    unit: 'count',
    groups: organizations,
    aliases: ['社会组织'],
  },
  { key: 'legal', label: '法律服务机构', unit: 'count', groups: organizations },
  { key: 'other', label: '其他', unit: 'count', groups: organizations, aliases: ['其它'] },
  {
    key: TOTAL,
    label: '总计',
    unit: 'count',
    total: true,
    groups: applicants,
    aliases: ['合计', '小计'],
  },
];

const refused = [OUTCOME, '3.3'];
const unavailable = [OUTCOME, '3.4'];
const declined = [OUTCOME, '3.5'];

export const REQUEST_ROWS: readonly RowSpec[] = [
  {
    key: '1',
    label: '本年新收政府信息公开申请数量',
    numbering: '一、',
    basis: '《条例》第二十七条',
  },
  { key: '2', label: '上年结转政府信息公开申请数量', numbering: '二、' },
  {
    key: '3.1',
    label: '予以公开',
    numbering: '（一）',
    groups: [OUTCOME],
    basis: '《条例》第三十六条（一）（二）',
  },
  {
    key: '3.2',
    label: '部分公开',
    numbering: '（二）',
    note: '区分处理的，只计这一情形，不计其他情形',
    groups: [OUTCOME],
    basis: '《条例》第三十七条',
  },
  {
    key: '3.3.1',
    label: '属于国家秘密',
    numbering: '1.',
    groups: refused,
    basis: '《条例》第十四条',
  },
  {
    key: '3.3.2',
    label: '其他法律行政法规禁止公开',
    numbering: '2.',
    groups: refused,
    basis: '《条例》第十四条',
  },
  {
    key: '3.3.3',
    label: '危及“三安全一稳定”',
    numbering: '3.',
    groups: refused,
    basis: '《条例》第十四条',
  },
  {
    key: '3.3.4',
    label: '保护第三方合法权益',
    numbering: '4.',
    groups: refused,
    basis: '《条例》第十五条',
  },
  {
    key: '3.3.5',
    label: '属于三类内部事务信息',
    numbering: '5.',
    groups: refused,
    basis: '《条例》第十六条第一款：人事管理、后勤管理、内部工作流程',
  },
  {
    key: '3.3.6',
    label: '属于四类过程性信息',
    numbering: '6.',
    groups: refused,
    basis: '《条例》第十六条第二款：讨论记录、过程稿、磋商信函、请示报告',
  },
  {
    key: '3.3.7',
    label: '属于行政执法案卷',
    numbering: '7.',
    groups: refused,
    basis: '《条例》第十六条第二款：行政执法案卷',
  },
  {
    key: '3.3.8',
    label: '属于行政查询事项',
    numbering: '8.',
    groups: refused,
    basis: '《条例》第三十六条（七）',
  },
  {
    key: '3.4.1',
    label: '本机关不掌握相关政府信息',
    numbering: '1.',
    groups: unavailable,
    basis: '《条例》第三十六条（四）（五）',
  },
  {
    key: '3.4.2',
    label: '没有现成信息需要另行制作',
    numbering: '2.',
    groups: unavailable,
    basis: '《条例》第三十八条',
  },
  { key: '3.4.3', label: '补正后申请内容仍不明确', numbering: '3.', groups: unavailable },
  {
    key: '3.5.1',
    label: '信访举报投诉类申请',
    numbering: '1.',
    groups: declined,
    basis: '《条例》第三十九条',
  },
  {
    key: '3.5.2',
    label: '重复申请',
    numbering: '2.',
    groups: declined,
    basis: '《条例》第三十六条（六）',
  },
  {
    key: '3.5.3',
    label: '要求提供公开出版物',
    numbering: '3.',
    groups: declined,
    basis: '《条例》第三十九条',
  },
  { key: '3.5.4', label: '无正当理由大量反复申请', numbering: '4.', groups: declined },
  {
    key: '3.5.5',
    label: '要求行政机关确认或重新出具已获取信息',
    numbering: '5.',
    groups: declined,
  },
];

export const REQUEST_CLOSING: readonly RowSpec[] = [
  {
    key: '3.7',
    label: '总计',
    numbering: '（七）',
    total: true,
    groups: [OUTCOME],
    aliases: ['合计', '小计'],
  },
  { key: '4', label: '结转下年度继续办理', numbering: '四、' },
];

export const REQUEST_GROUPS: readonly GroupSpec[] = [
  {
    key: 'note',
    corner: true,
    label: '本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和',
  },
  { key: 'applicants', label: '申请人情况' },
  { key: 'organizations', label: '法人或其他组织' },
  { key: OUTCOME, label: '本年度办理结果', numbering: '三、' },
  { key: '3.3', label: '不予公开', numbering: '（三）' },
  { key: '3.4', label: '无法提供', numbering: '（四）' },
  { key: '3.5', label: '不予处理', numbering: '（五）' },
];

const REVIEW_COLUMNS: readonly ColumnSpec[] = [
  { key: 'upheld', label: '结果维持', unit: 'count' },
  { key: 'corrected', label: '结果纠正', unit: 'count' },
  { key: 'otherResult', label: '其他结果', unit: 'count', aliases: ['其它结果'] },
  { key: 'pending', label: '尚未审结', unit: 'count' },
  { key: TOTAL, label: '总计', unit: 'count', total: true, aliases: ['合计', '小计'] },
];

export const REVIEW: TableSpec = {
  key: 'review',
  labelColumns: 0,
  sideBySide: true,
  section: 4,
  name: '行政复议、行政诉讼表',
  blocks: [
    {
      columns: REVIEW_COLUMNS,
      rows: [
        { key: 'reconsideration', label: '行政复议' },
        { key: 'direct', label: '未经复议直接起诉', groups: ['litigation'] },
        { key: 'afterReview', label: '复议后起诉', groups: ['litigation'] },
      ],
    },
  ],
  groups: [{ key: 'litigation', label: '行政诉讼' }],
};

/** The caption of a block of table 二. */
export const caption = (item: string) => `第二十条第（${item}）项`;
export const DISCLOSURE_GROUPS: readonly GroupSpec[] = [{ key: CONTENT, label: '信息内容' }];
