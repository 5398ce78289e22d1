// Report text as a Word file, and as a page of which LibreOffice makes other kinds: lines of cells are
// tables.
import { paragraph, wordFile } from './wordFile.js';

/** The bytes of a Word file. */
export function wordDocument(text: string): Uint8Array {
  return wordFile({ body: wordBody(text) });
}

/** What stands in its body. */
export function wordBody(text: string): string {
  const lines = text.split('\n');
  let body = '';
  for (let i = 0; i < lines.length; i++) {
    let rows = '';
    for (; /[\t|]/.test(lines[i] ?? ''); i++) {
      const cells = (lines[i] as string).split(/[\t|]/);
      rows += `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`;
    }
    if (rows) body += `<w:tbl>${rows}</w:tbl>`;
    body += paragraph(lines[i] ?? '');
  }
  return body;
}

/** The same as a web page. */
export function pageOf(text: string): string {
  const tables = wordBody(text)
    .replaceAll('<w:tbl>', '<table border="1">')
    .replaceAll('</w:tbl>', '</table>')
    .replaceAll(/<(\/?)w:(tr|p|tc)>/g, (_, end: string, name: string) =>
      name === 'tc' ? `<${end}td>` : `<${end}${name}>`,
    )
    .replaceAll(/<\/?w:[^>]*>/g, '');
  return `<html><head><meta charset="utf-8"></head><body>${tables}</body></html>`;
}
