// The list of rules, and nothing else.
import { balance } from './arithmetic/balance.js';
import { outcomeTotal } from './arithmetic/outcome-total.js';
import { reviewTotal } from './arithmetic/review-total.js';
import { rowTotal } from './arithmetic/row-total.js';
import type { Rule } from './rule.js';

export const RULES: readonly Rule[] = [rowTotal, outcomeTotal, balance, reviewTotal];
