// What stands between the title and section 一: legal basis and 统计期限, as sentences.
import { CITED_DOCUMENTS, type CitedDocument, numberOf, REGULATION } from './documents.js';
import { formatOf, templateOfYear } from './formats.js';

/** 《…》（国办公开办函〔2021〕30号）. */
export function cited(notice: CitedDocument): string {
  return `《${notice.title}》（${numberOf(notice)}）`;
}

/** The notice whose format the report on a year follows. */
export function formatNotice(year: number): CitedDocument {
  const { notice } = formatOf(templateOfYear(year));
  return CITED_DOCUMENTS.find(({ id }) => id === notice.id) ?? notice;
}

/** The legal basis of the report on a year. */
export function basisOf(year: number): string {
  return `根据《${REGULATION.title}》第四十九条、第五十条和${cited(formatNotice(year))}的要求，编制本报告。`;
}

/** 统计期限, the year apart from the words. */
export function periodOf<Year>(year: Year): readonly (string | Year)[] {
  return ['本报告所列数据的统计期限自', year, '年1月1日起至', year, '年12月31日止。'];
}

/** The legal basis, the period reported on, what the report consists of: they are the same every year. */
const STANDING =
  /统计期限|根据中华人民共和国政府信息公开条例|依据中华人民共和国政府信息公开条例|部分组成|编制本报告/;

/** Whether a sentence (its words alone) says what every report says, whoever writes it. */
export function isStandingSentence(words: string): boolean {
  const now = words.indexOf('现将');
  return STANDING.test(words) || (now >= 0 && words.indexOf('报告如下', now) > 0);
}
