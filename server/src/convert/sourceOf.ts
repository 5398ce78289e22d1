// From the text of a file to report text: the one place that knows which files need converting. The
// converter is a bundle of its own, loaded on first use.
import { kindOf } from '../text/fileNames.js';
import { plainSource, type Source } from '../text/source.js';
import { hasHtmlTable } from './detect.js';

/** The format of a text: a whole HTML page, a copied part of one, or text that may have HTML tables in it. */
export type TextFormat = 'html' | 'fragment' | 'markdown' | 'text';

/** The format of a file of text, by its name. */
export function formatOf(name: string): TextFormat {
  const kind = kindOf(name);
  return kind === 'html' || kind === 'markdown' ? kind : 'text';
}

/** The source to check. At once for plain text; a promise only where HTML is to be converted. */
export function sourceOf(text: string, format: TextFormat): Source | Promise<Source> {
  if (format === 'html') return import('./html.js').then(({ htmlSource }) => htmlSource(text));
  if (format === 'fragment')
    return import('./html.js').then(({ fragmentSource }) => fragmentSource(text));
  if (hasHtmlTable(text))
    return import('./html.js').then(({ embeddedHtmlSource }) => embeddedHtmlSource(text, format));
  return plainSource(text, format);
}
