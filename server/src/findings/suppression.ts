// What the user does not want to see of a report: by its comments, by the folder's config.
import type { Report } from '../report/report.js';
import { names, suppressionsIn } from './comments.js';
import type { Placed } from './fingerprint.js';
import type { Ignored } from './folderConfig.js';

export interface Suppression {
  /** Whether a rule has nothing to say here at all. */
  isOff(rule: string): boolean;
  /** Whether one finding is not to be shown. */
  hides(finding: Placed & { readonly fingerprint: string }): boolean;
}

/** `comments`: whether those in the text count. */
export function suppressionOf(
  report: Report,
  { ignore = [], comments = true }: { ignore?: readonly Ignored[]; comments?: boolean },
): Suppression {
  const areComments = comments && report.markup !== 'none';
  const { file, byLine } = suppressionsIn(areComments ? report : { ...report, text: '' });
  const whole = ignore.filter(({ fingerprint }) => fingerprint === undefined);
  const ignored = new Set(ignore.map(({ rule, fingerprint }) => `${rule} ${fingerprint}`));
  return {
    isOff: (rule) => names(file, rule) || whole.some((one) => one.rule === rule),
    hides: ({ rule, span, fingerprint }) =>
      ignored.has(`${rule} ${fingerprint}`) ||
      (byLine.size > 0 && names(byLine.get(report.lines.lineAt(span.start)), rule)),
  };
}
