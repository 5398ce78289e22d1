// What columns and groups of the official tables stand for: a sentence for those who fill them in.
import type { ColumnKey, TableKey } from './formats.js';

const DECIDED = '本年作出的处理决定的数量。';

export const COLUMN_MEANINGS: Readonly<Record<TableKey, Readonly<Record<ColumnKey, string>>>> = {
  disclosure: {
    issued: '本年制定并发布的件数。',
    repealed: '本年废止的件数。',
    inForce: '年末仍然有效的件数，历年制定的都算。',
    decisions: DECIDED,
    amount: '以万元为单位。',
    made: '本年新制作的数量。',
    published: '本年新公开的数量。',
    public: '对外公开的总数量，历年公开的都算。',
    previous: '上一年的项目数量。',
    change: '本年比上一年增加或减少的项目数量，可以是负数。',
    projects: '政府集中采购的项目数量。',
  },
  requests: {
    natural: '以个人名义提出的申请。',
    business: '商业企业提出的申请。',
    research: '科研机构提出的申请。',
    charity: '社会公益组织提出的申请。',
    legal: '法律服务机构提出的申请。',
    other: '以上几类以外的法人或其他组织提出的申请。',
    total: '各类申请人相加。',
  },
  review: {
    upheld: '维持原处理结果的案件。',
    corrected: '原处理结果被纠正的案件。',
    otherResult: '维持、纠正以外的结果。',
    pending: '统计期限截止时还没有审结的案件。',
    total: '各种结果相加。',
  },
};

/** By the keys of group heads; captions rest on the clause that they are. */
export const GROUP_MEANINGS: Readonly<Record<string, string>> = {
  note: '每一列都要对得上：一 + 二 = 三（七）总计 + 四。',
  applicants: '申请按申请人分列，每件只计一列。',
  organizations: '自然人以外的申请人，分五类。',
  outcome: '本年度办结的申请，按办理结果分列，每件只计一行；（七）总计是（一）至（六）之和。',
  '3.3': '整件不公开的申请，按理由分列（依据《条例》第十四条至第十六条、第三十六条（七））。',
  '3.4': '没有、或者无法给出所要信息的申请（依据《条例》第三十六条（四）（五）、第三十八条）。',
  '3.5': '依法不予处理的申请（依据《条例》第三十六条（六）、第三十九条）。',
  '3.6.*': '前五项以外的处理结果。',
  litigation: '因政府信息公开提起行政诉讼的案件，按是否先经过复议分列。',
  content: '主动公开的内容，按《条例》第二十条的各项分列。',
};
