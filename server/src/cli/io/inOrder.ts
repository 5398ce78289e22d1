// Work on many things at once, its results in the order of the things.

/** How many are worked on at once, and how many may have been begun before the first of them is taken. */
export interface Pace {
  readonly atOnce: number;
  readonly ahead: number;
}

/**
 * The results of `work` (which must not fail), each as soon as it and all before it are there. A thing is
 * asked for when its turn has come, so that no more of them are held than are being worked on.
 */
export async function* inOrder<In, Out>(
  things: AsyncIterator<In>,
  work: (thing: In) => Promise<Out>,
  { atOnce, ahead }: Pace,
): AsyncGenerator<Out> {
  const begun: { readonly result: Promise<void>; value?: { readonly of: Out } }[] = [];
  const running = new Set<Promise<void>>();
  let asked: Promise<void> | undefined;
  let isEnd = false;
  const ask = async () => {
    const next = await things.next();
    asked = undefined;
    if (next.done) {
      isEnd = true;
      return;
    }
    const entry: (typeof begun)[number] = {
      result: work(next.value).then((of) => {
        entry.value = { of };
        running.delete(entry.result);
      }),
    };
    running.add(entry.result);
    begun.push(entry);
  };
  while (!isEnd || begun.length > 0) {
    const first = begun[0]?.value;
    if (first) {
      begun.shift();
      yield first.of;
      continue;
    }
    if (!isEnd && !asked && running.size < atOnce && begun.length < ahead) asked = ask();
    await Promise.race(asked ? [asked, ...running] : running);
  }
}
