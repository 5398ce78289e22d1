// The outline as LSP document symbols.
import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import { type ReportSymbol, symbolsOf } from '../../service/index.js';
import { rangeIn } from '../../text/source.js';
import type { Feature } from '../feature.js';
import type { ReadDocument } from '../state/openDocuments.js';

const KINDS: Record<ReportSymbol['kind'], SymbolKind> = {
  title: SymbolKind.File,
  section: SymbolKind.Namespace,
  heading: SymbolKind.String,
  table: SymbolKind.Struct,
  group: SymbolKind.Object,
  row: SymbolKind.Field,
};

export const symbolFeature: Feature = {
  capabilities: () => ({ documentSymbolProvider: { label: '年报' } }),
  serve({ connection, client, documents }) {
    const tree = client.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true;
    connection.onDocumentSymbol(async (params, token) => {
      const reading = await documents.read(params.textDocument.uri, token);
      if (!reading) return null;
      return tree ? documentSymbols(reading) : flatSymbols(reading);
    });
  },
};

function documentSymbols({ report, source }: ReadDocument): DocumentSymbol[] {
  const convert = (symbol: ReportSymbol): DocumentSymbol => ({
    name: symbol.name || '…', // a name must not be empty
    detail: symbol.detail,
    kind: KINDS[symbol.kind],
    range: rangeIn(source, symbol.span),
    selectionRange: rangeIn(source, symbol.selection),
    children: symbol.children.map(convert),
  });
  return symbolsOf(report).map(convert);
}

/** For clients that know no tree. */
function flatSymbols(reading: ReadDocument): SymbolInformation[] {
  const flat: SymbolInformation[] = [];
  const add = (symbols: readonly DocumentSymbol[], containerName?: string) => {
    for (const { name, kind, range, children } of symbols) {
      flat.push({ name, kind, location: { uri: reading.uri, range }, containerName });
      add(children ?? [], name);
    }
  };
  add(documentSymbols(reading));
  return flat;
}
