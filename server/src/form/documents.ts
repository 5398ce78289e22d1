// The notices that annual reports cite: number and title as issued.
// R19: only documents whose number and title are known for sure.
import { type CitedDocument, DISCLOSURE_OFFICE } from './citedDocument.js';
import { FORMATS } from './formatList.js';

export { type CitedDocument, numberOf } from './citedDocument.js';

/** Those that set the formats, the newest first; one holds until the next. */
const FORMAT_NOTICES = FORMATS.map(({ notice }, i): CitedDocument => {
  const next = FORMATS[i + 1];
  return next ? { ...notice, until: next.since - 1 } : notice;
}).toReversed();

export const CITED_DOCUMENTS: readonly CitedDocument[] = [
  ...FORMAT_NOTICES,
  {
    id: 'platform',
    code: '国办公开办函',
    year: 2019,
    number: 61,
    title: `${DISCLOSURE_OFFICE}关于规范政府信息公开平台有关事项的通知`,
    words: /政府信息公开平台有关事项/,
  },
  {
    id: 'fee',
    code: '国办函',
    year: 2020,
    number: 109,
    title: '国务院办公厅关于印发〈政府信息公开信息处理费管理办法〉的通知',
    inner: '政府信息公开信息处理费管理办法',
    words: /信息处理费管理办法/,
  },
  {
    id: 'points-2021',
    code: '国办发',
    year: 2021,
    number: 12,
    title: '国务院办公厅关于印发2021年政务公开工作要点的通知',
    words: /2021年政务公开工作要点/,
  },
  {
    id: 'points-2022',
    code: '国办发',
    year: 2022,
    number: 8,
    title: '国务院办公厅关于印发2022年政务公开工作要点的通知',
    words: /2022年政务公开工作要点/,
  },
];

/** 《中华人民共和国政府信息公开条例》: the order it was issued by, and the one before. */
export const REGULATION = {
  title: '中华人民共和国政府信息公开条例',
  order: 711,
  /** 2007. */
  oldOrder: 492,
} as const;

/** 国务院令第711号. */
export const REGULATION_NUMBER = `国务院令第${REGULATION.order}号`;

/** Articles of 2007 on annual reports, and those that took their place in 2019. */
export const MOVED_ARTICLES: ReadonlyMap<string, string> = new Map([
  ['第三十一条', '第四十九条'],
  ['第三十二条', '第五十条'],
]);
