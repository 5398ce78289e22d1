// What an output format is.
import type { Checked, Summary } from '../checkText.js';

/** Text to print: before the first file, for each as soon as it is checked, and at the end. */
export interface Format {
  start(): string;
  file(checked: Checked): string;
  end(summary: Summary): string;
}
