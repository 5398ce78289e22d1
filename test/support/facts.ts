// For tests: a whole report around one sentence, with sound tables of known figures.

import { SECTIONS, type TableKey, type TemplateId } from '../../server/src/form/formats.js';
import { parseReport } from '../../server/src/reading/parse.js';
import type { Report } from '../../server/src/report/report.js';
import { filledWith } from '../../server/src/rules/examples.js';
import { headingOf, writeTable } from '../../server/src/writing/writeTable.js';

/** Figures by row, separated by spaces, in the order of the columns; `_` is a blank cell. */
export type Facts = Readonly<Partial<Record<TableKey, Readonly<Record<string, string>>>>>;

export interface Setting {
  readonly organ?: string;
  readonly year?: number;
  readonly template?: TemplateId;
  /** The section that the sentence stands in. */
  readonly section?: number;
  /** Tables left out of the report. */
  readonly without?: readonly TableKey[];
}

/**
 * 本年新收 14 (自然人 12, 商业企业 2), 上年结转 2, 办结 15, 结转下年度 1; 予以公开 8, 部分公开 2,
 * 不予公开 1 + 1, 无法提供 2, 其他处理 1. 行政复议 3 (维持 2, 其他 1), 诉讼 1 + 1.
 */
export const FACTS: Facts = {
  requests: {
    '1': '12 2 0 0 0 0 14',
    '2': '2 0 0 0 0 0 2',
    '3.1': '6 2 0 0 0 0 8',
    '3.2': '2 0 0 0 0 0 2',
    '3.3.4': '1 0 0 0 0 0 1',
    '3.3.6': '1 0 0 0 0 0 1',
    '3.4.1': '2 0 0 0 0 0 2',
    '3.6.3': '1 0 0 0 0 0 1',
    '3.7': '13 2 0 0 0 0 15',
    '4': '1 0 0 0 0 0 1',
  },
  review: { reconsideration: '2 0 1 0 3', direct: '1 0 0 0 1', afterReview: '0 0 0 1 1' },
  disclosure: {
    normative: '8 3 20',
    licensing: '1120',
    penalties: '56',
    coercion: '4',
    fees: '275.304',
  },
};

/** No applications, no cases. */
export const NOTHING: Facts = {};

/** 收到 14, 办结 14, nothing carried over, no cases. */
export const DONE: Facts = {
  requests: { '1': '14 0 0 0 0 0 14', '3.1': '14 0 0 0 0 0 14', '3.7': '14 0 0 0 0 0 14' },
};

/** A report whose running text is the given sentences. */
export function reportWith(sentences: string, facts: Facts, setting: Setting = {}): Report {
  const {
    organ = '青禾县云水镇人民政府',
    year = 2023,
    template = '2021',
    section = 1,
    without = [],
  } = setting;
  const parts = SECTIONS.map((spec) => {
    const { table } = spec;
    const text = spec.number === section ? `${sentences}\n\n` : '';
    if (!table || without.includes(table)) return `${headingOf(spec)}\n\n${text}`;
    const written = writeTable(table, {
      template,
      layout: 'tab',
      eol: '\n',
      fill: filledWith(table, facts[table] ?? {}, template),
    });
    return `${headingOf(spec)}\n\n${text}${written}\n`;
  });
  return parseReport(`${organ}${year}年政府信息公开工作年度报告\n\n${parts.join('\n')}`);
}
