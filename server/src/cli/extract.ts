// `nianbao extract`: the facts of one report as JSON.
import { sourceOf } from '../convert/source.js';
import { createReportService } from '../service.js';
import { isHtml } from '../text/fileNames.js';
import { rangeIn } from '../text/source.js';
import { inputsOf, STDIN } from './inputs.js';
import { print, warn } from './output.js';
import { readStdin, readText } from './read.js';

/** Runs the command; resolves to the exit status. */
export async function extract(named: string): Promise<number> {
  const [input, ...others] = await inputsOf([named]);
  if (!input || others.length > 0 || (input.path !== named && named !== STDIN))
    return fail(named, '应当是一份报告，不能是文件夹或通配符');
  if (input.error !== undefined) return fail(named, input.error);
  const read = named === STDIN ? await readStdin() : readText(named);
  if ('error' in read) return fail(named === STDIN ? '标准输入' : named, read.error);
  const source = await sourceOf(read.text, isHtml(named) ? 'html' : 'text');
  const service = createReportService();
  const report = service.parse(source.text);
  const facts = service.facts(report);
  // Lines are those of the file, which for HTML are not those of the report text.
  const sections = facts.sections.map((section, i) => ({
    ...section,
    line: rangeIn(source, (report.sections[i] as (typeof report.sections)[number]).heading).start
      .line,
  }));
  await print(`${JSON.stringify({ version: 1, path: named, ...facts, sections }, null, 2)}\n`);
  return 0;
}

function fail(what: string, reason: string): number {
  warn(`${what}：${reason}`);
  return 2;
}
