// Sums of figures: unknown where one of them is, and free of what binary fractions leave behind.

/** What figures add up to; null if one of them is unknown. */
export function sumOf(figures: Iterable<number | null | undefined>): number | null {
  let sum = 0;
  for (const figure of figures) {
    if (figure === null || figure === undefined) return null;
    sum += figure;
  }
  return roundOff(sum);
}

/** What is left of one sum without another; null if one of them is unknown. */
export function differenceOf(whole: number | null, part: number | null): number | null {
  return whole === null || part === null ? null : roundOff(whole - part);
}

/** Binary fractions leave 1e-13 behind; the form has six decimals at most. */
function roundOff(figure: number): number {
  return Math.round(figure * 1e6) / 1e6;
}
