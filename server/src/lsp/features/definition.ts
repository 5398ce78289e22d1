// From a figure to the figures that it comes from, as LSP has it.
import type { Location, LocationLink } from 'vscode-languageserver';
import { definitionAt } from '../../service/index.js';
import { rangeIn } from '../../text/source.js';
import type { Feature } from '../feature.js';
import { reportAt } from '../toLsp/reportAt.js';

export const definitionFeature: Feature = {
  capabilities: () => ({ definitionProvider: true }),
  serve({ connection, client, documents, hrefs }) {
    const links = client.textDocument?.definition?.linkSupport === true;
    connection.onDefinition(async (params, token): Promise<Location[] | LocationLink[] | null> => {
      const at = await reportAt(documents, params, token);
      if (!at) return null;
      const { reading, offset } = at;
      const last = await documents.previous(reading);
      const definition = definitionAt(reading.report, offset, last?.report);
      if (!definition) return null;
      const targets = definition.targets.flatMap(({ span, lastYear }): Location[] => {
        if (!lastYear || !last) return [{ uri: reading.uri, range: rangeIn(reading.source, span) }];
        const uri = hrefs.file(last.uri);
        return uri === undefined ? [] : [{ uri, range: rangeIn(last.source, span) }];
      });
      if (!links) return targets;
      const originSelectionRange = rangeIn(reading.source, definition.origin);
      return targets.map(({ uri, range }) => ({
        originSelectionRange,
        targetUri: uri,
        targetRange: range,
        targetSelectionRange: range,
      }));
    });
  },
};
