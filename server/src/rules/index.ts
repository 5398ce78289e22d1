// The list of rules, and nothing else.
import { balance } from './arithmetic/balance.js';
import { outcomeTotal } from './arithmetic/outcome-total.js';
import { reviewTotal } from './arithmetic/review-total.js';
import { rowTotal } from './arithmetic/row-total.js';
import { emptySection } from './content/empty-section.js';
import { missingTopic } from './content/missing-topic.js';
import { processingFee } from './content/processing-fee.js';
import { rulemaking } from './content/rulemaking.js';
import { scope } from './content/scope.js';
import { year } from './content/year.js';
import { carryOver } from './crosscheck/carry-over.js';
import { inForce } from './crosscheck/in-force.js';
import { partsCount } from './crosscheck/parts-count.js';
import { proseSum } from './crosscheck/prose-sum.js';
import { proseTable } from './crosscheck/prose-table.js';
import { repeatedText } from './crosscheck/repeated-text.js';
import type { Rule } from './rule.js';
import { cellValue } from './structure/cell-value.js';
import { label } from './structure/label.js';
import { missingColumn } from './structure/missing-column.js';
import { missingRow } from './structure/missing-row.js';
import { missingSection } from './structure/missing-section.js';
import { missingTable } from './structure/missing-table.js';
import { outdatedTemplate } from './structure/outdated-template.js';
import { sectionOrder } from './structure/section-order.js';
import { sectionTitle } from './structure/section-title.js';
import { title } from './structure/title.js';
import { bracket } from './wording/bracket.js';
import { brokenLine } from './wording/broken-line.js';
import { citation } from './wording/citation.js';
import { documentNumber } from './wording/document-number.js';
import { fixedPhrase } from './wording/fixed-phrase.js';
import { headingNumber } from './wording/heading-number.js';
import { punctuation } from './wording/punctuation.js';
import { radical } from './wording/radical.js';
import { residue } from './wording/residue.js';
import { spacing } from './wording/spacing.js';
import { typo } from './wording/typo.js';

export const RULES: readonly Rule[] = [
  title,
  missingSection,
  sectionTitle,
  sectionOrder,
  emptySection,
  missingTable,
  outdatedTemplate,
  missingRow,
  missingColumn,
  label,
  cellValue,
  rowTotal,
  outcomeTotal,
  balance,
  reviewTotal,
  proseTable,
  proseSum,
  partsCount,
  inForce,
  carryOver,
  repeatedText,
  typo,
  headingNumber,
  missingTopic,
  processingFee,
  year,
  scope,
  rulemaking,
  citation,
  documentNumber,
  fixedPhrase,
  punctuation,
  bracket,
  spacing,
  brokenLine,
  radical,
  residue,
];
