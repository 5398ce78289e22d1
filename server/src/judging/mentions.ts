// The figures and claims of the running text beside the cells of the tables that they speak of: for
// going from one to the other.

import { readStatements, type Statement } from '../prose/index.js';
import { perReport } from '../report/perReport.js';
import type { Cell, Report } from '../report/report.js';
import { holds } from '../text/span.js';
import { meaningOf, readingsFor, significantCells } from './statementCells.js';

/** A statement of the text, and where the tables say the same, or something else. */
export interface Mention {
  readonly statement: Statement;
  /** The cells that it speaks of, added up; never empty. */
  readonly cells: readonly Cell[];
  /** What they come to; null where that cannot be said. */
  readonly value: number | null;
  /** Whether text and table agree; null where that cannot be said. */
  readonly agrees: boolean | null;
}

/** All mentions of cells in a report, in order of place; read once for each report. */
export const mentionsOf = perReport((report): readonly Mention[] =>
  Object.keys(report.tables).length === 0
    ? []
    : readStatements(report)
        .flatMap((statement) => mentionOf(report, statement) ?? [])
        .sort((a, b) => a.statement.span.start - b.statement.span.start),
);

/** The mentions at an offset, their ends included; several where one claim denies two things. */
export function mentionsAt(report: Report, offset: number): readonly Mention[] {
  return mentionsOf(report).filter(({ statement: { span } }) => holds(span, offset));
}

function mentionOf(report: Report, statement: Statement): Mention | null {
  const { subject } = statement;
  const meaning = meaningOf(report, statement);
  const reading = meaning?.first ?? readingsFor(report, subject)[0];
  const cells = reading ? significantCells(report, subject.table, { plus: reading.plus }) : [];
  if (cells.length === 0) return null;
  return { statement, cells, value: meaning?.first.value ?? null, agrees: meaning?.agrees ?? null };
}
