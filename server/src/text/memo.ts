// Remembering what was worked out for a text: the same labels and headings come again and again.

/** A function of a string that remembers its last `size` results. */
export function memoized<T>(compute: (text: string) => T, size = 4096): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined || known.has(text)) return found as T;
    if (known.size >= size) known.clear();
    const result = compute(text);
    // a copy: engines let a piece of a text keep the whole of it in memory, of every version once read
    known.set([...text].join(''), result);
    return result;
  };
}
