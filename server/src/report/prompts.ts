// Places in the text that wait to be written: 【请写明：…】.
import type { Span } from '../text/span.js';

/** What stands between 【 and 】 on one line and asks for something. */
const PROMPT = /【(?:请[^【】\r\n]*|[^【】\r\n]*(?:请写明|请填|请改写)[^【】\r\n]*)】/g;

/** The prompts of a text, in order. */
export function promptsIn(text: string): Span[] {
  if (!text.includes('【')) return [];
  return [...text.matchAll(PROMPT)].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }));
}
