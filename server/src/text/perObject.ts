// What follows from an object alone is worked out once, when it is first asked for.

/** Remembers the answer for each object as long as the object lives; `compute` must not answer undefined. */
export function perObject<K extends object, T extends NonNullable<unknown>>(
  compute: (of: K) => T,
): (of: K) => T {
  const known = new WeakMap<K, T>();
  return (of) => {
    let answer = known.get(of);
    if (answer === undefined) {
      answer = compute(of);
      known.set(of, answer);
    }
    return answer;
  };
}
