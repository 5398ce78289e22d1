// A progress bar on stderr. A bundle of its own, loaded on first use.
import { SingleBar } from 'cli-progress';

/** The items one by one, with a bar that counts them. */
export function* progressOver<T>(items: readonly T[], doing: string): Generator<T> {
  const bar = new SingleBar({
    format: `${doing} {bar} {value}/{total}`,
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
  });
  bar.start(items.length, 0);
  try {
    for (const item of items) {
      yield item;
      bar.increment();
    }
  } finally {
    bar.stop();
  }
}
