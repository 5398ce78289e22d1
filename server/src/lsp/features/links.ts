// Links to what is cited, and to last year's report, as LSP has them.
import type { DocumentLink } from 'vscode-languageserver';
import { linksOf } from '../../service/index.js';
import { rangeIn } from '../../text/source.js';
import type { Feature } from '../feature.js';
import { reportOf } from '../toLsp/reportAt.js';

export const linkFeature: Feature = {
  capabilities: () => ({ documentLinkProvider: {} }),
  serve({ connection, client, documents, hrefs }) {
    const tooltips = client.textDocument?.documentLink?.tooltipSupport === true;
    connection.onDocumentLinks(async (params, token) => {
      const reading = await reportOf(documents, params, token);
      if (!reading) return null;
      const last = await documents.previous(reading);
      return linksOf(reading.report, last?.report).flatMap(({ span, tooltip, target }) => {
        const href =
          'notice' in target
            ? hrefs.notice(target.notice.id)
            : last && hrefs.place(last, target.lastYear);
        if (!href) return [];
        const link: DocumentLink = { range: rangeIn(reading.source, span), target: href };
        return tooltips ? { ...link, tooltip } : link;
      });
    });
  },
};
