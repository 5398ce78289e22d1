// R11–R13: a figure or claim in the running text against the cell of the table that it speaks of.

import type { Finding, Fix, Related } from '../../findings/finding.js';
import { ROW, type TableKey, TOTAL, unitOf } from '../../form/formats.js';
import { cellName } from '../../judging/names.js';
import { cellAt } from '../../judging/relations.js';
import {
  type Bound,
  cellsOf,
  isAmount,
  isSound,
  meaningOf,
  readingsFor,
  significantCells,
} from '../../judging/statementCells.js';
import { readStatements, type Statement } from '../../prose/index.js';
import type { Cell, Report } from '../../report/report.js';
import type { Span } from '../../text/span.js';
import { example } from '../examples.js';
import { replace } from '../fixes.js';
import type { Rule } from '../rule.js';

const prose = (text: string) =>
  `青禾县云水镇人民政府2023年政府信息公开工作年度报告\n\n一、总体情况\n\n${text}\n\n`;
const requests = () =>
  example('requests', {
    '1': '14 0 0 0 0 0 14',
    '2': '2 0 0 0 0 0 2',
    '3.7': '15 0 0 0 0 0 15',
    '4': '1 0 0 0 0 0 1',
  });
const review = () =>
  example('review', {
    reconsideration: '1 0 0 0 1',
    direct: '0 0 0 0 0',
    afterReview: '0 0 0 0 0',
  });

export const proseTable: Rule = {
  id: 'prose-table',
  severity: 'warning',
  docs: () => ({
    title: '文字和表格的数对不上',
    english: 'Text contradicting its table',
    what: '正文说的申请、复议诉讼、规章和规范性文件、许可处罚强制、收费的数，与表格里对应的格不一致；“未收到申请”“全部办结”“未发生行政复议”等说法与表格矛盾。',
    why: '文字和表格说的是同一件事，读者一对照就会发现。收到、受理对本年新收（或加上年结转），办结、答复对（七）总计，结转下年度对第四项。',
    how: '对照台账，看是文字写错还是表格填错，两种改法都有快速修复，都不会自动批量套用。说的是另一个范围（办公室、某部门、其他年度）的数，请在句中写明。',
    invalid: [
      {
        note: '正文 4 件，表格 14 件',
        text: `${prose('2023年，我镇共收到政府信息公开申请4件。')}${requests()}`,
      },
      {
        note: '说全部办结，表格有结转',
        text: `${prose('2023年，我镇收到政府信息公开申请14件，已全部按时办结。')}${requests()}`,
      },
      {
        note: '说未发生行政复议，表格有 1 件',
        text: `${prose('2023年未发生因政府信息公开引起的行政复议、行政诉讼。')}${review()}`,
      },
    ],
    valid: [
      {
        note: '收到的数包括上年结转',
        text: `${prose('2023年，我镇共办理政府信息公开申请16件，其中上年结转2件，办结15件，结转下年度1件。')}${requests()}`,
      },
      {
        note: '只是其中一个渠道',
        text: `${prose('2023年，我镇收到政府信息公开申请14件，其中网络申请10件、信函申请4件。')}${requests()}`,
      },
      {
        note: '另一个范围、另一年的数',
        text: `${prose('2023年，全县共收到政府信息公开申请40件。2022年，我镇收到政府信息公开申请9件。')}${requests()}`,
      },
    ],
  }),
  *check(report) {
    if (Object.keys(report.tables).length === 0) return;
    let last: Contradiction[] = [];
    for (const statement of readStatements(report)) {
      const finding = withoutTotal(report, statement);
      const contradiction = finding ? null : contradictionOf(report, statement);
      if (last.length > 0 && last[0]?.statement.span.start !== statement.span.start) {
        yield reportContradictions(report, last);
        last = [];
      }
      if (finding) yield finding;
      if (contradiction) last.push(contradiction);
    }
    if (last.length > 0) yield reportContradictions(report, last);
  },
};

/** A statement with the figures of the table that it does not agree with. */
interface Contradiction {
  readonly statement: Statement;
  /** The plainest reading. */
  readonly first: Bound;
  readonly bound: readonly Bound[];
}

/** The table has figures for every reading, and the text agrees with none. */
function contradictionOf(report: Report, statement: Statement): Contradiction | null {
  const meaning = meaningOf(report, statement);
  if (meaning?.agrees !== false) return null;
  const { first, bound } = meaning;
  return isSound(report, statement.subject.table, bound) ? { statement, first, bound } : null;
}

/** One finding, also where one claim denies two things: 未发生行政复议、行政诉讼. */
function reportContradictions(report: Report, contradictions: readonly Contradiction[]): Finding {
  const [{ statement, first, bound }] = contradictions as [Contradiction];
  const { table } = statement.subject;
  const [at] = cellsOf(report, table, first) as [Cell];
  const other = bound.find(({ means, value }) => means && value !== first.value);
  const also = other && statement.figure ? `（${other.means}为 ${other.value}）` : '';
  const figures = contradictions.map((each) => describe(report, table, each.first)).join('，');
  return {
    span: statement.span,
    message: `文中写“${statement.words}”，表中${figures}${also}，两处不一致。请对照台账，看哪一处写错了。`,
    at: { table, row: at.row, column: at.column },
    related: contradictions.flatMap((each) => relatedCells(report, table, each.first)),
    fixes: statement.figure
      ? [fixText(statement, statement.figure, first), ...fixTable(report, statement, first)]
      : [
          ...fixClaim(report, contradictions),
          ...(contradictions.length > 1 ? [] : fixTable(report, statement, first)),
        ],
  };
}

/** 总计 is not in the table at all; but all that is given is zero, and the text has a figure. */
function withoutTotal(report: Report, statement: Statement): Finding | null {
  const { subject, value, figure } = statement;
  if (subject.table !== 'requests' || !figure || value <= 0 || subject.applicant !== TOTAL)
    return null;
  const table = report.tables.requests;
  if (!table || table.rows.every(({ cells }) => cells.size === 0 || cells.has(TOTAL))) return null;
  const rows = readingsFor(report, subject).flatMap(({ plus }) => plus.map(({ row }) => row));
  const found = rows.map((key) => table.rows.find((row) => row.key === key));
  const [first] = found;
  if (!first) return null;
  for (const row of found) {
    if (!row || row.cells.size === 0 || row.cells.has(TOTAL)) return null;
    for (const cell of row.cells.values()) if (cell.value !== 0) return null;
  }
  const name = cellName(report, 'requests', { row: first.key, column: TOTAL });
  return {
    span: statement.span,
    message: `文中写“${statement.words}”，表中没有${name}，这一行填了的各格都是 0，两处不一致。请补上“总计”，并对照台账看哪一处写错了。`,
    at: { table: 'requests', row: first.key, column: TOTAL },
    related: [
      { message: '这一行填了的各格都是 0，缺“总计”', span: first.label.span },
      ...[...first.cells.values()]
        .slice(0, 1)
        .map((cell) => ({ message: `${cellName(report, 'requests', cell)}：0`, span: cell.span })),
    ],
    fixes: [replace(figure, '0', '把文字改为 0')],
  };
}

/** “一、本年新收…”的“总计”是 14; for several cells: their sum. */
function describe(report: Report, table: TableKey, { plus, minus = [], value }: Bound): string {
  const cells = plus.filter((key) => plus.length === 1 || cellAt(report, table, key)?.value !== 0);
  const [only, ...more] = cells.length > 0 ? cells : plus;
  if (only && more.length === 0 && minus.length === 0)
    return `${cellName(report, table, only)}是 ${value}${unitWord(table, only)}`;
  const term = (key: (typeof plus)[number]) =>
    `${cellName(report, table, key)} ${cellAt(report, table, key)?.value}`;
  if (value === 0) return '对应的各格都是 0';
  return `${cells.map(term).join(' + ')} = ${value}`;
}

function unitWord(table: TableKey, { row, column }: Bound['plus'][number]): string {
  return unitOf(table, row, column) === 'amount' ? ' 万元' : '';
}

function relatedCells(report: Report, table: TableKey, bound: Bound): Related[] {
  return significantCells(report, table, bound).map((cell) => ({
    message: `${cellName(report, table, cell)}：${cell.value}`,
    span: cell.span,
  }));
}

function fixText(statement: Statement, figure: Span, { value }: Bound): Fix {
  const { subject, scale } = statement;
  const amount = isAmount(subject);
  const written = !amount ? String(value) : scale === 1e4 ? `${value}万` : String(value * 1e4);
  return replace(figure, written, `把文字改为 ${written}`);
}

/** 未收到申请 → 收到申请14件; what else is claimed is put in figures. */
function fixClaim(report: Report, contradictions: readonly Contradiction[]): Fix[] {
  const [{ statement }] = contradictions as [Contradiction];
  const { span } = statement;
  const words = report.text.slice(span.start, span.end);
  const told = contradictions.map(({ statement: { subject }, first: { value } }) => {
    if (subject.table === 'disclosure') return `制发行政规范性文件${value}件`;
    if (subject.table === 'review') return caseWords(subject, value);
    if (subject.act === 'carriedIn') return `上年结转${value}件`;
    if (subject.act === 'new') {
      const not = /^(?:未(?:曾)?|没有?)(?=收到|接到|受理)/.exec(words)?.[0];
      return not ? `${words.slice(not.length)}${value}件` : `收到政府信息公开申请${value}件`;
    }
    const done = cellAt(report, 'requests', { row: ROW.finished, column: TOTAL })?.value;
    if (words.includes('结转')) return `结转下年度继续办理${value}件`;
    return done ? `办结${done}件、结转下年度继续办理${value}件` : null;
  });
  if (told.includes(null)) return [];
  const newText = told.join('、');
  return [replace(span, newText, `把文字改为“${newText}”`)];
}

function caseWords({ blocks, columns }: ReviewSubject, value: number): string | null {
  if (columns[0] !== TOTAL) return null;
  return blocks[0] === ROW.reconsideration
    ? `因政府信息公开被申请行政复议${value}件`
    : `因政府信息公开被提起行政诉讼${value}件`;
}

type ReviewSubject = Extract<Statement['subject'], { table: 'review' }>;

/** The one cell meant; where all applicants stand in one column, that one with it. */
function fixTable(report: Report, { value, subject, part }: Statement, first: Bound): Fix[] {
  const { table } = subject;
  if (part || first.plus.length !== 1 || first.minus?.length) return [];
  const cell = cellAt(report, table, first.plus[0] as Bound['plus'][number]);
  if (!cell) return [];
  const wanted = isAmount(subject) ? value / 1e4 : value;
  const row = report.tables[table]?.rows.find(({ key }) => key === cell.row);
  const same = [...(row?.cells.values() ?? [])].filter(
    (other) => other !== cell && other.value !== 0 && cell.column === TOTAL,
  );
  const [alone, ...more] = same;
  const also = alone && more.length === 0 && alone.value === cell.value ? [alone] : [];
  return [
    {
      title: `把表中${cellName(report, table, cell)}改为 ${wanted}`,
      safe: false,
      edits: [...also, cell]
        .toSorted((a, b) => a.span.start - b.span.start)
        .map(({ span }) => ({ span, newText: String(wanted) })),
    },
  ];
}
