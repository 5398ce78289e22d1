// `--fix`: safe fixes until none is left.
import { originalEdits } from '../convert/edits.js';
import type { TextFormat } from '../convert/sourceOf.js';
import { type AllFixed, fixAll, type ReportService, type Settings } from '../service/index.js';
import { type CheckedFile, checkText, type PreviousOf } from './checkText.js';

/** Applies safe fixes to a fixed point. */
export async function fixText(
  service: ReportService,
  input: { path: string; text: string; format: TextFormat },
  settings: Settings,
  previousOf?: PreviousOf,
): Promise<AllFixed<CheckedFile>> {
  const check = (text: string) => checkText(service, { ...input, text }, settings, previousOf);
  return fixAll(await check(input.text), {
    check,
    toOriginal: ({ source }, edits) => originalEdits(source, edits),
  });
}
