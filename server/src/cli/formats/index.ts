// The choice of an output format.
import type { ReportService } from '../../service/index.js';
import type { Format } from './format.js';

export type FormatName = 'pretty' | 'json' | 'jsonl' | 'sarif' | 'github';

/** Loads the format that was asked for, and no other. */
export async function loadFormat(name: FormatName, service: ReportService): Promise<Format> {
  switch (name) {
    case 'pretty':
      return (await import('./pretty.js')).prettyFormat();
    case 'json':
      return (await import('./json.js')).jsonFormat();
    case 'jsonl':
      return (await import('./jsonl.js')).jsonlFormat();
    case 'sarif':
      return (await import('./sarif.js')).sarifFormat(service.rules);
    case 'github':
      return (await import('./github.js')).githubFormat();
  }
}
