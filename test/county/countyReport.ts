// A unit's report on a year before it is a file: its figures, and then its words.

import type { TableKey } from '../../server/src/form/formats.js';
import { type Draft, type DraftRow, draftOf, rowsIn, tableOf } from '../generate/draft.js';
import type { ReportFacts } from '../generate/facts.js';
import type { Random } from '../generate/random.js';
import { sections } from './passages.js';

export class CountyReport {
  #draft: Draft | undefined;
  /** A file of it must show empty cells. */
  hasBlanks = false;

  constructor(
    public facts: ReportFacts,
    private readonly random: Random,
  ) {}

  /** The report as the form wants it; from then on its figures are written. */
  get draft(): Draft {
    if (!this.#draft) {
      this.#draft = draftOf(this.facts, this.random.fork('form'));
      const told = sections(this.facts, this.random.fork('words'));
      for (const section of this.#draft.sections)
        section.before = [...(told[section.number] ?? [])];
    }
    return this.#draft;
  }

  /** The paragraphs of a section. */
  section(number: number): string[] {
    return this.draft.sections.find((one) => one.number === number)?.before ?? [];
  }

  row(table: TableKey, row: string): DraftRow {
    const found = tableOf(this.draft, table);
    return (found ? rowsIn(found) : []).find(({ key }) => key === row) as DraftRow;
  }

  /** The same report anew, to be changed by itself. */
  again(): CountyReport {
    return new CountyReport(structuredClone(this.facts), this.random);
  }
}
