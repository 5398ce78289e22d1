// `nianbao convert`: a file of any kind as text, Markdown, a Word file or a web page.
import path from 'node:path';
import {
  createReportService,
  EXPORT_KINDS,
  type ExportKind,
  exported,
  linesLeftOut,
} from '../../service/index.js';
import type { Source } from '../../text/source.js';
import { readOne } from '../io/one.js';
import { print, warn } from '../io/output.js';
import { isSameFile, STDIN } from '../io/read.js';
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
  const ending = path.extname(output).slice(1).toLowerCase();
  const kind = output === STDIN ? 'txt' : EXPORT_KINDS.find((one) => one === ending);
  if (!kind) {
    const known = EXPORT_KINDS.map((one) => `.${one}`).join('、');
    return fail(
      `${output}：不能写这种文件（${ending ? `.${ending}` : '没有扩展名'}），能写 ${known}`,
    );
  }
  if (isSameFile(input, output))
    return fail(`${output}：就是输入的文件；请写到另一个文件，原件不改`);
  const opened = await readOne(input);
  const name = input === STDIN ? '标准输入' : input;
  if ('error' in opened) return fail(`${name}：${opened.error}`);
  for (const note of opened.office?.notes ?? []) warn(`${name}：${note}`);
  const bytes = await written(opened.source, kind, name);
  if (output === STDIN) {
    await print(new TextDecoder().decode(bytes));
    return 0;
  }
  const pictures = opened.office?.pictures.length ?? 0;
  if (pictures > 0 && kind !== 'txt')
    warn(`${name}：${pictures} 张图片没有写入，文中留有“![图片]”，请在新文件里补上`);
  const error = writeResult(output, bytes, force);
  if (error !== undefined) return fail(`${output}：${error}`);
  warn(`已写入 ${output}`);
  return 0;
}

/** The new file. What is text already stays as it is, save that no text has Markdown's marks. */
async function written(
  { text, markup }: Source,
  kind: ExportKind,
  name: string,
): Promise<Uint8Array> {
  if (kind === 'txt' && markup !== 'markdown')
    return Buffer.from(text.endsWith('\n') ? text : `${text}\n`);
  const report = createReportService().parse(text, markup);
  const left = linesLeftOut(report);
  if (left > 0) warn(`${name}：${left} 行注释或代码不是正文，没有写入`);
  return exported(report, kind);
}

function fail(reason: string): number {
  warn(reason);
  return 2;
}
