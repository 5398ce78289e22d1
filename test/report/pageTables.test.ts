// Tables as a page of a PDF shows them: columns set apart by blanks, the words of a label and of the heads of
// its groups over several lines, side by side. No cell may be read wrong, few may be lost.
import { describe, expect, it } from 'vitest';
import { createReportService, factsOf } from '../../server/src/service/index.js';
import { compare, explain, read } from '../generate/compare.js';
import { nthReport, writeReport } from '../generate/report.js';

const REPORTS = Number(process.env.NIANBAO_REPORTS ?? 200);
/** Of 1,000 cells, so many may be lost where labels are misspelled, columns missing, pages broken. */
const MOST_ABSENT = 40;

describe('generated pages', () => {
  it.each(['2021', '2019'] as const)('the clean form of %s is read whole', (template) => {
    for (let seed = 0; seed < 40; seed++) {
      const generated = writeReport({ seed, template, layout: 'page', variations: [] });
      const reading = read(generated);
      const comparison = compare(generated.expected, reading);
      const shown = comparison.differences.length && explain(generated, reading, comparison);
      expect(shown).toBe(0);
    }
  });

  it.each([0, 20_000, 40_000])('under all variations no cell is wrong: from %i', (from) => {
    const wrong: string[] = [];
    let cells = 0;
    let absent = 0;
    for (let n = from; n < from + REPORTS; n++) {
      const generated = nthReport(n, 'page');
      const compared = compare(generated.expected, read(generated));
      cells += compared.cells;
      for (const { path, kind } of compared.differences)
        if (path.includes('/') && kind === 'absent') absent++;
        else wrong.push(`${n} ${generated.description}: ${path} ${kind}`);
    }
    expect(wrong).toEqual([]);
    expect(absent / cells).toBeLessThan(MOST_ABSENT / 1000);
  });
});

const service = createReportService();
const THREE = '青禾县云水镇2023年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n';
const requests = (lines: string) => {
  const table = factsOf(service.parse(THREE + lines)).tables.requests ?? {};
  return Object.fromEntries(
    Object.entries(table).map(([key, row]) => [key, Object.values(row).join(' ')]),
  );
};
const told = (lines: string, ...rules: string[]) =>
  service
    .check(service.parse(THREE + lines))
    .diagnostics.filter(({ rule }) => rules.includes(rule))
    .map(({ rule, message }) => `${rule} ${message}`);

describe('rows with their labels side by side', () => {
  it('the number of a group does not take the rest of a label beside it', () => {
    const rest = `
          4.保护第三方合法   0    0    0    0    0    0    0
（三）    权益
不予公    5.属于三类内部事   0    0    2    0    0    0    2
开        务信息
`;
    expect(requests(rest)).toEqual({ '3.3.4': '0 0 0 0 0 0 0', '3.3.5': '0 0 2 0 0 0 2' });
    expect(told(rest, 'label')).toEqual([]);
  });

  const page = `
                    1.属于国家秘   0    0    3    0    0    0    3
                    密
三、本   （三）不   2.其他法律行
年度办   予公开     政法规禁止公   1    0    0    0    0    0    1
理结果              开
                    3.危及“三安   0    0    5    0    0    0    5
                    全一稳定”
`;

  it('each has its own figures', () => {
    expect(requests(page)).toEqual({
      '3.3.1': '0 0 3 0 0 0 3',
      '3.3.2': '1 0 0 0 0 0 1',
      '3.3.3': '0 0 5 0 0 0 5',
    });
  });

  it('nothing is said of their labels', () => {
    expect(told(page, 'label', 'bracket', 'broken-line', 'spacing', 'cell-value')).toEqual([]);
  });

  it('where a character counts as one blank alone, too', () => {
    const counted = `
              1.属于国家秘   0    0    3    0    0    0    3
              密
三、本   （三）不   2.其他法律行   1    0    0    0    0    0    1
年度办   予公开     政法规禁止公
理结果            开
`;
    expect(requests(counted)).toEqual({ '3.3.1': '0 0 3 0 0 0 3', '3.3.2': '1 0 0 0 0 0 1' });
  });

  it('figures beside words that are no label are of none', () => {
    const unknown = page
      .replace('2.其他法律行', '2.本地自设的')
      .replace('政法规禁止公', '项目甲乙丙丁');
    const { '3.3.1': first, '3.3.3': third } = requests(unknown);
    expect([first, third]).toEqual(['0 0 3 0 0 0 3', '0 0 5 0 0 0 5']);
  });

  it('a label without figures takes none from its neighbours', () => {
    const bare = page.replace('1    0    0    0    0    0    1', '');
    expect(requests(bare)).toEqual({ '3.3.1': '0 0 3 0 0 0 3', '3.3.3': '0 0 5 0 0 0 5' });
  });

  it('two lines of figures beside one label are of neither', () => {
    const twice = page.replace(/(2\.其他法律行)\n/, '$1   9    0    0    0    0    0    9\n');
    expect(requests(twice)).toEqual({ '3.3.1': '0 0 3 0 0 0 3', '3.3.3': '0 0 5 0 0 0 5' });
  });

  it('rows that all lack a figure lack a column: which one, nobody knows', () => {
    const narrow = page.replace(/ {4}0 {4}0 {4}0 /g, '    0    0 ');
    expect(requests(narrow)).toEqual({});
  });
});
