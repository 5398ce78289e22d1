// `--format github`: workflow commands that GitHub Actions shows beside the lines.
import type { Severity } from '../../findings/severity.js';
import { rangeIn } from '../../text/source.js';
import { escaped } from '../io/output.js';
import type { Format } from './format.js';

export function githubFormat(): Format {
  return {
    start: '',
    file({ path, source, diagnostics }) {
      let lines = '';
      for (const { rule, severity, message, span } of diagnostics) {
        const { start, end } = rangeIn(source, span);
        const place = `line=${start.line + 1},endLine=${end.line + 1}`;
        // Columns only where they mean something: on one line.
        const columns =
          start.line === end.line
            ? `,col=${start.character + 1},endColumn=${Math.max(end.character, start.character + 1)}`
            : '';
        lines += `::${COMMANDS[severity]} file=${property(path)},${place}${columns},title=${rule}::${data(message)}\n`;
      }
      return lines;
    },
    end: () => '',
  };
}

const COMMANDS: Record<Severity, string> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

function data(text: string): string {
  const lines = text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  return escaped(lines);
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
