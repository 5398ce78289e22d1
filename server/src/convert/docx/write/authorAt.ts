// Who comments and changes, and when.
import type { WordAuthor } from './wordDraft.js';

/** Ourselves, at a time: `2026-01-05T09:00:00Z`, which Word takes for the local one, whatever it says. */
export function authorAt(date: Date): WordAuthor {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return { author: '年报', date: `${day}T${two(date.getHours())}:${two(date.getMinutes())}:00Z` };
}
