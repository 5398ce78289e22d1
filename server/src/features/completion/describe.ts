// What there is to know of a piece, as Markdown: why it belongs in the report, and how it will look.
import { CITED_DOCUMENTS } from '../../form/documents.js';
import type { TableKey } from '../../form/formats.js';
import { ROW_MEANINGS } from '../../form/rowMeanings.js';
import type { PieceKind } from './piece.js';

const WHY: Readonly<Partial<Record<PieceKind, string>>> = {
  section: '格式规定的部分一个都不能少，没有内容也要保留标题并写明。',
  table: '规定的表格，数留空；没有的填 0。',
  row: '规定的行不能删，没有的填 0。',
  sentence: '其中的数取自本报告的表格；表中没有的，请照实填写。',
};

/** The piece of an id with the text that it inserts. */
export function describe(kind: PieceKind, id: string, text: string): string {
  const [what, first = '', second = ''] = id.split(':');
  const meaning = what === 'row' ? ROW_MEANINGS[first as TableKey]?.[second] : undefined;
  const notice = CITED_DOCUMENTS.find((document) => document.id === first);
  const parts = [notice ? `《${notice.title}》` : (meaning ?? ''), WHY[kind] ?? ''];
  if (text.length > 0 && kind !== 'label' && kind !== 'figure')
    parts.push(`\`\`\`text\n${text}\n\`\`\``);
  return parts.filter((part) => part !== '').join('\n\n');
}
