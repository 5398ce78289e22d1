// An entry of the outline, with what stands under it.
import type { Span } from '../../text/span.js';

export interface ReportSymbol {
  readonly kind: 'title' | 'section' | 'heading' | 'table' | 'group' | 'row';
  readonly name: string;
  readonly detail: string;
  /** All that belongs to it, its children included. */
  readonly span: Span;
  /** What names it; within `span`. */
  readonly selection: Span;
  readonly children: readonly ReportSymbol[];
}
