// The characters of a text in Word's XML: entities, soft hyphens, blanks and the signs of symbol fonts
// as they are seen, each with its place.
import type { Span } from '../../text/span.js';
import { symbolText } from './docxSymbols.js';
import { entityText, isXmlSpace } from './docxXml.js';

/** Characters that are not read as they are written. */
const SPECIAL = /&(?:#[0-9]{1,8}|#x[0-9a-f]{1,8}|[a-z]{1,8});|\r\n?|[\t\n\u00ad\uf000-\uf0ff]/gi;

/** How a text is to be read. */
export interface CharacterReading {
  readonly isCdata: boolean;
  /** White space at its ends belongs to it. */
  readonly keepsSpace: boolean;
  readonly font: string;
}

/** A text in stretches, as many as it needs. */
export function* charactersOf(
  xml: string,
  { start, end }: Span,
  { isCdata, keepsSpace, font }: CharacterReading,
): Generator<Span & { readonly text: string }> {
  let from = start;
  let last = end;
  if (!keepsSpace) {
    while (from < last && isXmlSpace(xml.charCodeAt(from))) from++;
    while (last > from && isXmlSpace(xml.charCodeAt(last - 1))) last--;
  }
  let done = from;
  for (const { 0: found, index } of xml.slice(from, last).matchAll(SPECIAL)) {
    const at = from + index;
    if (at > done) yield { text: xml.slice(done, at), start: done, end: at };
    done = at + found.length;
    const text = isCdata && found.startsWith('&') ? found : meant(found, font);
    if (text !== '') yield { text, start: at, end: done };
  }
  if (last > done) yield { text: xml.slice(done, last), start: done, end: last };
}

/** What a special character or an entity is in text. */
function meant(found: string, font: string): string {
  const character = found.startsWith('&') ? entityText(found) : found;
  const code = character.charCodeAt(0);
  if (code === 0x0a || code === 0x0d) return ' ';
  if (code === 0xad) return ''; // where a word may be parted
  if (code < 0xf000 || code > 0xf0ff) return character;
  return symbolText(font || 'Wingdings', code.toString(16));
}
