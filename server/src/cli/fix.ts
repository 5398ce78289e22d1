// `--fix`: safe fixes until none is left, and the file written back as it was stored.
import fs from 'node:fs';
import path from 'node:path';
import { originalEdits } from '../convert/edits.js';
import type { TextFormat } from '../convert/source.js';
import { mendAll } from '../features/fixAll.js';
import type { ReportService, Settings } from '../service.js';
import { type Checked, checkText, type PreviousOf } from './checked.js';

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
  const check = (text: string) => checkText(service, { ...input, text }, settings, previousOf);
  const { checked, mended } = await mendAll(await check(input.text), {
    check,
    toOriginal: ({ source }, edits) => originalEdits(source, edits),
  });
  return { text: checked.source.original.text, mended, checked };
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
