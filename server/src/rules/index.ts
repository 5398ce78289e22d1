// The list of rules, and nothing else.
import type { Rule } from './rule.js';

export const RULES: readonly Rule[] = [];
