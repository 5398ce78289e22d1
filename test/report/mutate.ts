// Generated reports as they come to be under many hands: rows and columns lost, lines joined, figures
// all different, characters gone astray.
import fc from 'fast-check';
import { parseReport } from '../../server/src/reading/parse.js';
import type { Report } from '../../server/src/report/report.js';
import { applyEdits, type TextEdit } from '../../server/src/text/edit.js';
import { recipes } from '../generate/arbitrary.js';
import { LAYOUTS } from '../generate/layouts/index.js';
import { writeReport } from '../generate/report.js';

const TEXT_LAYOUTS = LAYOUTS.filter(({ kind }) => kind === 'text').map(({ id }) => id);

/** One change of a text; `at` and `to` choose where, among the places that there are. */
export interface Mutation {
  readonly kind: keyof typeof MUTATIONS;
  readonly at: number;
  readonly to: number;
}

const insert = (at: number, newText: string): TextEdit[] => [
  { span: { start: at, end: at }, newText },
];
const pick = <T>(list: readonly T[], n: number): T | undefined =>
  list[n % Math.max(1, list.length)];
const STRAY = [
  '\t',
  '|',
  ' ',
  '0',
  '7',
  '，',
  '公',
  '\n',
  '（',
  '。',
  '/',
  '总计',
  '　',
  '件',
  '``` ',
  '-',
];

const MUTATIONS = {
  /** A character more. */
  more: ({ text }: Report, at: number, to: number) =>
    insert(at % (text.length + 1), STRAY[to % STRAY.length] as string),
  /** A few characters less. */
  less: ({ text }: Report, at: number, to: number) => {
    const start = at % (text.length + 1);
    return [{ span: { start, end: Math.min(text.length, start + 1 + (to % 3)) }, newText: '' }];
  },
  /** A line less. */
  line: ({ lines }: Report, at: number) => {
    const line = at % lines.count;
    return [
      { span: { start: lines.spanOf(line).start, end: lines.spanOf(line + 1).start }, newText: '' },
    ];
  },
  /** Two lines made one. */
  joined: ({ lines }: Report, at: number, to: number) => {
    const line = at % lines.count;
    const span = { start: lines.spanOf(line).end, end: lines.spanOf(line + 1).start };
    return [{ span, newText: ['', '\t', ' | '][to % 3] as string }];
  },
  /** A row of a table less. */
  row: ({ tables, lines }: Report, at: number) => {
    const row = pick(
      Object.values(tables).flatMap(({ rows }) => rows),
      at,
    );
    if (!row) return [];
    const line = lines.lineAt(row.label.span.start);
    return [
      { span: { start: lines.spanOf(line).start, end: lines.spanOf(line + 1).start }, newText: '' },
    ];
  },
  /** A column of table 三 less, where cells have marks between them. */
  column: (report: Report, at: number) => {
    const { requests } = report.tables;
    const key = pick(requests?.columns ?? [], at)?.key;
    if (!requests || key === undefined) return [];
    const heads = requests.columns.filter((head) => head.key === key).map(({ span }) => span);
    const cells = requests.rows.flatMap(({ cells }) => cells.get(key)?.span ?? []);
    return [...heads, ...cells].flatMap(({ start, end }) => {
      let from = start;
      while (from > 0 && report.text[from - 1] === ' ') from--;
      return '\t|｜'.includes(report.text[from - 1] ?? 'x')
        ? [{ span: { start: from - 1, end }, newText: '' }]
        : [];
    });
  },
  /** The figures of a row less from one on, as a page break leaves them. */
  cut: ({ tables, lines }: Report, at: number, to: number) => {
    const row = pick(
      Object.values(tables).flatMap(({ rows }) => rows),
      at,
    );
    const cell = pick([...(row?.cells.values() ?? [])], to);
    if (!cell) return [];
    return [
      {
        span: { start: cell.span.start, end: lines.lineSpanAt(cell.span.start).end },
        newText: '',
      },
    ];
  },
  /** A heading less. */
  heading: ({ sections, lines }: Report, at: number) => {
    const heading = pick(sections, at)?.heading;
    if (!heading) return [];
    const line = lines.lineAt(heading.start);
    return [{ span: lines.spanOf(line), newText: '' }];
  },
} satisfies Record<string, (report: Report, at: number, to: number) => TextEdit[]>;

/** Every figure another one, so that none can stand for its neighbour. */
function withOwnFigures(text: string): string {
  const cells = Object.values(parseReport(text).tables).flatMap(({ rows }) =>
    rows.flatMap(({ cells }) => [...cells.values()]),
  );
  return applyEdits(
    text,
    cells.flatMap(({ span, value }, i) =>
      value === null ? [] : [{ span, newText: String(100 + i) }],
    ),
  );
}

function mutated(text: string, mutations: readonly Mutation[]): string {
  return mutations.reduce(
    (now, { kind, at, to }) => applyEdits(now, MUTATIONS[kind](parseReport(now), at, to)),
    text,
  );
}

const kinds = Object.keys(MUTATIONS) as Mutation['kind'][];

/** Texts of reports in all layouts, with up to `most` changes. */
export function mutatedReports(most: number): fc.Arbitrary<string> {
  const mutation = fc.record({ kind: fc.constantFrom(...kinds), at: fc.nat(), to: fc.nat() });
  return fc
    .tuple(
      recipes(),
      fc.constantFrom(...TEXT_LAYOUTS),
      fc.boolean(),
      fc.array(mutation, { maxLength: most }),
    )
    .map(([recipe, layout, own, mutations]) => {
      const { text } = writeReport({ ...recipe, layout });
      return mutated(own ? withOwnFigures(text) : text, mutations);
    });
}
