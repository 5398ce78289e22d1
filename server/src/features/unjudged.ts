// Why relations of a table cannot be judged: what it lacks, or what nobody can read in it.
import { printed } from '../form/formats.js';
import type { Report, Table } from '../report/report.js';
import type { Span } from '../text/span.js';
import { missingColumns } from '../writing/missingColumns.js';
import { missingRows } from '../writing/missingRows.js';

export interface Unjudged {
  /** 缺 2 列（其他、总计）; what keeps most from being judged comes first. */
  readonly why: string;
  /** What would have to be put in, where something is missing: 缺行缺列. */
  readonly missing: string;
  /** The first place to look at, where something is there that cannot be read. */
  readonly span: Span | undefined;
}

/** Named where they are few. */
const FEW = 3;

export function unjudgedIn(report: Report, table: Table): Unjudged {
  const columns = missingColumns(report, table);
  const rows = missingRows(report, table).flatMap((run) => run.rows);
  const misfits = table.rows.flatMap(({ misfit }) => misfit ?? []);
  const cells = table.rows.flatMap((row) => (row.misfit ? [] : [...row.cells.values()]));
  const blank = cells.filter(({ flaw }) => flaw === 'blank');
  const unread = cells.filter(({ flaw, value }) => value === null && flaw !== 'blank');
  const reasons = [
    lacking('列', columns.map(printed)),
    lacking('行', rows.map(printed)),
    misfits.length > 0 && `${misfits.length} 行的数比列多或者少`,
    unread.length > 0 && `${unread.length} 格不是数`,
    blank.length > 0 && `${blank.length} 格空着`,
  ].filter((reason) => reason !== false);
  const first = [...misfits, ...unread]
    .map(({ span }) => span)
    .sort((a, b) => a.start - b.start)[0];
  return {
    why: reasons.slice(0, 2).join('，'),
    missing: `${rows.length > 0 ? '缺行' : ''}${columns.length > 0 ? '缺列' : ''}`,
    span: first,
  };
}

function lacking(what: '行' | '列', names: readonly string[]): string | false {
  if (names.length === 0) return false;
  const named = names.length <= FEW ? `（${names.join('、')}）` : '';
  return `缺 ${names.length} ${what}${named}`;
}
