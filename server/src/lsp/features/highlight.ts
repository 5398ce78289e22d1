// The cell under the cursor and the words that state it, marked: cells as written, words as read.
import { DocumentHighlightKind } from 'vscode-languageserver';
import { toldAt } from '../../service/index.js';
import { rangeIn } from '../../text/source.js';
import type { Feature } from '../feature.js';
import { reportAt } from '../toLsp/reportAt.js';

export const highlightFeature: Feature = {
  capabilities: () => ({ documentHighlightProvider: true }),
  serve({ connection, documents }) {
    connection.onDocumentHighlight(async (params, token) => {
      const at = await reportAt(documents, params, token);
      const told = at && toldAt(at.reading.report, at.offset);
      if (!told) return null; // the editor then marks equal words itself
      const { source } = at.reading;
      return [
        ...told.cells.map(({ span }) => ({
          range: rangeIn(source, span),
          kind: DocumentHighlightKind.Write,
        })),
        ...told.mentions.map((span) => ({
          range: rangeIn(source, span),
          kind: DocumentHighlightKind.Read,
        })),
      ];
    });
  },
};
