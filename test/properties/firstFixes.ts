// The first fix of a finding mends: it brings no other error or warning, but for what it says will be asked.
import assert from 'node:assert/strict';
import type { Diagnostic } from '../../server/src/findings/finding.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { service } from './service.js';

/** What is put in blank asks to be filled in, and its message says so. */
const ASKS_MORE = /填|写/;
const ASKED_FOR = new Set(['cell-value', 'empty-section']);

function bad(text: string): Diagnostic[] {
  const { diagnostics } = service.check(service.parse(text));
  return diagnostics.filter(({ severity }) => severity === 'error' || severity === 'warning');
}

function timesByRule(diagnostics: readonly Diagnostic[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const { rule } of diagnostics) times.set(rule, (times.get(rule) ?? 0) + 1);
  return times;
}

/**
 * Applies the first fix of each finding, alone, and looks what is told then. What the text told before there was
 * a slip in it may be told again: an organ whose name is mended has its duties back.
 */
export async function firstFixesBringNothing(text: string, unslipped = text): Promise<void> {
  const had = bad(text);
  const before = timesByRule(had);
  let once: ReadonlyMap<string, number> | undefined;
  for (const { rule, message, fixes = [] } of service.check(service.parse(text)).diagnostics) {
    const [fix] = fixes;
    if (!fix) continue;
    const after = bad(applyEdits(text, fix.edits));
    const more = [...timesByRule(after)].filter(([id, times]) => times > (before.get(id) ?? 0));
    const unasked = more.filter(([id, times]) => {
      if (ASKED_FOR.has(id) && ASKS_MORE.test(message)) return false;
      once ??= timesByRule(bad(unslipped));
      return times > (once.get(id) ?? 0);
    });
    const known = new Set(had.map((one) => `${one.rule} ${one.message}`));
    const added = after
      .map((one) => `${one.rule} ${one.message}`)
      .filter((one) => !known.has(one))
      .join('\n');
    assert.deepEqual(unasked, [], `${rule} ${message}\n${fix.title}\n${added}`);
  }
}
