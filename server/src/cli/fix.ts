// `--fix`: safe fixes until none is left.
import { originalEdits } from '../convert/edits.js';
import type { TextFormat } from '../convert/source.js';
import { safeEdits } from '../features/fixAll.js';
import type { ReportService, Settings } from '../service.js';
import type { TextEdit } from '../text/edit.js';
import { type Patch, patched, unchanged } from '../text/patch.js';
import { type Checked, checkText, type PreviousOf } from './checked.js';

/** More rounds than any chain of fixes takes: a guard against rules that undo each other. */
const MAX_ROUNDS = 20;

/** A text after its safe fixes. */
export interface Fixed extends Patch {
  /** How many findings were mended. */
  readonly mended: number;
  readonly checked: Checked;
}

/** Applies safe fixes to a fixed point. */
export async function fixText(
  service: ReportService,
  input: { path: string; text: string; format: TextFormat },
  settings: Settings,
  previousOf?: PreviousOf,
): Promise<Fixed> {
  let patch = unchanged(input.text);
  let checked = await checkText(service, input, settings, previousOf);
  const first = checked.diagnostics.length;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const next = patched(patch, mend(checked));
    if (next.text === patch.text) break;
    patch = next;
    const { text } = patch;
    checked = await checkText(service, { ...input, text }, settings, previousOf);
  }
  return { ...patch, mended: Math.max(0, first - checked.diagnostics.length), checked };
}

/** One round of fixes, as edits of the original. */
function mend({ source, diagnostics }: Checked): TextEdit[] {
  const applicable = diagnostics.filter(
    ({ fixes }) => fixes?.[0]?.safe && originalEdits(source, fixes[0].edits),
  );
  return originalEdits(source, safeEdits(applicable)) ?? [];
}
