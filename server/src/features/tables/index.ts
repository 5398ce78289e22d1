// The commands on official tables, in the order in which editors offer them.
import type { TableCommand } from './command.js';

/** Every command on an official table. */
export const TABLE_COMMANDS: readonly TableCommand[] = [];
