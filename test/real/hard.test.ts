// Texts that once were never read to their end: they are checked, and taken as last year's report.
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createReportService } from '../../server/src/service.js';

const CASES = path.resolve(import.meta.dirname, '../../../shared/cases/hard/01');
const files = fs.existsSync(CASES) ? fs.readdirSync(CASES) : [];
if (files.length === 0) console.warn(`SKIPPED: no hard texts at ${CASES}`);
const service = createReportService();

describe.skipIf(files.length === 0)('a hard text', () => {
  it.each(files)('%s', (file) => {
    const report = service.parse(fs.readFileSync(path.join(CASES, file), 'utf8'));
    expect(report.recognized).toBe(true);
    const { diagnostics } = service.check(report, {}, report);
    expect(diagnostics.length).toBeLessThan(20);
  });
});
