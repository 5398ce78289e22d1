// Text as specifications quote it: tabs can be seen, and a place in it is told from others like it.
import type { Span } from '../../server/src/text/span.js';

/** Tabs as arrows. */
export function shown(text: string): string {
  return text.replaceAll('\t', '→');
}

/** The lines that a span stands on, with what it covers in «». */
export function marked(text: string, { start, end }: Span): string {
  const from = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const rest = /^[^\r\n]*/.exec(text.slice(end))?.[0] ?? '';
  return shown(`${text.slice(from, start)}«${text.slice(start, end)}»${rest}`);
}
