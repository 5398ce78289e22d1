// `npm run fuzz -- --minutes N`: the properties of the tests, run long.
import { runBundled } from './bundled.mjs';

await runBundled('test/fuzz');
