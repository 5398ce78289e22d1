// What the terminal shows, which a thread cannot ask.
import type { TerminalLook } from '../formats/format.js';

/** How what goes to stdout will look. */
export function terminalLook(): TerminalLook {
  const { isTTY, columns } = process.stdout as { isTTY?: boolean; columns?: number };
  return { colors: hasColors(isTTY === true), ...(columns !== undefined && { columns }) };
}

/** https://no-color.org, and no colours into files. */
function hasColors(isTerminal: boolean): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR) return false;
  return FORCE_COLOR ? FORCE_COLOR !== '0' : isTerminal && TERM !== 'dumb';
}
