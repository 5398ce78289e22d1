// A slip as the search finds it; nearMiss.ts is what callers see of it.
import type { SlipKind } from './nearMiss.js';

/** A slip that was found. */
export interface Hit {
  start: number;
  end: number;
  /** The fixed text of start…end, and other mendings that are believed less. */
  text: string;
  others: string[];
  kind: SlipKind;
  /** How far beyond doubt, on the scale of the evidence. */
  margin: number;
  /** Its first character belongs as it stands to a known word before it: 走进｜汉台. */
  shared: boolean;
  /** It is a term of the document that was meant. */
  term: boolean;
}

/** Adds a hit behind the others; of two that overlap, the better one stays. */
export function add(hits: Hit[], hit: Hit): void {
  const last = hits.at(-1);
  if (last && last.end > hit.start) {
    if (last.margin >= hit.margin) return;
    hits.pop();
    add(hits, hit);
    return;
  }
  hits.push(hit);
}
