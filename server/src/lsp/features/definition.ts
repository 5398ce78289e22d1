// From a figure to the figures that it comes from, as LSP has it.
import type { Location, LocationLink } from 'vscode-languageserver';
import { definitionAt } from '../../service/index.js';
import { rangeIn } from '../../text/source.js';
import type { Feature } from '../feature.js';
import { reportAt } from '../toLsp/reportAt.js';

export const definitionFeature: Feature = {
  capabilities: () => ({ definitionProvider: true }),
  serve({ connection, client, documents }) {
    const links = client.textDocument?.definition?.linkSupport === true;
    connection.onDefinition(async (params, token): Promise<Location[] | LocationLink[] | null> => {
      const at = await reportAt(documents, params, token);
      if (!at) return null;
      const { reading, offset } = at;
      const last = await documents.previous(reading);
      const definition = definitionAt(reading.report, offset, last?.report);
      if (!definition) return null;
      const targets = definition.targets.map(({ span, lastYear }): Location => {
        const file = lastYear && last ? last : reading;
        return { uri: file.uri, range: rangeIn(file.source, span) };
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
