// Changes to the text of a `.nianbao.json` that leave its comments and its layout as they are. The
// library's own edits would lay out anew what stands beside.
import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';
import type { TextEdit as Edit } from '../text/edit.js';
import { lineEndOf } from '../text/lines.js';
import type { Span } from '../text/span.js';
import type { IgnoreEntry } from './folderConfig.js';

/** What is to be written down. */
export type Decision =
  | { readonly off: string }
  | { readonly word: string }
  | { readonly ignore: IgnoreEntry };

/** The edits that write a decision into the text of a valid config; `''` for a new one. */
export function configEdits(text: string, decision: Decision): Edit[] {
  const style = { eol: lineEndOf(text), indent: /^([ \t]+)\S/m.exec(text)?.[1] ?? '  ' };
  const { key, entry, old } = placeOf(decision);
  const root = parseTree(text);
  const outer = root && findNodeAtLocation(root, [key]);
  const present = root && old && findNodeAtLocation(root, [key, old.name]);
  if (present) return [{ span: spanOf(present), newText: old.value }];
  if (outer) return insertion(text, outer, entry, 2, style);
  const [open, close] = old ? '{}' : '[]';
  const { eol, indent } = style;
  const whole = `"${key}": ${open}${eol}${indent}${indent}${entry}${eol}${indent}${close}`;
  if (root) return insertion(text, root, whole, 1, style);
  return [edit(text.length, text.length, `{${eol}${indent}${whole}${eol}}${eol}`)];
}

/** Where it goes: a member of the file, and the entry in it; `old` where it may be there already. */
function placeOf(decision: Decision) {
  if ('word' in decision) return { key: 'words', entry: JSON.stringify(decision.word) };
  if ('ignore' in decision) {
    const members = Object.entries(decision.ignore).filter(([, one]) => one !== undefined);
    const told = members.map(([key, one]) => `"${key}": ${JSON.stringify(one)}`);
    return { key: 'ignore', entry: `{ ${told.join(', ')} }` };
  }
  const [name, value] = [decision.off, '"off"'];
  return { key: 'rules', entry: `${JSON.stringify(name)}: ${value}`, old: { name, value } };
}

/** Adds an entry at the end of an object or a list, behind the comments that stand there. */
function insertion(
  text: string,
  { offset, length, children = [] }: Node,
  entry: string,
  depth: number,
  { eol, indent }: { eol: string; indent: string },
): Edit[] {
  const close = offset + length - 1;
  const inside = text.slice(offset + 1, close);
  const end = offset + 1 + inside.trimEnd().length;
  const last = children.at(-1);
  if (last && !/[\r\n]/.test(inside)) return [edit(end, end, `, ${entry}`)];
  const line = `${eol}${indent.repeat(depth)}${entry}`;
  const added = edit(end, close, `${line}${eol}${indent.repeat(depth - 1)}`);
  if (!last) return [added];
  const { end: comma } = spanOf(last);
  if (comma === end) return [edit(end, close, `,${added.newText}`)];
  return [edit(comma, comma, ','), added];
}

function edit(start: number, end: number, newText: string): Edit {
  return { span: { start, end }, newText };
}

function spanOf({ offset, length }: Node): Span {
  return { start: offset, end: offset + length };
}
