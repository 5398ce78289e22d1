// `nianbao check`: what it accepts; the work is checkRun.ts.
import fs from 'node:fs';
import { createReportService } from '../../service/index.js';
import { type CheckOptions, CheckRun } from '../checkRun.js';
import { Words } from '../io/cliWords.js';
import { ConfigFinder, readConfig } from '../io/configFile.js';
import { warn } from '../io/output.js';
import { STDIN } from '../io/read.js';

/** Runs the command; resolves to the exit status. */
export async function check(paths: readonly string[], options: CheckOptions): Promise<number> {
  const words = new Words();
  const service = createReportService({ lexicon: () => words.lexicon });
  const rules = service.rules.map(({ id }) => id);
  const config = options.config === undefined ? undefined : readConfig(options.config, rules);
  const misuse =
    misuseOf(paths, options) ?? (config && 'error' in config ? config.error : undefined);
  if (misuse !== undefined) {
    warn(misuse);
    return 2;
  }
  return await new CheckRun(options, service, new ConfigFinder(rules, config), words.come).run(
    paths,
  );
}

/** What is wrong with the way the command was called. */
function misuseOf(paths: readonly string[], options: CheckOptions): string | undefined {
  const { fix, previous, stdinFormat } = options;
  const hasStdin = paths.includes(STDIN);
  if (stdinFormat === 'jsonl' && !hasStdin)
    return '--stdin-format jsonl 要和 -（标准输入）一起用。';
  if (fix && hasStdin && stdinFormat === 'jsonl')
    return '--fix 不能和 --stdin-format jsonl 一起用。';
  if (fix && hasStdin && paths.length > 1) return '--fix 改正标准输入时，不能再检查别的文件。';
  if (previous !== undefined && !fs.existsSync(previous))
    return `${previous}：没有这个文件或文件夹`;
  return undefined;
}
