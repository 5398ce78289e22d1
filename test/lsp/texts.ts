// Reports for the tests of the server, all of invented places, and ways to break them.
import fs from 'node:fs';
import path from 'node:path';
import { nthReport } from '../generate/report.js';
import { swap } from '../support/swap.js';

export { swap };

const EXAMPLES = path.resolve(import.meta.dirname, '../../examples');

const example = (name: string) => fs.readFileSync(path.join(EXAMPLES, name), 'utf8');

/** Without an error; tables as tabs. */
export const CORRECT = example('正确/青禾县云水镇人民政府2021年政府信息公开工作年度报告.txt');

/** The same organ's report of the year before; what it carries out is what CORRECT carries in. */
export const YEAR_BEFORE = example('正确/青禾县云水镇人民政府2020年政府信息公开工作年度报告.txt');

/** With one wrong figure that breaks three relations, and more. */
export const FAULTY = example('有错/青禾县教育局2023年政府信息公开工作年度报告.txt');

/** With faults; Markdown. */
export const MARKDOWN = example('有错/青禾县林业局2022年政府信息公开工作年度报告.md');

/** Mentions the subject, and is no report. */
export const README = `# 政务公开工具

整理政府信息公开申请的小工具。数据来自各单位的年度报告。

- 部分公开、不予公开的申请单独列出
- 支持 2019 年和 2021 年的表格

| 列 | 合计 |
| --- | --- |
| 总计 | 7 |
`;

/** Two more came in, and two more were carried out than CORRECT carries in. */
export const OTHER_YEAR_BEFORE = swap(
  swap(YEAR_BEFORE, '申请数量|||4|0|0|0|0|0|4', '申请数量|||6|0|0|0|0|0|6'),
  '四、结转下年度继续办理|||1|0|0|0|0|0|1',
  '四、结转下年度继续办理|||3|0|0|0|0|0|3',
);

/** A wrong total in the first row of the table of section 三. */
export const WRONG_TOTAL = swap(
  CORRECT,
  '本年新收政府信息公开申请数量\t\t\t5\t1\t0\t0\t0\t0\t6',
  '本年新收政府信息公开申请数量\t\t\t5\t1\t0\t0\t0\t0\t9',
);

/** Reports in many layouts. */
export const GENERATED = ['tab', 'markdown', 'pipe', 'lines'].map(
  (layout, n) => nthReport(n, layout).text,
);
