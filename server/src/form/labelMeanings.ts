// What columns and groups of the official tables stand for: a sentence for those who fill them in.
import type { ColumnKey, TableKey } from './formats.js';

const DECIDED = '本年作出的决定有多少件，一份决定书算一件；没有的填 0。';

export const COLUMN_MEANINGS: Readonly<Record<TableKey, Readonly<Record<ColumnKey, string>>>> = {
  disclosure: {
    issued: '本年制定并发布的件数，按文件的发布日期算。',
    repealed: '本年宣布废止的件数；没有的填 0。',
    inForce: '年末仍然有效的件数，历年制定的都算。',
    decisions: DECIDED,
    amount: '以万元为单位，如 46510 元填 4.651；没有收费的填 0。',
    made: '本年新制作的数量。',
    published: '本年新公开的数量。',
    public: '对外公开的总数量，历年公开的都算。',
    previous: '上一年的项目数量。',
    change: '本年比上一年增加或减少的项目数量，可以是负数。',
    projects: '政府集中采购的项目数量。',
  },
  requests: {
    natural: '公民以个人名义提出的申请；请人代办的，仍按本人计。',
    business: '公司、个人独资企业、合伙企业等提出的申请。',
    research: '研究院、研究所等提出的申请。',
    charity: '基金会、慈善组织、环保组织等提出的申请。',
    legal: '律师事务所、公证机构等以自己的名义提出的申请。',
    other: '以上四类以外的法人或其他组织，如村民委员会、业主委员会提出的申请。',
    total: '自然人加五类法人或其他组织；每行都要等于左边各列之和。',
  },
  review: {
    upheld: '原来的处理没有改变的案件，如驳回复议申请、驳回诉讼请求。',
    corrected: '原来的处理被撤销、变更、确认违法，或者责令重新答复的案件。',
    otherResult: '维持、纠正以外的结果，如申请人撤回、达成调解。',
    pending: '到 12 月 31 日还没有审结的案件。',
    total: '四种结果相加，尚未审结的也算。',
  },
};

/** What each clause of 《条例》 has made public: the captions of table 二. */
export const CLAUSES: Readonly<Record<string, string>> = {
  '第二十条第（一）项': '行政法规、规章和规范性文件。',
  '第二十条第（五）项': '办理行政许可和其他对外管理服务事项的依据、条件、程序以及办理结果。',
  '第二十条第（六）项':
    '实施行政处罚、行政强制的依据、条件、程序，以及有一定社会影响的行政处罚决定。',
  '第二十条第（八）项': '行政事业性收费项目及其依据、标准。',
  '第二十条第（九）项': '政府集中采购项目的目录、标准及实施情况。',
};

/** By the keys of group heads; of captions see above. */
export const GROUP_MEANINGS: Readonly<Record<string, string>> = {
  note: '每一列都要对得上：一 + 二 = 三（七）总计 + 四。',
  applicants: '申请按申请人分列，每件只计一列。',
  organizations: '自然人以外的申请人，分五类。',
  outcome: '本年度办结的申请，按办理结果分列，每件只计一行；（七）总计是（一）至（六）之和。',
  '3.3': '整件不公开的申请，按理由分列（依据《条例》第十四条至第十六条、第三十六条（七））。',
  '3.4': '没有、或者无法给出所要信息的申请（依据《条例》第三十六条（四）（五）、第三十八条）。',
  '3.5': '依法不予处理的申请（依据《条例》第三十六条（六）、第三十九条）。',
  '3.6.*': '前五项以外的处理结果，如逾期不补正、逾期不缴费。',
  litigation: '因政府信息公开提起行政诉讼的案件，按是否先经过复议分列。',
  content: '主动公开的内容，按《条例》第二十条的各项分列。',
};
