// Words written into Markdown so that they stay words: only what would be read as a mark is escaped, so that
// most texts stand there as they are.

/** Of ASCII; before others a backslash is itself. */
const BEFORE_MARK = /\\(?=[!-/:-@[-`{-~｜]|$)/g;
const ENTITY = /&(?=#?\w{1,31};)/g;
const TAG = /<(?=[a-z/!?])/gi;
/** _ inside a word is no mark. */
const UNDERLINE = /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
/** A picture that has been told has a line of its own. */
const PICTURE = /^!\[图片\]\([^()\s]{1,100}\)$/;
/** What makes a line a heading, a quotation, an item of a list, or draws it. */
const LINE_MARK = /^(?:[#>]|[-+*](?:[ \t\u3000]|$)|[-=]+$)/;
/** The row of dashes below the heads of a table. */
const DASHES = /^:?-*:?$/;

/** Words on a line of their own. */
export function markdownLine(words: string): string {
  if (PICTURE.test(words)) return words;
  const written = markdownWords(words);
  return LINE_MARK.test(written) ? `\\${written}` : written;
}

/** A heading, which may end with a # of its own. */
export function markdownHeading(words: string): string {
  const written = markdownLine(words);
  return written.endsWith('#') ? `${written.slice(0, -1)}\\#` : written;
}

/** The cells of a table; a row of - in each cell is none of dashes. */
export function markdownRow(cells: readonly string[]): string[] {
  const isDashed = cells.every((cell) => DASHES.test(cell)) && cells.some((cell) => cell !== '');
  return cells.map((cell) => (isDashed ? cell.replace('-', '\\-') : markdownWords(cell)));
}

function markdownWords(words: string): string {
  let written = words
    .replace(BEFORE_MARK, '\\\\')
    .replace(ENTITY, '&amp;')
    .replace(TAG, '&lt;')
    .replace(/\|/g, '\\|')
    .replace(/｜/g, '&#65372;')
    .replace(/~(?=~)|(?<=~)~/g, '\\~');
  // a mark without another one means nothing
  for (const mark of ['*', '`', '$'])
    if (written.indexOf(mark) < written.lastIndexOf(mark))
      written = written.replaceAll(mark, () => `\\${mark}`);
  if (written.indexOf('_') < written.lastIndexOf('_')) written = written.replace(UNDERLINE, '\\_');
  if (/\][([]/.test(written)) written = written.replaceAll('[', '\\[');
  return written;
}
