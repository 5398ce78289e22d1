// No safe fix harms: all at once and one at a time, they keep every fact and add no finding.
import assert from 'node:assert/strict';
import { originalEdits } from '../../server/src/convert/edits.js';
import { sourceOf } from '../../server/src/convert/sourceOf.js';
import type { Diagnostic } from '../../server/src/findings/finding.js';
import { fixAll, fixable } from '../../server/src/findings/safeEdits.js';
import { factsOf } from '../../server/src/service/index.js';
import { applyEdits, type TextEdit } from '../../server/src/text/edit.js';
import type { Source } from '../../server/src/text/source.js';
import { service } from './service.js';

/** The rules that may have safe fixes. */
const SAFE = new Set([
  'label',
  'typo',
  'fixed-phrase',
  'document-number',
  'punctuation',
  'bracket',
  'spacing',
  'broken-line',
  'radical',
]);

type Checked = Awaited<ReturnType<typeof check>>;

async function check(text: string) {
  const source = await sourceOf(text, 'markdown');
  const report = service.parse(source.text);
  return { source, report, ...service.check(report) };
}

const toOriginal = ({ source }: { source: Source }, edits: readonly TextEdit[]) =>
  originalEdits(source, edits);

/** All that `extract` gives; the lines of headings move where broken lines are joined. */
function factsIn({ report }: Checked) {
  const { sections, ...facts } = factsOf(report);
  return { ...facts, sections: sections.map(({ number, title }) => ({ number, title })) };
}

/** How many findings of each rule, and of each at its cell. */
function counts({ diagnostics }: Checked): Map<string, number> {
  const counted = new Map<string, number>();
  for (const { rule, at } of diagnostics)
    for (const kind of new Set([rule, JSON.stringify([rule, at])]))
      counted.set(kind, (counted.get(kind) ?? 0) + 1);
  return counted;
}

/** `left`: what is looked at of the findings afterwards. */
function expectNoHarm(before: Checked, after: Checked, note: string, left = after): void {
  assert.deepEqual(factsIn(after), factsIn(before), note);
  const had = counts(before);
  const more = [...counts(left)].filter(([kind, count]) => count > (had.get(kind) ?? 0));
  const told = ({ rule, message }: Diagnostic) => `${rule} ${message}`;
  const known = new Set(before.diagnostics.map(told));
  const added = left.diagnostics.map(told).filter((one) => !known.has(one));
  assert.deepEqual(more, [], `${note}\n${added.join('\n')}`);
}

/** No safe fix is offered by another rule, or by a finding that is not sure itself. */
export async function safeFixesAreSure(text: string): Promise<void> {
  const { diagnostics } = await check(text);
  for (const { rule, message, fixes = [] } of diagnostics)
    if (fixes.some(({ safe }) => safe)) {
      assert.ok(SAFE.has(rule), `${rule} ${message}`);
      assert.ok(!message.includes('可能'), message);
    }
}

/** `--fix` and 改正全部 end by themselves, where none is left, and harm nothing. */
export async function allSafeFixesHarmNothing(text: string): Promise<void> {
  await expectFixed(text, await check(text));
}

/** So does 改正全部 of each rule by itself. */
export async function allOfOneRuleHarmNothing(text: string): Promise<void> {
  const before = await check(text);
  const rules = new Set(fixable(before, { toOriginal }).map(({ rule }) => rule));
  for (const rule of rules) await expectFixed(text, before, rule);
}

async function expectFixed(text: string, before: Checked, rule?: string): Promise<void> {
  const chosen = { toOriginal, ...(rule !== undefined && { rule }) };
  const { checked, edits, refused } = await fixAll(before, { check, ...chosen });
  const note = told(before, edits);
  const bad = refused.flatMap(({ rule, fixes }) => [rule, told(checked, fixes?.[0]?.edits ?? [])]);
  assert.equal(refused.length, 0, bad.join('\n'));
  assert.deepEqual(
    fixable(checked, chosen).map(({ message }) => message),
    [],
  );
  assert.equal(applyEdits(text, edits), checked.source.original.text);
  expectNoHarm(before, checked, note);
}

/** What two slips in one place hide from each other is fixed in its turn. */
const unsafeIn = ({ diagnostics }: Checked) => diagnostics.filter(({ fixes }) => !fixes?.[0]?.safe);

/** So does each of them alone. */
export async function eachSafeFixHarmsNothing(text: string): Promise<void> {
  const before = await check(text);
  for (const finding of fixable(before, { toOriginal })) {
    const edits = toOriginal(before, finding.fixes?.[0]?.edits ?? []) ?? [];
    const after = await check(applyEdits(before.source.original.text, edits));
    const note = `${finding.rule} ${finding.message}\n${told(before, edits)}`;
    expectNoHarm(before, after, note, { ...after, diagnostics: unsafeIn(after) });
  }
}

/** The edits in words, for messages. */
function told({ source }: Checked, edits: readonly TextEdit[]): string {
  const { text } = source.original;
  return edits
    .map(({ span: { start, end }, newText }) => {
      const around = [text.slice(Math.max(0, start - 12), start), text.slice(end, end + 12)];
      return JSON.stringify(`${around[0]}⟦${text.slice(start, end)}→${newText}⟧${around[1]}`);
    })
    .join('\n');
}
