import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../form/formats.js';
import { KEPT, promptsIn } from '../../form/prompts.js';
import { cellAt } from '../../judging/relations.js';
import { parseReport } from '../../reading/parse.js';
import type { Report } from '../../report/report.js';
import { filledWith } from '../../rules/examples.js';
import { headingOf, sectionSpec, writeTable } from '../../writing/writeTable.js';
import { type NewReport, newReport } from './newReport.js';

const TOWN = '青禾县云水镇人民政府';
const write = (wanted: Partial<NewReport> = {}) =>
  newReport({ organization: TOWN, year: 2023, layout: 'tab', ...wanted });
const read = (wanted?: Partial<NewReport>) => parseReport(write(wanted));

/** The figures of a row of table 三 as they are written. */
const rowOf = (report: Report, row: string) =>
  columnsOf('2021', 'requests', row)
    .map((column) => cellAt(report, 'requests', { row, column: column.key })?.value ?? '_')
    .join(' ');

interface Past {
  readonly organ?: string;
  readonly year?: number;
  /** Row 四 of table 三: `1 0 0 0 0 0 1`. */
  readonly out?: string;
  readonly inForce?: string;
  readonly layout?: 'tab' | 'markdown';
  /** Text by section. */
  readonly told?: Readonly<Record<number, string>>;
}

/** Last year's report. */
function past({
  organ = TOWN,
  year = 2022,
  out = '1 0 0 0 0 0 1',
  inForce = '9',
  layout = 'tab',
  told = {},
}: Past) {
  const table = (number: number) => {
    const { table } = sectionSpec(number);
    if (!table) return '';
    return writeTable(table, {
      template: '2021',
      layout,
      eol: '\n',
      fill: filledWith(table, { '4': out, normative: `0 0 ${inForce}` }, '2021'),
    });
  };
  const sections = [1, 2, 3, 4, 5, 6].map((number) =>
    [headingOf(sectionSpec(number)), table(number), told[number] ?? ''].join('\n'),
  );
  return parseReport(
    `${organ}${year}年政府信息公开工作年度报告\n去年的开头。\n${sections.join('\n')}`,
  );
}

/** What a new report has between the headings of a section. */
const bodyOf = (text: string, number: number) => {
  const { body } = parseReport(text).sections.find((one) => one.number === number)!;
  return text
    .slice(body.start, body.end)
    .split('\n')
    .filter((line) => line.trim() !== '' && !/[\t|]/.test(line))
    .map((line) => line.replace(/【请写明：.*】/, '…'));
};

describe('a new report', () => {
  it('asks for each topic, and for those of governments where it is one', () => {
    expect(bodyOf(write(), 1)).toEqual([
      '（一）主动公开',
      '…',
      '（二）依申请公开',
      '…',
      '（三）政府信息管理',
      '…',
      '（四）政府信息公开平台建设',
      '…',
      '（五）监督保障',
      '…',
      '（六）工作考核、社会评议和责任追究',
      '…',
      '…',
      '…',
    ]);
    expect(bodyOf(write({ organization: '青禾县教育局' }), 1)).toHaveLength(10);
    expect(bodyOf(write({ level: 'bureau', organization: '青禾县云水镇' }), 1)).toHaveLength(10);
    expect(bodyOf(write({ level: 'county', organization: '青禾新区' }), 1)).toHaveLength(14);
  });

  it('asks for problems and improvements, fees and the rest', () => {
    expect(bodyOf(write(), 5)).toEqual(['（一）存在的主要问题', '…', '（二）改进情况', '…']);
    expect(bodyOf(write(), 6)).toEqual(['…', '…']);
    expect(bodyOf(write({ year: 2020 }), 6)).toEqual(['…']); // no such fee before 2021
  });

  it('rests on the notice of its year', () => {
    expect(write({ year: 2023 })).toContain('报告格式〉的通知》（国办公开办函〔2021〕30号）');
    expect(write({ year: 2020 })).toContain('有关事项的通知》（国办公开办函〔2019〕60号）');
    expect(write()).toContain('统计期限自2023年1月1日起至2023年12月31日止。');
  });

  it('has headings of Markdown, and none in plain text', () => {
    const headings = (text: string) => text.split('\n').filter((line) => line.startsWith('#'));
    expect(headings(write({ layout: 'markdown' })).slice(0, 4)).toEqual([
      `# ${TOWN}2023年政府信息公开工作年度报告`,
      '## 一、总体情况',
      '### （一）主动公开',
      '### （二）依申请公开',
    ]);
    expect(headings(write())).toEqual([]);
  });

  it('keeps to the line ends that are wanted, and ends with one', () => {
    const crlf = write({ eol: '\r\n', layout: 'markdown' });
    expect(crlf.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(crlf.replaceAll('\r\n', '\n')).toBe(write({ layout: 'markdown' }));
    expect(write()).toMatch(/[^\n]\n$/);
  });

  it('takes the name as it is typed, but for line breaks', () => {
    expect(read({ organization: '  青禾县\r\n云水镇 ' }).organization).toBe('青禾县云水镇');
    expect(write({ organization: '甲（乙）*局*' })).toMatch(/^甲（乙）\*局\*2023年政府信息/);
    expect(write({ organization: '' })).toMatch(/^2023年政府信息公开工作年度报告\n/);
  });

  it.each([
    ['青禾县云水镇人民政府', undefined, 0],
    ['青禾县教育局', undefined, 0],
    ['青禾县人民政府', undefined, 0],
    ['青州市人民政府', undefined, null],
    ['青州市人民政府', 'county', 0],
    ['青禾省人民政府', undefined, null],
    ['国家青禾局', 'bureau', null],
    ['某地', undefined, null],
  ] as const)('of %s (%s): 规章 %s', (organization, level, expected) => {
    const { rows } = read({ organization, ...(level && { level }) }).tables.disclosure!;
    const [rules, normative] = rows.map(({ cells }) => [...cells.values()].map((c) => c.value));
    expect(rules).toEqual([expected, expected, expected]);
    expect(normative).toEqual([null, null, null]);
  });

  it('of zeros says what they say', () => {
    const text = write({ zeros: true });
    expect(bodyOf(text, 1)[3]).toBe(
      '2023年未收到政府信息公开申请，未发生政府信息公开行政复议、行政诉讼案件。',
    );
    expect(bodyOf(text, 6)).toEqual(['2023年未收取政府信息公开信息处理费。', '…']);
    expect(bodyOf(write({ zeros: true, year: 2020 }), 6)).toEqual(['…']);
  });
});

describe('from last year’s report', () => {
  it('carries over the applications', () => {
    const report = read({ previous: past({ out: '2 0 0 0 0 1 3' }) });
    expect(rowOf(report, '2')).toBe('2 0 0 0 0 1 3');
    expect(rowOf(report, '1')).toBe('_ _ _ _ _ _ _');
    expect(rowOf(report, '4')).toBe('_ _ _ _ _ _ _');
    expect(rowOf(read({ previous: past({ out: '0 0 0 0 0 0 0' }) }), '2')).toBe('0 0 0 0 0 0 0');
  });

  it.each([
    ['another organ’s', { organ: '青禾县石桥镇人民政府' }],
    ['an earlier year’s', { year: 2021 }],
    ['the same year’s', { year: 2023 }],
  ])('carries nothing over from %s, but keeps the text', (_, about) => {
    const previous = past({ ...about, told: { 5: '问题不少。' } });
    expect(rowOf(read({ previous }), '2')).toBe('_ _ _ _ _ _ _');
    expect(rowOf(read({ previous, zeros: true }), '2')).toBe('0 0 0 0 0 0 0');
    expect(bodyOf(write({ previous }), 5)[0]).toBe(`${KEPT}问题不少。`);
  });

  it.each([
    ['without a total', '1 0 0 0 0 2 _', '1 0 0 0 0 2 3'],
    ['without a part', '1 _ 0 0 0 0 1', '1 _ 0 0 0 0 1'],
    ['with a placeholder', '1 / 0 0 0 0 1', '1 _ 0 0 0 0 1'],
    ['with a total that is no sum', '1 0 0 0 0 0 3', '_ _ _ _ _ _ _'],
    ['with a part greater than the total', '2 _ 0 0 0 0 1', '_ _ _ _ _ _ _'],
    ['with a negative', '-1 0 0 0 0 0 -1', '_ _ _ _ _ _ _'],
    ['without figures', '_ _ _ _ _ _ _', '_ _ _ _ _ _ _'],
  ])('carries over what is beyond doubt, of a row %s', (_, out, expected) => {
    const previous = past({ layout: 'markdown', out });
    expect(rowOf(read({ previous }), '2')).toBe(expected);
    // something came over: zeros would be wrong
    if (/[1-9]/.test(out) && !out.includes('-'))
      expect(rowOf(read({ previous, zeros: true }), '2')).toBe(expected);
  });

  it('is known by its file where its title does not say', () => {
    const previous = parseReport(
      past({}).text.replace(`${TOWN}2022年政府信息公开工作`, '政府信息公开工作'),
    );
    expect(previous.organization).toBeNull();
    const of = (previousPath?: string) => rowOf(read({ previous, previousPath }), '2');
    expect(of('/往年/青禾县云水镇人民政府2022年年报.txt')).toBe('1 0 0 0 0 0 1');
    expect(of('/往年/青禾县石桥镇人民政府2022年年报.txt')).toBe('_ _ _ _ _ _ _');
    expect(of()).toBe('_ _ _ _ _ _ _');
  });

  it('leaves open what became of the applications carried over, zeros or not', () => {
    const text = write({ previous: past({}), zeros: true });
    const report = parseReport(text);
    expect(rowOf(report, '1')).toBe('0 0 0 0 0 0 0');
    expect(rowOf(report, '2')).toBe('1 0 0 0 0 0 1');
    expect(rowOf(report, '3.1')).toBe('_ _ _ _ _ _ _');
    expect(rowOf(report, '4')).toBe('_ _ _ _ _ _ _');
    expect(bodyOf(text, 1)[3]).toBe('2023年没有新收政府信息公开申请，上年结转1件。…');
    expect(bodyOf(text, 6)).toEqual(['…', '…']);
  });

  it('leaves open how many rules are in force, where there were some', () => {
    const inForce = (previous: Report) =>
      cellAt(read({ previous, zeros: true }), 'disclosure', {
        row: 'normative',
        column: 'inForce',
      })?.value;
    expect(inForce(past({ inForce: '9' }))).toBeNull();
    expect(inForce(past({ inForce: '0' }))).toBe(0);
  });

  it('keeps each section’s text, marked, with its headings, and asks for what it does not tell', () => {
    const previous = past({
      told: {
        1: '2022年，我镇主动公开信息9条。\n（一）依申请公开\n收到申请1件，查阅点1个。\n\n培训2次。',
        2: '上表不含转载。',
        5: '## （一）问题\n1.更新不快；\n1.1 人手\n**（二）改进**\n将改进。',
      },
    });
    const text = write({ previous, organization: '青禾县云水镇' });
    expect(bodyOf(text, 1)).toEqual([
      `${KEPT}2022年，我镇主动公开信息9条。`,
      '（一）依申请公开',
      `${KEPT}收到申请1件，查阅点1个。`,
      `${KEPT}培训2次。`,
      '…', // 政府信息管理
      '…', // 工作考核
      '…', // 社会评议
      '…', // 责任追究
    ]);
    expect(bodyOf(text, 2)).toEqual([`${KEPT}上表不含转载。`]);
    expect(bodyOf(text, 5)).toEqual([
      '（一）问题',
      `${KEPT}1.更新不快；`,
      `${KEPT}1.1 人手`,
      '（二）改进',
      `${KEPT}将改进。`,
    ]);
    expect(text).not.toContain('去年的开头');
    expect(promptsIn(text).filter(({ start }) => text.startsWith(KEPT, start))).toHaveLength(7);
    const markdown = write({ previous, layout: 'markdown' });
    expect(bodyOf(markdown, 5).filter((line) => line.startsWith('###'))).toEqual([
      '### （一）问题',
      '### （二）改进',
    ]);
  });

  it('takes no heading of Markdown for text of the section before', () => {
    const before = write({ year: 2022, layout: 'markdown', zeros: true });
    const previous = parseReport(before.replace(/【[^】]*】/g, '情况良好。'));
    const kept = [...write({ previous }).matchAll(/【上年文字，请改写】(.*)/g)].map(
      ([, line]) => line,
    );
    expect(kept).toContain('情况良好。');
    expect(kept.filter((line) => line?.includes('#'))).toEqual([]);
  });

  it('keeps text where it stood, before the table or after it', () => {
    const text = write({
      previous: parseReport(
        write({ year: 2022, zeros: true })
          .replace('二、主动公开政府信息情况\n', '二、主动公开政府信息情况\n\n如下表所示：\n')
          .replace('三、收到', '以上数据来自台账。\n\n三、收到'),
      ),
    });
    const at = ['二、主动', `${KEPT}如下表`, '行政许可', `${KEPT}以上数据`, '三、收到'].map(
      (words) => text.indexOf(words),
    );
    expect(at).toEqual([...at].sort((a, b) => a - b));
    expect(at).not.toContain(-1);
  });

  it('keeps no marks, prompts and comments of an unfinished one', () => {
    const unfinished = write({ year: 2022, previous: past({ year: 2021, told: { 5: '问题。' } }) });
    const text = write({ previous: parseReport(unfinished) });
    expect(bodyOf(text, 5)).toEqual([`${KEPT}问题。`, '…']);
    const noted = past({ told: { 5: '问题<!-- 待核 -->多。\n不足 <!-- 没有收尾\n---\n<b></b>' } });
    expect(bodyOf(write({ previous: noted }), 5)).toEqual([
      `${KEPT}问题多。`,
      `${KEPT}不足  没有收尾`,
      `${KEPT}<b></b>`,
      '…',
    ]);
  });

  it.each(['tab', 'markdown'] as const)('is never led astray by headings kept: %s', (layout) => {
    const told = {
      1: '（二）主动公开政府信息情况\n公开9条。\n### 三、收到和处理政府信息公开申请情况\n五、存在的主要问题及改进情况\n主动公开政府信息情况',
      6: '一、总体情况\n青禾县石桥镇2022年政府信息公开工作年度报告',
    };
    const text = write({ layout, previous: past({ told }) });
    const report = parseReport(text);
    expect(report.sections.map(({ number, numbering }) => `${number}${numbering}`)).toEqual([
      '1一、',
      '2二、',
      '3三、',
      '4四、',
      '5五、',
      '6六、',
    ]);
    expect(report.title?.repeated).toEqual([]);
    const marks = layout === 'markdown' ? '## ' : '';
    expect(report.sections.map(({ heading }) => report.lines.lineAt(heading.start))).toEqual(
      [1, 2, 3, 4, 5, 6].map((n) => text.split('\n').indexOf(marks + headingOf(sectionSpec(n)))),
    );
  });

  it('has an old table as a new one', () => {
    const old = read({ year: 2020, zeros: true });
    expect(old.template).toBe('2019');
    expect(read({ year: 2021, previous: old }).template).toBe('2021');
  });

  it('is a new report where there is no report', () => {
    expect(write({ previous: parseReport('购物清单：一。') })).toBe(write());
  });
});
