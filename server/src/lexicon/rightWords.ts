// Words and names of dictionaries that the engine would take for slips: 螯合, 新民村, 生命攸关.
import { hashOf, type Views } from './binary.js';
import type { Hit } from './hit.js';

/** No such word is longer. */
const LONGEST = 8;

/** Whether what a hit would change belongs, as it stands, to such a word. */
export function isRecognized({ recognized }: Views, text: string, hit: Hit): boolean {
  const { start, end } = changedIn(text, hit);
  // two characters are too few to speak against a term, or for one of them said twice
  const fewest = hit.term || hit.kind === 'double' ? 3 : 2;
  for (let from = Math.max(0, end - LONGEST); from <= start; from++)
    for (let to = Math.max(end, from + fewest); to <= from + LONGEST && to <= text.length; to++)
      if (has(recognized, hashOf(text.slice(from, to)))) return true;
  return false;
}

/** The characters that would change; where one would go or come, those beside it. */
function changedIn(text: string, { start, end, text: right, kind }: Hit) {
  let from = start;
  let to = end;
  while (from < to && text[from] === right[from - start]) from++;
  let same = 0;
  const most = Math.min(to - from, right.length - (from - start));
  while (same < most && text[to - 1] === right[right.length - 1 - same]) {
    same++;
    to--;
  }
  if (kind === 'double') return { start: Math.max(0, from - 1), end: to };
  return from < to ? { start: from, end: to } : { start: Math.max(0, from - 1), end: to + 1 };
}

function has(sorted: Uint32Array, value: number): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === value;
}
