// Names for the keys of rows, columns and heads that the rest of the program asks for by what they
// are. Keys are as in `nianbao extract`; a new format keeps those of what stays what it was.

/** Rows of table 三, and those of the others that rules speak of. */
export const ROW = {
  received: '1',
  carriedIn: '2',
  granted: '3.1',
  partlyGranted: '3.2',
  finished: '3.7',
  carriedOut: '4',
  /** 规章. */
  rules: 'rules',
  /** 行政复议, of table 四. */
  reconsideration: 'reconsideration',
} as const;

/** Groups of outcomes in table 三; in some formats rows. */
export const GROUP = {
  /** 不予处理. */
  declined: '3.5',
  /** 其他处理. */
  otherwise: '3.6',
} as const;

/** The column 总计 of tables 三 and 四. */
export const TOTAL = 'total';

/** The head of all rows of 三、本年度办理结果. */
export const OUTCOME = 'outcome';

/** The head 信息内容 of each block of table 二. */
export const CONTENT = 'content';
