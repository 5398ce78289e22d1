// Everything that is asked about a report, as a list: an answer more is a line more.
import fs from 'node:fs';
import path from 'node:path';
import { tableLenses } from '../../server/src/features/codeLens.js';
import { completionsAt, insertables } from '../../server/src/features/completion/completion.js';
import { definitionAt } from '../../server/src/features/definition.js';
import { fieldsOf } from '../../server/src/features/fields.js';
import { foldsOf } from '../../server/src/features/folding.js';
import { gridsOf } from '../../server/src/features/grid.js';
import { hoverAt } from '../../server/src/features/hover/hover.js';
import { inlayHints } from '../../server/src/features/inlayHints.js';
import { linksOf } from '../../server/src/features/links.js';
import { symbolsOf } from '../../server/src/features/outline/symbols.js';
import { referencesAt } from '../../server/src/features/references.js';
import { selectionsAt } from '../../server/src/features/selection.js';
import { semanticTokens } from '../../server/src/features/semanticTokens.js';
import { safeEdits } from '../../server/src/findings/safeEdits.js';
import { loadLexicon } from '../../server/src/lexicon/lexicon.js';
import type { Report } from '../../server/src/report/report.js';
import {
  type CheckResult,
  createReportService,
  factsOf,
  reviewedReport,
  unitReport,
} from '../../server/src/service/index.js';
import { plainSource } from '../../server/src/text/source.js';
import { documentOf } from '../../server/src/writing/document/document.js';
import { toDocx } from '../../server/src/writing/export/toDocx.js';
import { toHtml } from '../../server/src/writing/export/toHtml.js';
import { toMarkdown } from '../../server/src/writing/export/toMarkdown.js';
import { toText } from '../../server/src/writing/export/toText.js';
import type { HostileText } from './hostile.js';

const WORDS = path.resolve(import.meta.dirname, '../../server/src/lexicon/data/lexicon.bin');
const lexicon = loadLexicon(fs.readFileSync(WORDS));
const service = createReportService({ lexicon: () => lexicon });

const results = new WeakMap<Report, CheckResult>();

/** Once, for whoever asks: each time more would look like more steps for the text. */
function checked(report: Report): CheckResult {
  const result = results.get(report) ?? service.check(report);
  results.set(report, result);
  return result;
}

/** What is asked about a whole report. */
export const ANSWERS: Readonly<Record<string, (report: Report) => unknown>> = {
  check: (report) => safeEdits(checked(report).diagnostics),
  'check with last year’s': (report) => service.check(report, {}, report, 'a.txt'),
  facts: (report) => factsOf(report),
  symbols: symbolsOf,
  folds: foldsOf,
  tokens: (report) => semanticTokens(report, plainSource(report.text), []),
  hints: (report) => inlayHints(report, { all: true, isReported: () => true }),
  lenses: (report) => tableLenses(report),
  links: (report) => linksOf(report),
  fields: fieldsOf,
  grids: gridsOf,
  summed: (report) => unitReport(report, 'a.txt'),
  reviewed: (report) => {
    const file = { path: 'a.txt', modified: null, report, template: report.template };
    return reviewedReport({ ...file, ...checked(report), previous: report });
  },
  document: (report) =>
    [toText, toMarkdown, toHtml, toDocx].map((write) => write(documentOf(report))),
};

/** What is asked about a place in it. */
export const ANSWERS_AT: Readonly<Record<string, (report: Report, offset: number) => unknown>> = {
  hover: (report, offset) => hoverAt(report, offset),
  definition: (report, offset) => definitionAt(report, offset),
  references: (report, offset) => referencesAt(report, offset, true),
  selections: selectionsAt,
  completions: (report, offset) => completionsAt(report, offset, 'markdown'),
  insertables: (report, offset) => insertables(report, offset, 'markdown'),
};

/** Reads a text and asks everything, of some places what is asked of places. */
export function run({ text, offsets }: HostileText): void {
  const report = service.parse(text);
  for (const ask of Object.values(ANSWERS)) ask(report);
  for (const offset of offsets) for (const ask of Object.values(ANSWERS_AT)) ask(report, offset);
}
