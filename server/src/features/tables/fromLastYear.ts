// 从上年报告填入结转: 上年结转 becomes what last year's report carried out.
import { carriedTable } from '../../judging/overYears.js';
import { carriedIn } from '../../writing/carriedIn.js';
import type { TableCommand } from './command.js';

export const fromLastYear: TableCommand = {
  id: 'nianbao.fromLastYear',
  title: '填入上年结转',
  nothing: '没有要填的：找不到上年报告，或者与上年报告的“四、结转下年度继续办理”一致。',
  takesLastYear: true,
  edits: (report, { key }, { previous }) =>
    previous && carriedTable(report) === key ? carriedIn(report, previous) : [],
};
