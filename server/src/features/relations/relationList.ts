// 勾稽核对: every relation of the form and over the years, and what the text says of the tables, with the
// figures of a report: which hold, which do not, which cannot be judged and why.
import type { Diagnostic } from '../../findings/finding.js';
import type { Report } from '../../report/report.js';
import type { RelationGroup } from './listed.js';
import { overYearRelations } from './overYearRelations.js';
import { tableRelations } from './tableRelations.js';
import { textRelations } from './textRelations.js';

export type { ListedRelation, RelationGroup } from './listed.js';

/** By kind, in the order of the form; `previous` is last year's report of the same organ. */
export function relationList(
  report: Report,
  previous: Report | undefined,
  findings: readonly Diagnostic[],
): readonly RelationGroup[] {
  if (!report.recognized) return [];
  return [
    ...tableRelations(report),
    ...overYearRelations(report, previous),
    ...textRelations(report, findings),
  ];
}
