// HTML tables with rowspan and colspan, with the tags that Word and web editors leave in cells.
// Once as a page of its own, once inside Markdown.
import type { Grid, GridRow, Slot } from '../grid.js';
import type { Random } from '../random.js';
import type { Layout } from './layout.js';

const shared = {
  blanks: true,
  rowPerLine: false,
  linesInCells: true,
  columns: true,
  loose: false,
} as const;

export const html: Layout = {
  id: 'html',
  about: 'HTML page',
  kind: 'html',
  ...shared,
  write: writeTable,
};

export const markdownHtml: Layout = {
  id: 'markdown-html',
  about: 'HTML tables inside Markdown',
  kind: 'markdown-html',
  ...shared,
  write: (grid, random) => ['', ...writeTable(grid, random), ''],
};

function writeTable({ rows }: Grid, random: Random): string[] {
  const style = {
    wrap: random.pick(WRAPS),
    head: random.pick(['td', 'th']),
    upper: random.chance(0.1),
    compact: random.chance(0.3),
    body: random.chance(0.6),
  };
  const lines = [`<table border="1" cellspacing="0">`, ...(style.body ? ['<tbody>'] : [])];
  for (const row of rows) {
    if (row.kind === 'break') continue;
    lines.push('<tr>', ...row.slots.map((slot) => cell(row, slot, style)), '</tr>');
  }
  lines.push(...(style.body ? ['</tbody>'] : []), '</table>');
  const cased = style.upper
    ? lines.map((line) => line.replace(/<\/?[a-z]+/g, (tag) => tag.toUpperCase()))
    : lines;
  return style.compact
    ? [cased.join('').replace(/\n/g, '')]
    : cased.flatMap((line) => line.split('\n'));
}

const WRAPS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `<p>${text || '&nbsp;'}</p>`,
  (text) =>
    `<p style="text-align: center"><span style="font-size: 12px"><strong>${text}</strong></span></p>`,
  (text) => `\n  <div>\n    <p><span>${text}</span>&nbsp;</p>\n  </div>\n`,
  (text) => `<p class="MsoNormal"><span lang="EN-US">${text}<o:p></o:p></span></p>`,
];

function cell(
  { kind }: GridRow,
  { text, columns, rows }: Slot,
  { wrap, head }: { wrap: (text: string) => string; head: string },
): string {
  const tag = kind === 'head' ? head : 'td';
  const spans = `${rows > 1 ? ` rowspan="${rows}"` : ''}${columns > 1 ? ` colspan=${columns}` : ''}`;
  return `<${tag}${spans} width="80">${wrap(escaped(text))}</${tag}>`;
}

/** Text as HTML; a line break inside a cell is a `<br>`. */
export function escaped(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/\u00a0/g, '&nbsp;')
    .replace(/“/g, '&ldquo;')
    .replace(/\n/g, '<br>');
}
