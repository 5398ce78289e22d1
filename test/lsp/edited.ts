// For tests: a document as a client has it once it has made the edits of an answer.
import type { TextEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** The text with edits made by the library that clients use; the same where there are none. */
export function edited(text: string, edits: readonly TextEdit[] = []): string {
  return TextDocument.applyEdits(TextDocument.create('file:///a.txt', '', 1, text), [...edits]);
}
