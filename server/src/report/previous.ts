// Which report is last year's of the same organ: by organ and year, and only beyond doubt.
import { foldWords } from '../text/fold.js';
import type { Report } from './report.js';

/** Whether `earlier` is the report of the same organ on the year before that of `report`. */
export function isPrevious(earlier: Report, report: Report): boolean {
  if (earlier.year === null || report.year === null || earlier.year !== report.year - 1)
    return false;
  const organ = organKey(report.organization);
  return organ !== null && organKey(earlier.organization) === organ;
}

/**
 * The organ's name as a key: two spellings that are surely the same organ have the same key. A
 * government and its office stay apart; a name that leaves out the county is another name.
 */
export function organKey(organization: string | null): string | null {
  const name = foldWords(organization ?? '')
    .replace(/(?:20\d\d年?度?|二〇二.年?度?)/g, '')
    .replace(/人民政府/g, '政府')
    // 县政府办 is 县人民政府办公室; a bare 办 is no office of its own
    .replace(/政府办$/, '政府办公室')
    .replace(/街道办事处$/, '街道')
    .replace(/发改委$/, '发展和改革委员会')
    .replace(/卫健(委|局)$/, (_, kind) => (kind === '委' ? '卫生健康委员会' : '卫生健康局'))
    // an area alone stands for its government: 宿州市, 宿州市人民政府
    .replace(/(?<=[省市县区旗州盟镇乡])政府$/, '');
  return name === '' ? null : name;
}
