// What pdf.js takes for granted and Node 20 lacks. Without the last but one it throws nothing, and
// reads the lines of tables only in part.

/** Adds what is missing, as the standard has it; what is there stays. */
export function addMissing(): void {
  give(globalThis, 'DOMMatrix', class {}); // for drawing, which we do not: it must only be there
  give(Promise, 'withResolvers', withResolvers);
  give(Promise, 'try', attempt);
  give(Math, 'sumPrecise', sum);
  give(URL, 'parse', parseUrl);
  for (const { prototype } of [Map, WeakMap])
    give(
      prototype,
      'getOrInsertComputed',
      function (this: Map<unknown, unknown>, key: unknown, make: (key: unknown) => unknown) {
        if (!this.has(key)) this.set(key, make(key));
        return this.get(key);
      },
    );
  give(Uint8Array.prototype, 'toHex', function (this: Uint8Array) {
    return Array.from(this, (byte) => byte.toString(16).padStart(2, '0')).join('');
  });
  give(
    ArrayBuffer.prototype,
    'transferToFixedLength',
    function (this: ArrayBuffer, length: number = this.byteLength) {
      const moved = new ArrayBuffer(length);
      new Uint8Array(moved).set(new Uint8Array(this, 0, Math.min(length, this.byteLength)));
      return moved;
    },
  );
  give(Uint8Array, 'fromBase64', (text: string) =>
    Uint8Array.from(atob(text), (character) => character.charCodeAt(0)),
  );
}

function give(owner: object, name: string, value: unknown): void {
  if (!(name in owner))
    Object.defineProperty(owner, name, { value, writable: true, configurable: true });
}

function withResolvers() {
  let resolve: unknown;
  let reject: unknown;
  const promise = new Promise((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

function attempt(action: (...args: unknown[]) => unknown, ...args: unknown[]) {
  return new Promise((resolve) => resolve(action(...args)));
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const one of numbers) total += one;
  return total;
}

function parseUrl(url: string, base?: string): URL | null {
  try {
    return new URL(url, base);
  } catch {
    return null;
  }
}
