// `nianbao new`: the skeleton of a report, to stdout or into a new file.

import fs from 'node:fs';
import { FORMATS, TITLE_WORDS } from '../../form/formats.js';
import type { OrganLevel } from '../../form/organLevels.js';
import type { Report } from '../../report/report.js';
import { createReportService, newReport, yearBefore } from '../../service/index.js';
import { isMarkdown, kindOf } from '../../text/fileNames.js';
import { readOne } from '../io/one.js';
import { print, warn } from '../io/output.js';
import { PreviousReports } from '../io/previous.js';
import { reasonOf, STDIN } from '../io/read.js';
import { createFile } from '../writeFile.js';

export interface NewOptions {
  readonly org: string;
  readonly year: string;
  readonly level?: OrganLevel;
  readonly previous?: string;
  readonly layout?: 'markdown' | 'tab';
  readonly out?: string;
}

/** Runs the command; resolves to the exit status. */
export async function create(options: NewOptions): Promise<number> {
  const { level } = options;
  const out = options.out === STDIN ? undefined : options.out;
  const misuse = misuseOf(options);
  if (misuse !== undefined) return fail(misuse);
  const organization = options.org.trim();
  const year = Number(options.year);
  const layout = options.layout ?? (out === undefined || isMarkdown(out) ? 'markdown' : 'tab');
  const previous =
    options.previous === undefined
      ? undefined
      : await previousIn(options.previous, organization, year);
  if (typeof previous === 'string') return fail(previous);
  const wanted = { organization, year, ...previous };
  const text = newReport({ ...wanted, level, layout, compact: true });
  if (out === undefined) await print(text);
  else {
    try {
      createFile(out, Buffer.from(text));
    } catch (error) {
      return fail(`${out}：${reasonOf(error)}`);
    }
    warn(`已新建 ${out}`);
  }
  if (previous && !yearBefore(wanted))
    warn(
      `--previous ${options.previous}：标题和文件名看不出是${organization} ${year - 1} 年的报告，没有带入上年结转；请在新报告里填写“二、上年结转”`,
    );
  return 0;
}

const service = createReportService();

/** The first year that one of the two formats is for. */
const FIRST_YEAR = FORMATS[0].since;
/** A title names none later. */
const LAST_YEAR = 2100;

function misuseOf({ org, year, out }: NewOptions): string | undefined {
  if (org.trim() === '' || /[\r\n]/.test(org.trim())) return '--org 应是机关全称，写在一行里。';
  if (!/^\d{4}$/.test(year) || Number(year) < FIRST_YEAR || Number(year) > LAST_YEAR)
    return `--year 应是报告的年份，四位数字，${FIRST_YEAR} 年或以后。`;
  const kind = out === undefined ? 'text' : (kindOf(out) ?? 'text');
  if (kind !== 'text' && kind !== 'markdown')
    return `${out}：只能新建纯文本（.txt、.nianbao）或 Markdown（.md）文件。`;
  return undefined;
}

interface PreviousFile {
  readonly previous: Report;
  readonly previousPath: string;
}

/** Last year's report: the one that is named, or the organ's in the folder; else why there is none. */
async function previousIn(
  named: string,
  organization: string,
  year: number,
): Promise<PreviousFile | string> {
  if (isFolder(named)) return await previousBelow(named, organization, year);
  const opened = await readOne(named);
  const name = named === STDIN ? '标准输入' : named;
  if ('error' in opened)
    return `--previous ${name}：${opened.error}。请写明上年报告的文件；没有的，去掉 --previous。`;
  const previous = service.parse(opened.source.text, opened.source.markup);
  return previous.recognized
    ? { previous, previousPath: named }
    : `--previous ${name}：不是政府信息公开工作年度报告。请写明上年报告的文件；没有的，去掉 --previous。`;
}

async function previousBelow(
  folder: string,
  organization: string,
  year: number,
): Promise<PreviousFile | string> {
  const wanted = service.parse(`${organization}${year}年${TITLE_WORDS}`);
  const reports = new PreviousReports(service, [], folder, (path, reason) =>
    warn(`${path}：${reason}`),
  );
  const found = await reports.of('', wanted);
  if (found) return { previous: found.report, previousPath: found.path };
  return reports.hasDoubt
    ? `--previous ${folder}：有几份${organization} ${year - 1} 年的报告，数字不同，请写明是哪一份（--previous 文件名）。`
    : `--previous ${folder}：没有找到${organization} ${year - 1} 年的报告。在别处的，请写明是哪个文件；没有上年报告的，去掉 --previous。`;
}

function isFolder(named: string): boolean {
  try {
    return fs.statSync(named).isDirectory();
  } catch {
    return false; // told when it is read
  }
}

function fail(reason: string): number {
  warn(reason);
  return 2;
}
