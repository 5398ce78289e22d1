// Writes a county into a folder: a folder a year, each report in a kind of file and a layout drawn by lot.
import fs from 'node:fs';
import path from 'node:path';
import { writeDocument } from '../generate/document.js';
import { LAYOUTS } from '../generate/layouts/index.js';
import type { Layout } from '../generate/layouts/layout.js';
import { Random } from '../generate/random.js';
import { webPage } from '../office/webPage.js';
import { writeWordDraft } from '../office/wordReport.js';
import { encoded } from '../support/encoded.js';
import { type CountyUnit, YEAR } from './county.js';
import type { CountyReport } from './countyReport.js';
import type { Submission } from './faults.js';
import { COUNTY } from './names.js';

export const KINDS = ['txt', 'md', 'html', 'docx', 'pdf'] as const;
export type Kind = (typeof KINDS)[number];

/** Prints a page as PDF. */
export type Printer = (html: string, n: number) => Promise<Uint8Array>;

export interface CountyWays {
  /** Kinds of file, as often as they are in the list. */
  readonly kinds: readonly Kind[];
  readonly seed: number;
  readonly print?: Printer;
}

/** Writes all files, and the list of units beside them; resolves to how many there are of each kind. */
export async function writeCounty(
  root: string,
  units: readonly CountyUnit[],
  { kinds, seed, print }: CountyWays,
): Promise<Record<Kind, number>> {
  const counts: Record<Kind, number> = { txt: 0, md: 0, html: 0, docx: 0, pdf: 0 };
  let n = 0;
  for (const { organ, faults, sent } of units) {
    for (const [year, submissions] of sent) {
      const folder = path.join(root, '年报', String(year));
      fs.mkdirSync(folder, { recursive: true });
      for (const submission of submissions) {
        const random = new Random(seed).fork(`${organ} ${year} ${submission.mark ?? ''}`);
        // turn by turn, so that each year has its share
        const kind = submission.isBroken ? 'docx' : (kinds[n++ % kinds.length] as Kind);
        const bytes = await bytesOf(submission, kind, random, n, print);
        const name = `${organ}${submission.mark ?? ''}.${kind}`;
        write(path.join(folder, name), bytes, submission.hours);
        counts[kind]++;
      }
    }
    for (const { stray } of faults)
      if (stray) write(path.join(root, '年报', String(YEAR), `${organ}${stray.name}`), stray.text);
  }
  const list = ['单位,上级', ...units.map(({ organ }) => `${organ.replace(COUNTY, '')},${COUNTY}`)];
  fs.writeFileSync(path.join(root, '单位.csv'), `${list.join('\r\n')}\r\n`);
  return counts;
}

/** All were changed at one time, unless they were changed hours later. */
const CHANGED = Date.UTC(YEAR + 1, 0, 9) / 1000;

function write(file: string, content: string | Uint8Array, hours = 0): void {
  fs.writeFileSync(file, content);
  const time = CHANGED + hours * 3600;
  fs.utimesSync(file, time, time);
}

async function bytesOf(
  { report, isBroken = false }: Submission,
  kind: Kind,
  random: Random,
  n: number,
  print: Printer | undefined,
): Promise<string | Uint8Array> {
  if (isBroken) return '没有存完的文件';
  if (kind === 'docx') return writeWordDraft(report.draft, random).bytes;
  const { text } = writeDocument(report.draft, layoutOf(kind, report, random), random);
  if (kind === 'txt') return random.chance(0.3) ? encoded(text, 'gb18030') : text;
  if (kind === 'html') return random.chance(0.5) ? webPage(text, n).html : text;
  if (kind !== 'pdf') return text;
  if (!print) throw new Error('no printer');
  return print(text, n);
}

function layoutOf(kind: Kind, { hasBlanks }: CountyReport, random: Random): Layout {
  const isOf = ({ id, kind: written }: Layout) =>
    kind === 'md'
      ? id === 'markdown' || written === 'markdown-html'
      : kind === 'txt'
        ? written === 'text' && id !== 'markdown'
        : written === 'html';
  return random.pick(LAYOUTS.filter((one) => isOf(one) && (one.blanks || !hasBlanks)));
}
