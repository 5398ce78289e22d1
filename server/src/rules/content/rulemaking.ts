// 规章 filled in by an organ that makes none.

import type { Fix } from '../../findings/finding.js';
import { ROW } from '../../form/formats.js';
import { organOf } from '../../form/organs.js';
import { columnName } from '../../judging/names.js';
import { example } from '../examples.js';
import type { Rule } from '../rule.js';

const table = (rules: string) => example('disclosure', { rules, normative: '3 0 12' });
const titled = (organ: string, rules: string) =>
  `${organ}2023年政府信息公开工作年度报告\n\n${table(rules)}`;

export const rulemaking: Rule = {
  id: 'rulemaking',
  severity: 'warning',
  docs: () => ({
    title: '没有规章制定权却填了规章',
    english: 'Regulations reported by an organ that makes none',
    what: '县（市、区）、乡镇、街道和地方政府部门的报告，“规章”一行填了非 0 的数。',
    why: '规章只能由国务院部门，省、自治区、直辖市和设区的市、自治州的人民政府制定（《立法法》）。多半是把规范性文件填到了规章一行。',
    how: '核对后把数移到“行政规范性文件”一行，规章填 0。快速修复只把规章改为 0。',
    invalid: [
      { note: '乡镇填了规章', text: titled('青禾县云水镇人民政府', '2 0 5') },
      { note: '县级部门填了规章', text: titled('青禾县民政局', '0 0 1') },
    ],
    valid: [
      { note: '没有规章', text: titled('青禾县民政局', '0 0 0') },
      { note: '设区的市可以制定', text: titled('青州市人民政府', '2 0 11') },
      { note: '国务院部门可以制定', text: titled('国家青禾局', '2 0 11') },
    ],
  }),
  *check(report) {
    const { organization, tables, template } = report;
    if (!organization || template === null) return;
    const organ = organOf(organization);
    if (!organ || organ.mayMakeRules) return;
    const row = tables.disclosure?.rows.find(({ key }) => key === ROW.rules);
    const cells = [...(row?.cells.values() ?? [])].filter(
      ({ value }) => value !== null && value > 0,
    );
    const [first] = cells;
    if (!first) return;
    const fix: Fix = {
      title: '把“规章”一行改为 0',
      safe: false,
      edits: cells.map(({ span }) => ({ span, newText: '0' })),
    };
    yield {
      span: first.span,
      message: `“规章”的“${columnName(report, 'disclosure', first)}”写的是 ${first.value}，但${organization}没有规章制定权（${organ.called}不制定规章），可能是规范性文件填错了行。`,
      at: { table: 'disclosure', row: ROW.rules, column: first.column },
      fixes: [fix],
    };
  },
};
