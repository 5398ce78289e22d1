// One report, named on the command line: a file, or `-` for standard input.
import { inputsOf } from './inputs.js';
import { type Opened, openInput, STDIN } from './read.js';

/** Reads it as `check` does, or says (in Chinese) why it cannot be read. */
export async function readOne(named: string): Promise<Opened> {
  const [input, ...others] = await inputsOf([named]);
  if (!input || others.length > 0 || (input.path !== named && named !== STDIN))
    return { error: '应当是一份报告，不能是文件夹或通配符' };
  if (input.error !== undefined) return { error: input.error };
  return await openInput(named);
}
