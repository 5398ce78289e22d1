// Puts a draft on paper: title, preamble, headings, prose, and each table in the layout's way.
// Remembers the line of every heading.
import type { Draft, DraftSection } from './draft.js';
import { gridOf } from './grid.js';
import { escaped } from './layouts/html.js';
import type { Layout } from './layouts/layout.js';
import type { Random } from './random.js';

export interface Written {
  readonly text: string;
  /** Zero-based lines of the headings, in the sections' order; empty for HTML. */
  readonly headings: readonly number[];
}

const headingOf = ({ numbering, title }: DraftSection) => numbering + title;

export function writeDocument(draft: Draft, layout: Layout, random: Random): Written {
  return layout.kind === 'html'
    ? { text: writeHtml(draft, layout, random), headings: [] }
    : writeText(draft, layout, random);
}

function writeText(draft: Draft, layout: Layout, random: Random): Written {
  const lines: string[] = [];
  const headings: number[] = [];
  const gap = random.chance(0.6);
  const indent = random.chance(0.2) ? '\u3000\u3000' : '';
  const add = (line: string) => lines.push(line, ...(gap ? [''] : []));
  for (const line of draft.title) add(draft.titleMark + line);
  for (const line of draft.preamble) add(indent + line);
  for (const section of draft.sections) {
    headings.push(lines.length);
    const [open, close] = section.marks;
    add(open + headingOf(section) + close);
    for (const line of section.before) add(indent + line);
    if (section.table) {
      lines.push(...layout.write(gridOf(section.table, draft.padding), random));
      if (gap) lines.push('');
    }
    for (const line of section.after) add(indent + line);
  }
  return {
    text: (draft.byteOrderMark ? '\ufeff' : '') + lines.join(draft.lineEnd),
    headings,
  };
}

function writeHtml(draft: Draft, layout: Layout, random: Random): string {
  const heading = random.pick(['h2', 'p', 'div']);
  const paragraph = (line: string) => `<p style="text-indent: 2em">${escaped(line)}</p>`;
  const parts = [
    '<!DOCTYPE html>',
    '<html><head><meta charset="utf-8"><title>政务公开</title>',
    '<style>td { border: 1px solid }</style></head><body>',
    ...draft.title.map((line) => `<h1>${escaped(line)}</h1>`),
    ...draft.preamble.map(paragraph),
  ];
  for (const section of draft.sections) {
    const text = escaped(headingOf(section));
    parts.push(`<${heading}><strong><span>${text}</span></strong></${heading}>`);
    parts.push(...section.before.map(paragraph));
    if (section.table) parts.push(...layout.write(gridOf(section.table, draft.padding), random));
    parts.push(...section.after.map(paragraph));
  }
  const text = [...parts, '</body></html>'].join(draft.lineEnd);
  return (draft.byteOrderMark ? '\ufeff' : '') + text;
}
