// What a paste is given, besides the text, and what comes of it.
import type { Layout } from '../../report/report.js';
import type { TextEdit } from '../../text/edit.js';

/** A paste other than the editor's own. */
export interface Paste {
  /** What is done, for a menu. */
  readonly title: string;
  /** All that is to be done: nothing is written over the selection besides. */
  readonly edits: readonly TextEdit[];
  /** What was recognised, and what was not. */
  readonly notice: string;
}

export interface PasteOptions {
  /** Whether the text was HTML, with its tables as lines of tabs. */
  readonly rich: boolean;
  /** How tables are written here. */
  readonly layout: Layout;
}
