// A report that has been checked, as far as a reviewer's table, letters and comparisons need it: no more is
// kept of it, so that a folder of thousands fits into memory.
import type { Diagnostic } from '../findings/finding.js';
import { SEVERITIES, type Severity } from '../findings/severity.js';
import { SECTIONS, type SectionNumber } from '../form/formats.js';
import { organKey } from '../form/organKey.js';
import { type CarriedOver, carriedOver } from '../judging/carriedOver.js';
import type { RelationCounts } from '../judging/relations.js';
import { organizationOf } from '../reading/identity.js';
import { factsOf } from '../report/facts.js';
import type { Report } from '../report/report.js';
import { type ComparedText, comparedText } from './comparedText.js';
import { type FollowedFigure, followedFigures } from './followedFigures.js';
import { type LetterItem, letterItems } from './letterItems.js';

export interface ReviewedReport {
  readonly path: string;
  /** When the file was last changed, in milliseconds; null where nobody knows. */
  readonly modified: number | null;
  /** As the report says it, else as its file is called. */
  readonly organization: string | null;
  /** The same for two spellings of one organ; for an unknown one its path. */
  readonly organ: string;
  readonly year: number | null;
  readonly template: Report['template'];
  readonly counts: Readonly<Record<Severity, number>>;
  readonly relations: RelationCounts;
  /** Against last year's report; null where there is none. */
  readonly carriedOver: CarriedOver['state'] | null;
  readonly missingSections: readonly SectionNumber[];
  /** What is to be mended, in the order of the report. */
  readonly items: readonly LetterItem[];
  /** The figures that are followed over the years. */
  readonly followed: readonly FollowedFigure[];
  readonly compared: ComparedText;
  /** Equal for two files with the same figures and the same words. */
  readonly content: string;
}

/** What checking made of a file. */
export interface CheckedReport {
  readonly path: string;
  readonly modified: number | null;
  readonly report: Report;
  /** The format that it was judged by. */
  readonly template: Report['template'];
  readonly diagnostics: readonly Diagnostic[];
  readonly relations: RelationCounts;
  readonly previous?: Report;
  /** The page (from 1) of an offset, where the file has pages. */
  pageAt?(offset: number): number | undefined;
}

/** What is kept of a checked report. */
export function reviewedReport(checked: CheckedReport): ReviewedReport {
  const { path, modified, report, template, diagnostics, relations, previous, pageAt } = checked;
  const organization = organizationOf(report, path);
  const compared = comparedText(report);
  const there = new Set(report.sections.map(({ number }) => number));
  return {
    path,
    modified,
    organization,
    organ: organKey(organization) ?? path,
    year: report.year,
    template,
    counts: countsOf(diagnostics),
    relations,
    carriedOver: previous ? carriedOver(report, previous).state : null,
    missingSections: SECTIONS.map(({ number }) => number).filter((number) => !there.has(number)),
    items: letterItems(report, diagnostics, pageAt),
    followed: followedFigures(report),
    compared,
    content: JSON.stringify(factsOf(report).tables) + compared.words,
  };
}

function countsOf(diagnostics: readonly Diagnostic[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const severity of SEVERITIES)
    counts[severity] = diagnostics.filter((one) => one.severity === severity).length;
  return counts;
}
