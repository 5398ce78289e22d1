// Where a stretch of an earlier version of a text stands by now: what is done on the page may be about a
// text that has changed elsewhere meanwhile.
import type { OffsetRange } from '../../../server/src/lsp/protocol.js';

/** As VS Code tells of them; each is of the text that those before it have left. */
export interface TextChange {
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
}

/** Whoever is so many versions behind looks again. */
const LONGEST = 200;

export class Drift {
  readonly #steps: { readonly version: number; readonly changes: readonly TextChange[] }[] = [];

  /** Takes note of the changes that have led to a version. */
  record(version: number, changes: readonly TextChange[]): void {
    this.#steps.push({ version, changes });
    if (this.#steps.length > LONGEST) this.#steps.shift();
  }

  /** Where a stretch of a version is, if nothing in it has changed. */
  now({ start, end }: OffsetRange, version: number): OffsetRange | undefined {
    const first = this.#steps[0]?.version;
    if (first !== undefined && version < first - 1) return undefined;
    let shift = 0;
    for (const step of this.#steps) {
      if (step.version <= version) continue;
      for (const { rangeOffset, rangeLength, text } of step.changes) {
        const isAhead = rangeOffset + rangeLength <= start + shift;
        if (isAhead) shift += text.length - rangeLength;
        else if (rangeOffset < end + shift) return undefined;
      }
    }
    return { start: start + shift, end: end + shift };
  }
}
