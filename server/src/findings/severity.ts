// How much a finding weighs, and what that is called: the same words on the command line, in the
// documentation, in the settings and in VS Code's own list of problems.

/** The worst first. */
export const SEVERITIES = ['error', 'warning', 'info', 'hint'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** As VS Code calls them in Chinese. */
export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  error: '错误',
  warning: '警告',
  info: '信息',
  hint: '提示',
};
