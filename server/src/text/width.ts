// How wide text is where all characters are of one width or of two: Chinese ones take two columns.
import { eastAsianWidth } from 'get-east-asian-width';

/** What a font makes of characters such as “” and …: a terminal's narrow, a Chinese one's wide. */
export interface WidthOptions {
  readonly ambiguousAsWide?: boolean;
}

/** The columns that a text without tabs takes. */
export function columns(text: string, options?: WidthOptions): number {
  let sum = 0;
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    if (code < 0x7f) sum++;
    else if (code >= 0x4e00 && code <= 0x9fff) sum += 2;
    else if (!/[\p{Mn}\p{Me}\p{Cf}]/u.test(character)) sum += eastAsianWidth(code, options);
  }
  return sum;
}
