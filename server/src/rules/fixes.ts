// Fixes that more than one rule offers, and what they need to know of the text around them.
import type { Cell, Layout, Report } from '../report/report.js';
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

/** The layout that new tables should have: that of the report's own if it can show blank cells. */
export function layoutInUse({ tables }: Report): Layout {
  const layout = (tables.requests ?? tables.disclosure ?? tables.review)?.layout ?? 'tab';
  return layout === 'space' ? 'tab' : layout;
}
