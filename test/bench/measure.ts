// Taking times side by side: what is compared runs in turns, so that a busy machine slows both.

/** Milliseconds of one call. */
export function timed(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** The value below which `share` of them lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] as number;
}

export const median = (values: readonly number[]) => quantile(values, 0.5);

/** Calls each in turn; the times of each by name. */
export async function inTurns<Name extends string>(
  rounds: number,
  runs: Readonly<Record<Name, () => number | Promise<number>>>,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(runs) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round++)
    for (const name of names) times[name]?.push(await runs[name]());
  return times as Record<Name, number[]>;
}

/** A line of the result: what, against what, the ratio, the goal, and the figures behind it. */
export function row(what: string, ratio: number, goal: string, figures: string): void {
  console.log(
    `${what.padEnd(52)} ${`${ratio.toFixed(2)}×`.padStart(10)}   ${goal.padEnd(8)} ${figures}`,
  );
}

export const ms = (value: number) => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
