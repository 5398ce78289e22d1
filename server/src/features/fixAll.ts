// All safe fixes of a report as one change: what a user who trusts us gets on saving.
import type { TextEdit } from '../text/edit.js';

/** What is to be known of a finding here. */
interface Fixable {
  readonly fixes?: readonly { readonly safe: boolean; readonly edits: readonly TextEdit[] }[];
}

/**
 * The edits of each finding's first fix where that is safe, in order of place. Where two fixes meet
 * the first one wins; the other is found again afterwards.
 */
export function safeEdits(findings: readonly Fixable[]): TextEdit[] {
  const fixes = findings.flatMap(({ fixes }) => (fixes?.[0]?.safe ? [fixes[0]] : []));
  const all = fixes
    .flatMap(({ edits }, fix) => edits.map((edit) => ({ edit, fix })))
    .sort((a, b) => a.edit.span.start - b.edit.span.start || a.fix - b.fix);
  const dropped = new Set<number>();
  let last: (typeof all)[number] | undefined;
  for (const one of all) {
    if (dropped.has(one.fix)) continue;
    if (last && meet(last.edit, one.edit)) {
      dropped.add(Math.max(last.fix, one.fix));
      if (one.fix > last.fix) continue;
    }
    last = one;
  }
  return all.filter(({ fix }) => !dropped.has(fix)).map(({ edit }) => edit);
}

/** Whether two edits, in order, change the same place; insertions at one point do. */
function meet({ span: a }: TextEdit, { span: b }: TextEdit): boolean {
  return b.start < a.end || a.start === b.start;
}
