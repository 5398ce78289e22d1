// The properties of the tests, run long: `npm run fuzz -- --minutes N [--seed S] [--only WORDS]`. Each in
// its turn tries some inputs, until the time is over. A fault is told with the seed that repeats it.
import { parseArgs } from 'node:util';
import { PROPERTIES } from '../properties/list.js';

/** Inputs of one property before the next has its turn. */
const STEP = 200;

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string' },
    only: { type: 'string', default: '' },
  },
});
const end = Date.now() + Number(values.minutes) * 60_000;
const first = Number(values.seed ?? Date.now() % 0x7fffffff);
const properties = PROPERTIES.filter(({ name }) => name.includes(values.only));
let steps = 0;
let inputs = 0;
let faults = 0;

if (properties.length === 0) throw new Error(`no property is called ${values.only}`);
do {
  const seed = first + steps;
  for (const { name, run } of properties)
    try {
      await run({ numRuns: STEP, seed, onInput: () => inputs++ });
    } catch (error) {
      faults++;
      const repeat = `npm run fuzz -- --minutes 0 --seed ${seed} --only "${name}"`;
      const { message, cause } = error as Error;
      console.log(`\nfault: ${name}\nrepeat: ${repeat}\n${message}\n${cause ?? ''}`);
    }
  steps++;
  console.log(`step ${steps} · seed ${seed} · ${inputs} inputs · ${faults} faults`);
} while (Date.now() < end);
process.exitCode = faults > 0 ? 1 : 0;
