// Addresses for the client: of our documentation, as the client says, else beside the server; of files and
// places in them, as they can be shown.
import { memoized } from '../../text/cache.js';
import { isTextName } from '../../text/fileNames.js';
import { rangeIn } from '../../text/source.js';
import type { Span } from '../../text/span.js';
import type { Platform } from '../platform.js';
import { type InitializationOptions, SHOW_PLACE, TEXT_SCHEME } from '../protocol.js';
import type { FileReport } from '../state/workspace.js';
import { keyOf } from './uris.js';

/** Addresses; undefined for what cannot be opened. */
export interface Hrefs {
  /** The page of a rule. */
  rule(id: string): string | undefined;
  /** The page on cited notices, at one of them. */
  notice(id: string): string | undefined;
  /** A file as text, by its URI: of a Word file or PDF, its text. */
  file(uri: string): string | undefined;
  /** A place in a file, for a link, in Markdown too. */
  place(file: Pick<FileReport, 'uri' | 'source'>, span: Span): string | undefined;
}

export function hrefsOf(
  { ruleHref, noticeHref, officeText }: InitializationOptions,
  { docHref }: Platform,
): Hrefs {
  const file = (uri: string) =>
    isTextName(keyOf(uri)) ? uri : officeText ? textUri(uri) : undefined;
  return {
    // every diagnostic names the page of its rule
    rule: memoized((id) => ruleHref?.replaceAll('{rule}', id) ?? docHref?.(`rules/${id}.md`)),
    notice: (id) => noticeHref?.replaceAll('{notice}', id) ?? docHref?.('notices.md', id),
    file,
    place({ uri, source }, span) {
      const shown = uri.startsWith('file:') ? file(uri) : undefined;
      if (shown === undefined) return undefined;
      const { line, character } = rangeIn(source, span).start;
      const address = `${shown}#L${line + 1},${character + 1}`;
      // editors follow no link to a scheme that they do not know
      return shown === uri
        ? withoutBrackets(address)
        : `command:${SHOW_PLACE}?${withoutBrackets(encodeURIComponent(JSON.stringify([address])))}`;
    },
  };
}

/** The URI of the text of a file; the path tells its name, the query which it is. */
function textUri(uri: string): string {
  const [path = ''] = uri.replace(/^[^:/]+:(?:\/\/[^/]*)?/, '').split(/[?#]/);
  return `${TEXT_SCHEME}:${path}.txt?${encodeURIComponent(uri)}`;
}

/** Which would end a link in Markdown. */
function withoutBrackets(address: string): string {
  return address.replaceAll('(', '%28').replaceAll(')', '%29');
}
