// A rule that crashes must not take the others with it, nor tell the log what it read.
import { describe, expect, it } from 'vitest';
import type { Report } from '../report/report.js';
import type { Rule } from '../rules/rule.js';
import { createReportService, type ReportService } from '../service/index.js';
import { plainSource } from '../text/source.js';
import { checkSafely, parseSafely } from './neverFails.js';

/** A service with rules that do nothing but say their name, or crash. */
function serviceOf(...rules: [id: string, crashes: boolean][]): ReportService {
  const list = rules.map(([id]) => ({ id, severity: 'error' }) as Rule);
  return {
    ...createReportService(),
    rules: list,
    check: (_report, settings) => ({
      relations: { held: 1, broken: 0, unknown: 0 },
      diagnostics: rules
        .filter(([id]) => settings?.rules?.[id] !== 'off')
        .map(([rule, crashes]) => {
          if (crashes) throw new Error('某镇的秘密');
          const span = { start: 0, end: 0 };
          return { rule, severity: 'error', span, message: rule, fingerprint: '' };
        }),
    }),
  };
}

describe('guard', () => {
  const report = {} as Report;

  it('leaves out the rules that crash, and logs their ids only', () => {
    const log: string[] = [];
    const service = serviceOf(['a', false], ['b', true], ['c', false], ['d', true]);
    const { diagnostics } = checkSafely(service, report, {}, (message) => log.push(message));
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['a', 'c']);
    expect(log).toEqual(['规则 b 出错，本次跳过', '规则 d 出错，本次跳过']);
  });

  it('keeps the rules off that the user turned off', () => {
    const service = serviceOf(['a', false], ['b', true], ['c', false]);
    const { diagnostics } = checkSafely(service, report, { rules: { c: 'off' } }, () => {});
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['a']);
  });

  it('answers nothing where reading or judging itself crashes', () => {
    const crash = () => {
      throw new Error('某镇的秘密');
    };
    const log: string[] = [];
    const service = { ...createReportService(), check: crash };
    expect(checkSafely(service, report, {}, (line) => log.push(line)).diagnostics).toEqual([]);
    const { parse } = createReportService();
    const reader = { ...service, parse: (text: string) => (text ? crash() : parse(text)) };
    expect(parseSafely(reader, plainSource('x'), (line) => log.push(line)).recognized).toBe(false);
    expect(log.join()).not.toContain('秘密');
  });
});
