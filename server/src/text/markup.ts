// What marks in a text mean. The file that it comes from tells that, never the text: a Word file in which
// somebody has typed ``` or # says ``` and #.

export type Markup =
  /** Marks say how words look; code and comments are no text. */
  | 'markdown'
  /** Marks are words; bars part cells, and code and comments are left out all the same. */
  | 'text'
  /** What an office program or a browser shows: everything is words, and tabs part cells. */
  | 'none';

/** Two tabs in a line. */
const ROW = /\t[^\t\r\n]*\t/;

/** Whether bars part cells in a stretch of text; in a Word file only where it has no other table. */
export function partsAtBars(text: string, markup: Markup): boolean {
  return markup !== 'none' || !ROW.test(text);
}
