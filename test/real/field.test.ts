// The real texts of the field test, through the command line, held against what a careful person read in them
// before: whose report it is, every cell, every fault; and no error and no warning besides.
import path from 'node:path';
import { expect, it } from 'vitest';
import { RULES } from '../../server/src/rules/index.js';
import { Lines } from '../../server/src/text/lines.js';
import { checkJson, type Entry, type Finding, nianbao } from '../cli/cli.js';
import { describeReal, FIELD, read } from '../support/realReports.js';

type Cells = Record<string, Record<string, Record<string, number | null>>>;

interface Fault {
  readonly rule: string;
  readonly quote: string;
  readonly sure: string;
  readonly note: string;
}

interface Label {
  readonly file: string;
  readonly year: number | null;
  readonly template: string | null;
  readonly organization: string | null;
  readonly sections: readonly number[];
  readonly cells: Cells;
  readonly faults: readonly Fault[];
  /** What the text has lost since it was written; '' if nothing. */
  readonly cut: string;
}

/** Told of a text that was cut: what it lacks, its author wrote. */
const OF_THE_CUT = new Set(['missing-section', 'missing-table', 'missing-row', 'missing-column']);

/** True, but in no label: these texts begin with their preamble. */
const TRUE_BESIDES: readonly [file: string, rule: string][] = [
  ['08-', 'title'],
  ['39-', 'title'],
];

/** Labelled, but told by another rule, or left alone: a blank behind a heading's number is a habit. */
const TOLD_BY: readonly [file: string, rule: string, by: string | null][] = [
  ['12-', 'spacing', null],
  ['19-', 'residue', 'year'],
  ['44-', 'residue', 'year'],
];

/** An amount in 元 below a head that says 万元: which of the two is meant nobody can tell. */
const IN_DOUBT = new Set(['15-shangwan-township-2019.txt: disclosure procurement amount']);

const isAmong = (list: readonly [string, string][], file: string, rule: string) =>
  list.some(([start, id]) => file.startsWith(start) && rule === id);

describeReal('a field text', async () => {
  const labels = read('field/labels.jsonl')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Label);
  const paths = labels.map(({ file }) => path.join(FIELD, file));
  const { files } = checkJson(paths);
  const ids = new Set(RULES.map(({ id }) => id));
  const all = labels.map((label, i) => ({ label, entry: files[i] as Entry }));

  it.each(all)('$label.file is read right', ({ label }) => {
    const { stdout } = nianbao(['extract', path.join(FIELD, label.file)]);
    const { organization, year, template, sections, tables } = JSON.parse(stdout);
    const numbers = sections.map(({ number }: { number: number }) => number);
    expect({ organization, year, template, sections: numbers }).toEqual({
      organization: label.organization,
      year: label.year,
      template: label.template,
      sections: label.sections,
    });
    const different = unlike(label.cells, tables);
    expect(
      different.filter((cell) => !IN_DOUBT.has(`${label.file}: ${cell.split(':')[0]}`)),
    ).toEqual([]);
  });

  it.each(all)('$label.file: what is wrong is told', ({ label, entry }) => {
    const sure = label.faults.filter(
      ({ rule, sure: how, note }) =>
        /^(?:sure|likely)$/.test(how) && ids.has(rule) && !note.includes('no rule'),
    );
    const missed = sure.filter(({ rule, note, quote }) => {
      const [, , by = rule] =
        TOLD_BY.find(([file, id]) => label.file.startsWith(file) && id === rule) ?? [];
      const told = entry.findings.filter((found) => found.rule === by || note.includes(found.rule));
      return by !== null && !told.some((found) => isAbout(label.file, found, quote));
    });
    expect(missed).toEqual([]);
  });

  it.each(all)('$label.file: nothing else is told as an error or a warning', ({ label, entry }) => {
    const known = new Set([
      ...label.faults.flatMap(({ rule, note }) => [rule, ...note.split(/\s/)]),
      ...TOLD_BY.flatMap(([file, , by]) => (label.file.startsWith(file) ? [by] : [])),
    ]);
    const told = entry.findings.filter(
      ({ rule, severity }) => /^(?:error|warning)$/.test(severity) && !known.has(rule),
    );
    const besides = told.filter(
      ({ rule }) =>
        !(label.cut !== '' && OF_THE_CUT.has(rule)) && !isAmong(TRUE_BESIDES, label.file, rule),
    );
    expect(besides.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
  });
});

/** Whether a finding, or what it relates to, meets the words that a label quotes; some labels describe instead. */
function isAbout(file: string, { range, related }: Finding, quote: string): boolean {
  const text = read(`field/${file}`);
  const lines = Lines.of(text);
  const at = text.indexOf(quote);
  if (at < 0) return true;
  const end = at + quote.length;
  return [range, ...related.map((one) => one.range)].some(
    (one) => lines.offsetAt(one.start) < end && lines.offsetAt(one.end) > at,
  );
}

/** The labelled cells that are read otherwise, or not at all. */
function unlike(labelled: Cells, tables: Cells): string[] {
  const different: string[] = [];
  for (const [table, rows] of Object.entries(labelled))
    for (const [row, columns] of Object.entries(rows))
      for (const [column, value] of Object.entries(columns)) {
        const found = tables[table]?.[row]?.[column];
        if (found !== value) different.push(`${table} ${row} ${column}: ${found}, not ${value}`);
      }
  return different;
}
