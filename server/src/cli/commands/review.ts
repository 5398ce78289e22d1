// `nianbao review`: what it accepts; the work is reviewRun.ts.
import fs from 'node:fs';
import { createReportService, type ListedUnit, unitsOf } from '../../service/index.js';
import { Words } from '../io/cliWords.js';
import { ConfigFinder } from '../io/configFile.js';
import { warn } from '../io/output.js';
import { readText, reasonOf } from '../io/read.js';
import { ReviewRun } from '../reviewRun.js';

export interface ReviewOptions {
  readonly out: string;
  readonly year?: string;
  readonly units?: string;
}

/** Runs the command; resolves to the exit status. */
export async function review(
  folder: string,
  { out, year, units: list }: ReviewOptions,
): Promise<number> {
  const misuse = misuseOf(folder, out, year);
  if (misuse !== undefined) return fail(misuse);
  const units = list === undefined ? undefined : await readUnits(list);
  if (units && 'error' in units) return fail(units.error);
  try {
    fs.mkdirSync(out, { recursive: true });
    // told before hundreds of files are read
    fs.accessSync(out, fs.constants.W_OK);
  } catch (error) {
    return fail(`${out}：${reasonOf(error)}`);
  }
  const words = new Words();
  const service = createReportService({ lexicon: () => words.lexicon });
  const configs = new ConfigFinder(service.rules.map(({ id }) => id));
  const asked = { ...(year !== undefined && { year: Number(year) }), ...(units && { units }) };
  return await new ReviewRun(service, configs, words.come, asked).run(folder, out);
}

/** What is wrong with the way the command was called. */
function misuseOf(folder: string, out: string, year: string | undefined): string | undefined {
  if (year !== undefined && !/^20\d\d$/.test(year)) return '--year 应是报告的年份，四位数字。';
  try {
    if (!fs.statSync(folder).isDirectory()) return `${folder}：应当是放报告的文件夹`;
  } catch (error) {
    return `${folder}：${reasonOf(error)}`;
  }
  try {
    if (fs.readdirSync(out).length > 0)
      return `${out}：文件夹不是空的；请换一个新的或者空的文件夹，原有的文件不覆盖`;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === 'ENOTDIR' ? '这是文件，不是文件夹' : reasonOf(error);
    if (code !== 'ENOENT') return `${out}：应当是新的或者空的文件夹（${reason}）`;
  }
  return undefined;
}

/** A list of some thousand units takes a hundred kilobytes. */
const LONGEST_LIST = 10_000_000;

async function readUnits(file: string): Promise<ListedUnit[] | { error: string }> {
  const read = readText(file, LONGEST_LIST);
  const wanted = '单位名单是 .csv 文本，在 Excel、WPS 里另存为 CSV；一行一个单位，后面可以写上级';
  if ('error' in read) return { error: `${file}：${read.error}（${wanted}）` };
  const { csvRows } = await import('../../convert/csv.js');
  const units = unitsOf(csvRows(read.text));
  return units.length > 0 ? units : { error: `${file}：名单里没有单位（${wanted}）` };
}

function fail(reason: string): number {
  warn(reason);
  return 2;
}
