// Reading is total and linear: any text gives a report, in time that grows with its length only,
// and every span lies in the text and holds what it is said to hold.
import fc from 'fast-check';
import { test } from 'vitest';
import { parseReport } from '../../server/src/reading/parse.js';
import { factsOf } from '../../server/src/report/facts.js';
import type { Report } from '../../server/src/report/report.js';
import type { Span } from '../../server/src/text/span.js';
import { recipes } from '../generate/arbitrary.js';
import { LAYOUTS } from '../generate/layouts/index.js';
import { nthReport, writeReport } from '../generate/report.js';

/** The first number in a text, read without any help of the parser; null if there is none. */
function numberIn(text: string): number | null {
  const plain = text
    .replace(/[０-９．，－]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[−—–]/g, '-')
    .replace(/[,\s]/g, '');
  const match = /[-+]?\d+(\.\d+)?/.exec(plain);
  return match ? Number(match[0]) : null;
}

/** Throws unless everything in the report of a text is where it is said to be. */
function isSound(text: string): void {
  const report = parseReport(text);
  const { sections } = factsOf(report);
  if (report.text !== text) throw new Error('another text');
  if (report.recognized && sections.length !== report.sections.length) throw new Error('sections');
  for (const { start, end } of spansOf(report))
    if (start < 0 || end < start || end > text.length) throw new Error(`span ${start}–${end}`);
  for (const table of Object.values(report.tables))
    for (const row of table.rows)
      for (const { span, value, flaw, column } of row.cells.values()) {
        const written = text.slice(span.start, span.end);
        const name = `${table.key} ${row.key} ${column}: ${JSON.stringify(written)} as ${value}`;
        if (written !== written.trim()) throw new Error(`${name}, not trimmed`);
        if (value !== null && numberIn(written) !== value) throw new Error(name);
        if (value === null && flaw === null) throw new Error(`${name}, without a flaw`);
      }
}

function* spansOf(report: Report): Iterable<Span> {
  if (report.title) yield* [report.title.span, ...report.title.repeated];
  for (const { heading, title, body } of report.sections) yield* [heading, title, body];
  for (const { span } of report.prose) yield span;
  for (const table of Object.values(report.tables)) {
    yield table.span;
    yield* table.orphans;
    for (const label of [...table.columns, ...table.groups]) yield* [label.span, label.words];
    for (const { label, cells, misfit } of table.rows) {
      yield* [label.span, label.words];
      if (misfit) yield misfit.span;
      for (const { span } of cells.values()) yield span;
    }
  }
}

const pieces = [
  ...[
    '一、总体情况',
    '三、',
    '（七）总计',
    '总计',
    '其他',
    '自然人',
    '商业',
    '企业',
    '规章',
    '行政复议',
  ],
  ...[
    '政府信息公开工作年度报告',
    '第二十条第（一）项',
    '信息内容',
    '结果维持',
    '本年制发件数',
    '2021年',
  ],
  ...[
    '\t',
    '|',
    '|||',
    '\n',
    '\r',
    '\r\n',
    ' ',
    '\u3000',
    '\ufeff',
    '0',
    '12',
    '-',
    '/',
    '（',
    '）',
    '##',
  ],
  ...['```', '<td>', '\u0000', '\ud83d', '⼯', '①', '1.', '0.5.5', '1,2,3', '９'],
];
const garbage = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 200 }).map((list) => list.join('')),
);

test('any text gives a sound report', () => {
  fc.assert(fc.property(garbage, isSound), { numRuns: 2000 });
});

test('a report in any layout is sound', () => {
  fc.assert(
    fc.property(recipes(), (recipe) => isSound(writeReport(recipe).text)),
    { numRuns: 300 },
  );
});

test('a report cut off anywhere is sound', () => {
  for (const { id } of LAYOUTS) {
    const { text } = nthReport(0, id);
    for (let at = 0; at < text.length; at += 23) isSound(text.slice(0, at));
  }
});

test('a report with pieces lost, moved in or exchanged is sound', () => {
  const edits = fc.array(fc.tuple(fc.nat(), fc.nat(40), garbage), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(recipes(), edits, (recipe, list) => {
      let { text } = writeReport(recipe);
      for (const [place, length, insert] of list) {
        const at = place % (text.length + 1);
        text = text.slice(0, at) + insert + text.slice(at + length);
      }
      isSound(text);
    }),
    { numRuns: 500 },
  );
});

const { text: plain } = nthReport(1, 'tab');
const SHAPES: Record<string, (size: number) => string> = {
  'one long line of prose': (size) => '公开'.repeat(size / 2),
  'one long line of digits': (size) => '7'.repeat(size),
  spaces: (size) => ' '.repeat(size),
  tabs: (size) => '\t'.repeat(size),
  bars: (size) => '|'.repeat(size),
  'line ends': (size) => '\r'.repeat(size),
  brackets: (size) => '（'.repeat(size),
  'labels in a line': (size) => '总计\t其他\t0\t'.repeat(size / 8),
  'labels in lines': (size) => '（三）\n不予公开\n1.其他\n0\n'.repeat(size / 16),
  'split labels': (size) => '商业\n企业\n'.repeat(size / 6),
  'spaced labels': (size) => '总 计 其 他 '.repeat(size / 8),
  headings: (size) => '一、总体情况\n'.repeat(size / 7),
  titles: (size) => '青禾县2021年政府信息公开工作年度报告\n'.repeat(size / 20),
  'half titles': (size) => '2021年政府信息公开\n'.repeat(size / 12),
  'values only': (size) => `三、收到和处理政府信息公开申请情况\n${'0\t1\t'.repeat(size / 4)}`,
  'rows without end': (size) => `${plain}\n${'1.属于国家秘密\t0\t0\n'.repeat(size / 13)}`,
  'reports one after another': (size) => plain.repeat(Math.ceil(size / plain.length)),
};

test.each(Object.entries(SHAPES))('odd shapes are read to the end: %s', (_, make) => {
  // a parser that goes back and forth would not come to the end of a quarter of a megabyte here
  isSound(make(240_000));
});
