// The commands on official tables, and nothing else.
import { alignTable } from './align.js';
import type { TableCommand } from './command.js';
import { convertLayout } from './convert.js';

export const TABLE_COMMANDS: readonly TableCommand[] = [alignTable, convertLayout];
