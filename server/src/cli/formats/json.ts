// `--format json`: one object, written file by file so that a folder of any size fits.
import { json } from '../output.js';
import { entryOf } from './entry.js';
import type { Format } from './format.js';

export function jsonFormat(): Format {
  let separator = '\n';
  return {
    start: () => '{"version":1,\n"files":[',
    file(checked) {
      const entry = separator + json(entryOf(checked));
      separator = ',\n';
      return entry;
    },
    end: (summary) => `],\n"summary":${JSON.stringify(summary)}}\n`,
  };
}
