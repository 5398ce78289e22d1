// npm run eval: what the near-miss engine finds, mends and wrongly reports. See test/eval.
import { evaluate } from '../../test/eval/evaluate.mjs';

await evaluate(process.argv.slice(2));
