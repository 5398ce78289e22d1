// Text → Report. Pure and total: any string gives a report, in time linear in its length.
import { Lines } from '../text/lines.js';
import type { Report } from './report.js';

/** Reads a text. */
export function parseReport(text: string): Report {
  return {
    text,
    lines: Lines.of(text),
    recognized: false,
    title: null,
    organization: null,
    year: null,
    template: null,
    sections: [],
    tables: {},
    prose: [],
  };
}
