// Reports on pages of a site: the text is that of the report alone, and so are its facts and what is found.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { htmlSource } from '../../server/src/convert/html.js';
import { readMhtml } from '../../server/src/convert/mhtml.js';
import { createReportService, factsOf } from '../../server/src/service/index.js';
import { compare, explain } from '../generate/compare.js';
import { nthReport } from '../generate/report.js';
import { launch } from './printing.js';
import { findingsOf } from './reading.js';
import { SAVERS, webArchive } from './webArchive.js';
import { webPage } from './webPage.js';

const RUNS = Number(process.env.NIANBAO_OFFICE_RUNS ?? 40);
const SEED = Number(process.env.NIANBAO_SEED ?? 0);
const service = createReportService();

const linesIn = (text: string) => text.split('\n').filter((line) => line.trim() !== '');

describe('a report on a page of a site', () => {
  it('is read alone: the same lines, facts and findings', () => {
    const failures: string[] = [];
    for (let n = SEED; n < SEED + RUNS; n++) {
      const report = nthReport(n, 'html');
      const { html, bare, description } = webPage(report.text, n);
      const { text } = htmlSource(html);
      const alone = htmlSource(bare).text;
      const told = `${n} ${description}: ${report.description}`;
      const [got, wanted] = [linesIn(text), linesIn(alone)];
      const more = got.filter((line) => !wanted.includes(line));
      const less = wanted.filter((line) => !got.includes(line));
      if (got.join('\n') !== wanted.join('\n'))
        failures.push(
          `${told}\n${more.map((line) => `+${line}`).join('\n')}\n${less.map((line) => `-${line}`).join('\n')}`,
        );
      const parsed = service.parse(text);
      const reading = { report: parsed, facts: factsOf(parsed) };
      const comparison = compare(
        { ...report.expected, sections: [] },
        { ...reading, facts: { ...reading.facts, sections: [] } },
      );
      if (comparison.differences.length > 0)
        failures.push(told + explain(report, reading, comparison));
      if (findingsOf(text).join('\n') !== findingsOf(alone).join('\n'))
        failures.push(`${told}: findings`);
    }
    expect(failures.join('\n\n')).toBe('');
  });
});

describe('saved as a web archive', () => {
  it('by hand it is read as the page is', () => {
    for (let n = SEED; n < SEED + RUNS; n++) {
      const { html, description } = webPage(nthReport(n, 'html').text.replace(/^\ufeff/, ''), n);
      const archive = webArchive(html, {
        saver: SAVERS[n % SAVERS.length] as (typeof SAVERS)[number],
        encoding: (['utf-8', 'gb18030', 'utf-16le'] as const)[n % 3] as 'utf-8',
        transfer: (['quoted-printable', 'base64'] as const)[n % 2] as 'base64',
      });
      expect(readMhtml(archive).text, description).toBe(htmlSource(html).text);
    }
  });
});

describe('saved by Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  it('it is read as the page is', async () => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    const session = await page.context().newCDPSession(page);
    for (let n = SEED; n < SEED + 16; n++) {
      const { html, description } = webPage(nthReport(n, 'html').text, n);
      await page.setContent(html.replace(/<link[^>]*>/, ''));
      const { data } = await session.send('Page.captureSnapshot', { format: 'mhtml' });
      const { text, notes } = readMhtml(new TextEncoder().encode(data));
      expect(linesIn(text), `${n} ${description}`).toEqual(linesIn(htmlSource(html).text));
      expect(notes).toEqual(['网页上报告以外的内容（导航、页脚等）没有读取。']);
    }
  });
});
