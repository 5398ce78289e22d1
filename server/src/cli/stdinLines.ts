// `--stdin-format jsonl`: a report a line, read as the lines come in.
import { reasonOf, stdin } from './read.js';

/** A report, or why line `number` (from one) holds none. */
export type ReportLine =
  | { readonly path: string; readonly text: string }
  | { readonly number: number; readonly error: string };

/** The reports of standard input, as `{"path","text"}` lines. */
export async function* reportsOfStdin(): AsyncGenerator<ReportLine> {
  let number = 1;
  try {
    for await (const line of linesOf(stdin())) {
      if (line.trim() !== '')
        yield reportOf(line) ?? { number, error: '应当是一行 JSON：{"path":"…","text":"…"}' };
      number++;
    }
  } catch (error) {
    yield { number, error: reasonOf(error) };
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
async function* linesOf(stream: AsyncIterable<unknown>): AsyncGenerator<string> {
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
