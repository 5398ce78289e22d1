// All safe fixes of a report, or those of one rule, to the point where none is left: what a user who
// trusts us gets on saving and from `--fix`. Each round is looked at before it counts: below the rules, a net.
import { factsOf } from '../report/facts.js';
import type { Report } from '../report/report.js';
import { applyEdits, composed, type TextEdit } from '../text/edit.js';

/** What is to be known of a finding here. */
interface Fixable {
  readonly rule: string;
  readonly at?: object;
  readonly fixes?: readonly { readonly safe: boolean; readonly edits: readonly TextEdit[] }[];
}

/** A text as it was checked. */
export interface Attempt {
  readonly source: { readonly original: { readonly text: string } };
  readonly report: Report;
  readonly diagnostics: readonly Fixable[];
}

/** How a text is checked, and where edits of report text go in it; null where they cannot be made. */
export interface Checker<T extends Attempt> {
  readonly check: (text: string) => T | Promise<T>;
  readonly toOriginal: (checked: T, edits: readonly TextEdit[]) => readonly TextEdit[] | null;
  /** The one rule whose findings are to be fixed; without it, all of them are. */
  readonly rule?: string;
}

export interface AllFixed<T> {
  /** All of it as edits of the text that it began with. */
  readonly edits: readonly TextEdit[];
  readonly checked: T;
  /** How many findings there are less. */
  readonly count: number;
  /** Findings whose fix is called safe and would have done harm: none, if the rules are right. */
  readonly refused: readonly Fixable[];
}

/**
 * Applies safe fixes until there is none. A round counts only if it adds no finding and leaves fewer, or
 * as many where more of the first text has been fixed, or as much of it in a shorter text. None of the
 * three can go on forever: so it ends by itself. And only if the report still says the same.
 */
export async function fixAll<T extends Attempt>(
  first: T,
  checker: Checker<T>,
): Promise<AllFixed<T>> {
  const { text } = first.source.original;
  let checked = first;
  let edits: readonly TextEdit[] = [];
  for (;;) {
    const round = await fixOnce(checked, checker, (more) => coverOf(composed(text, edits, more)));
    if (!round.next) {
      const count = first.diagnostics.length - checked.diagnostics.length;
      return { edits, checked, count, refused: round.refused };
    }
    edits = composed(text, edits, round.edits);
    checked = round.next;
  }
}

/** All safe fixes that can be made at once and do no harm; one that does is found by halves. */
async function fixOnce<T extends Attempt>(
  checked: T,
  checker: Checker<T>,
  cover: (edits: readonly TextEdit[]) => number,
) {
  const { text } = checked.source.original;
  const before = accountOf(checked, cover([]));
  let kept: readonly Fixable[] = [];
  let edits: readonly TextEdit[] = [];
  let next: T | null = null;
  const refused: Fixable[] = [];
  const add = async (more: readonly Fixable[]): Promise<void> => {
    const all = [...kept, ...more];
    const tried = checker.toOriginal(checked, safeEdits(all)) ?? [];
    const after = tried.length > 0 ? await checker.check(applyEdits(text, tried)) : null;
    if (after && isBetter(before, accountOf(after, cover(tried)))) {
      kept = all;
      edits = tried;
      next = after;
    } else if (more.length > 1) {
      const half = more.length >> 1;
      await add(more.slice(0, half));
      await add(more.slice(half));
    } else refused.push(...more);
  };
  const possible = fixable(checked, checker);
  if (possible.length > 0) await add(possible);
  return { next: next as T | null, edits, refused };
}

/** Findings whose first fix needs no judgement and can be made in the original. */
export function fixable<T extends Attempt>(
  checked: T,
  { toOriginal, rule: chosen }: Pick<Checker<T>, 'toOriginal' | 'rule'>,
): T['diagnostics'][number][] {
  return checked.diagnostics.filter(
    ({ rule, fixes }) =>
      (chosen === undefined || rule === chosen) &&
      fixes?.[0]?.safe &&
      toOriginal(checked, fixes[0].edits) !== null,
  );
}

/** How many characters edits replace. */
function coverOf(edits: readonly TextEdit[]): number {
  return edits.reduce((sum, { span }) => sum + span.end - span.start, 0);
}

/** What a report says, and how many findings there are of each kind. */
interface Account {
  readonly facts: string;
  readonly findings: ReadonlyMap<string, number>;
  readonly total: number;
  readonly length: number;
  /** How much of the first text has been fixed. */
  readonly cover: number;
}

function accountOf({ report, diagnostics }: Attempt, cover: number): Account {
  const findings = new Map<string, number>();
  for (const { rule, at } of diagnostics) {
    const kind = `${rule} ${JSON.stringify(at)}`;
    findings.set(kind, (findings.get(kind) ?? 0) + 1);
  }
  const { length } = report.text;
  return { facts: factsKept(report), findings, total: diagnostics.length, length, cover };
}

/** Every fact but the lines of headings, which move where a broken line is joined. */
function factsKept(report: Report): string {
  const { sections, ...facts } = factsOf(report);
  return JSON.stringify([facts, sections.map(({ number, title }) => [number, title])]);
}

/**
 * No finding more, and fewer in all; or as many where two slips stood side by side and another place is
 * fixed; or in a shorter text, where one of three equal characters is gone.
 */
function isBetter(before: Account, after: Account): boolean {
  const less =
    after.total - before.total || before.cover - after.cover || after.length - before.length;
  return (
    less < 0 &&
    after.facts === before.facts &&
    [...after.findings].every(([kind, count]) => count <= (before.findings.get(kind) ?? 0))
  );
}

/**
 * The edits of each finding's first fix where that is safe, in order of place. Where two fixes meet
 * the first one wins; the other is found again afterwards.
 */
export function safeEdits(findings: readonly Pick<Fixable, 'fixes'>[]): TextEdit[] {
  const fixes = findings.flatMap((one) => (one.fixes?.[0]?.safe ? [one.fixes[0]] : []));
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
