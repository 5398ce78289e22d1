// Reading and checking that cannot fail: a rule that crashes is left out, and the others still speak.
import type { Report } from '../report/report.js';
import type { CheckResult, ReportService, Settings } from '../service/index.js';
import type { Source } from '../text/source.js';

/** Takes what happened, never what the document says. */
export type Log = (message: string) => void;

/** The report, or an unrecognised one where reading crashes. */
export function parseSafely(
  service: ReportService,
  { text, markup }: Pick<Source, 'text' | 'markup'>,
  log: Log,
): Report {
  try {
    return service.parse(text, markup);
  } catch {
    log('读取文本时出错，未检查');
    return service.parse('');
  }
}

/** Last year's report and what it is called. */
export interface PreviousReport {
  readonly uri: string;
  readonly report: Report;
}

/** The findings of every rule that does not crash. */
export function checkSafely(
  service: ReportService,
  report: Report,
  settings: Settings,
  log: Log,
  previous?: PreviousReport | null,
): CheckResult {
  const check = (given: Settings) => service.check(report, given, previous?.report, previous?.uri);
  try {
    return check(settings);
  } catch {
    const crashing = crashingRules(service, settings, check);
    for (const rule of crashing) log(`规则 ${rule} 出错，本次跳过`);
    const rules = { ...settings.rules, ...Object.fromEntries(crashing.map((id) => [id, 'off'])) };
    try {
      return check({ ...settings, rules } as Settings);
    } catch {
      log('检查时出错，未检查');
      return { diagnostics: [], relations: { held: 0, broken: 0, unknown: 0 } };
    }
  }
}

/** Rules are told apart by running each alone: rare enough to be slow. */
function crashingRules(
  service: ReportService,
  settings: Settings,
  check: (settings: Settings) => CheckResult,
): string[] {
  const ids = service.rules.map(({ id }) => id).filter((id) => settings.rules?.[id] !== 'off');
  return ids.filter((id) => {
    const others = ids.filter((other) => other !== id).map((other) => [other, 'off']);
    try {
      const rules = { ...settings.rules, ...Object.fromEntries(others) };
      check({ ...settings, rules });
      return false;
    } catch {
      return true;
    }
  });
}
