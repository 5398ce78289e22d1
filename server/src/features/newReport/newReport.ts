// A new report: the official form from title to section six, with prompts where something is to be
// written, and what last year's report gives.

import { SECTIONS, TITLE_WORDS, templateOfYear } from '../../form/formats.js';
import { organKey } from '../../form/organKey.js';
import type { OrganLevel } from '../../form/organLevels.js';
import { basisOf, periodOf } from '../../form/preamble.js';
import { identityOf } from '../../reading/identity.js';
import type { Report } from '../../report/report.js';
import { headingOf, sectionSpec, writeTable } from '../../writing/writeTable.js';
import { type KeptText, keptText } from './keptText.js';
import { makesNoRules, reportsAsGovernment } from './level.js';
import { partsOf, type SectionPart } from './paragraphs.js';
import { figuresOf } from './tableFigures.js';

export interface NewReport {
  /** In full; it goes into the title as it is. */
  readonly organization: string;
  /** The year reported on. */
  readonly year: number;
  /** By the name if it is not given. */
  readonly level?: OrganLevel;
  readonly layout: 'markdown' | 'tab';
  /** Whether cells are written without padding. */
  readonly compact?: boolean;
  /** Last year's report: its text is kept for rewriting. Any other report does, figures excepted. */
  readonly previous?: Report;
  /** The file that it is in, whose name may tell whose it is where its title does not. */
  readonly previousPath?: string;
  /** Whether the figures are 0, not blank. */
  readonly zeros?: boolean;
  readonly eol?: string;
}

/** The text of a new report: without an error, and with a prompt wherever something is to be told. */
export function newReport(options: NewReport): string {
  const { year, level, layout, compact, previous, zeros = false, eol = '\n' } = options;
  const organization = options.organization.replace(/[\r\n\u2028\u2029]+/g, '').trim();
  const template = templateOfYear(year);
  const marked = layout === 'markdown';
  const before = yearBefore({ ...options, organization });
  const noRules = makesNoRules(organization, level);
  const figures = figuresOf({ zeros, noRules, before, template });
  const government = reportsAsGovernment(organization, level);
  const ownHeading = (words: string, depth: number) =>
    marked ? `${'#'.repeat(Math.max(depth, 2) + 1)} ${words}` : words;

  const paragraphs = [
    `${marked ? '# ' : ''}${organization}${year}年${TITLE_WORDS}`,
    basisOf(year) + periodOf(year).join(''),
  ];
  for (const section of SECTIONS) {
    const kept = previous ? keptText(previous, section, ownHeading) : NOTHING;
    const parts = partsOf(section.number, { year, zeros, government, figures });
    paragraphs.push(`${marked ? '## ' : ''}${headingOf(section)}`, ...kept.beforeTable);
    if (section.table) {
      const fill = figures.filler(section.table);
      paragraphs.push(writeTable(section.table, { template, layout, eol, fill, compact }));
    }
    paragraphs.push(...kept.afterTable);
    paragraphs.push(
      ...(kept.afterTable.length > 0
        ? unmentioned(parts, kept.afterTable)
        : whole(parts, ownHeading)),
    );
  }
  return paragraphs.join(eol + eol) + eol;
}

const NOTHING: KeptText = { beforeTable: [], afterTable: [] };

/** Last year's report, if it is of the same organ: figures of others are none of this one's. */
export function yearBefore({
  organization,
  year,
  previous,
  previousPath,
}: Pick<NewReport, 'organization' | 'year' | 'previous' | 'previousPath'>): Report | null {
  const identity = previous ? identityOf(previous, previousPath) : null;
  const isIt = identity?.year === year - 1 && identity.organ === organKey(organization);
  return previous && isIt ? previous : null;
}

/** Every part under its heading. */
function whole(
  parts: readonly SectionPart[],
  ownHeading: (words: string, level: number) => string,
) {
  return parts.flatMap(({ heading, points }, i) => [
    ...(heading ? [ownHeading(`（${sectionSpec(i + 1).numeral}）${heading}`, 2)] : []),
    ...points.map(({ text }) => text),
  ]);
}

/** What last year's text does not tell. */
function unmentioned(parts: readonly SectionPart[], kept: readonly string[]): string[] {
  const told = kept.join('\n');
  return parts
    .flatMap(({ points }) => points)
    .filter(({ words }) => !words?.test(told))
    .map(({ text }) => text);
}
