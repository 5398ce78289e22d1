// Each property of the list, on some inputs; `npm run fuzz` tries it on many.
import { test } from 'vitest';
import { PROPERTIES } from './list.js';

const RUNS = Number(process.env.NIANBAO_RUNS ?? 100);

test.each(PROPERTIES)('$name', (property) => property.run({ numRuns: RUNS }), 240_000);
