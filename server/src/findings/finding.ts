// What a rule finds: where, what is wrong, and how it can be fixed.
import type { ColumnKey, RowKey, SectionNumber, TableKey } from '../form/formats.js';
import type { TextEdit } from '../text/edit.js';
import type { Span } from '../text/span.js';
import type { Severity } from './severity.js';

/** The place of a finding in the official tables; a missing row has `row` alone, and so on. */
export interface CellRef {
  readonly table: TableKey;
  readonly row?: RowKey;
  readonly column?: ColumnKey;
}

/** One way to fix a finding. */
export interface Fix {
  /** Imperative, short, in Chinese. */
  readonly title: string;
  /** True only if no judgement is needed: never a figure, a section or a row. */
  readonly safe: boolean;
  readonly edits: readonly TextEdit[];
}

/** Another place that explains a finding. */
export interface Related {
  readonly message: string;
  readonly span: Span;
  /** Only where the place lies in another file. */
  readonly path?: string;
}

/** What a rule says: where, what is wrong, why, what to do. */
export interface Finding {
  readonly span: Span;
  readonly message: string;
  /** Only where this finding is less sure than the rule's others: no more than this severity. */
  readonly atMost?: Severity;
  readonly at?: CellRef;
  /** The section that it is about, where that is not there and it has to be told of another place. */
  readonly section?: SectionNumber;
  /** What may be a name or a term that no lexicon has: worth a place in a folder's list of words. */
  readonly word?: string;
  readonly related?: readonly Related[];
  /** Alternatives, best first. */
  readonly fixes?: readonly Fix[];
}

/** A finding as it leaves the service: with its rule and the severity in force. */
export interface Diagnostic extends Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** By what it is known again after edits, where it is to be ignored. */
  readonly fingerprint: string;
}
