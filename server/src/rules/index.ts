// The list of rules, and nothing else.
import { balance } from './arithmetic/balance.js';
import { outcomeTotal } from './arithmetic/outcome-total.js';
import { reviewTotal } from './arithmetic/review-total.js';
import { rowTotal } from './arithmetic/row-total.js';
import type { Rule } from './rule.js';
import { cellValue } from './structure/cell-value.js';
import { emptySection } from './structure/empty-section.js';
import { label } from './structure/label.js';
import { missingColumn } from './structure/missing-column.js';
import { missingRow } from './structure/missing-row.js';
import { missingSection } from './structure/missing-section.js';
import { missingTable } from './structure/missing-table.js';
import { outdatedTemplate } from './structure/outdated-template.js';
import { sectionOrder } from './structure/section-order.js';
import { sectionTitle } from './structure/section-title.js';
import { title } from './structure/title.js';

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
];
