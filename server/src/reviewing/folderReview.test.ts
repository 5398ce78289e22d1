// What a folder is to a reviewer: who has sent what, twice, for another year, or nothing; and how the table says it.
import { describe, expect, it } from 'vitest';
import { wholeReport } from '../rules/examples.js';
import { createReportService } from '../service/index.js';
import { type FolderFile, reviewFolder } from './folderReview.js';
import { reviewedReport } from './reviewedReport.js';
import { reviewSheets } from './reviewTable.js';
import { unitsOf } from './unitList.js';

const service = createReportService();

function file(
  path: string,
  text: string,
  modified: number | null = null,
  before?: string,
): FolderFile {
  const report = service.parse(text);
  const previous = before === undefined ? undefined : service.parse(before);
  const checked = service.check(report, {}, previous);
  const { template } = report;
  return {
    kind: 'report',
    report: reviewedReport({ path, modified, report, template, ...checked, previous }),
  };
}

const of = (organ: string, year = 2023) => wholeReport({ 青禾县云水镇人民政府: organ }, year);
const UNITS = unitsOf([['青禾县云水镇'], ['柳溪镇', '青禾县'], ['教育局', '青禾县']]);

/** The rows of the table: unit, year, state, file, notes. */
const rows = (...given: Parameters<typeof reviewFolder>) =>
  reviewSheets(reviewFolder(...given))[0].rows.map(({ cells: row }) =>
    [0, 1, 2, 15, 16].map((at) => row[at] ?? '').join('|'),
  );

describe('a folder', () => {
  const files: FolderFile[] = [
    file('b.txt', of('青禾县柳溪镇人民政府')),
    file('a.txt', of('青禾县云水镇人民政府')),
    file('旧.txt', of('青禾县教育局', 2022)),
    { kind: 'noReport', path: '通知.txt' },
    { kind: 'unreadable', path: '坏.pdf', reason: '文件已损坏' },
  ];

  it('calls a report of nobody known by its file', () => {
    const [unknown, known] = [file('乡镇/1.txt', of('')), file('2.txt', of('青禾县教育局'))];
    expect(rows([unknown, known]).map((row) => row.split('|')[0])).toEqual([
      '（没有认出单位）1.txt',
      '青禾县教育局',
    ]);
  });

  it('is all in one table: reports, other years, missing units, and what is none', () => {
    expect(rows(files, { units: UNITS })).toEqual([
      '青禾县云水镇人民政府|2023|已报|a.txt|',
      '青禾县柳溪镇人民政府|2023|已报|b.txt|',
      '青禾县教育局|2022|其他年度|旧.txt|本次审核 2023 年度',
      '教育局||未报||上级：青禾县；只有其他年度的：旧.txt（2022 年度）',
      '||读不了|坏.pdf|文件已损坏',
      '||不是年报|通知.txt|',
    ]);
  });

  it('is of the latest year, or of the one that was asked for', () => {
    expect(reviewFolder(files).year).toBe(2023);
    expect(rows(files, { year: 2022 })[0]).toBe('青禾县教育局|2022|已报|旧.txt|');
    expect(reviewFolder([]).year).toBe(null);
  });

  it('misses nobody without a list', () => {
    expect(reviewFolder(files).missing).toEqual([]);
  });

  it('names who is not on the list, and reports of no known year', () => {
    const unknown = of('青禾县云水镇人民政府').replaceAll('2023年', '');
    const told = rows([...files, file('c.txt', of('青禾县审计局')), file('d.txt', unknown)], {
      units: UNITS,
    });
    expect(told).toContain('青禾县审计局|2023|名单外|c.txt|不在单位名单里');
    expect(told.find((row) => row.includes('|年度不明|d.txt|'))).toContain(
      '没有认出是哪一年的报告',
    );
  });
});

describe('a report that was sent twice', () => {
  const text = of('青禾县云水镇人民政府');
  const other = text.replace('依法做好', '认真做好');
  const [day, later] = [1_700_000_000_000, 1_700_000_600_000];
  const states = (...files: FolderFile[]) => rows(files).map((row) => row.split('|').slice(2));

  it('counts as it was changed last', () => {
    expect(states(file('a.txt', text, day), file('b.docx', other, later))).toEqual([
      ['重复报送', 'b.docx', '同一单位还有 a.txt（内容不同）；按修改时间，这一份最新'],
      ['重复（旧）', 'a.txt', '同一单位还有 b.docx（内容不同）；按修改时间，这一份较旧'],
    ]);
  });

  it('is neither the newer where times are the same or unknown; copies by name come last', () => {
    // copied together, the copy a little later
    for (const [copied, time] of [
      [day, day],
      [day + 400, day],
      [null, null],
    ] as const)
      expect(states(file('年报 - 副本.txt', text, copied), file('年报.txt', text, time))).toEqual([
        [
          '重复报送',
          '年报.txt',
          '同一单位还有 年报 - 副本.txt（内容相同）；修改时间相同，分不出哪一份新',
        ],
        [
          '重复报送',
          '年报 - 副本.txt',
          '同一单位还有 年报.txt（内容相同）；修改时间相同，分不出哪一份新',
        ],
      ]);
  });

  it('is not one on another year, nor one of another organ', () => {
    const files = [
      file('a.txt', text),
      file('b.txt', of('青禾县云水镇人民政府', 2022)),
      file('c.txt', of('青禾县云水镇财政所')),
    ];
    expect(reviewFolder(files).reports.every(({ twice }) => twice === null)).toBe(true);
  });

  it('is compared with others once', () => {
    const files = [file('a.txt', text, day), file('b.txt', text, later)];
    expect(reviewFolder(files).copies).toEqual([]);
  });
});

describe('the row of a report', () => {
  const cells = (one: FolderFile) => reviewSheets(reviewFolder([one]))[0].rows[0]?.cells ?? [];
  const carried = (text: string, label: string, figures: string) =>
    text.replace(new RegExp(`(${label}\\t+)0(?:\\t0){6}`), `$1${figures.replaceAll(' ', '\t')}`);
  const now = of('青禾县云水镇人民政府');
  const then = of('青禾县云水镇人民政府', 2022);
  const out = (figures: string) => carried(then, '结转下年度继续办理', figures);

  it('counts findings by severity, and relations', () => {
    const row = cells(file('a.txt', carried(now, '本年新收政府信息公开申请数量', '5 0 0 0 0 0 5')));
    expect(row.slice(3, 11)).toEqual(['2021 年', 2, 0, 1, 0, 40, 2, 0]);
  });

  it.each([
    ['一致', now, then],
    ['没有上年报告', now, undefined],
    ['不一致', now, carried(out('2 0 0 0 0 0 2'), '本年新收政府信息公开申请数量', '2 0 0 0 0 0 2')],
    ['不能核对', now, out('2 0 0 0 0 0 3')],
    ['不能核对', carried(now, '上年结转政府信息公开申请数量', '0 0  0 0 0 0'), then],
    ['不能核对', now.replace(/^.*上年结转.*\n/m, ''), then],
  ])('says of carry-over: %s', (state, report, previous) => {
    expect(cells(file('a.txt', report, null, previous))[11]).toBe(state);
  });

  it('names the sections that are missing', () => {
    const row = cells(
      file('a.txt', now.replace(/六、其他需要报告的事项/, '').replace('五、存在', '存在')),
    );
    expect(row[12]).toContain('六、其他需要报告的事项');
    expect(cells(file('a.txt', now))[12]).toBe('');
  });
});
