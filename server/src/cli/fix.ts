// `--fix`: safe fixes until none is left, and the file written back as it was stored.
import fs from 'node:fs';
import path from 'node:path';
import { originalEdits } from '../convert/edits.js';
import type { TextFormat } from '../convert/source.js';
import { safeEdits } from '../features/fixAll.js';
import type { ReportService, Settings } from '../service.js';
import { applyEdits } from '../text/edit.js';
import { type Checked, checkText, type PreviousOf } from './checked.js';

/** More rounds than any chain of fixes takes: a guard against rules that undo each other. */
const MAX_ROUNDS = 20;

/** A text after its safe fixes. */
export interface Fixed {
  readonly text: string;
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
  let { text } = input;
  let checked = await checkText(service, input, settings, previousOf);
  const first = checked.diagnostics.length;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const next = mend(checked);
    if (next === text) break;
    text = next;
    checked = await checkText(service, { ...input, text }, settings, previousOf);
  }
  return { text, mended: Math.max(0, first - checked.diagnostics.length), checked };
}

/** The original with one round of fixes. */
function mend({ source, diagnostics }: Checked): string {
  const applicable = diagnostics.filter(
    ({ fixes }) => fixes?.[0]?.safe && originalEdits(source, fixes[0].edits),
  );
  const edits = originalEdits(source, safeEdits(applicable)) ?? [];
  return applyEdits(source.original.text, edits);
}

/** Replaces a file in one step: whoever reads it meanwhile sees the old or the new one. */
export function replaceFile(file: string, bytes: Uint8Array): void {
  const target = fs.realpathSync(file);
  const temporary = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.tmp`);
  try {
    fs.writeFileSync(temporary, bytes, { mode: fs.statSync(target).mode });
    fs.renameSync(temporary, target);
  } catch (error) {
    fs.rmSync(temporary, { force: true });
    throw error;
  }
}
