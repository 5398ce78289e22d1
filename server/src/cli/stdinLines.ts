// `--stdin-format jsonl`: a report a line, read as the lines come in.
import type { Readable } from 'node:stream';

/** A report, or why line `number` (from one) holds none. */
export type ReportLine =
  | { readonly path: string; readonly text: string }
  | { readonly number: number; readonly error: string };

/** The reports of a stream of `{"path","text"}` lines. */
export async function* reportsOf(stream: Readable): AsyncGenerator<ReportLine> {
  let number = 0;
  for await (const line of linesOf(stream)) {
    number++;
    if (line.trim() === '') continue;
    yield reportOf(line) ?? { number, error: '应当是一行 JSON：{"path":"…","text":"…"}' };
  }
}

function reportOf(line: string): ReportLine | undefined {
  try {
    const { path, text } = JSON.parse(line) as { path?: unknown; text?: unknown };
    if (typeof path !== 'string' || typeof text !== 'string') return undefined;
    return { path, text: text.replace(/^\ufeff/, '') };
  } catch {
    return undefined; // no JSON, or `null`
  }
}

/** Not `node:readline`: that one also breaks at U+2028, which JSON allows within a string. */
async function* linesOf(stream: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder(); // drops a BOM
  let parts: string[] = [];
  for await (const chunk of stream) {
    const [head = '', ...rest] = decoder.decode(chunk as Uint8Array, { stream: true }).split('\n');
    parts.push(head);
    for (const part of rest) {
      yield parts.join('');
      parts = [part];
    }
  }
  parts.push(decoder.decode());
  yield parts.join('');
}
