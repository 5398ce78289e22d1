// The format of 国办公开办函〔2019〕60号, for reports on 2019 and 2020.
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
import type { ColumnSpec, RowSpec, TableSpec, Template } from './types.js';

const NOTICE: CitedDocument = {
  id: 'format-2019',
  code: '国办公开办函',
  year: 2019,
  number: 60,
  title: `${DISCLOSURE_OFFICE}关于政府信息公开工作年度报告有关事项的通知`,
  words: /年度报告(?:编制)?有关事项/,
};

const OTHER_OUTCOME: readonly RowSpec[] = [
  { key: '3.6', label: '其他处理', numbering: '（六）', groups: [OUTCOME] },
];

const ITEMS: readonly ColumnSpec[] = [
  { key: 'previous', label: '上一年项目数量', unit: 'count' },
  { key: 'change', label: '本年增/减', unit: 'change' },
  { key: 'decisions', label: '处理决定数量', unit: 'count' },
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
        { key: 'made', label: '本年新制作数量', unit: 'count', sameAs: 'issued' },
        { key: 'published', label: '本年新公开数量', unit: 'count', toldAs: 'issued' },
        { key: 'public', label: '对外公开总数量', unit: 'count' },
      ],
      rows: [
        { key: 'rules', label: '规章' },
        { key: 'normative', label: '规范性文件' },
      ],
    },
    {
      caption: caption('五'),
      columns: ITEMS,
      rows: [
        { key: 'licensing', label: '行政许可' },
        { key: 'otherServices', label: '其他对外管理服务事项' },
      ],
    },
    {
      caption: caption('六'),
      columns: ITEMS,
      rows: [
        { key: 'penalties', label: '行政处罚' },
        { key: 'coercion', label: '行政强制' },
      ],
    },
    {
      caption: caption('八'),
      columns: ITEMS.slice(0, 2),
      rows: [{ key: 'fees', label: '行政事业性收费' }],
    },
    {
      caption: caption('九'),
      columns: [
        { key: 'projects', label: '采购项目数量', unit: 'count' },
        { key: 'amount', label: '采购总金额', unit: 'amount' },
      ],
      rows: [{ key: 'procurement', label: '政府集中采购' }],
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
      rows: [...REQUEST_ROWS, ...OTHER_OUTCOME, ...REQUEST_CLOSING],
    },
  ],
  groups: REQUEST_GROUPS,
};

const tables = { disclosure: DISCLOSURE, requests: REQUESTS, review: REVIEW };

export const FORMAT_2019: Template = {
  id: '2019',
  since: 2019,
  notice: NOTICE,
  tables,
  relations: relationsOf(tables),
  overYears: overYears(tables),
};
