// What an output format is.
import type { CheckedFile, CheckSummary } from '../checkText.js';

/** Text to print: before the first file, for each as soon as it is checked, and at the end. */
export interface Format {
  readonly start: string;
  /** What stands before the first file of which anything is printed, and before each other; nothing, as a rule. */
  readonly separators?: readonly [first: string, other: string];
  /** Of this file alone: files may be written in any order, and by several threads. */
  file(checked: CheckedFile): string;
  end(summary: CheckSummary): string;
}

/** Where the text will be read. */
export interface TerminalLook {
  readonly colors: boolean;
  /** Columns of the terminal; undefined where there is none. */
  readonly columns?: number;
}
