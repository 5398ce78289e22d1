// Small whole reports of the towns of a county, for what adds them up.
import {
  TABLE_KEYS,
  type TableKey,
  type TemplateId,
  templateOfYear,
} from '../../server/src/form/formats.js';
import { example, type RowFigures, zeros } from '../../server/src/rules/examples.js';

/** What is not zero; of each request the applicant is a person and gets what was asked for. */
export interface TownFigures {
  readonly licensing?: number;
  readonly fees?: string;
  readonly granted?: number;
  readonly upheld?: number;
}

/** The report of an organ on a year, in the form of that year unless told otherwise; all relations hold. */
export function townReport(
  organization: string,
  { licensing = 0, fees = '0', granted = 0, upheld = 0 }: TownFigures = {},
  year = 2023,
  template: TemplateId = templateOfYear(year),
): string {
  const requests = `${granted} 0 0 0 0 0 ${granted}`;
  const isNew = template === '2021';
  const figures: Record<TableKey, RowFigures> = {
    disclosure: {
      ...zeros('disclosure', template),
      licensing: isNew ? `${licensing}` : `${licensing} -${licensing} ${licensing}`,
      fees: isNew ? fees : `${fees} 0`,
    },
    requests: { ...zeros('requests', template), '1': requests, '3.1': requests, '3.7': requests },
    review: { ...zeros('review', template), reconsideration: `${upheld} 0 0 0 ${upheld}` },
  };
  const tables = TABLE_KEYS.map((key) => example(key, figures[key], template, 'tab'));
  return `${organization}${year}年政府信息公开工作年度报告\n\n${tables.join('\n')}\n五、存在的主要问题及改进情况\n`;
}
