// Whose report on which year: what last year's report of an organ is found by, and only beyond doubt.

import { organKey } from '../form/organKey.js';
import { organOf } from '../form/organs.js';
import type { Report } from '../report/report.js';
import { Lines } from '../text/lines.js';
import type { Markup } from '../text/markup.js';
import { matchesOf } from '../text/matches.js';
import { WordRun } from '../text/wordRun.js';
import { parseReport, type ReportHead, readHead, titleIn } from './parse.js';
import { firstHeadingLine, readSections } from './readSections.js';
import { readTitle } from './readTitle.js';

/** A report as far as others are matched with it. */
export interface Identity {
  /** The same for two spellings of one organ. */
  readonly organ: string;
  readonly year: number;
  /** The organ as it is written. */
  readonly organization: string;
}

/** The identity of a report on a year under a name; null where one of the two is missing. */
export function identityNamed(organization: string | null, year: number | null): Identity | null {
  const organ = organKey(organization);
  if (organization === null || organ === null || year === null) return null;
  return { organ, year, organization };
}

/** What a report says of itself; where it says nothing, what its file is called. */
export function identityOf(report: ReportHead, file = ''): Identity | null {
  if (!report.recognized) return null;
  const { title, organization } = report;
  const named = organization && title?.year ? null : readName(file);
  return identityNamed(
    organization ?? named?.organization ?? null,
    title?.year ?? named?.year ?? report.year,
  );
}

/** The organ of a report by its own words, else by the name of its file: to show, never to judge by. */
export function organizationOf({ recognized, organization }: Report, file: string): string | null {
  if (!recognized) return null;
  if (organization) return organization;
  const named = readName(file)?.organization ?? null;
  return named && organOf(named) ? named : null;
}

/** A title stands within so many characters, more often than not. */
const HEAD = 2000;
/** A report without one is told by its first sections. */
const FAR = 64_000;

/** As `identityOf`, reading no further than needed: for folders of thousands. */
export function identify(text: string, file: string, markup?: Markup): Identity | null {
  const beginning = text.slice(0, FAR);
  if (!/公\s*开/.test(beginning)) return null;
  const identity = titled(text.slice(0, HEAD));
  if (identity) return identity;
  const head = readHead(beginning, markup);
  return identityOf(head.recognized ? head : parseReport(beginning, markup), file);
}

const never = () => false;

/** What the title says by itself. In a code fence it may be an example. */
function titled(head: string): Identity | null {
  if (head.includes('```') || head.includes('~~~')) return null;
  const lines = Lines.of(head);
  const heading = firstHeadingLine(lines, readSections(head, lines, never));
  const { organization = null, year = null } = readTitle(head, lines, heading, never) ?? {};
  return identityNamed(organization, year);
}

const PIECES = /\d+|\D+/g;

/** 青禾县教育局2023.txt, 01-青禾县教育局-年报（2023）.md */
function namedIn(stem: string): Pick<Report, 'organization' | 'year'> | null {
  let words = '';
  for (const [piece] of matchesOf(stem, PIECES)) {
    const organization = organIn(words);
    if (organization && /^20\d\d/.test(piece))
      return { organization, year: Number(piece.slice(0, 4)) };
    words = piece;
  }
  return null;
}

const REPORT = new WordRun('政府信息公开 工作 年度 报告 年报');

/** The organ at the end of words, but for marks and what calls it a report. */
function organIn(words: string): string | null {
  const names = words.split(/[^\u4e00-\u9fff]+/).map((name) => REPORT.before(name));
  const last = names.findLast((name) => name !== '') ?? '';
  return organOf(last) && last;
}

function readName(file: string): Pick<Report, 'organization' | 'year'> | null {
  const stem = file.replace(/^.*[\\/]/, '').replace(/\.\w+$/, '');
  const title = titleIn(stem);
  if (title?.organization && title.year) return title;
  return namedIn(stem) ?? title;
}
