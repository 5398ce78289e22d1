// Words for people, used by more than one command.
import type { Severity } from '../findings/finding.js';

/** Severities as a reader of Chinese calls them. */
export const SEVERITY_WORDS: Record<Severity, string> = {
  error: '错误',
  warning: '警告',
  info: '提示',
  hint: '建议',
};
