// The reviewer's tables: one row a report and what else there is in the folder, one row a finding, and the
// places that reports have in common, side by side.
import { SEVERITY_WORDS } from '../findings/severity.js';
import { SECTIONS } from '../form/formats.js';
import { beginningOf, type Sheet, type SheetCell, type SheetRow } from '../writing/sheet.js';
import { headingOf } from '../writing/writeTable.js';
import type { Copy } from './copies.js';
import { type FolderReport, type FolderReview, nameOf } from './folderReview.js';
import type { ReviewedReport } from './reviewedReport.js';
import { yearSheet } from './yearSheet.js';

/** All that a folder's review is told in, the first of them one row a report. */
export function reviewSheets(
  review: FolderReview,
): [reports: Sheet, findings: Sheet, copies: Sheet, years: Sheet] {
  return [reportSheet(review), findingSheet(review), copySheet(review), yearSheet(review)];
}

/** What the folder is, in a line. */
export function reviewSummary(review: FolderReview): string {
  const { year, reports, otherYears, missing, others, unreadable, copies } = review;
  const twice = reports.filter(({ twice: sent }) => sent).length;
  const parts = [
    `${year === null ? '' : `${year} 年度`}报告 ${reports.length} 份`,
    missing.length > 0 ? `未报 ${missing.length} 个单位` : '',
    twice > 0 ? `重复报送 ${twice} 份` : '',
    otherYears.length > 0 ? `其他年度 ${otherYears.length} 份` : '',
    others.length > 0 ? `不是年报 ${others.length} 个文件` : '',
    unreadable.length > 0 ? `读不了 ${unreadable.length} 个文件` : '',
    copies.length > 0 ? `相似 ${copies.length} 对` : '',
  ];
  return parts.filter((part) => part !== '').join('，');
}

function reportSheet(review: FolderReview): Sheet {
  const likeness = likenessOf(review.copies);
  const rows = [
    ...review.reports.map((one) => reportRow(one.report, stateOf(one), notesOf(one), likeness)),
    ...review.otherYears.map((report) =>
      reportRow(report, '其他年度', `本次审核 ${review.year} 年度`, likeness),
    ),
    ...review.missing.map(({ unit, otherYears }) => {
      const earlier = otherYears.map(({ path, year }) => `${path}（${year} 年度）`).join('、');
      const above = unit.superior === '' ? '' : `上级：${unit.superior}`;
      const notes = [above, earlier && `只有其他年度的：${earlier}`];
      return fileRow(unit.name, '未报', '', notes.filter(Boolean).join('；'));
    }),
    ...review.unreadable.map(({ path, reason }) => fileRow('', '读不了', path, reason)),
    ...review.others.map((path) => fileRow('', '不是年报', path, '')),
  ];
  return { name: '审核表', heads: REPORT_HEADS, rows };
}

const REPORT_HEADS = [
  ['单位', 16],
  ['年度', 5],
  ['情况', 8],
  ['格式', 5],
  ['错误', 4],
  ['警告', 4],
  ['信息', 4],
  ['提示', 4],
  ['勾稽一致', 5],
  ['勾稽不一致', 6],
  ['无法核对', 5],
  ['上年结转', 9],
  ['缺少的部分', 12],
  ['相似（%）', 6],
  ['与谁相似', 14],
  ['文件', 16],
  ['说明', 22],
] as const;
const FILE_COLUMN = REPORT_HEADS.findIndex(([words]) => words === '文件');

function reportRow(
  report: ReviewedReport,
  state: string,
  notes: string,
  likeness: ReadonlyMap<ReviewedReport, Likest>,
): SheetRow {
  const { counts, relations, template, missingSections } = report;
  const likest = likeness.get(report);
  const cells = [
    unitName(report),
    report.year,
    state,
    template === null ? null : template === 'mixed' ? '混用' : `${template} 年`,
    counts.error,
    counts.warning,
    counts.info,
    counts.hint,
    relations.held,
    relations.broken,
    relations.unknown,
    CARRIED[report.carriedOver ?? 'none'],
    SECTIONS.filter(({ number }) => missingSections.includes(number))
      .map(headingOf)
      .join('；'),
    likest ? percent(likest.share) : null,
    likest ? reportName(likest.other, report) : null,
    report.path,
    notes,
  ];
  return { cells, places: [[FILE_COLUMN, beginningOf(report.path)]] };
}

/** What is no report has a row, too, so that nothing of the folder is overlooked. */
function fileRow(unit: string, state: string, path: string, notes: string): SheetRow {
  const blank = Array<SheetCell>(REPORT_HEADS.length - 5).fill(null);
  const cells = [unit, null, state, ...blank, path, notes];
  return { cells, places: path === '' ? [] : [[FILE_COLUMN, beginningOf(path)]] };
}

const CARRIED = {
  held: '一致',
  broken: '不一致',
  unknown: '不能核对',
  none: '没有上年报告',
} as const;

function stateOf({ report, twice, isUnlisted }: FolderReport): string {
  if (report.year === null) return '年度不明';
  if (twice) return twice.age === 'older' ? '重复（旧）' : '重复报送';
  return isUnlisted ? '名单外' : '已报';
}

function notesOf({ report, twice, isUnlisted }: FolderReport): string {
  const notes: string[] = [];
  if (twice) {
    const others = twice.others.map(
      ({ path, isEqual }) => `${path}（${isEqual ? '内容相同' : '内容不同'}）`,
    );
    notes.push(`同一单位还有 ${others.join('、')}`, AGES[twice.age]);
  }
  if (report.year === null) notes.push('没有认出是哪一年的报告');
  if (isUnlisted) notes.push('不在单位名单里');
  return notes.join('；');
}

const AGES = {
  newest: '按修改时间，这一份最新',
  older: '按修改时间，这一份较旧',
  unknown: '修改时间相同，分不出哪一份新',
} as const;

/** The report that another is most like. */
interface Likest {
  readonly other: ReviewedReport;
  readonly share: number;
}

function likenessOf(copies: readonly Copy<ReviewedReport>[]): Map<ReviewedReport, Likest> {
  const likest = new Map<ReviewedReport, Likest>();
  // the most alike come first
  for (const { one, other, share } of copies)
    for (const [report, like] of [
      [one, other],
      [other, one],
    ] as const)
      if (!likest.has(report)) likest.set(report, { other: like, share });
  return likest;
}

function findingSheet({ reports }: FolderReview): Sheet {
  const rows = reports.flatMap(({ report }) =>
    report.items.map(({ severity, rule, section, span, places, message, advice }): SheetRow => {
      const spec = SECTIONS.find(({ number }) => number === section);
      const cells = [
        unitName(report),
        SEVERITY_WORDS[severity],
        spec ? headingOf(spec) : '标题和开头',
        places.join('；'),
        message,
        advice,
        rule,
        report.path,
      ];
      return { cells, places: [[4, { path: report.path, span }]] };
    }),
  );
  const heads = [
    ['单位', 16],
    ['级别', 4],
    ['部分', 14],
    ['位置', 24],
    ['问题', 40],
    ['建议', 20],
    ['规则', 10],
    ['文件', 24],
  ] as const;
  return { name: '问题', heads, rows };
}

function copySheet({ copies }: FolderReview): Sheet {
  const rows = copies.flatMap(({ one, other, share, places }) =>
    places.slice(0, MOST_PLACES).map(
      (place): SheetRow => ({
        cells: [
          reportName(one),
          reportName(other),
          percent(share),
          place.weight,
          sectionName(place.one.section),
          shortened(place.one.text),
          sectionName(place.other.section),
          shortened(place.other.text),
          one.path,
          other.path,
        ],
        places: [
          [5, { path: one.path, span: place.one.span }],
          [7, { path: other.path, span: place.other.span }],
        ],
      }),
    ),
  );
  const heads = [
    ['报告', 16],
    ['相似的报告', 16],
    ['相似（%）', 6],
    ['相同字数', 6],
    ['所在部分', 10],
    ['原文', 40],
    ['对方所在部分', 10],
    ['对方原文', 40],
    ['文件', 24],
    ['对方文件', 24],
  ] as const;
  return { name: '相似', heads, rows };
}

/** Of one pair no more places are shown. */
const MOST_PLACES = 50;
const LONGEST = 1000;

function shortened(text: string): string {
  const words = text.replace(/\s+/g, ' ');
  return words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
}

/** Whose a report is; of nobody who was recognized, what its file is called. */
function unitName({ organization, path }: ReviewedReport): string {
  return organization ?? `（没有认出单位）${nameOf(path)}`;
}

/** Whose it is; the year with it, unless it is that of the report beside it. */
function reportName({ organization, year, path }: ReviewedReport, beside?: ReviewedReport): string {
  const name = organization ?? nameOf(path);
  return year === null || year === beside?.year ? name : `${name} ${year} 年`;
}

function sectionName(section: number): string {
  const spec = SECTIONS.find(({ number }) => number === section);
  return spec ? headingOf(spec) : '';
}

function percent(share: number): number {
  return Math.round(share * 100);
}
