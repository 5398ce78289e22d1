// Digits, and the full-width twins ０ Ａ － of what a keyboard has, which input methods and PDFs leave behind.

/** 0–9. */
export function isHalfWidthDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** ０–９. */
export function isFullWidthDigit(code: number): boolean {
  return code >= 0xff10 && code <= 0xff19;
}

/** 0–9 or ０–９. */
export function isDigit(code: number): boolean {
  return isHalfWidthDigit(code) || isFullWidthDigit(code);
}

/** Whether a character is the full-width twin of one of ASCII: ！ to ～. */
export function isFullWidth(code: number): boolean {
  return code >= 0xff01 && code <= 0xff5e;
}

/** ０ → 0; any other character stays what it is. */
export function halfWidthCode(code: number): number {
  return isFullWidth(code) ? code - 0xfee0 : code;
}

/** Ａ－１２ → A-12; all else stays as it is. */
export function toHalfWidth(text: string): string {
  return text.replace(/[！-～]/g, (char) => String.fromCharCode(halfWidthCode(char.charCodeAt(0))));
}
