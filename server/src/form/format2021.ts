// The format of 国办公开办函〔2021〕30号, for reports on 2021 and later.
import { type CitedDocument, DISCLOSURE_OFFICE } from './citedDocument.js';
import { overYears, relationsOf } from './formRelations.js';
import { OUTCOME } from './keys.js';
import {
  caption,
  DISCLOSURE_GROUPS,
  REQUEST_CLOSING,
  REQUEST_COLUMNS,
  REQUEST_GROUPS,
  REQUEST_ROWS,
  REVIEW,
} from './sharedRows.js';
import type { RowSpec, TableSpec, Template } from './types.js';

const NOTICE: CitedDocument = {
  id: 'format',
  code: '国办公开办函',
  year: 2021,
  number: 30,
  title: `${DISCLOSURE_OFFICE}关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知`,
  inner: '中华人民共和国政府信息公开工作年度报告格式',
  words: /年度(?:工作)?报告的?格式/,
};

const otherwise = [OUTCOME, '3.6.*'];

const OTHER_OUTCOMES: readonly RowSpec[] = [
  {
    key: '3.6.1',
    label: '申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    numbering: '1.',
    groups: otherwise,
  },
  {
    key: '3.6.2',
    label: '申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    numbering: '2.',
    groups: otherwise,
    basis: '《条例》第四十二条',
  },
  { key: '3.6.3', label: '其他', numbering: '3.', groups: otherwise, aliases: ['其它'] },
];

const DISCLOSURE: TableSpec = {
  key: 'disclosure',
  labelColumns: 1,
  section: 2,
  name: '主动公开政府信息表',
  blocks: [
    {
      caption: caption('一'),
      columns: [
        { key: 'issued', label: '本年制发件数', unit: 'count' },
        { key: 'repealed', label: '本年废止件数', unit: 'count' },
        { key: 'inForce', label: '现行有效件数', unit: 'count' },
      ],
      rows: [
        { key: 'rules', label: '规章' },
        { key: 'normative', label: '行政规范性文件' },
      ],
    },
    {
      caption: caption('五'),
      columns: [{ key: 'decisions', label: '本年处理决定数量', unit: 'count' }],
      rows: [{ key: 'licensing', label: '行政许可' }],
    },
    {
      caption: caption('六'),
      columns: [{ key: 'decisions', label: '本年处理决定数量', unit: 'count' }],
      rows: [
        { key: 'penalties', label: '行政处罚' },
        { key: 'coercion', label: '行政强制' },
      ],
    },
    {
      caption: caption('八'),
      columns: [{ key: 'amount', label: '本年收费金额', note: '单位：万元', unit: 'amount' }],
      rows: [{ key: 'fees', label: '行政事业性收费' }],
    },
  ],
  groups: DISCLOSURE_GROUPS,
};

const REQUESTS: TableSpec = {
  key: 'requests',
  labelColumns: 3,
  section: 3,
  name: '收到和处理政府信息公开申请情况表',
  blocks: [
    {
      columns: REQUEST_COLUMNS,
      rows: [...REQUEST_ROWS, ...OTHER_OUTCOMES, ...REQUEST_CLOSING],
    },
  ],
  groups: [...REQUEST_GROUPS, { key: '3.6.*', label: '其他处理', numbering: '（六）', row: '3.6' }],
};

const tables = { disclosure: DISCLOSURE, requests: REQUESTS, review: REVIEW };

export const FORMAT_2021: Template = {
  id: '2021',
  since: 2021,
  notice: NOTICE,
  tables,
  relations: relationsOf(tables),
  overYears: overYears(tables),
};
