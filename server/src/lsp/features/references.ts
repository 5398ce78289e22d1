// Where else a figure is told, as LSP has it.
import { referencesAt } from '../../service/index.js';
import { rangeIn } from '../../text/source.js';
import type { Feature } from '../feature.js';
import { reportAt } from '../toLsp/reportAt.js';

export const referenceFeature: Feature = {
  capabilities: () => ({ referencesProvider: true }),
  serve({ connection, documents }) {
    connection.onReferences(async (params, token) => {
      const at = await reportAt(documents, params, token);
      if (!at) return null;
      const { uri, report, source } = at.reading;
      return referencesAt(report, at.offset, params.context.includeDeclaration).map((span) => ({
        uri,
        range: rangeIn(source, span),
      }));
    });
  },
};
