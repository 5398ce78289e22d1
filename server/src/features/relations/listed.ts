// What the list of relations says of each: whether it holds, in the form's words, and where it stands.
import { type CellKey, SECTIONS, type TableKey } from '../../form/formats.js';
import type { Cell, Report } from '../../report/report.js';
import type { Span } from '../../text/span.js';

/** Relations of one kind. */
export interface RelationGroup {
  /** What they say: 每一列：一 + 二 = 三（七）+ 四. */
  readonly title: string;
  /** What excuses a difference. */
  readonly note?: string;
  readonly relations: readonly ListedRelation[];
}

export interface ListedRelation {
  /** What it is about: “自然人”一列. */
  readonly name: string;
  readonly state: RelationState;
  /** The figures of both sides; where it cannot be judged, why. */
  readonly words: string;
  /** Where to look; null where nothing of it is there. */
  readonly span: Span | null;
  /** In last year's report, where one side stands there. */
  readonly before?: Span;
}

export type RelationState = 'held' | 'broken' | 'unknown';

/** A cell in words, with its figure: 自然人 5. */
export interface NamedFigure {
  readonly name: string;
  readonly value: number;
}

/** Beyond so many, the terms that are 0 say nothing. */
const FEW = 2;

/** 自然人 5 + 商业企业 1. */
export function sumWords(terms: readonly NamedFigure[]): string {
  const shown = shownOf(terms);
  return shown.length === 0
    ? '各项 0'
    : shown.map(({ name, value }) => `${name} ${value}`).join(' + ');
}

/** A side with what it comes to, where that is not all it says. */
export function sideWords(terms: readonly NamedFigure[], sum: number): string {
  return shownOf(terms).length > 1 ? `${sumWords(terms)} = ${sum}` : sumWords(terms);
}

function shownOf(terms: readonly NamedFigure[]): readonly NamedFigure[] {
  return terms.length > FEW ? terms.filter(({ value }) => value !== 0) : terms;
}

/** 左 自然人 5 + 商业企业 1 = 6，右 总计 7，相差 1. */
export function breachWords(left: string, right: string, difference: number): string {
  return `左 ${left}，右 ${right}，相差 ${Math.abs(difference)}`;
}

/** A cell whose figure is not known. */
export interface Unread {
  readonly key: CellKey;
  readonly name: string;
  readonly cell: Cell | undefined;
}

/** Why nothing can be said of `all` cells: “自然人”空着, 没有读到“总计”. */
export function whyUnknown(
  report: Report,
  table: TableKey,
  cells: readonly Unread[],
  all: number,
): string {
  const own = report.tables[table];
  if (!own) return '没有读到这张表';
  if (own.unreadable) return '表里的字和数连在一起，读不出来';
  const rowOf = ({ key }: Unread) => own.rows.find((row) => row.key === key.row);
  const absent = cells.filter(({ cell }) => !cell);
  const isMisfit = (one: Unread) => rowOf(one)?.misfit != null;
  const missing = absent.filter((one) => !isMisfit(one));
  const blank = cells.filter(({ cell }) => cell?.flaw === 'blank');
  const others = cells.filter(({ cell }) => cell && cell.flaw !== 'blank');
  const wrong = others.filter(({ cell }) => cell?.value === null);
  const flawed = others.filter(({ cell }) => cell?.value !== null);
  const told = (which: readonly Unread[]) => (which.length === all ? '各格都' : named(which));
  return [
    missing.length > 0 && (missing.length === all ? '没有读到这些数' : `没有读到${named(missing)}`),
    absent.some(isMisfit) && '这一行的数比列多或者少',
    blank.length > 0 && `${told(blank)}空着`,
    wrong.length > 0 && `${told(wrong)}写的不是数`,
    flawed.length > 0 && `${told(flawed)}的写法要先改好`,
  ]
    .filter((reason) => reason !== false)
    .join('，');
}

/** Names take so much room, one of them whatever it takes. */
const ROOM = 24;

/** “自然人”、“其他”, “自然人”、“商业企业”等 5 格. */
function named(cells: readonly Unread[]): string {
  const names = cells.map(({ name }) => `“${name}”`);
  let room = ROOM;
  const shown = names.filter((name, i) => {
    room -= name.length;
    return i === 0 || room >= 0;
  });
  const more = shown.length < names.length ? `等 ${names.length} 格` : '';
  return `${shown.join('、')}${more}`;
}

/** The heading of the section that a table belongs to. */
export function sectionOf(report: Report, table: TableKey): Span | null {
  const number = SECTIONS.find((spec) => spec.table === table)?.number;
  return report.sections.find((section) => section.number === number)?.heading ?? null;
}
