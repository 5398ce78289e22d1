// The list of variations in the order in which they are applied, and nothing else.
import { BREAK_VARIATIONS } from './breaks.js';
import { END_VARIATIONS } from './ends.js';
import { FIGURE_VARIATIONS } from './figures.js';
import { HEAD_VARIATIONS } from './heads.js';
import { LABEL_VARIATIONS } from './labels.js';
import { ROW_VARIATIONS } from './rows.js';
import { SECTION_VARIATIONS } from './sections.js';
import type { Variation } from './variation.js';

export const VARIATIONS: readonly Variation[] = [
  ...SECTION_VARIATIONS,
  ...FIGURE_VARIATIONS,
  ...ROW_VARIATIONS,
  ...LABEL_VARIATIONS,
  ...HEAD_VARIATIONS,
  ...BREAK_VARIATIONS,
  ...END_VARIATIONS,
];
