// `nianbao annotate`: a copy of a Word file with the findings in its margin.
import fs from 'node:fs';
import { UnreadableFile } from '../../convert/office.js';
import { createReportService, type Settings, wordMarksOf } from '../../service/index.js';
import { isTextKind, kindOf } from '../../text/fileNames.js';
import { checkText } from '../checkText.js';
import { Words } from '../io/cliWords.js';
import { ConfigFinder } from '../io/configFile.js';
import { readOne } from '../io/one.js';
import { warn } from '../io/output.js';
import { isSameFile, readBytes, reasonOf } from '../io/read.js';
import { writeResult } from '../writeFile.js';

export interface AnnotateOptions {
  readonly changes?: true;
  readonly force?: true;
}

/** Runs the command; resolves to the exit status. */
export async function annotate(
  input: string,
  output: string,
  { changes, force }: AnnotateOptions,
): Promise<number> {
  const misuse = misuseOf(input, output, force);
  if (misuse !== undefined) return fail(misuse);
  const words = new Words();
  const opened = await readOne(input);
  if ('error' in opened) return fail(`${input}：${opened.error}`);
  await words.come;
  const service = createReportService({ lexicon: () => words.lexicon });
  const settings = settingsFor(input, service.rules);
  if ('error' in settings) return fail(settings.error);
  const checked = await checkText(service, { path: input, ...opened }, settings);
  if (!checked.report.recognized)
    return fail(`${input}：没有认出是政府信息公开工作年度报告，没有写批注`);
  const marks = wordMarksOf(checked.diagnostics, changes);
  const { annotateDocx, authorAt } = await import('../../convert/docx/write/writeDocx.js');
  let made: ReturnType<typeof annotateDocx>;
  try {
    const bytes = readBytes(input);
    if (!(bytes instanceof Uint8Array)) return fail(`${input}：${bytes.error}`);
    made = annotateDocx(bytes, marks, authorAt(new Date()));
  } catch (error) {
    return fail(`${input}：${error instanceof UnreadableFile ? error.reason : reasonOf(error)}`);
  }
  for (const warning of made.warnings) warn(`${input}：${warning}`);
  const unwritten = writeResult(output, made.bytes, force);
  if (unwritten !== undefined) return fail(`${output}：${unwritten}`);
  for (const { lines } of made.unplaced) warn(`没有找到位置，没有批注：${lines.join('；')}`);
  for (const { mark, reason } of made.refused)
    warn(`只写了批注，没有修订（${reason}）：${mark.lines.join('；')}`);
  const known = made.known > 0 ? `（另有 ${made.known} 条上次已经写过）` : '';
  warn(`已写入 ${output}：${made.comments} 条批注${known}、${made.changes} 处修订`);
  return 0;
}

/** What is wrong with the way the command was called. */
function misuseOf(input: string, output: string, force?: true): string | undefined {
  const kind = kindOf(input);
  if (kind === 'foreign')
    return `${input}：只能批注 .docx 文件；请用 Word 或 WPS 打开，另存为 .docx 再试`;
  if (kind === 'pdf') return `${input}：PDF 不能写批注；请用它的 Word 文件（.docx）`;
  if (kind !== undefined && (isTextKind(kind) || kind === 'markdown' || kind === 'mhtml'))
    return `${input}：只能批注 .docx 文件；这种文件请用 nianbao check`;
  if (kind !== 'word') return `${input}：只能批注 .docx 文件`;
  if (kindOf(output) !== 'word') return `${output}：输出应当是 .docx 文件`;
  if (isSameFile(input, output)) return `${output}：就是输入的文件；请写到另一个文件，原件不改`;
  // before the work, and again when it is written
  return !force && fs.existsSync(output)
    ? `${output}：已经有这个文件或文件夹，不会覆盖；要覆盖，加上 --force`
    : undefined;
}

function settingsFor(
  input: string,
  rules: readonly { readonly id: string }[],
): Settings | { error: string } {
  const found = new ConfigFinder(rules.map(({ id }) => id)).of(input);
  if (found.notice !== undefined && !found.failed) warn(found.notice);
  return found.failed ? { error: found.notice ?? '' } : found.settings;
}

function fail(reason: string): number {
  warn(reason);
  return 2;
}
