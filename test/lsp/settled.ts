// Whatever edits the server sends: in order of place, none over another, no two that begin at one
// place. Only then do all editors make the same text of them.
import type { Position, TextEdit } from 'vscode-languageserver/node';

/** An answer of the server, handed on; an error if there are edits in it that are not so. */
export function checked<T>(answer: T): T {
  look(answer);
  return answer;
}

function look(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value) && value.length > 0 && value.every(isEdit)) inspect(value);
  for (const part of Object.values(value)) look(part);
}

function isEdit(value: unknown): value is TextEdit {
  return typeof value === 'object' && value !== null && 'range' in value && 'newText' in value;
}

function inspect(edits: readonly TextEdit[]): void {
  for (const [i, { range }] of edits.entries()) {
    const before = edits[i - 1]?.range;
    if (!before) continue;
    if (compare(before.end, range.start) > 0 || compare(before.start, range.start) >= 0)
      throw new Error(`edits meet: ${JSON.stringify([before, range])}`);
  }
}

function compare(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}
