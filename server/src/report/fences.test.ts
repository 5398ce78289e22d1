import { expect, it } from 'vitest';
import { Lines } from '../text/lines.js';
import { fencedLines } from './fences.js';

/** The lines that are fenced, marked with |. */
function marked(text: string): string {
  const isFenced = fencedLines(text, Lines.of(text));
  return text
    .split('\n')
    .map((line, i) => (isFenced(i) ? `|${line}` : line))
    .join('\n');
}

it.each([
  ['to its closing fence', 'a\n|```\n|b\n|```\nc'],
  ['to the end if it is not closed', 'a\n|```\n|b'],
  ['of waves', 'a\n|~~~ text\n|```\n|~~~\nb'],
  ['by one as long at least', '|````\n|```\n|`````\nb'],
  ['by one with nothing behind it', '|```\n|``` b\n|```\nc'],
  ['set in by three', '|   ```\n|b\n| ```\nc'],
  ['in a list item', '- a\n\n|  ```\n|  b\n|  ```\n\nc'],
  ['on the line of the item', '|- ```\n|  b\n|  ```\nc'],
  ['in a numbered item', '|1. ```\n|   b\n|   ```\nc'],
  ['which ends with the item', '|- ```\n|  b\nc'],
  ['over blank lines of the item', '|- ```\n|\n|  b\n|  ```\nc'],
  ['in a quotation', '|> ```\n|> b\n|> ```\nc'],
  ['which ends with the quotation', '|> ```\n|> b\nc'],
  ['in an item of a quotation', '> - a\n|>   ```\n|>   b\n|>   ```\n> c'],
  ['in an item behind a tab', '-\ta\n|\t```\n|\tb\n|\t```\nc'],
])('code %s', (_, expected) => expect(marked(expected.replace(/^\|/gm, ''))).toBe(expected));

it.each([
  ['a span of code', 'a\n```b```\nc'],
  ['a back-quote behind the fence', '``` a`b\nc'],
  ['set in by four', '    ```\nb'],
  ['behind words', 'a ```\nb'],
  ['two of them', '``\na\n``'],
  ['two waves', '~~a~~'],
])('no fence: %s', (_, text) => expect(marked(text)).toBe(text));
