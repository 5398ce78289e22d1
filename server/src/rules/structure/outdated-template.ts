// Labels of the 2019 format in a report on 2021 or later, whole or mixed.

import type { Finding, Fix } from '../../findings/finding.js';
import { numberOf } from '../../form/documents.js';
import {
  type ColumnKey,
  formatOf,
  isOlder,
  named,
  type RowKey,
  rowsOf,
  splitGroupsOf,
  type TableKey,
  type TemplateId,
  tableOf,
  templateOfYear,
} from '../../form/formats.js';
import { counterpart, newestOf } from '../../judging/counterpart.js';
import type { Label, Report, Table } from '../../report/report.js';
import { inFormat } from '../../writing/inFormat.js';
import { example } from '../examples.js';
import { replace } from '../fixes.js';
import type { Rule } from '../rule.js';

const oldTable = () =>
  example('disclosure', { rules: '0 0 0', normative: '2 2 8', licensing: '3 1 9' }, '2019');
const onYear = (year: number, text: string) =>
  `青禾县民政局${year}年政府信息公开工作年度报告\n\n${text}`;

export const outdatedTemplate: Rule = {
  id: 'outdated-template',
  severity: 'error',
  docs: () => ({
    title: '用了旧格式',
    english: 'Outdated form',
    what: '2021 年度及以后的报告里有 2019 年格式的行名、列名，整张表或混用，如“本年新制作数量”“规范性文件”“上一年项目数量”。',
    why: '国办公开办函〔2021〕30号修订了格式，从 2021 年度报告起执行；旧表的栏目含义不同，数也对不上。',
    how: '混用时逐个改名；整张旧表可以转换成新表：含义相同的数带过去，没有去处的数列在表后的说明里，核对后再删，不会悄悄丢掉。',
    invalid: [
      { note: '2022 年度的报告用 2019 年的表', text: onYear(2022, oldTable()) },
      {
        note: '新表里混了旧行名',
        text: onYear(2022, example('disclosure', { rules: '0 0 0', normative: '1 0 3' })).replace(
          '行政规范性文件',
          '规范性文件',
        ),
      },
    ],
    valid: [
      { note: '2020 年度的报告用 2019 年的表', text: onYear(2020, oldTable()) },
      {
        note: '2022 年度的报告用 2021 年的表',
        text: onYear(2022, example('disclosure', { rules: '0 0 0', normative: '1 0 3' })),
      },
      { note: '看不出年度，不下结论', text: oldTable().replace(/^.*\n/, '') },
    ],
  }),
  *check(report) {
    if (report.year === null || report.template === null) return;
    const due = templateOfYear(report.year);
    if (report.template === 'mixed' || report.template === due) yield* mixedLabels(report, due);
    else if (isOlder(report.template, due)) yield* wholeFormat(report, report.template, due);
  },
};

/** The number of the document that set a format. */
const sourceOf = (id: TemplateId) => numberOf(formatOf(id).notice);

function* wholeFormat(report: Report, old: TemplateId, due: TemplateId): Iterable<Finding> {
  const labels = oldLabels(report, due);
  const first = labels[0];
  if (!first) return;
  const fix = convertAll(report, due);
  yield {
    span: first.label.span,
    message: `用的是 ${old} 年的格式（如“${first.label.official}”），${report.year} 年度的报告应用 ${sourceOf(due)} 的新格式。换成新格式后，新增的项目要补填。`,
    at: first.at,
    related: labels.slice(1, 6).map(({ label }) => ({
      message: `${newestOf(label)} 年的“${label.official}”`,
      span: label.span,
    })),
    fixes: fix ? [fix] : [],
  };
}

function* mixedLabels(report: Report, due: TemplateId): Iterable<Finding> {
  for (const { label, at, table } of oldLabels(report, due)) {
    const wanted = counterpart(table, label, at.row, due);
    const edits = inFormat(report, table, due);
    const now = wanted
      ? `新格式是“${wanted}”`
      : (splitInto(table.key, at.row, due) ?? '新格式没有这一项');
    yield {
      span: label.words,
      message: `“${label.official}”是 ${newestOf(label)} 年格式的${at.row && !at.column ? '行' : '列'}名，${now}（${sourceOf(due)}）。`,
      at,
      fixes: [
        ...(wanted ? [replace(label.words, wanted, `改为“${wanted}”`)] : []),
        ...(edits ? [{ title: `整张表改为 ${due} 年格式`, safe: false, edits }] : []),
      ],
    };
  }
}

/** What a row was split into, with what is to be done; null where it was not. */
function splitInto(table: TableKey, row: RowKey | undefined, due: TemplateId): string | null {
  const group = splitGroupsOf(table).find((one) => one.row === row);
  if (!group) return null;
  const rows = rowsOf(tableOf(due, table)).filter(({ key }) => group.parts.includes(key));
  return `新格式在它下面分成 ${rows.length} 行（${rows.map(named).join('、')}），各填各的数`;
}

interface OldLabel {
  readonly table: Table;
  readonly label: Label;
  readonly at: { table: TableKey; row?: RowKey; column?: ColumnKey };
}

/** The labels that only formats before the one due have, in order of place. */
function oldLabels({ tables }: Report, due: TemplateId): OldLabel[] {
  const isOld = (label: Label) => label.match === 'exact' && isOlder(newestOf(label), due);
  return Object.values(tables)
    .flatMap((table): OldLabel[] => [
      ...table.columns
        .filter(isOld)
        .map((label) => ({ table, label, at: { table: table.key, column: label.key } })),
      ...table.rows
        .filter((row) => isOld(row.label))
        .map(({ label, key }) => ({ table, label, at: { table: table.key, row: key } })),
    ])
    .sort((a, b) => a.label.span.start - b.label.span.start);
}

function convertAll(report: Report, due: TemplateId): Fix | null {
  const old = new Set(oldLabels(report, due).map(({ table }) => table));
  const edits = [...old].map((table) => inFormat(report, table, due));
  // half a conversion would leave a mixed report behind
  if (edits.some((one) => one === null)) return null;
  const title = `旧表转换成 ${due} 年格式`;
  return { title, safe: false, edits: edits.flatMap((one) => one ?? []) };
}
