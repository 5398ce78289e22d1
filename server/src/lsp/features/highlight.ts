// The cell under the cursor and the words that state it, marked: cells as written, words as read.
import { DocumentHighlightKind } from 'vscode-languageserver';
import { statedCellAt } from '../../service/index.js';
import { rangeIn } from '../../text/source.js';
import type { Feature } from '../feature.js';
import { reportAt } from '../toLsp/reportAt.js';

export const highlightFeature: Feature = {
  capabilities: () => ({ documentHighlightProvider: true }),
  serve({ connection, documents }) {
    connection.onDocumentHighlight(async (params, token) => {
      const at = await reportAt(documents, params, token);
      const stated = at && statedCellAt(at.reading.report, at.offset);
      if (!stated) return null; // the editor then marks equal words itself
      const { source } = at.reading;
      return [
        ...stated.cells.map(({ span }) => ({
          range: rangeIn(source, span),
          kind: DocumentHighlightKind.Write,
        })),
        ...stated.mentions.map((span) => ({
          range: rangeIn(source, span),
          kind: DocumentHighlightKind.Read,
        })),
      ];
    });
  },
};
