// What follows from a report alone is worked out once, when it is first asked for.
import { perObject } from '../text/perObject.js';
import type { Report } from './report.js';

/** Remembers the answer for each report as long as the report lives; `compute` must not answer undefined. */
export function perReport<T extends NonNullable<unknown>>(
  compute: (report: Report) => T,
): (report: Report) => T {
  return perObject(compute);
}
