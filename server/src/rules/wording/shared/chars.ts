// What a character is, as far as the rules on wording ask.

/** An ideograph (or a radical in place of one). */
export function isIdeograph(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0x2e80 && code <= 0x2fd5) ||
    code === 0x3007
  );
}

/** An ideograph or a mark of Chinese text: 。 《 “ （. */
export function isChinese(code: number): boolean {
  return (
    isIdeograph(code) ||
    (code >= 0x3001 && code <= 0x303f) ||
    (code >= 0xff01 && code <= 0xff65) ||
    (code >= 0x2018 && code <= 0x201d)
  );
}

/** a–z, A–Z. */
export function isLatin(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

/** A blank between the words of a line: space, no-break space, ideographic space. */
export function isBlank(code: number): boolean {
  return code === 0x20 || code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200a);
}

/** Whether brackets hold no word of Chinese, or a bare numeral. */
export function isPlain(inner: string): boolean {
  return !/[\u4e00-\u9fff]/.test(inner) || /^[一二三四五六七八九十]{1,3}$/.test(inner);
}
