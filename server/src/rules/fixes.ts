// Fixes that more than one rule offers.
import type { Cell } from '../report/report.js';
import type { Span } from '../text/span.js';
import type { Fix } from './rule.js';

/** What a message says where its rule is not sure; then its fixes are not safe either. */
export const MAYBE = '可能';

/** Replaces a span. */
export function replace(span: Span, newText: string, title: string, safe = false): Fix {
  return { title, safe, edits: [{ span, newText }] };
}

/** Writes another figure into a cell; never safe. */
export function replaceFigure(cell: Cell, value: number, title: string): Fix {
  return replace(cell.span, String(value), title);
}
