// What the findings of a Word file say in its margin: what is wrong and why, and what to do.
import type { WordMark } from '../convert/docx/write/annotateDocx.js';
import type { Diagnostic } from '../findings/finding.js';
import { SEVERITY_WORDS } from '../findings/severity.js';

/** A mark for each finding; with `changes`, the first fix of it goes in as well where that is safe. */
export function wordMarksOf(diagnostics: readonly Diagnostic[], changes = false): WordMark[] {
  return diagnostics.map(({ span, severity, message, fixes = [] }) => {
    const [fix] = fixes;
    const lines = [`${SEVERITY_WORDS[severity]}：${message}`];
    if (fix) lines.push(`建议：${fix.title}`);
    return { span, lines, ...(changes && fix?.safe && { change: fix.edits }) };
  });
}
