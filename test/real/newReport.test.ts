// New reports that carry on from the real reports: whatever those look like, the new one has no error.
import { expect, it } from 'vitest';
import { createReportService, newReport } from '../../server/src/service/index.js';
import { describeReal, read, realReports } from '../support/realReports.js';

const service = createReportService();

describeReal('a new report from a real one', () => {
  it.each(realReports)('%s', (name) => {
    const previous = service.parse(read(name));
    const organization = previous.organization ?? '青禾县教育局';
    const year = (previous.year ?? 2022) + 1;
    for (const layout of ['markdown', 'tab'] as const)
      for (const zeros of [true, false]) {
        const text = newReport({ organization, year, layout, zeros, previous });
        const report = service.parse(text);
        expect(report).toMatchObject({ organization, year });
        expect(report.sections.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
        const { diagnostics } = service.check(report, {}, previous);
        expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      }
  });
});
