// The hover over the tables as LSP has it.
import { type Hover, MarkupKind, type Position } from 'vscode-languageserver';
import { hoverAt, hoverWhere, type Previous } from '../../features/hover.js';
import { rangeIn } from '../../text/source.js';
import type { Span } from '../../text/span.js';
import { contains } from '../convert.js';
import type { Reading } from '../documents.js';
import type { Feature } from '../feature.js';
import type { FileReport } from '../workspace.js';

export const hoverFeature: Feature = {
  capabilities: () => ({ hoverProvider: true }),
  serve({ connection, client, documents }) {
    const [kind = MarkupKind.Markdown] = client.textDocument?.hover?.contentFormat ?? [];
    connection.onHover(async ({ textDocument: { uri }, position }, token) => {
      const reading = await documents.read(uri, token);
      return reading && toHover(reading, position, await documents.previous(reading), kind);
    });
  },
};

function toHover(
  { report, source }: Reading,
  position: Position,
  previous: FileReport | null,
  kind: MarkupKind,
): Hover | null {
  if (!report.recognized) return null;
  const past = previous ? pastOf(previous) : undefined;
  const isPlain = source.text === source.original.text;
  const hover = isPlain
    ? hoverAt(report, source.original.offsetAt(position), past)
    : hoverWhere(report, (span) => contains(rangeIn(source, span), position), past);
  if (!hover) return null;
  const value = kind === MarkupKind.Markdown ? hover.text : plain(hover.text);
  return { contents: { kind, value }, range: rangeIn(source, hover.span) };
}

function pastOf({ uri, report, source }: FileReport): Previous {
  const hrefOf = (span: Span) => {
    if (!uri.startsWith('file:')) return undefined; // nothing else can be opened at a line
    const { line, character } = rangeIn(source, span).start;
    return `${uri.replaceAll('(', '%28').replaceAll(')', '%29')}#L${line + 1},${character + 1}`;
  };
  return { report, hrefOf };
}

/** For clients that show the text as it is. */
function plain(markdown: string): string {
  return markdown.replace(/\*\*/g, '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
}
