// A document as a web page: one file without scripts, which says what is a heading, a caption, the head of
// which figure, and says so without its style as well.
import { OWN_PAGE } from '../../convert/ownPage.js';
import {
  type DocumentBlock,
  type DocumentCell,
  type DocumentTable,
  gridOf,
  withoutLines,
} from '../document/blocks.js';
import { PAGE_STYLE } from './htmlStyle.js';
import { titleBreak } from './titleBreak.js';
import { escaped } from './xml.js';

/** Of a page without a title. */
const UNTITLED = '文档';
/** A paragraph before a table that is no longer is its caption. */
const LONGEST_CAPTION = 60;

/** The page. */
export function toHtml(blocks: readonly DocumentBlock[]): string {
  const writer = new PageWriter();
  const all = withoutLines(blocks);
  const body = all.map((block, i) => writer.block(block, all[i - 1], all[i + 1]));
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="generator" content="nianbao">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(titleOf(blocks))}</title>
<style>
${PAGE_STYLE}</style>
</head>
<body>
<main id="${OWN_PAGE}">
${body.join('')}</main>
</body>
</html>
`;
}

function titleOf(blocks: readonly DocumentBlock[]): string {
  for (const block of blocks) {
    if (block.kind === 'title') return block.lines.join('');
    if ((block.kind === 'heading' || block.kind === 'paragraph') && block.text !== '')
      return block.text.slice(0, LONGEST_CAPTION);
  }
  return UNTITLED;
}

/** A line of the title, its wording kept together. */
function titleLine(line: string): string {
  const at = titleBreak(line);
  const rest = escaped(line.slice(at));
  return at === 0 ? rest : `${escaped(line.slice(0, at))}<span>${rest}</span>`;
}

class PageWriter {
  /** The level of the last heading: none may be left out. */
  #level = 0;
  #tables = 0;

  block(
    block: DocumentBlock,
    before: DocumentBlock | undefined,
    after: DocumentBlock | undefined,
  ): string {
    switch (block.kind) {
      case 'title':
        return this.#heading(1, block.lines.map(titleLine).join('<br>'));
      case 'heading':
      case 'paragraph':
        return after?.kind === 'table' && isCaption(block) ? '' : this.#line(block);
      case 'signature':
        return `<p class="signature">${block.lines.map(escaped).join('<br>')}</p>\n`;
      case 'table':
        return this.#table(block, before);
      case 'lines':
        return ''; // they are paragraphs and tables here
    }
  }

  #line(block: DocumentBlock & { kind: 'heading' | 'paragraph' }): string {
    const { text } = block;
    if (block.kind === 'heading') return this.#heading(block.level + 1, escaped(text));
    if (text === '') return '<p><br></p>\n';
    if (isSetApart(text)) return `<pre>${escaped(text)}</pre>\n`;
    const { lead = 0 } = block;
    const head = lead > 0 ? `<b>${escaped(text.slice(0, lead))}</b>` : '';
    return `<p>${head}${escaped(text.slice(lead))}</p>\n`;
  }

  #heading(level: number, html: string): string {
    this.#level = Math.min(level, this.#level + 1);
    const name = `h${this.#level}`;
    return `<${name}${level > this.#level ? ` class="h${level}"` : ''}>${html}</${name}>\n`;
  }

  #table(table: DocumentTable, before: DocumentBlock | undefined): string {
    const caption =
      before && isCaption(before) ? `<caption>${this.#line(before).trimEnd()}</caption>\n` : '';
    return `<table>\n${caption}${tableRows(table, `t${++this.#tables}`)}</table>\n`;
  }
}

function isCaption(
  block: DocumentBlock,
): block is DocumentBlock & { kind: 'heading' | 'paragraph' } {
  if (block.kind === 'heading') return true;
  return block.kind === 'paragraph' && block.text !== '' && block.text.length <= LONGEST_CAPTION;
}

/** Whether HTML would draw its white space together. */
function isSetApart(text: string): boolean {
  return /\t| {2}/.test(text);
}

/** The rows, heads and bodies. Each figure names the cells that head it. */
function tableRows(table: DocumentTable, id: string): string {
  const isForm = table.rows.some((row) => row.some(({ kind }) => kind));
  if (!isForm) return plainRows(table);
  const heads = new Heads(id);
  const parts: string[] = [];
  let part = '';
  const open = (name: string) => {
    if (part === name) return;
    if (part !== '') parts.push(`</${part}>\n`);
    if (name !== '') parts.push(`<${name}>\n`);
    part = name;
  };
  const firstBody = table.rows.findIndex((row) =>
    row.some(({ kind }) => kind === 'row' || kind === 'figure'),
  );
  table.rows.forEach((row, i) => {
    // each block under a caption is a body of its own
    if (row[0]?.kind === 'caption') open('');
    const isHead = i < firstBody && table.rows[0]?.[0]?.kind !== 'caption';
    open(isHead ? 'thead' : 'tbody');
    parts.push(`<tr>${row.map((cell) => formCell(cell, heads, i)).join('')}</tr>\n`);
  });
  open('');
  return parts.join('');
}

/** Rows of a table that the form does not know; the first heads the others if it has a word for each column. */
function plainRows(table: DocumentTable): string {
  const [first = [], ...others] = gridOf(table);
  const isHead = others.length > 0 && first.every((text) => text !== '');
  const row = (cells: readonly string[], name: string, about = '') =>
    `<tr>${cells.map((text) => `<${name}${about}>${cellText(text)}</${name}>`).join('')}</tr>\n`;
  const head = isHead ? `<thead>\n${row(first, 'th', ' scope="col"')}</thead>\n` : '';
  const rows = (isHead ? others : [first, ...others]).map((cells) => row(cells, 'td'));
  return `${head}<tbody>\n${rows.join('')}</tbody>\n`;
}

function cellText(text: string): string {
  return isSetApart(text) ? `<pre>${escaped(text)}</pre>` : escaped(text);
}

function formCell(cell: DocumentCell, heads: Heads, row: number): string {
  const { text, kind, colSpan, rowSpan } = cell;
  const spans = `${colSpan > 1 ? ` colspan="${colSpan}"` : ''}${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}`;
  if (kind === 'figure')
    return `<td headers="${heads.of(cell, row)}"${spans}>${cellText(text)}</td>`;
  if (kind === 'corner') return `<td${spans}>${cellText(text)}</td>`;
  const scope = { column: 'col', row: 'row', caption: 'rowgroup' }[kind ?? 'column'];
  return `<th id="${heads.add(cell, row)}" scope="${scope}"${spans}>${cellText(text)}</th>`;
}

/** The heads that a figure stands under and behind. */
class Heads {
  #count = 0;
  #caption = '';
  #columns: string[][] = [];
  #rows: { readonly id: string; readonly below: number }[] = [];

  constructor(readonly table: string) {}

  /** Takes the next head; its name. */
  add({ kind, at, colSpan, rowSpan }: DocumentCell, row: number): string {
    const id = `${this.table}-${++this.#count}`;
    if (kind === 'row') this.#rows.push({ id, below: row + rowSpan });
    else if (kind === 'caption') {
      this.#caption = id;
      this.#columns = [];
    } else
      for (let i = at; i < at + colSpan; i++) {
        this.#columns[i] ??= [];
        this.#columns[i]?.push(id);
      }
    return id;
  }

  /** The names of all that head a cell, the outermost first. */
  of({ at }: DocumentCell, row: number): string {
    this.#rows = this.#rows.filter(({ below }) => below > row);
    const rows = this.#rows.map(({ id }) => id);
    return [this.#caption, ...rows, ...(this.#columns[at] ?? [])].filter(Boolean).join(' ');
  }
}
