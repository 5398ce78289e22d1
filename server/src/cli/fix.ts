// `--fix`: safe fixes until none is left.
import { originalEdits } from '../convert/edits.js';
import { formatOf, sourceOf } from '../convert/sourceOf.js';
import { type AllFixed, fixAll, type ReportService, type Settings } from '../service/index.js';
import { type CheckedFile, checkText, type PreviousOf } from './checkText.js';

/** Applies safe fixes to a fixed point. */
export async function fixText(
  service: ReportService,
  { path, text }: { path: string; text: string },
  settings: Settings,
  previousOf?: PreviousOf,
): Promise<AllFixed<CheckedFile>> {
  const check = async (now: string) =>
    checkText(service, { path, source: await sourceOf(now, formatOf(path)) }, settings, previousOf);
  return fixAll(await check(text), {
    check,
    toOriginal: ({ source }, edits) => originalEdits(source, edits),
  });
}
