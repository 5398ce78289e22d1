// Fixes that more than one rule offers.
import type { Cell } from '../report/report.js';
import type { Span } from '../text/span.js';
import type { Fix } from './rule.js';

/** Replaces a span. */
export function replace(span: Span, newText: string, title: string, safe = false): Fix {
  return { title, safe, edits: [{ span, newText }] };
}

/** Writes another figure into a cell; never safe. */
export function replaceFigure(cell: Cell, value: number, title: string): Fix {
  return replace(cell.span, String(value), title);
}
