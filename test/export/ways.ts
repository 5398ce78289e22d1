// A report on its way out and back: written as a file of each kind, and read again as nianbao reads it.
import { readDocx } from '../../server/src/convert/docx/readDocx.js';
import { embeddedHtmlSource, htmlSource } from '../../server/src/convert/html.js';
import type { Report } from '../../server/src/report/report.js';
import { createReportService, factsOf } from '../../server/src/service/index.js';
import type { Markup } from '../../server/src/text/markup.js';
import { plainSource } from '../../server/src/text/source.js';
import type { DocumentBlock } from '../../server/src/writing/document/blocks.js';
import { documentOf } from '../../server/src/writing/document/document.js';
import { toDocx } from '../../server/src/writing/export/toDocx.js';
import { toHtml } from '../../server/src/writing/export/toHtml.js';
import { toMarkdown } from '../../server/src/writing/export/toMarkdown.js';
import { toText } from '../../server/src/writing/export/toText.js';
import type { GeneratedReport } from '../generate/report.js';

const service = createReportService();

/** The report of a text. */
export function reportOf(text: string, markup: Markup = 'markdown'): Report {
  return service.parse(text, markup);
}

/** A generated report as it is read. */
export function generated({ text, kind }: Pick<GeneratedReport, 'text' | 'kind'>): Report {
  const sources = { text: plainSource, html: htmlSource, 'markdown-html': embeddedHtmlSource };
  return reportOf(sources[kind](text).text, kind === 'html' ? 'none' : 'markdown');
}

/** What a report says, and all its text. */
export function contentOf(report: Report) {
  const facts = JSON.parse(
    JSON.stringify(factsOf(report), (key, value) => (key === 'line' ? undefined : value)),
  );
  return { facts, text: toText(documentOf(report)) };
}

/** There and back. */
export const WAYS: Readonly<Record<string, (blocks: readonly DocumentBlock[]) => Report>> = {
  txt: (blocks) => reportOf(toText(blocks), 'text'),
  md: (blocks) => reportOf(embeddedHtmlSource(toMarkdown(blocks)).text, 'markdown'),
  html: (blocks) => reportOf(htmlSource(toHtml(blocks)).text, 'none'),
  docx: (blocks) => reportOf(readDocx(toDocx(blocks)).text, 'none'),
};
