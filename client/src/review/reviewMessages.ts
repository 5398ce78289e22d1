// What the reviewer's page and its host say to each other. Each looks at what it gets: whatever is no such
// message is null.
import type { ReviewPlace, ReviewTable, ReviewView } from '../../../server/src/lsp/protocol.js';
import { fieldsOf, isCount } from '../messageFields.js';
import { type PictureMessage, pictureIn } from '../pictureMessage.js';

/** Host to page. */
export type ToReviewPage =
  | {
      readonly type: 'view';
      readonly view: ReviewView;
      /** What the list of units is called. */
      readonly units: string | null;
      /** What is not as it should be; `''` for nothing. */
      readonly notice: string;
    }
  /** One more table. */
  | { readonly type: 'table'; readonly table: ReviewTable }
  /** Something to be said; it stays until there is something new. */
  | { readonly type: 'say'; readonly text: string };

/** Page to host. */
export type FromReviewPage =
  /** It listens. */
  | { readonly type: 'ready' }
  /** A place was chosen. */
  | { readonly type: 'goTo'; readonly place: ReviewPlace }
  /** The folder is to be checked anew, for a year or the latest. */
  | { readonly type: 'check'; readonly year: number | null }
  /** A list of units is to be chosen; the sum opened as a report, or held against one; tables and letters written. */
  | { readonly type: 'units' | 'sum' | 'results' | 'against' }
  /** A picture is to be kept. */
  | PictureMessage;

export function fromReviewPage(value: unknown): FromReviewPage | null {
  const { type, place, year } = fieldsOf(value);
  switch (type) {
    case 'save':
      return pictureIn(value);
    case 'ready':
    case 'sum':
    case 'results':
    case 'against':
    case 'units':
      return { type };
    case 'check':
      return year === null || isCount(year) ? { type, year } : null;
    case 'goTo': {
      const { path, span } = fieldsOf(place);
      const { start, end } = fieldsOf(span);
      if (typeof path !== 'string' || !isCount(start) || !isCount(end) || end < start) return null;
      return { type, place: { path, span: { start, end } } };
    }
    default:
      return null;
  }
}

export function toReviewPage(value: unknown): ToReviewPage | null {
  const { type, view, units, notice, table, text } = fieldsOf(value);
  switch (type) {
    case 'view':
      // by its outline: what is in it is made by the server that is part of the extension
      return Array.isArray(fieldsOf(view).sheets) &&
        (units === null || typeof units === 'string') &&
        typeof notice === 'string'
        ? { type, view: view as ReviewView, units, notice }
        : null;
    case 'table':
      return Array.isArray(fieldsOf(table).rows) ? { type, table: table as ReviewTable } : null;
    case 'say':
      return typeof text === 'string' ? { type, text } : null;
    default:
      return null;
  }
}
