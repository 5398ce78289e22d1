// Inlay hints over the tables as LSP has them.
import type { InlayHint } from 'vscode-languageserver';
import { RELATION_RULES } from '../../form/formats.js';
import type { Cell } from '../../report/report.js';
import { inlayHints } from '../../service/index.js';
import { rangeIn } from '../../text/source.js';
import type { Feature } from '../feature.js';
import type { CheckedDocument } from '../state/checkedDocuments.js';
import { contains, toEdits } from '../toLsp/positions.js';

const RULES: ReadonlySet<string> = new Set(RELATION_RULES);

export const inlayHintFeature: Feature = {
  capabilities: () => ({ inlayHintProvider: true }),
  serve({ connection, client, documents, settings, onRefresh }) {
    connection.languages.inlayHint.on(async ({ textDocument: { uri }, range }, token) => {
      const { inlayHints: wanted } = await settings.of(uri);
      if (wanted === 'off') return [];
      const checked = await documents.check(uri, token);
      if (!checked) return null;
      const hints = hintsOf(checked, wanted === 'all');
      return hints.filter(({ position }) => contains(range, position));
    });
    if (client.workspace?.inlayHint?.refreshSupport)
      onRefresh(() => void connection.languages.inlayHint.refresh().catch(() => {}));
  },
};

function hintsOf({ report, source, diagnostics }: CheckedDocument, all: boolean): InlayHint[] {
  const reported = new Set(
    diagnostics.filter(({ rule }) => RULES.has(rule)).map(({ span }) => span.start),
  );
  const isReported = ({ span }: Cell) => reported.has(span.start);
  return inlayHints(report, { all, isReported }).map(({ offset, label, tooltip, edits }) => ({
    position: rangeIn(source, { start: offset, end: offset }).end,
    label,
    tooltip,
    paddingLeft: true,
    paddingRight: true, // the next cell may begin right behind it
    textEdits: (edits && toEdits(source, edits)) ?? undefined,
  }));
}
