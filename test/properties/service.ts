// The service as users have it, with all its words.
import { readFileSync } from 'node:fs';
import { createReportService, loadLexicon } from '../../server/src/service/index.js';

const lexicon = loadLexicon(
  readFileSync(new URL('../../server/src/lexicon/data/lexicon.bin', import.meta.url)),
);

export const service = createReportService({ lexicon: () => lexicon });
