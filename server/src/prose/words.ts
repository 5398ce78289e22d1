// Words that several readers of sentences look for, each named once. What a reader knows more of, or of
// its own subject alone, stands in its file.
import { WordRun } from '../text/wordRun.js';

/** What leads to a figure whatever it counts: 共计3件, 总数为3. As words of a `WordRun`. */
export const LEADING = '共 计 合计 总计 总共 为 有 了 达 ： 是';

/** 法人和其他组织, as a word of a `WordRun` … */
export const ORGANIZATIONS = '法人(和|或|或者|及|与|以及|、)其[他它](社会)?组织';
/** … and as a pattern. */
export const ORGANIZATION = new WordRun(ORGANIZATIONS).word;
/** 公民、法人和其他组织: whoever may apply. */
export const EVERYONE = `公民、?${ORGANIZATIONS}`;
/** Whoever it comes from, and how it is put: says nothing of which applications are meant. */
export const ANYBODY =
  '到 人民群众 群众 社会 公众 申请人 个人 单位 提出 提交 递交 本(机关|单位|部门) 针对 有关 关于 以任何形式 要求 书面 的';

/** More or fewer: a difference, no amount. 增 and 比 mean it in some places only. */
export const DIFFERENCE = '减少|下降|上升|同比|环比|较';

/** A year before this one, before 度. */
export const LAST_YEAR = '上年|上一年|去年';
/** What is said of applications behind it: 上年度未办结转入. */
export const LEFT_OVER = '度?(?:未办结)?(?:结转|转入|转来|遗留)';
