// What an output format is.
import type { CheckedFile, CheckSummary } from '../checkText.js';

/** Text to print: before the first file, for each as soon as it is checked, and at the end. */
export interface Format {
  start(): string;
  file(checked: CheckedFile): string;
  end(summary: CheckSummary): string;
}
