// `--format jsonl`: one line of JSON a file, as soon as it is checked.
import { entryOf } from './entry.js';
import type { Format } from './format.js';

export function jsonlFormat(): Format {
  return {
    start: () => '',
    file: (checked) => `${JSON.stringify(entryOf(checked))}\n`,
    end: () => '',
  };
}
