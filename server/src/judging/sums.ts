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

/** What figures add up to as they are written, digit by digit: any number of them. */
export function decimalSum(figures: readonly number[]): number {
  const written = figures.map(String);
  // so large or so small that it is no figure of a report
  if (written.some((figure) => /e/.test(figure)))
    return figures.reduce((before, figure) => before + figure, 0);
  const parts = written.map((figure) => figure.split('.') as [string, string?]);
  const decimals = parts.reduce((most, [, fraction = '']) => Math.max(most, fraction.length), 0);
  const sum = parts.reduce(
    (before, [whole, fraction = '']) => before + BigInt(whole + fraction.padEnd(decimals, '0')),
    0n,
  );
  return Number(`${sum}e-${decimals}`);
}

/** What is left of one sum without another; null if one of them is unknown. */
export function differenceOf(whole: number | null, part: number | null): number | null {
  return whole === null || part === null ? null : roundOff(whole - part);
}

/** Binary fractions leave 1e-13 behind; the form has six decimals at most. */
export function roundOff(figure: number): number {
  return Math.round(figure * 1e6) / 1e6;
}
