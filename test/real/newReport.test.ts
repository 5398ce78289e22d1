// New reports that carry on from the real reports: whatever those look like, the new one has no error.
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createReportService } from '../../server/src/service.js';

const REPORTS = path.resolve(import.meta.dirname, '../../../shared/reports');
const files = fs.existsSync(REPORTS)
  ? fs.readdirSync(REPORTS).filter((name) => name.endsWith('.txt'))
  : [];
if (files.length === 0) console.warn(`SKIPPED: no real reports at ${REPORTS}`);
const service = createReportService();

describe.skipIf(files.length === 0)('a new report from a real one', () => {
  it.each(files)('%s', (file) => {
    const previous = service.parse(fs.readFileSync(path.join(REPORTS, file), 'utf8'));
    const organization = previous.organization ?? '青禾县教育局';
    const year = (previous.year ?? 2022) + 1;
    for (const layout of ['markdown', 'tab'] as const)
      for (const zeros of [true, false]) {
        const text = service.newReport({ organization, year, layout, zeros, previous });
        const report = service.parse(text);
        expect(report).toMatchObject({ organization, year });
        expect(report.sections.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
        const { diagnostics } = service.check(report, {}, previous);
        expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      }
  });
});
