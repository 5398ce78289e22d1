// A stretch of text. Everything nianbao says about a report points at one of these.

/** Half-open range of string offsets (UTF-16 code units): `start <= end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The span without white space at either end; empty at `start` if all of it is white space. */
export function trimmed(text: string, { start, end }: Span): Span {
  let s = start;
  let e = end;
  while (s < e && isSpace(text.charCodeAt(s))) s++;
  while (e > s && isSpace(text.charCodeAt(e - 1))) e--;
  return s === e ? { start, end: start } : { start: s, end: e };
}

/** White space as Word, the web and input methods leave it: ASCII, NBSP, ideographic, zero width. */
export function isSpace(code: number): boolean {
  return (
    code === 0x20 ||
    (code >= 0x09 && code <= 0x0d) ||
    code === 0xa0 ||
    code === 0x3000 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0xfeff
  );
}

/** The characters of a span that are no white space. */
export function withoutSpaces(text: string, { start, end }: Span): string {
  let words = '';
  for (let i = start; i < end; i++) if (!isSpace(text.charCodeAt(i))) words += text.charAt(i);
  return words;
}

/** Whether there is nothing but white space in a span. */
export function isBlank(text: string, { start, end }: Span): boolean {
  return text.slice(start, end).trim() === '';
}

/** Whether a place lies in a span, its ends included. */
export function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

/** Whether a span lies within another. */
export function encloses(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The first of some spans, in order and apart, that meets a span; for an empty one, that it lies in. */
export function firstMeeting<T extends Span>(
  spans: readonly T[],
  { start, end }: Span,
): T | undefined {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as T).end <= start) low = middle + 1;
    else high = middle;
  }
  const found = spans[low];
  return found && found.start < Math.max(end, start + 1) ? found : undefined;
}
