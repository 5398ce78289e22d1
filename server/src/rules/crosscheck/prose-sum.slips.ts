// Whether one figure is another with one slip of the pen: a digit too many, two in the wrong order, one wrong.

/**
 * What happened to the right figure when the written one was typed; null if it takes more than one slip.
 * Short figures are alike by chance: two digits of which one differs count only where `isLikely`.
 */
export function slipBetween(written: string, right: string, isLikely: boolean): string | null {
  if (written.length === right.length + 1) return extraDigit(written, right);
  if (written.length !== right.length || written.length < 2) return null;
  const differing = [...written].flatMap((digit, i) => (digit === right.charAt(i) ? [] : [i]));
  const [one = 0, two = 0] = differing;
  if (differing.length === 1) return written.length > 2 || isLikely ? '写错了一个数字' : null;
  const isSwapped =
    differing.length === 2 &&
    two === one + 1 &&
    written.charAt(one) === right.charAt(two) &&
    written.charAt(two) === right.charAt(one);
  return isSwapped ? '写颠倒了两个数字' : null;
}

/** 11443 for 1144; of two digits only a doubled one, as 233 for 23. */
function extraDigit(written: string, right: string): string | null {
  let at = 0;
  while (at < right.length && written.charAt(at) === right.charAt(at)) at++;
  if (written.slice(at + 1) !== right.slice(at)) return null;
  const isDoubled = at > 0 && written.charAt(at) === written.charAt(at - 1);
  return right.length > 2 || (right.length === 2 && isDoubled) ? '多写了一个数字' : null;
}
