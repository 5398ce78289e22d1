// Folding: two wordings that differ only in width, spaces, marks or PDF radicals become the same.
import { halfWidthCode, isFullWidth, isHalfWidthDigit } from './digits.js';
import { ideographOf, isRadical } from './radicals.js';
import type { Span } from './span.js';

/**
 * The words of a text alone: ideographs, letters (lower case) and digits (half width). Spaces,
 * brackets, quotation marks and all other marks are left out.
 */
export function foldWords(text: string, { start, end }: Span = { start: 0, end: text.length }) {
  let folded = '';
  for (let i = start; i < end; i++) {
    const code = foldCode(text.charCodeAt(i));
    if (code !== 0) folded += String.fromCharCode(code);
  }
  return folded;
}

/** Whether anything is left when a text is folded. */
export function hasWords(text: string, { start, end }: Span): boolean {
  for (let i = start; i < end; i++) if (foldCode(text.charCodeAt(i)) !== 0) return true;
  return false;
}

function foldCode(code: number): number {
  if (code >= 0x4e00 && code <= 0x9fff) return code;
  if (isHalfWidthDigit(code)) return code;
  if (code < 0x80) {
    const lower = code | 0x20;
    return lower >= 0x61 && lower <= 0x7a && code >= 0x41 ? lower : 0;
  }
  if (isFullWidth(code)) return foldCode(halfWidthCode(code));
  if (isRadical(code)) return ideographOf(String.fromCharCode(code)).charCodeAt(0);
  if (code === 0x3007 || (code >= 0x3400 && code <= 0x4dbf)) return code;
  return 0;
}
