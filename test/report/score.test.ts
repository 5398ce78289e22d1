// Prints how many cells of generated reports are read right, by layout.
import { expect, test } from 'vitest';
import { compare, read } from '../generate/compare.js';
import { LAYOUTS } from '../generate/layouts/index.js';
import { nthReport } from '../generate/report.js';

const REPORTS = Number(process.env.NIANBAO_REPORTS ?? 200);

interface Score {
  layout: string;
  reports: number;
  exact: number;
  cells: number;
  right: number;
  wrong: number;
  absent: number;
  invented: number;
}

function scoreOf(layout: string): Score {
  const score = { layout, reports: REPORTS, exact: 0, cells: 0, right: 0 };
  const faults = { wrong: 0, absent: 0, invented: 0 };
  for (let n = 0; n < REPORTS; n++) {
    const generated = nthReport(n, layout);
    const { cells, differences } = compare(generated.expected, read(generated));
    score.cells += cells;
    if (differences.length === 0) score.exact++;
    for (const { path, kind } of differences) if (path.includes('/')) faults[kind]++;
  }
  score.right = score.cells - faults.wrong - faults.absent;
  return { ...score, ...faults };
}

test('cells read from generated reports', () => {
  const scores = LAYOUTS.map(({ id }) => scoreOf(id));
  console.log(tableOf(scores));
  for (const { layout, wrong, absent, invented } of scores)
    expect({ layout, wrong, absent, invented }).toEqual({
      layout,
      wrong: 0,
      absent: 0,
      invented: 0,
    });
});

function tableOf(scores: readonly Score[]): string {
  const heads = Object.keys(scores[0] as Score) as (keyof Score)[];
  const lines = [heads, ...scores.map((score) => heads.map((head) => String(score[head])))];
  return lines.map((line) => line.map((cell) => cell.padEnd(14)).join('')).join('\n');
}
