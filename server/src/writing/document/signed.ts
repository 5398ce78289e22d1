// Who signs a report, and when: its last lines, which stand to the right.
import type { DocumentBlock } from './blocks.js';

const DATE =
  /^(?:20\d\d|二[〇零○0][一二三][〇零○一二三四五六七八九])\s*年[\s\d一二三四五六七八九十]{1,4}月[\s\d一二三四五六七八九十]{1,5}日$/;
const LONGEST = 40;

/** The document with its last lines as a signature, where a date is the last of them. */
export function signed(
  blocks: readonly DocumentBlock[],
  organization: string | null,
): readonly DocumentBlock[] {
  const [organ, date] = blocks.slice(-2);
  if (date?.kind !== 'paragraph' || !DATE.test(date.text)) return blocks;
  const isOrgan =
    organ?.kind === 'paragraph' &&
    organ.text.length <= LONGEST &&
    organization !== null &&
    sameOrgan(organ.text, organization);
  const lines = isOrgan ? [organ.text, date.text] : [date.text];
  const first = (isOrgan ? organ : date).region?.first;
  const last = date.region?.last;
  const region = first !== undefined && last !== undefined ? { region: { first, last } } : {};
  return [...blocks.slice(0, -lines.length), { kind: 'signature', lines, ...region }];
}

/** The name in full, or without 人民政府 behind it or the county before it. */
function sameOrgan(written: string, organization: string): boolean {
  const name = written.replace(/\s/g, '');
  return name.length > 3 && (organization.includes(name) || name.includes(organization));
}
