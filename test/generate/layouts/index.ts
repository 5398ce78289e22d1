// The lists of layouts, and nothing else.
import { barLines } from './barLines.js';
import { bars } from './bars.js';
import { html, markdownHtml } from './html.js';
import type { Layout } from './layout.js';
import { lines } from './lines.js';
import { markdown } from './markdown.js';
import { page } from './page.js';
import { paragraphs } from './paragraphs.js';
import { pipe } from './pipe.js';
import { space } from './space.js';
import { tab } from './tab.js';

export const LAYOUTS: readonly Layout[] = [
  tab,
  pipe,
  markdown,
  lines,
  paragraphs,
  bars,
  barLines,
  space,
  html,
  markdownHtml,
];

/** Layouts that lose too much for every cell to be read; none may be read wrong. */
export const TORN_LAYOUTS: readonly Layout[] = [page];
