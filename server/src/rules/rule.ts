// What a rule is: an identifier, its documentation with examples, and a check.
import type { Finding } from '../findings/finding.js';
import type { Severity } from '../findings/severity.js';
import type { Lexicon } from '../lexicon/lexicon.js';
import type { Report } from '../report/report.js';

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
  /** Public and for ever: LSP code, settings key, name in suppressions. */
  readonly id: string;
  readonly severity: Severity;
  /** Whether it looks at addresses, code and formulas too, which are no prose. */
  readonly seesTechnical?: true;
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
  /** How to fix it, and what the quick fix does. */
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
