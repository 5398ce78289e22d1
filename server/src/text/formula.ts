// What spreadsheets make of text.

/** With which words spreadsheets take for a formula begin, blanks aside; some take full-width marks, too. */
const BEGINS = /^[ \u3000]*[=+\-@＝＋－＠\t\r\n]/;

/** A text that no spreadsheet executes: what it would take for a formula has a mark before it. */
export function withoutFormula(text: string): string {
  return BEGINS.test(text) ? `'${text}` : text;
}
