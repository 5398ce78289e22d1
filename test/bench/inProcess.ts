// A full check in process: against one pass over the characters, and growing with the text.
import { createReportService } from '../../server/src/service/index.js';
import { inTurns, median, ms, row, timed } from './measure.js';
import { reportOf } from './sample.js';

const service = createReportService();
const check = (text: string) => service.check(service.parse(text));

function pass(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum += text.charCodeAt(i);
  return sum;
}

export async function inProcess(): Promise<void> {
  const text = reportOf(10_000);
  const many = (run: () => unknown, times: number) => () =>
    timed(() => {
      for (let i = 0; i < times; i++) run();
    }) / times;
  const runs = { check: many(() => check(text), 50), pass: many(() => pass(text), 2000) };
  await inTurns(10, runs); // warm
  const times = await inTurns(30, runs);
  const [a, b] = [median(times.check), median(times.pass)];
  row(
    'check of 10 KB : one charCodeAt pass',
    a / b,
    '≤ 25×',
    `${ms(a)} : ${(1000 * b).toFixed(1)} µs`,
  );
}

export async function growth(): Promise<void> {
  const [small, large] = [reportOf(1_000_000), reportOf(10_000_000)];
  const times = await inTurns(5, {
    small: () => timed(() => check(small)),
    large: () => timed(() => check(large)),
  });
  const [a, b] = [median(times.large), median(times.small)];
  row('check of 10 MB : 1 MB', a / b, '≤ 11×', `${ms(a)} : ${ms(b)}`);
  const [few, more] = [reportOf(10_000), large].map((text) => check(text).diagnostics.length);
  if (few !== more) console.log(`  findings: ${few} in 10 KB, ${more} in 10 MB`);
}
