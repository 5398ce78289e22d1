// Sections, headings, tables and groups of rows as LSP folding ranges.
import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver';
import { type Fold, foldsOf } from '../../service/index.js';
import { rangeIn } from '../../text/source.js';
import type { Feature } from '../feature.js';
import type { ReadDocument } from '../state/openDocuments.js';
import { reportOf } from '../toLsp/reportAt.js';

/** What a client that takes so many and no more is given first. */
const ORDER: readonly Fold['kind'][] = ['section', 'table', 'heading', 'group'];

export const foldingFeature: Feature = {
  capabilities: () => ({ foldingRangeProvider: true }),
  serve({ connection, client, documents }) {
    const { rangeLimit = Number.POSITIVE_INFINITY, lineFoldingOnly = false } =
      client.textDocument?.foldingRange ?? {};
    connection.onFoldingRanges(async (params, token) => {
      const reading = await reportOf(documents, params, token);
      return reading && foldingRanges(reading, rangeLimit, lineFoldingOnly);
    });
  },
};

function foldingRanges(
  { report, source }: ReadDocument,
  limit: number,
  lineFoldingOnly: boolean,
): FoldingRange[] {
  const folds = foldsOf(report).toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  const byLine = new Map<number, FoldingRange>();
  for (const { kind, span } of folds) {
    const { start, end } = rangeIn(source, span);
    // of those that begin in one line only one can be folded: the outer one comes first
    if (start.line >= end.line || byLine.has(start.line) || byLine.size >= limit) continue;
    const firstLine = source.original.spanOf(start.line);
    byLine.set(start.line, {
      startLine: start.line,
      endLine: end.line,
      ...(!lineFoldingOnly && {
        startCharacter: firstLine.end - firstLine.start,
        endCharacter: end.character,
      }),
      ...(kind === 'table' && { kind: FoldingRangeKind.Region }),
    });
  }
  return [...byLine.values()].sort((a, b) => a.startLine - b.startLine);
}
