// The two official formats as data: sections, tables, rows, columns, labels and relations.
// Reader, rules, messages, fixes and snippets all speak from here; a new format or row is added
// here and nowhere else.
// Sources: 国办公开办函〔2019〕60号 (reports on 2019 and 2020), 国办公开办函〔2021〕30号 (2021 and
// later), 《中华人民共和国政府信息公开条例》 (国务院令第711号).

export type TemplateId = '2019' | '2021';
export type SectionNumber = 1 | 2 | 3 | 4 | 5 | 6;
export type TableKey = 'disclosure' | 'requests' | 'review';
/** Keys of rows and columns as in `nianbao extract`. */
export type RowKey = string;
export type ColumnKey = string;

/** One of the six official sections. */
export interface SectionSpec {
  readonly number: SectionNumber;
  readonly numeral: string;
  /** The official heading without its numbering. */
  readonly title: string;
  /** The table that belongs to it. */
  readonly table?: TableKey;
  /** Other wordings in use that cannot be meant for anything else; reported as `section-title`. */
  readonly aliases?: readonly string[];
  /** A heading that holds one word of each group is this section, reworded. */
  readonly keywords: readonly (readonly string[])[];
}

/** A column or row of a table. */
export interface LabelSpec<Key extends string = string> {
  readonly key: Key;
  /** The words of the form without numbering and note. */
  readonly label: string;
  /** The numbering printed before the words: 一、 （一） 1. */
  readonly numbering?: string;
  /** A note printed after the words: 区分处理的，只计这一情形，不计其他情形; 单位：万元. */
  readonly note?: string;
  /** Other words that offices use for it; recognised, and reported as `label`. */
  readonly aliases?: readonly string[];
}

export interface ColumnSpec extends LabelSpec<ColumnKey> {
  /** What its figures are: counts, changes (may be negative), or amounts in 万元. */
  readonly unit: 'count' | 'change' | 'amount';
}

export interface RowSpec extends LabelSpec<RowKey> {
  /** Keys of the group heads that the row stands under, outermost first. */
  readonly groups?: readonly string[];
  /** The clause that it rests on, for hovers. */
  readonly basis?: string;
}

/** A header row with the rows under it. Tables 三 and 四 are one block. */
export interface BlockSpec {
  readonly caption?: string;
  readonly columns: readonly ColumnSpec[];
  readonly rows: readonly RowSpec[];
}

export interface TableSpec {
  readonly key: TableKey;
  readonly section: SectionNumber;
  /** What the table is called in messages. */
  readonly name: string;
  readonly blocks: readonly BlockSpec[];
  /** Heads that have no values of their own. */
  readonly groups: readonly LabelSpec[];
}

/** A cell by row and column. */
export interface CellKey {
  readonly row: RowKey;
  readonly column: ColumnKey;
}

/** The rules that judge official relations, in the order in which a fault is given to them. */
export const RELATION_RULES = ['row-total', 'outcome-total', 'balance', 'review-total'] as const;
export type RelationRule = (typeof RELATION_RULES)[number];

/** Σ left = Σ right over cells of one table. */
export interface Relation {
  readonly rule: RelationRule;
  readonly table: TableKey;
  readonly left: readonly CellKey[];
  readonly right: readonly CellKey[];
  /** Where a breach is shown when no single cell explains it. */
  readonly anchor: CellKey;
}

export interface Template {
  readonly id: TemplateId;
  /** The document that set the format. */
  readonly source: string;
  readonly tables: Readonly<Record<TableKey, TableSpec>>;
  readonly relations: readonly Relation[];
}

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

const REQUEST_COLUMNS: readonly ColumnSpec[] = [
  { key: 'natural', label: '自然人', unit: 'count', aliases: ['公民', '个人'] },
  { key: 'business', label: '商业企业', unit: 'count' },
  { key: 'research', label: '科研机构', unit: 'count' },
  { key: 'charity', label: '社会公益组织', unit: 'count', aliases: ['社会组织'] },
  { key: 'legal', label: '法律服务机构', unit: 'count' },
  { key: 'other', label: '其他', unit: 'count', aliases: ['其它'] },
  { key: 'total', label: '总计', unit: 'count', aliases: ['合计', '小计'] },
];

/** The head of all rows of 三、本年度办理结果. */
export const OUTCOME = 'outcome';
const refused = [OUTCOME, '3.3'];
const unavailable = [OUTCOME, '3.4'];
const declined = [OUTCOME, '3.5'];
const otherwise = [OUTCOME, '3.6.*'];

const REQUEST_ROWS: readonly RowSpec[] = [
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

const OTHER_OUTCOMES_2021: readonly RowSpec[] = [
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

const OTHER_OUTCOME_2019: readonly RowSpec[] = [
  { key: '3.6', label: '其他处理', numbering: '（六）', groups: [OUTCOME] },
];

const REQUEST_CLOSING: readonly RowSpec[] = [
  { key: '3.7', label: '总计', numbering: '（七）', groups: [OUTCOME], aliases: ['合计', '小计'] },
  { key: '4', label: '结转下年度继续办理', numbering: '四、' },
];

const REQUEST_GROUPS: readonly LabelSpec[] = [
  {
    key: 'note',
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
  { key: 'total', label: '总计', unit: 'count', aliases: ['合计', '小计'] },
];

const REVIEW: TableSpec = {
  key: 'review',
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

const caption = (item: string) => `第二十条第（${item}）项`;
const DISCLOSURE_GROUPS: readonly LabelSpec[] = [{ key: 'content', label: '信息内容' }];

const DISCLOSURE_2021: TableSpec = {
  key: 'disclosure',
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

const ITEMS_2019: readonly ColumnSpec[] = [
  { key: 'previous', label: '上一年项目数量', unit: 'count' },
  { key: 'change', label: '本年增/减', unit: 'change' },
  { key: 'decisions', label: '处理决定数量', unit: 'count' },
];

const DISCLOSURE_2019: TableSpec = {
  key: 'disclosure',
  section: 2,
  name: '主动公开政府信息表',
  blocks: [
    {
      caption: caption('一'),
      columns: [
        { key: 'made', label: '本年新制作数量', unit: 'count' },
        { key: 'published', label: '本年新公开数量', unit: 'count' },
        { key: 'public', label: '对外公开总数量', unit: 'count' },
      ],
      rows: [
        { key: 'rules', label: '规章' },
        { key: 'normative', label: '规范性文件' },
      ],
    },
    {
      caption: caption('五'),
      columns: ITEMS_2019,
      rows: [
        { key: 'licensing', label: '行政许可' },
        { key: 'otherServices', label: '其他对外管理服务事项' },
      ],
    },
    {
      caption: caption('六'),
      columns: ITEMS_2019,
      rows: [
        { key: 'penalties', label: '行政处罚' },
        { key: 'coercion', label: '行政强制' },
      ],
    },
    {
      caption: caption('八'),
      columns: ITEMS_2019.slice(0, 2),
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

const REQUESTS_2021: TableSpec = {
  key: 'requests',
  section: 3,
  name: '收到和处理政府信息公开申请情况表',
  blocks: [
    {
      columns: REQUEST_COLUMNS,
      rows: [...REQUEST_ROWS, ...OTHER_OUTCOMES_2021, ...REQUEST_CLOSING],
    },
  ],
  groups: [...REQUEST_GROUPS, { key: '3.6.*', label: '其他处理', numbering: '（六）' }],
};

const REQUESTS_2019: TableSpec = {
  ...REQUESTS_2021,
  blocks: [
    {
      columns: REQUEST_COLUMNS,
      rows: [...REQUEST_ROWS, ...OTHER_OUTCOME_2019, ...REQUEST_CLOSING],
    },
  ],
  groups: REQUEST_GROUPS,
};

const rowsOfTables = new Map<TableSpec, readonly RowSpec[]>();

/** R1–R4 (docs/domain.md), spelled out over the cells of a format. */
function relationsOf(requests: TableSpec, review: TableSpec): Relation[] {
  const relations: Relation[] = [];
  const rows = rowsOf(requests);
  const outcomes = rows.filter((row) => row.groups?.includes(OUTCOME) && row.key !== '3.7');
  const withTotal = (table: TableSpec, rule: RelationRule) => {
    for (const { columns, rows } of table.blocks)
      for (const { key: row } of rows) {
        const cells = columns.map(({ key: column }) => ({ row, column }));
        const total = cells.pop() as CellKey;
        relations.push({ rule, table: table.key, left: [total], right: cells, anchor: total });
      }
  };
  withTotal(requests, 'row-total');
  for (const { key: column } of REQUEST_COLUMNS) {
    const at = (row: RowKey): CellKey => ({ row, column });
    relations.push({
      rule: 'outcome-total',
      table: 'requests',
      left: [at('3.7')],
      right: outcomes.map((row) => at(row.key)),
      anchor: at('3.7'),
    });
    relations.push({
      rule: 'balance',
      table: 'requests',
      left: [at('1'), at('2')],
      right: [at('3.7'), at('4')],
      anchor: at('4'),
    });
  }
  withTotal(review, 'review-total');
  return relations;
}

export const TEMPLATES: Readonly<Record<TemplateId, Template>> = {
  '2021': {
    id: '2021',
    source: '国办公开办函〔2021〕30号',
    tables: { disclosure: DISCLOSURE_2021, requests: REQUESTS_2021, review: REVIEW },
    relations: relationsOf(REQUESTS_2021, REVIEW),
  },
  '2019': {
    id: '2019',
    source: '国办公开办函〔2019〕60号',
    tables: { disclosure: DISCLOSURE_2019, requests: REQUESTS_2019, review: REVIEW },
    relations: relationsOf(REQUESTS_2019, REVIEW),
  },
};

export const TABLE_KEYS: readonly TableKey[] = ['disclosure', 'requests', 'review'];

/** The format that a report on `year` must follow. */
export function templateOfYear(year: number): TemplateId {
  return year >= 2021 ? '2021' : '2019';
}

/** All rows of a table in the form's order. */
export function rowsOf(table: TableSpec): readonly RowSpec[] {
  let rows = rowsOfTables.get(table);
  if (!rows) {
    rows = table.blocks.flatMap((block) => block.rows);
    rowsOfTables.set(table, rows);
  }
  return rows;
}

/** The block that a row stands in. */
export function blockOf(table: TableSpec, row: RowKey): BlockSpec | undefined {
  return table.blocks.find((block) => block.rows.some(({ key }) => key === row));
}

/** A row's or column's label as the form prints it: numbering, words, note. */
export function printed({ numbering = '', label, note }: LabelSpec): string {
  return `${numbering}${label}${note ? `（${note}）` : ''}`;
}

/** The columns that a row has in a format; none if the format does not know the row. */
export function columnsOf(
  template: TemplateId,
  table: TableKey,
  row: RowKey,
): readonly ColumnSpec[] {
  return blockOf(TEMPLATES[template].tables[table], row)?.columns ?? [];
}

/** What the figures of a cell are. */
export function unitOf(table: TableKey, row: RowKey, column: ColumnKey): ColumnSpec['unit'] {
  // tables 三 and 四 have nothing but counts
  if (table !== 'disclosure') return 'count';
  for (const template of ['2021', '2019'] as const) {
    const spec = columnsOf(template, table, row).find(({ key }) => key === column);
    if (spec) return spec.unit;
  }
  return 'count';
}
