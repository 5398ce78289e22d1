// What a cell is on its own: a label, a figure, or words.
import type { Span } from '../text/span.js';
import type { CellToken } from './cells.js';
import type { TermMatch } from './vocabulary.js';

export interface LabelItem {
  readonly kind: 'label';
  /** The label's cell; over all its cells if it was cut into several. */
  readonly token: CellToken;
  /** The line that it begins on; `token` has the one that it ends on. */
  readonly firstLine: number;
  /** Without the numbering. */
  readonly words: Span;
  readonly match: TermMatch;
  /** What else of it stands on other lines. */
  readonly rest?: readonly CellToken[];
  /** Whether no figures that follow are its own. */
  readonly isShut?: boolean;
}

export type CellItem =
  | LabelItem
  /** `glued`: a label and values in one cell, which nobody can take apart (规章000). */
  | { readonly kind: 'value' | 'blank' | 'text' | 'glued'; readonly token: CellToken };
