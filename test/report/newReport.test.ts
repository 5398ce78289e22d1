// A new report of any kind is read as what it was asked to be, without an
// error, whatever last year's report looks like.
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  columnsOf,
  formatOf,
  rowsOf,
  TABLE_KEYS,
  tableOf,
  templateOfYear,
} from '../../server/src/form/formats.js';
import { promptsIn } from '../../server/src/form/prompts.js';
import { loadLexicon } from '../../server/src/lexicon/lexicon.js';
import type { Report } from '../../server/src/report/report.js';
import { createReportService, newReport } from '../../server/src/service/index.js';
import { recipes } from '../generate/arbitrary.js';
import { read } from '../generate/compare.js';
import { LAYOUTS } from '../generate/layouts/index.js';
import { nthReport, writeReport } from '../generate/report.js';

const DATA = path.resolve(import.meta.dirname, '../../server/src/lexicon/data/lexicon.bin');
const lexicon = loadLexicon(fs.readFileSync(DATA));
const service = createReportService({ lexicon: () => lexicon });

const ORGANS = {
  town: '青禾县云水镇人民政府',
  bureau: '青禾县教育局',
  county: '青禾县人民政府',
  city: '青州市人民政府',
  province: '青禾省人民政府',
} as const;
const LEVELS = Object.keys(ORGANS) as (keyof typeof ORGANS)[];
const YEARS = [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026];
const NO_RULES = ['town', 'bureau', 'county'];

type Wanted = Parameters<typeof newReport>[0];

/** Every cell of the form by `table/row/column`, as a report has it; blanks are null. */
function cellsOf({ tables }: Report) {
  return TABLE_KEYS.flatMap((table) =>
    (tables[table]?.rows ?? []).flatMap(({ key: row, cells }) =>
      [...cells].map(([column, { value, flaw }]) => {
        expect([null, 'blank']).toContain(flaw);
        return [`${table}/${row}/${column}`, value] as const;
      }),
    ),
  );
}

function formOf(year: number): string[] {
  const template = templateOfYear(year);
  return TABLE_KEYS.flatMap((table) =>
    rowsOf(tableOf(template, table)).flatMap(({ key: row }) =>
      columnsOf(template, table, row).map(({ key }) => `${table}/${row}/${key}`),
    ),
  );
}

/** Throws unless the new report is as it was wanted, and faultless. */
function isFaultless(wanted: Wanted) {
  const { organization, year, previous, eol = '\n' } = wanted;
  const text = newReport(wanted);
  const report = service.parse(text);
  expect(report).toMatchObject({ recognized: true, organization, year });
  expect(report.template).toBe(templateOfYear(year));
  expect(report.title?.repeated).toEqual([]);
  expect(report.sections.map(({ number, official }) => official && number)).toEqual([
    1, 2, 3, 4, 5, 6,
  ]);
  const numerals = report.sections.map(({ numbering }) => numbering).join('');
  expect(numerals).toBe('一、二、三、四、五、六、');
  for (const key of TABLE_KEYS) {
    const table = report.tables[key]!;
    expect(table.layout).toBe(wanted.layout);
    expect(table.rows.filter(({ misfit }) => misfit)).toEqual([]);
    expect(table.orphans).toEqual([]);
  }
  const cells = cellsOf(report);
  expect(cells.map(([cell]) => cell).sort()).toEqual(formOf(year).sort());
  expect(text.endsWith(eol)).toBe(true);
  const errors = [
    ...service.check(report).diagnostics,
    ...service.check(report, {}, previous, 'previous.txt').diagnostics,
  ].filter(({ severity }) => severity === 'error');
  expect(errors).toEqual([]);
  return { text, report, cells: new Map(cells) };
}

describe.each(LEVELS)('%s', (level) => {
  it.each(['markdown', 'tab'] as const)('from nothing, every year, blank: %s', (layout) => {
    for (const year of YEARS) {
      const { text, report, cells } = isFaultless({ organization: ORGANS[level], year, layout });
      for (const [cell, value] of cells) {
        const isKnown = cell.startsWith('disclosure/rules/') && NO_RULES.includes(level);
        expect(value, cell).toBe(isKnown ? 0 : null);
      }
      const { diagnostics, relations } = service.check(report);
      expect(relations).toMatchObject({ held: 0, broken: 0 });
      // nothing but what is still to be done
      expect([...new Set(diagnostics.map(({ rule }) => rule))].sort()).toEqual([
        'cell-value',
        'residue',
      ]);
      const told = diagnostics.filter(({ rule }) => rule === 'residue').map(({ span }) => span);
      expect(told).toEqual(promptsIn(text));
    }
  });

  it.each(['markdown', 'tab'] as const)('from nothing, every year, zeros: %s', (layout) => {
    for (const year of YEARS) {
      const wanted = { organization: ORGANS[level], year, layout, zeros: true };
      const { report, cells } = isFaultless(wanted);
      expect(new Set(cells.values())).toEqual(new Set([0]));
      const { diagnostics, relations } = service.check(report);
      const all = formatOf(templateOfYear(year)).relations.length;
      expect(relations).toEqual({ held: all, broken: 0, unknown: 0 });
      expect([...new Set(diagnostics.map(({ rule }) => rule))]).toEqual(['residue']);
    }
  });
});

const wants = fc.record({
  level: fc.constantFrom(...LEVELS),
  layout: fc.constantFrom('markdown' as const, 'tab' as const),
  zeros: fc.boolean(),
  eol: fc.constantFrom('\n', '\r\n'),
});

describe('from last year’s report', () => {
  it.each(LAYOUTS.map(({ id }) => id))('in layout %s, however written', (layout) => {
    fc.assert(
      fc.property(recipes(layout), wants, fc.integer({ min: 0, max: 3 }), (recipe, want, apart) => {
        const previous = read(writeReport(recipe)).report;
        const { organization, year } = previous;
        const own = organization ?? ORGANS[want.level];
        isFaultless({
          ...want,
          organization: /^[\u4e00-\u9fff]+$/.test(own) ? own : ORGANS[want.level],
          year: Math.max(2019, (year ?? 2022) + apart),
          previous,
        });
      }),
      { numRuns: Number(process.env.NIANBAO_RUNS ?? 60) },
    );
  });

  it.each(LAYOUTS.map(({ id }) => id))('in layout %s carries over row 四', (layout) => {
    let carried = 0;
    for (let n = 0; n < 12; n++) {
      const { facts, report } = read({
        ...nthReport(n, layout),
        ...writeReport({ seed: n, template: n % 3 ? '2021' : '2019', layout, variations: [] }),
      });
      const { organization, year } = report;
      if (organization === null || year === null) throw new Error(`no title in ${layout} ${n}`);
      const wanted = { organization, year: year + 1, layout: 'tab' as const, previous: report };
      const { cells } = isFaultless(wanted);
      for (const [column, value] of Object.entries(facts.tables.requests?.['4'] ?? {})) {
        expect(cells.get(`requests/2/${column}`)).toBe(value);
        carried++;
      }
      const kept = newReport(wanted).match(/【上年文字，请改写】/g) ?? [];
      expect(kept.length).toBeGreaterThan(3);
    }
    expect(carried).toBeGreaterThan(60);
  });

  it('which is any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(lines), wants, (start, rest, want) => {
        const previous = service.parse([start, ...rest].join('\n'));
        isFaultless({ ...want, organization: ORGANS[want.level], year: 2023, previous });
      }),
      { numRuns: 100 },
    );
  });
});

/** Lines that could lead astray. */
const lines = fc.constantFrom(
  '青禾县教育局2022年政府信息公开工作年度报告',
  '# 青禾县人民政府2022年政府信息公开工作年度报告',
  '一、总体情况',
  '## 一、总体情况',
  '## 五、存在的主要问题及改进情况',
  '### （二）主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况。收到1件。',
  '四、政府信息公开行政复议、行政诉讼情况',
  '六、其他需要报告的事项',
  '总体情况',
  '### 总体情况',
  '**其他需要报告的事项**',
  '（一）予以公开',
  '四、结转下年度继续办理\t\t\t1\t0\t0\t0\t0\t0\t1',
  '| 规章 | 0 | 0 | 0 |',
  '规章000；',
  '```',
  '<!-- 甲',
  '乙 -->',
  '丙<!--丁-->戊。',
  '【请写明：己】',
  '【上年文字，请改写】庚。',
  '| --- |',
  '---',
  '<table><tr><td>规章</td></tr></table>',
  '第二十条第（一）项：',
  '收到申请1件，其中予以公开5件。',
  '- 列表',
  '> 引文',
);
