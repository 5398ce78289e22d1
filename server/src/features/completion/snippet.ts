// Text to insert with places to fill in: a form of its own, written out as editors' snippet syntax or
// as plain text.

import { type Blank, blankFor } from '../../report/prompts.js';

/** A place to fill in, and what stands there until then. */
export interface Stop {
  readonly value: string;
}

export type Snippet = readonly (string | Stop)[];

/** A place to fill in that shows a value until then. */
export function stop(value: string): Stop {
  return { value };
}

/** A place for what only the writer knows; what stands there until then passes for no text. */
export function blank(what: Blank): Stop {
  return stop(blankFor(what));
}

/** Text with stops and snippets in it: snippet`共${stop('件数')}件`. */
export function snippet(
  strings: TemplateStringsArray,
  ...values: readonly (string | Stop | Snippet)[]
): Snippet {
  return strings.flatMap((text, i) => {
    const value = values[i] ?? '';
    return typeof value === 'object' && 'length' in value ? [text, ...value] : [text, value];
  });
}

/** Several snippets as one. */
export function joined(snippets: readonly Snippet[], between: string): Snippet {
  return snippets.flatMap((one, i) => (i === 0 ? one : [between, ...one]));
}

/** Stands for a blank cell until `withStops` makes a stop of it: of no width, and in no text. */
export const BLANK = '\ufffb';

/** Text whose blanks are to be filled in. */
export function withStops(text: string): Snippet {
  return text.split(BLANK).flatMap((part, i) => (i === 0 ? [part] : [stop(''), part]));
}

/** As `InsertTextFormat.Snippet` has it: `${1:14}件`. */
export function toSnippetText(parts: Snippet): string {
  let stops = 0;
  const write = (part: string | Stop) => {
    if (typeof part === 'string') return escaped(part);
    stops++;
    return part.value === '' ? `\${${stops}}` : `\${${stops}:${escaped(part.value)}}`;
  };
  return parts.map(write).join('');
}

/** With every stop as it stands. */
export function toPlainText(parts: Snippet): string {
  return parts.map((part) => (typeof part === 'string' ? part : part.value)).join('');
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** What a snippet in editors' syntax shows once it is inserted. */
export function shownText(snippetText: string): string {
  return snippetText.replace(/\\([\\$}])|\$\{\d+:?|\}/g, '$1');
}
