// Texts that once were never read to their end: they are checked, and taken as last year's report.
import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { createReportService } from '../../server/src/service/index.js';
import { CASES, describeReal } from '../support/realReports.js';

describeReal('a hard text', () => {
  const folder = path.join(CASES, 'hard/01');
  const service = createReportService();
  it.each(fs.readdirSync(folder))('%s', (file) => {
    const report = service.parse(fs.readFileSync(path.join(folder, file), 'utf8'));
    expect(report.recognized).toBe(true);
    const { diagnostics } = service.check(report, {}, report);
    expect(diagnostics.length).toBeLessThan(20);
  });
});
