// The commands on official tables, in the order in which editors offer them.
import { alignTable } from './align.js';
import type { TableCommand } from './command.js';
import { convertLayout } from './convertLayout.js';
import { fillBlanks } from './fillBlanks.js';
import { fixCulprit } from './fixCulprit.js';
import { fixRows } from './fixRows.js';
import { fromLastYear } from './fromLastYear.js';
import { recomputeTotals } from './recomputeTotals.js';

/** The commands that menus offer. */
export const TABLE_COMMANDS: readonly TableCommand[] = [
  recomputeTotals,
  fillBlanks,
  fixRows,
  fromLastYear,
  alignTable,
  convertLayout,
];

/** Every command on an official table; one of them stands behind a lens alone. */
export const ALL_TABLE_COMMANDS: readonly TableCommand[] = [...TABLE_COMMANDS, fixCulprit];
