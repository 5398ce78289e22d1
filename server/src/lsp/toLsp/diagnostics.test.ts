// Findings as LSP diagnostics: what becomes of each part, and of too many of them.
import { describe, expect, it } from 'vitest';
import type { Diagnostic as Finding } from '../../findings/finding.js';
import type { Severity } from '../../findings/severity.js';
import { plainSource } from '../../text/source.js';
import type { CheckedDocument } from '../state/checkedDocuments.js';
import { toDiagnostics } from './diagnostics.js';

const OPTIONS = {
  hrefOf: (rule: string) => `rule:${rule}`,
  fileOf: (uri: string) => uri,
  related: true,
};

function checked(text: string, diagnostics: Finding[]): CheckedDocument {
  const uri = 'file:///a.txt';
  const previous = { uri: 'file:///b.txt', source: plainSource('去年\n\n四五六七八九十') };
  return { uri, source: plainSource(text), previous, diagnostics } as unknown as CheckedDocument;
}

const finding = (severity: Severity, start: number): Finding => ({
  rule: 'balance',
  severity,
  span: { start, end: start + 1 },
  message: `${start}`,
  fingerprint: `${start}`,
});

describe('toDiagnostics', () => {
  it('places related information, here and in last year’s report', () => {
    const related = [
      { message: '这里', span: { start: 3, end: 4 } },
      { message: '去年', span: { start: 9, end: 10 }, path: 'file:///b.txt' },
    ];
    const [diagnostic] = toDiagnostics(
      checked('一\r\n二三', [{ ...finding('warning', 0), related }]),
      OPTIONS,
    );
    const start = { line: 0, character: 0 };
    expect(diagnostic).toMatchObject({
      range: { start, end: { line: 0, character: 1 } },
      severity: 2,
      codeDescription: { href: 'rule:balance' },
      relatedInformation: [
        {
          message: '这里',
          location: {
            uri: 'file:///a.txt',
            range: { start: { line: 1, character: 0 }, end: { line: 1, character: 1 } },
          },
        },
        {
          message: '去年',
          location: {
            uri: 'file:///b.txt',
            range: { start: { line: 2, character: 5 }, end: { line: 2, character: 6 } },
          },
        },
      ],
    });
  });

  it('keeps the order of place', () => {
    const all = [finding('hint', 0), finding('error', 1), finding('info', 2)];
    const messages = toDiagnostics(checked('甲乙丙', all), OPTIONS).map(({ message }) => message);
    expect(messages).toEqual(['0', '1', '2']);
  });

  it('shows the worst of too many, with a notice', () => {
    const severities: Severity[] = ['hint', 'error', 'info', 'warning'];
    const all = Array.from({ length: 2000 }, (_, i) => finding(severities[i % 4] as Severity, i));
    const shown = toDiagnostics(checked('字'.repeat(2001), all), OPTIONS);
    expect(shown).toHaveLength(1000);
    expect(shown.filter(({ severity }) => severity === 1)).toHaveLength(500);
    expect(shown.filter(({ severity }) => severity === 2)).toHaveLength(499);
    expect(shown.at(-1)?.message).toContain('共发现 2000 处问题');
  });
});
