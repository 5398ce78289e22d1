// Where our documentation is: as the client says, else beside the server.
import { memoized } from '../../text/cache.js';
import type { Platform } from '../platform.js';
import type { InitializationOptions } from '../protocol.js';

/** Addresses of documentation; undefined where there is none that can be opened. */
export interface Hrefs {
  /** The page of a rule. */
  rule(id: string): string | undefined;
  /** The page on cited notices, at one of them. */
  notice(id: string): string | undefined;
}

export function hrefsOf(
  { ruleHref, noticeHref }: InitializationOptions,
  { docHref }: Platform,
): Hrefs {
  return {
    // every diagnostic names the page of its rule
    rule: memoized((id) => ruleHref?.replaceAll('{rule}', id) ?? docHref?.(`rules/${id}.md`)),
    notice: (id) => noticeHref?.replaceAll('{notice}', id) ?? docHref?.('notices.md', id),
  };
}
