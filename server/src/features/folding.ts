// What can be folded away: sections, headings within them, tables, and groups of rows. The branches
// of the outline, each from the line of its name to its last line that is not blank.
import type { Report } from '../report/report.js';
import { type Span, trimmed } from '../text/span.js';
import type { ReportSymbol } from './outline/symbol.js';
import { symbolsOf } from './outline/symbols.js';

export interface Fold {
  readonly kind: 'section' | 'heading' | 'table' | 'group';
  readonly span: Span;
}

const KINDS: readonly string[] = ['section', 'heading', 'table', 'group'] satisfies Fold['kind'][];

/** Every stretch worth folding, outer ones before those within; none crosses another. */
export function foldsOf(report: Report): Fold[] {
  const folds: Fold[] = [];
  const add = ({ kind, span, children }: ReportSymbol) => {
    if (isFold(kind)) folds.push({ kind, span: trimmed(report.text, span) });
    children.forEach(add);
  };
  symbolsOf(report).forEach(add);
  return folds;
}

function isFold(kind: ReportSymbol['kind']): kind is Fold['kind'] {
  return KINDS.includes(kind);
}
