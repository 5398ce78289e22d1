// The measure of the language server: one that publishes, for every edit, a list that it was given.
import {
  createConnection,
  type Diagnostic,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

const connection = createConnection();
const documents = new TextDocuments(TextDocument);
let diagnostics: Diagnostic[] = [];

connection.onInitialize(({ initializationOptions }) => {
  diagnostics = initializationOptions?.diagnostics ?? [];
  return { capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental } };
});
documents.onDidChangeContent(({ document: { uri, version } }) => {
  void connection.sendDiagnostics({ uri, version, diagnostics });
});
documents.listen(connection);
connection.listen();
