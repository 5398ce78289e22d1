// What the organ of a report is.
import { type Organ, organOf } from '../form/organs.js';
import { perReport } from './perReport.js';
import type { Report } from './report.js';

/** What the organ named in the title is; null where the name says too little, or there is none. */
export function reportingOrgan(report: Report): Organ | null {
  return known(report).organ;
}

/** Whether it is a people's government by its own words, not an area's name alone. */
export function isOfGovernment(report: Report): boolean {
  const { organ } = known(report);
  return organ?.role === 'government' && organ.body !== '';
}

const known = perReport(({ organization }) => ({ organ: organOf(organization ?? '') }));
