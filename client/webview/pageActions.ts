// What the pages of the panel can ask of the extension.
import type { OffsetRange } from '../../server/src/lsp/protocol.js';

export interface PageActions {
  /** Shows a place of the report, or of the file of that URI. */
  goTo(place: OffsetRange & { readonly uri?: string }): void;
  /** Lets the user keep a picture, of this name without its ending. */
  save(name: string, kind: 'svg' | 'png', base64: string): void;
}
