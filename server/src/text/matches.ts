// Every match of a pattern. `matchAll` works with a copy of it, made anew each time, which engines have to
// compile once more whenever they have cleaned up: for a long pattern that takes longer than a hundred texts.

/** Every match of a global pattern, in order; the pattern matches at least one character. */
export function matchesOf(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) found.push(match);
  return found;
}
