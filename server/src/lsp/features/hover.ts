// The hover over tables, figures of the text and cited notices as LSP has it.
import { MarkupKind } from 'vscode-languageserver';
import { hoverAt } from '../../service/index.js';
import { rangeIn } from '../../text/source.js';
import type { Feature } from '../feature.js';
import { reportAt } from '../toLsp/reportAt.js';

export const hoverFeature: Feature = {
  capabilities: () => ({ hoverProvider: true }),
  serve({ connection, client, documents, hrefs }) {
    const [kind = MarkupKind.Markdown] = client.textDocument?.hover?.contentFormat ?? [];
    connection.onHover(async (params, token) => {
      const at = await reportAt(documents, params, token);
      if (!at) return null;
      const { reading, offset } = at;
      const last = await documents.previous(reading);
      const previous = last && { report: last.report, hrefOf: hrefs.place.bind(null, last) };
      const hover = hoverAt(reading.report, offset, previous ?? undefined);
      if (!hover) return null;
      const value = kind === MarkupKind.Markdown ? hover.text : plain(hover.text);
      return { contents: { kind, value }, range: rangeIn(reading.source, hover.span) };
    });
  },
};

/** For clients that show the text as it is. */
function plain(markdown: string): string {
  return markdown.replace(/\*\*/g, '').replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1');
}
