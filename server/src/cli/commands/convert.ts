// `nianbao convert`: a file of any kind as report text.
import path from 'node:path';
import { readOne } from '../io/one.js';
import { print, warn } from '../io/output.js';
import { STDIN } from '../io/read.js';
import { writeResult } from '../writeFile.js';

export interface ConvertOptions {
  readonly force?: true;
}

/** Runs the command; resolves to the exit status. */
export async function convert(
  input: string,
  output: string,
  { force }: ConvertOptions,
): Promise<number> {
  if (output !== STDIN && !/\.txt$/i.test(output))
    return fail(`${output}：不能写这种文件（${path.extname(output) || '没有扩展名'}）`);
  const opened = await readOne(input);
  const name = input === STDIN ? '标准输入' : input;
  if ('error' in opened) return fail(`${name}：${opened.error}`);
  for (const note of opened.office?.notes ?? []) warn(`${name}：${note}`);
  const { text } = opened.source;
  if (output === STDIN) await print(text.endsWith('\n') ? text : `${text}\n`);
  else {
    const error = writeResult(output, Buffer.from(text), force);
    if (error !== undefined) return fail(`${output}：${error}`);
    warn(`已写入 ${output}`);
  }
  return 0;
}

function fail(reason: string): number {
  warn(reason);
  return 2;
}
