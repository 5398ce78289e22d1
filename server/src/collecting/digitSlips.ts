// A figure and what a hand may make of it: digits swapped, the point moved, a digit lost or doubled; or, which
// says less, one digit for another, a figure left out or counted twice.

/** How surely one figure was mistaken for the other, the surest first: the same digits, one more or less, another figure. */
export const SLIPS = ['order', 'length', 'value'] as const;
export type SlipSureness = (typeof SLIPS)[number];

/** The way from one figure to another by one slip; null if there is none. */
export function slipBetween(meant: number, written: number): SlipSureness | null {
  // where nothing stood nothing is mistaken
  if (meant === written || meant <= 0 || written < 0) return null;
  const [one, other] = [String(meant), String(written)];
  if (written === 0) return 'value';
  if (isSwapped(one, other) || digitsOf(one) === digitsOf(other)) return 'order';
  if (isLonger(one, other) || isLonger(other, one)) return 'length';
  return written === 2 * meant || isReplaced(one, other) ? 'value' : null;
}

/** 12 → 21. */
function isSwapped(one: string, other: string): boolean {
  const at = firstDifference(one, other);
  return (
    one.length === other.length &&
    one[at] === other[at + 1] &&
    one[at + 1] === other[at] &&
    one.slice(at + 2) === other.slice(at + 2)
  );
}

/** 12 → 122, 102: with one digit more. */
function isLonger(one: string, other: string): boolean {
  const at = firstDifference(one, other);
  return other[at] !== '.' && other.slice(0, at) + other.slice(at + 1) === one;
}

/** 12 → 17. */
function isReplaced(one: string, other: string): boolean {
  const at = firstDifference(one, other);
  return one.length === other.length && one.slice(at + 1) === other.slice(at + 1);
}

function firstDifference(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
}

/** 4.65, 46.5 and 0.465 have the same. */
function digitsOf(figure: string): string {
  const digits = [...figure.replace('.', '')];
  const isDigit = (digit: string) => digit !== '0';
  return digits.slice(digits.findIndex(isDigit), digits.findLastIndex(isDigit) + 1).join('');
}
