// `--format sarif`: SARIF 2.1.0, for code scanning and other reviewers' tools. Places are those of the text
// that `check` reads; of Word files and PDF, whose own bytes nobody can edit by them, fixes are left out.
import nodePath from 'node:path';
import { originalEdits } from '../../convert/edits.js';
import { pageAt } from '../../convert/office.js';
import type { Diagnostic, Fix, Related } from '../../findings/finding.js';
import type { Severity } from '../../findings/severity.js';
import type { Rule } from '../../service/index.js';
import type { Range } from '../../text/lines.js';
import { rangeIn, type Source } from '../../text/source.js';
import type { CheckedFile } from '../checkText.js';
import { json } from '../io/output.js';
import type { Format } from './format.js';

declare const __VERSION__: string;

export function sarifFormat(rules: readonly Rule[]): Format {
  const driver = {
    name: 'nianbao',
    version: __VERSION__,
    semanticVersion: __VERSION__,
    language: 'zh-CN',
    rules: rules.map(descriptorOf),
  };
  const head = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
  };
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  return {
    start:
      `${JSON.stringify(head).slice(0, -1)},\n"runs":[{"tool":${JSON.stringify({ driver })},\n` +
      '"columnKind":"utf16CodeUnits","results":[',
    separators: ['\n', ',\n'],
    file: (checked) =>
      checked.diagnostics
        .map((diagnostic) => {
          const ruleIndex = indexes.get(diagnostic.rule);
          return json({ ruleId: diagnostic.rule, ruleIndex, ...resultOf(checked, diagnostic) });
        })
        .join(',\n'),
    end: () => ']}]}\n',
  };
}

function descriptorOf({ id, severity, ...rule }: Rule): object {
  const { title, what, why, how } = rule.docs();
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: what },
    help: {
      text: `${why}\n${how}`,
      markdown: `${what}\n\n## 为什么\n\n${why}\n\n## 怎么改\n\n${how}\n`,
    },
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

function resultOf(checked: CheckedFile, diagnostic: Diagnostic): object {
  const { path, source, office } = checked;
  const { severity, message, span, fingerprint, related = [], fixes = [] } = diagnostic;
  const page = office && pageAt(office, span.start);
  const made = office ? [] : fixes.flatMap((fix) => fixOf(path, source, fix));
  return {
    level: LEVELS[severity],
    message: { text: message },
    locations: [locationOf(path, rangeIn(source, span))],
    ...(related.length > 0 && {
      relatedLocations: related.map((one, id) => relatedOf(checked, one, id)),
    }),
    partialFingerprints: { 'nianbao/v1': fingerprint },
    ...(made.length > 0 && { fixes: made }),
    ...(page !== undefined && { properties: { page } }),
  };
}

function relatedOf(checked: CheckedFile, { message, span, path }: Related, id: number): object {
  const { previous } = checked;
  const file = path !== undefined && path === previous?.path ? previous : checked;
  const place = locationOf(path ?? file.path, rangeIn(file.source, span));
  return { id, message: { text: message }, ...place };
}

/** The fix, unless it cannot be made in the file as it stands. */
function fixOf(path: string, source: Source, { title, safe, edits }: Fix): object[] {
  const made = originalEdits(source, edits);
  if (!made || made.length === 0) return [];
  const replacements = made.map(({ span, newText }) => ({
    deletedRegion: regionOf(source.original.rangeOf(span)),
    ...(newText !== '' && { insertedContent: { text: newText } }),
  }));
  return [
    {
      description: { text: title },
      artifactChanges: [{ artifactLocation: { uri: uriOf(path) }, replacements }],
      properties: { safe },
    },
  ];
}

function locationOf(path: string, range: Range): object {
  return {
    physicalLocation: { artifactLocation: { uri: uriOf(path) }, region: regionOf(range) },
  };
}

function regionOf({ start, end }: Range): object {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
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
