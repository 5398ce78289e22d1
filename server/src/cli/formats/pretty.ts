// `--format pretty`: for people. Findings by file, each with its line and a mark under the place.

import pc from 'picocolors';
import type { Colors } from 'picocolors/types';
import { pageAt } from '../../convert/office.js';
import type { Diagnostic } from '../../findings/finding.js';
import { SEVERITIES, SEVERITY_WORDS, type Severity } from '../../findings/severity.js';
import type { RelationCounts, Rule } from '../../service/index.js';
import { rangeIn } from '../../text/source.js';
import type { CheckedFile, CheckSummary } from '../checkText.js';
import { escaped, printable } from '../io/output.js';
import { STDIN } from '../io/read.js';
import type { Format, TerminalLook } from './format.js';
import { quote } from './quote.js';

export function prettyFormat(_: readonly Rule[], look: TerminalLook): Format {
  const colors = pc.createColors(look.colors);
  // Beyond the indent; where there is no terminal to ask, what a printed page takes.
  const width = Math.max(40, Math.min(look.columns ?? 100, 120) - INDENT.length - 1);
  return {
    start: '',
    file(checked) {
      const { diagnostics } = checked;
      const lines = [headOf(checked, colors)];
      for (const diagnostic of diagnostics)
        lines.push(...findingOf(checked, diagnostic, colors, width));
      if (diagnostics.length > 0) lines.push('');
      return `${lines.join('\n')}\n`;
    },
    end: (summary) => `${summaryOf(summary, colors)}\n`,
  };
}

const INDENT = '      ';

function headOf(
  { path, report, template, relations, diagnostics }: CheckedFile,
  c: Colors,
): string {
  const file = c.bold(path === STDIN ? '标准输入' : escaped(path));
  if (!report.recognized) return `${c.dim('-')} ${file}  ${c.dim('不是政府信息公开工作年度报告')}`;
  const mark = diagnostics.length === 0 ? c.green('✓') : c.red('✗');
  const facts = [
    printable(report.organization ?? '机关未注明'),
    report.year === null ? '年份未注明' : `${report.year} 年`,
    template === null ? null : template === 'mixed' ? '新旧格式混用' : `${template} 版格式`,
    relationsOf(relations),
  ];
  return `${mark} ${file}  ${c.dim(facts.filter((fact) => fact !== null).join(' · '))}`;
}

function relationsOf({ held, broken, unknown }: RelationCounts): string {
  const parts = [`${held} 条一致`];
  if (broken > 0) parts.push(`${broken} 条不一致`);
  if (unknown > 0) parts.push(`${unknown} 条无法核对`);
  return `勾稽 ${parts.join('、')}`;
}

function findingOf(
  { source, office }: CheckedFile,
  { rule, severity, message, span, fixes }: Diagnostic,
  c: Colors,
  width: number,
): string[] {
  const { start, end } = rangeIn(source, span);
  const page = office && pageAt(office, span.start);
  const place = `${page === undefined ? '' : `第 ${page} 页 `}${start.line + 1}:${start.character + 1}`;
  const word = paint(severity, c)(SEVERITY_WORDS[severity]);
  const lines = [`  ${c.dim(place)}  ${word}  ${printable(message)}  ${c.dim(rule)}`];
  const { original } = source;
  const line = original.spanOf(start.line);
  const { text, mark } = quote(
    original.text.slice(line.start, line.end),
    start.character,
    end.line === start.line ? end.character : line.end - line.start,
    width,
  );
  if (text.trim() !== '') lines.push(INDENT + text, INDENT + paint(severity, c)(mark));
  const [fix] = fixes ?? [];
  if (fix) lines.push(`${INDENT}${c.cyan('改法：')}${printable(fix.title)}`);
  return lines;
}

function summaryOf(summary: CheckSummary, c: Colors): string {
  const { files, reports } = summary;
  if (reports === 0) return `共 ${files} 个文件，没有年度报告`;
  const found = SEVERITIES.filter((severity) => summary[severity] > 0).map((severity) =>
    paint(severity, c)(`${SEVERITY_WORDS[severity]} ${summary[severity]} 处`),
  );
  const result = found.length > 0 ? found.join('，') : c.green('没有发现问题');
  return `共 ${files} 个文件，${reports} 份报告：${result}`;
}

function paint(severity: Severity, c: Colors): (text: string) => string {
  if (severity === 'error') return c.red;
  if (severity === 'warning') return c.yellow;
  return severity === 'info' ? c.blue : c.dim;
}
