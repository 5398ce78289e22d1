// A Word file as nianbao reads it.
import { readDocx } from '../../server/src/convert/docx/readDocx.js';
import { createReportService, factsOf } from '../../server/src/service/index.js';
import type { Reading } from '../generate/compare.js';

const service = createReportService();

/** The facts of a report that is a Word file. */
export function readWord(bytes: Uint8Array): Reading {
  const report = service.parse(readDocx(bytes).text);
  return { report, facts: factsOf(report) };
}

/** What is found in a text, places aside. */
export function findingsOf(text: string): string[] {
  return service
    .check(service.parse(text))
    .diagnostics.map(({ rule, message, at }) => `${rule} ${message} ${JSON.stringify(at)}`)
    .sort();
}
