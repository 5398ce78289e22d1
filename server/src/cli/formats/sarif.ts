// `--format sarif`: SARIF 2.1.0, for code scanning and other reviewers' tools.
import nodePath from 'node:path';
import type { Diagnostic } from '../../findings/finding.js';
import type { Severity } from '../../findings/severity.js';
import type { Rule } from '../../service/index.js';
import { rangeIn, type Source } from '../../text/source.js';
import { json } from '../io/output.js';
import type { Format } from './format.js';

declare const __VERSION__: string;

export function sarifFormat(rules: readonly Rule[]): Format {
  const driver = { name: 'nianbao', version: __VERSION__, rules: rules.map(descriptorOf) };
  const head = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
  };
  return {
    start:
      `${JSON.stringify(head).slice(0, -1)},\n"runs":[{"tool":${JSON.stringify({ driver })},\n` +
      '"columnKind":"utf16CodeUnits","results":[',
    separators: ['\n', ',\n'],
    file: ({ path, source, diagnostics }) =>
      diagnostics.map((diagnostic) => json(resultOf(path, source, diagnostic))).join(',\n'),
    end: () => ']}]}\n',
  };
}

function descriptorOf({ id, severity, ...rule }: Rule): object {
  const docs = rule.docs();
  return {
    id,
    shortDescription: { text: docs.title },
    fullDescription: { text: docs.what },
    help: { text: docs.how },
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

function resultOf(
  path: string,
  source: Source,
  { rule, severity, message, span }: Diagnostic,
): object {
  const { start, end } = rangeIn(source, span);
  return {
    ruleId: rule,
    level: LEVELS[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(path) },
          region: {
            startLine: start.line + 1,
            startColumn: start.character + 1,
            endLine: end.line + 1,
            endColumn: end.character + 1,
          },
        },
      },
    ],
  };
}

/** A relative reference; only on Windows is `\\` between folders. */
function uriOf(file: string): string {
  const written = file.replace(/\p{Cs}/gu, '\ufffd'); // half a pair has no encoding
  const parts = written.split(nodePath.sep === '\\' ? /[\\/]/ : '/');
  return parts.map(encodeURIComponent).join('/');
}

const LEVELS: Record<Severity, string> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
};
