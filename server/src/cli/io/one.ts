// One report, named on the command line: a file, or `-` for standard input.
import { sourceOf } from '../../convert/sourceOf.js';
import { isHtml } from '../../text/fileNames.js';
import type { Source } from '../../text/source.js';
import { inputsOf, STDIN } from './inputs.js';
import { readStdin, readText } from './read.js';

/** Reads it as `check` does, or says (in Chinese) why it cannot be read. */
export async function readOne(named: string): Promise<Source | { error: string }> {
  const [input, ...others] = await inputsOf([named]);
  if (!input || others.length > 0 || (input.path !== named && named !== STDIN))
    return { error: '应当是一份报告，不能是文件夹或通配符' };
  if (input.error !== undefined) return { error: input.error };
  const read = named === STDIN ? await readStdin() : readText(named);
  return 'error' in read ? read : await sourceOf(read.text, isHtml(named) ? 'html' : 'text');
}
