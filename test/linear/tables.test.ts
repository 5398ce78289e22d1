// Commands on tables, formatting and paste take twice the steps for twice the text, whatever stands
// in it. Steps are counted, never timed.
import { expect, test } from 'vitest';
import { tableLenses } from '../../server/src/features/codeLens.js';
import { cellsAt, fieldsOf, totalsAfter } from '../../server/src/features/fields.js';
import { formattingEdits } from '../../server/src/features/formatting/formatting.js';
import { inlayHints } from '../../server/src/features/inlayHints.js';
import { pasteInto } from '../../server/src/features/paste/paste.js';
import { convertLayout } from '../../server/src/features/tables/convertLayout.js';
import { TABLE_COMMANDS } from '../../server/src/features/tables/index.js';
import { keptAligned } from '../../server/src/features/tables/keptAligned.js';
import { parseReport } from '../../server/src/reading/parse.js';
import type { Report } from '../../server/src/report/report.js';
import { StepCounter } from './steps.js';
import { HOSTILE } from './tableTexts.js';

// from the beginning: a function that has been compiled before has no counters for its blocks
const counter = await StepCounter.start();

async function countSteps(run: () => void): Promise<number> {
  const blocks = [...(await counter.count(run)).values()].flat();
  return blocks.reduce((sum, { count }) => sum + count, 0);
}

const SIZE = 8_000;
/** Twice, and a little for places that are looked up by halves. */
const MOST = 2.1;

const tablesOf = (report: Report) => Object.values(report.tables);

/** What is asked of a report, once it is read. */
const WORK: Readonly<Record<string, (report: Report) => unknown>> = {
  'commands on tables': (report) =>
    tablesOf(report).map((table) =>
      TABLE_COMMANDS.map((command) => command.edits(report, table, { previous: report })),
    ),
  'another layout': (report) =>
    tablesOf(report).map((table) =>
      (['tab', 'markdown'] as const).map((layout) =>
        convertLayout.edits(report, table, { layout }),
      ),
    ),
  'figures written into aligned tables': (report) => {
    const cell = tablesOf(report).flatMap(({ rows }) => [...(rows[0]?.cells.values() ?? [])])[0];
    return cell && keptAligned(report, [cell.table], [{ span: cell.span, newText: '1234567' }]);
  },
  formatting: (report) => formattingEdits(report, { markdown: false }),
  lenses: (report) => tableLenses(report, { previous: report }),
  hints: (report) => inlayHints(report, { all: true, isReported: () => true }),
  'the way of Tab': (report) => {
    const cells = fieldsOf(report).flatMap(({ cell }) => (cell ? [cell.span.start] : []));
    return totalsAfter(report, cellsAt(report, cells));
  },
  'a paste into the text': (report) => {
    const end = report.text.length;
    return pasteInto(report, { start: end, end }, report.text, { rich: false, layout: 'tab' });
  },
  'a paste into a table': (report) => {
    const start = tablesOf(report)[0]?.span.start ?? 0;
    return pasteInto(report, { start, end: start }, '1\t2\n', { rich: false, layout: 'tab' });
  },
};

const stepsOf = (work: (report: Report) => unknown, text: string) => {
  work(parseReport(text)); // what is worked out once and remembered must not count
  const report = parseReport(text);
  return countSteps(() => work(report));
};

test.each(Object.keys(HOSTILE))(
  '%s',
  async (name) => {
    const make = HOSTILE[name] as (size: number) => string;
    const grown: string[] = [];
    for (const [what, work] of Object.entries(WORK)) {
      const once = await stepsOf(work, make(SIZE));
      const twice = await stepsOf(work, make(2 * SIZE));
      if (twice > MOST * once) grown.push(`${what}: ${once} → ${twice}`);
    }
    expect(grown).toEqual([]);
  },
  120_000,
);

test('the count tells a loop within a loop from one loop', async () => {
  // a line that each line is compared with: what must not pass
  const worse = (report: Report) => {
    for (let line = 0; line < report.lines.count; line++)
      for (let other = 0; other < report.lines.count; other++) report.lines.spanOf(other);
  };
  const make = HOSTILE['blank lines'] as (size: number) => string;
  const [once, twice] = [await stepsOf(worse, make(1000)), await stepsOf(worse, make(2000))];
  expect(twice / once).toBeGreaterThan(MOST);
});
