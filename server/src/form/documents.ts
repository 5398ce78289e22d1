// The notices that annual reports cite: number and title as issued.
// R19: only documents whose number and title are known for sure.

export interface CitedDocument {
  readonly id: string;
  /** 国办公开办函, 国办函, 国办发 … */
  readonly code: string;
  readonly year: number;
  readonly number: number;
  /** In full, with inner title marks. */
  readonly title: string;
  /** The inner title, where the notice issues another paper. */
  readonly inner?: string;
  /** Words that no other document's title has. */
  readonly words: RegExp;
  /** The report years that it governs; cited for another year it is out of date. */
  readonly until?: number;
}

const DISCLOSURE_OFFICE = '国务院办公厅政府信息与政务公开办公室';

export const CITED_DOCUMENTS: readonly CitedDocument[] = [
  {
    id: 'format',
    code: '国办公开办函',
    year: 2021,
    number: 30,
    title: `${DISCLOSURE_OFFICE}关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知`,
    inner: '中华人民共和国政府信息公开工作年度报告格式',
    words: /年度(?:工作)?报告的?格式/,
  },
  {
    id: 'format-2019',
    code: '国办公开办函',
    year: 2019,
    number: 60,
    title: `${DISCLOSURE_OFFICE}关于政府信息公开工作年度报告有关事项的通知`,
    words: /年度报告(?:编制)?有关事项/,
    until: 2020,
  },
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

/** 国办公开办函〔2021〕30号. */
export function numberOf({ code, year, number }: CitedDocument): string {
  return `${code}〔${year}〕${number}号`;
}

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
