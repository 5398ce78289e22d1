// `--format json`: one object, written file by file so that a folder of any size fits.
import { json } from '../io/output.js';
import { entryOf } from './entry.js';
import type { Format } from './format.js';

export function jsonFormat(): Format {
  return {
    start: '{"version":1,\n"files":[',
    separators: ['\n', ',\n'],
    file: (checked) => json(entryOf(checked)),
    end: (summary) => `],\n"summary":${JSON.stringify(summary)}}\n`,
  };
}
