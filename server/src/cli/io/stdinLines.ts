// `--stdin-format jsonl`: a report a line, read as the lines come in.
import type { CheckInput } from '../fileChecker.js';
import { reasonOf, stdin } from './read.js';

/** The reports of standard input, as `{"path","text"}` lines: those that have come meanwhile, again and again. */
export async function* reportsOfStdin(): AsyncGenerator<CheckInput[]> {
  let number = 0;
  try {
    for await (const lines of linesOf(stdin())) {
      const reports: CheckInput[] = [];
      for (const line of lines) {
        number++;
        if (line.trim() !== '') reports.push(reportOf(line) ?? noReport(number, NO_REPORT));
      }
      if (reports.length > 0) yield reports;
    }
  } catch (error) {
    yield [noReport(number + 1, reasonOf(error))];
  }
}

const NO_REPORT = '应当是一行 JSON：{"path":"…","text":"…"}';

function noReport(number: number, error: string): CheckInput {
  return { path: `标准输入第 ${number} 行`, error };
}

function reportOf(line: string): CheckInput | undefined {
  try {
    const { path, text } = JSON.parse(line) as { path?: unknown; text?: unknown };
    if (typeof path !== 'string' || typeof text !== 'string') return undefined;
    return { path, text: text.replace(/^\ufeff/, '') };
  } catch {
    return undefined; // no JSON, or `null`
  }
}

/** Not `node:readline`: that one also breaks at U+2028, which JSON allows within a string. */
async function* linesOf(stream: AsyncIterable<unknown>): AsyncGenerator<string[]> {
  const decoder = new TextDecoder(); // drops a BOM
  let parts: string[] = [];
  for await (const chunk of stream) {
    const lines = decoder.decode(chunk as Uint8Array, { stream: true }).split('\n');
    const rest = lines.pop() as string;
    if (lines.length > 0) {
      lines[0] = parts.join('') + lines[0];
      parts = [];
      yield lines;
    }
    parts.push(rest);
  }
  parts.push(decoder.decode());
  yield [parts.join('')];
}
