// How wide text is on a terminal: Chinese characters take two columns.
import { eastAsianWidth } from 'get-east-asian-width';

/** The columns that a text without tabs takes. */
export function columns(text: string): number {
  let sum = 0;
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    if (code < 0x7f) sum++;
    else if (!/[\p{Mn}\p{Me}\p{Cf}]/u.test(character)) sum += eastAsianWidth(code);
  }
  return sum;
}
