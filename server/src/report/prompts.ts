// Prompts: what a new report has where something is to be written (【请写明：…】), and the mark before
// a paragraph kept from last year. Both have to be gone before the report is published.
import type { Span } from '../text/span.js';

/** Before a paragraph of last year's; whoever has rewritten it takes the mark away. */
export const KEPT = '【上年文字，请改写】';

/** Asks for something, in the words of the form. */
export function promptFor(what: string): string {
  return `【请写明：${what}】`;
}

/** 【请写明：…】 【请填】 【数量请填写】; 【请示】 is none. */
const PROMPT =
  /【[^【】\r\n]{0,20}请(?:写|填|改写|补写|补充|注明|说明|列明|简述|概述)[^【】\r\n]{0,200}】/g;

/** Every prompt of a text, in order. */
export function promptsIn(text: string): Span[] {
  return Array.from(text.matchAll(PROMPT), ({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }));
}

const PROMPT_HERE = new RegExp(PROMPT.source, 'y');

/** The prompt that begins at an offset. */
export function promptAt(text: string, offset: number): Span | null {
  if (text.charAt(offset) !== '【') return null;
  PROMPT_HERE.lastIndex = offset;
  const [words] = PROMPT_HERE.exec(text) ?? [];
  return words === undefined ? null : { start: offset, end: offset + words.length };
}
