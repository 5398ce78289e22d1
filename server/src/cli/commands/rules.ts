// `nianbao rules`: the list of rules, or the documentation of one.

import { SEVERITY_WORDS } from '../../findings/severity.js';
import { createReportService } from '../../service/index.js';
import { print, warn } from '../io/output.js';
import { ruleDocs } from '../rulePage.js';

/** Runs the command; resolves to the exit status. */
export async function rules(id?: string): Promise<number> {
  const all = createReportService().rules;
  if (id === undefined) {
    const width = Math.max(0, ...all.map((one) => one.id.length));
    for (const one of all)
      await print(
        `${one.id.padEnd(width)}  ${SEVERITY_WORDS[one.severity]}  ${one.docs().title}\n`,
      );
    return 0;
  }
  const rule = all.find((one) => one.id === id);
  if (!rule) {
    warn(`没有规则 ${id}。用 nianbao rules 查看全部规则。`);
    return 2;
  }
  await print(ruleDocs(rule));
  return 0;
}
