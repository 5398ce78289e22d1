// `npm run county -- --units N`: a generated county with known faults, reviewed and added up.
import { buildAll } from './build.mjs';
import { runBundled } from './bundled.mjs';

await buildAll();
await runBundled('test/county');
