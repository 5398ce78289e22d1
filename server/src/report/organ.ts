// What the organ of a report is.
import { type Organ, organOf } from '../form/organs.js';
import type { Report } from './report.js';

/** What the organ named in the title is; null where the name says too little, or there is none. */
export function reportingOrgan({ organization }: Report): Organ | null {
  return organOf(organization ?? '');
}
