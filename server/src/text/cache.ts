// What was worked out before: for texts that come again and again, and for what is too large to keep.

/** A function of a string that remembers its last `size` results. */
export function memoized<T>(compute: (text: string) => T, size = 4096): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined || known.has(text)) return found as T;
    if (known.size >= size) known.clear();
    const result = compute(text);
    // a copy: engines let a piece of a text keep the whole of it in memory, of every version once read
    known.set(` ${text}`.slice(1), result);
    return result;
  };
}

/** The few values used last. */
export class Recent<T> {
  private readonly values = new Map<string, T>();

  constructor(private readonly limit: number) {}

  get(key: string): T | undefined {
    const value = this.values.get(key);
    if (value !== undefined) this.set(key, value);
    return value;
  }

  set(key: string, value: T): void {
    this.values.delete(key);
    this.values.set(key, value);
    if (this.values.size <= this.limit) return;
    for (const oldest of this.values.keys()) {
      this.values.delete(oldest);
      return;
    }
  }

  delete(key: string): void {
    this.values.delete(key);
  }
}
