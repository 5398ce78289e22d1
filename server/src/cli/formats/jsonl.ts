// `--format jsonl`: one line of JSON a file, as soon as it is checked.
import { json } from '../io/output.js';
import { entryOf } from './entry.js';
import type { Format } from './format.js';

export function jsonlFormat(): Format {
  return {
    start: '',
    file: (checked) => `${json(entryOf(checked))}\n`,
    end: () => '',
  };
}
