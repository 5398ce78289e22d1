// What a rule is, what it finds, and how that is mended.

import type { ColumnKey, RowKey, TableKey } from '../form/formats.js';
import type { Lexicon } from '../lexicon/lexicon.js';
import type { Report } from '../report/report.js';
import type { TextEdit } from '../text/edit.js';
import type { Span } from '../text/span.js';

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** The place of a finding in the official tables; a missing row has `row` alone, and so on. */
export interface CellRef {
  readonly table: TableKey;
  readonly row?: RowKey;
  readonly column?: ColumnKey;
}

/** One way to mend a finding. */
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

/** What a rule may ask about beyond the report. */
export interface RuleContext {
  /** Whether another rule is on: a fault goes to the first rule in force that can tell it. */
  isOn(rule: string): boolean;
  /** The words, own ones included; without them the rules that need them are silent. */
  readonly lexicon?: Lexicon;
  /** Last year's report of the same organ, where it is known. */
  readonly previous?: Report;
  /** The file that it lies in, for places that a finding relates to. */
  readonly previousPath?: string;
}

/** A rule: one file, one line in `index.ts`, its tests. */
export interface Rule {
  /** Identifier of the contract: LSP code, settings key, name in suppressions. */
  readonly id: string;
  readonly severity: Severity;
  /** Made when asked for: its examples are whole reports. */
  docs(): RuleDocs;
  check(report: Report, context: RuleContext): Iterable<Finding>;
}

/** The rule's documentation in Markdown pieces; the examples are run as tests. */
export interface RuleDocs {
  /** A few words, the name of the fault. */
  readonly title: string;
  /** The same in English, for the settings. */
  readonly english: string;
  /** What it finds. */
  readonly what: string;
  /** Why it is wrong, with the clause or relation it rests on. */
  readonly why: string;
  /** How to mend it, and what the quick fix does. */
  readonly how: string;
  /** Whole or partial report texts in which the rule finds something. */
  readonly invalid: readonly Example[];
  /** Texts in which it must stay silent; at least as many as `invalid`. */
  readonly valid: readonly Example[];
}

/** A text shown in the documentation and run as a test. */
export interface Example {
  /** What the example shows, one line. */
  readonly note: string;
  readonly text: string;
  /** Last year's report, for rules that compare the two. */
  readonly previous?: string;
}
