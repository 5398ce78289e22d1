// `nianbao extract`: the facts of one report as JSON.
import { createReportService, factsOf, organizationOf } from '../../service/index.js';
import { rangeIn } from '../../text/source.js';
import { readOne } from '../io/one.js';
import { json, print, warn } from '../io/output.js';
import { STDIN } from '../io/read.js';

/** Runs the command; resolves to the exit status. */
export async function extract(named: string): Promise<number> {
  const opened = await readOne(named);
  if ('error' in opened) {
    warn(`${named === STDIN ? '标准输入' : named}：${opened.error}`);
    return 2;
  }
  const { source } = opened;
  const service = createReportService();
  const report = service.parse(source.text, source.markup);
  const facts = factsOf(report);
  // Lines are those of the file, which for HTML are not those of the report text.
  const sections = facts.sections.map((section, i) => ({
    ...section,
    line: rangeIn(source, (report.sections[i] as (typeof report.sections)[number]).heading).start
      .line,
  }));
  const organization = organizationOf(report, named);
  await print(`${json({ version: 1, path: named, ...facts, organization, sections }, 2)}\n`);
  return 0;
}
