// The real reports that were labelled by hand, through the command line: every table cell, and the
// findings that are demanded and forbidden of the rules that exist. None of them is in this
// repository.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { RULES } from '../../server/src/rules/index.js';
import { checkJson, nianbao } from '../cli/cli.js';
import { describeReal, REPORTS, read } from '../report/realReports.js';

interface Labelled {
  file: string;
  must?: { rule: string | string[] }[];
}

describeReal('real reports', async () => {
  const truth = readTruth();
  const { score } = await import(pathToFileURL(path.join(REPORTS, 'score.mjs')).href);
  const files = truth.files.map(({ file }) => path.join(REPORTS, file));
  const extracts = files.map((file) => JSON.parse(nianbao(['extract', file]).stdout));
  const { headline, report } = score(truth, checkJson(files).files, extracts);
  const told = report.flatMap(({ file, lines }: { file: string; lines: string[] }) =>
    lines.map((line) => `${file}: ${line}`),
  );
  const about = (pattern: RegExp) => told.filter((line: string) => pattern.test(line));

  it('are read whole: every cell, title, year, organ and section', () => {
    expect(about(/: (cells|fact|NOT READ)/)).toEqual([]);
    expect(headline).toMatchObject({ notRead: 0, cells: 1 });
  });

  it('show what a reviewer demands', () => {
    expect(about(/: MISSED/)).toEqual([]);
  });

  it('show nothing that a reviewer rejects', () => {
    expect(about(/: (VIOLATES|other error)/)).toEqual([]);
  });
});

/** The labels, without demands on rules that are still to come. */
function readTruth(): { files: Labelled[] } {
  const ids = new Set(RULES.map(({ id }) => id));
  const truth = JSON.parse(read('expected.json'));
  for (const file of truth.files as Labelled[])
    file.must = file.must?.filter(({ rule }) => [rule].flat().some((id) => ids.has(id)));
  return truth;
}
