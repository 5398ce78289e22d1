// What becomes of a paste: into an empty place, over a table, into its cells, and when nothing does.
// The fixtures are clipboards as Word, WPS, Excel and browsers write them.
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recipes } from '../../../../test/generate/arbitrary.js';
import { writeReport } from '../../../../test/generate/report.js';
import { withoutPadding } from '../../../../test/support/padding.js';
import { fragmentSource } from '../../convert/html.js';
import { parseReport } from '../../reading/parse.js';
import { factsOf } from '../../report/facts.js';
import type { Layout } from '../../report/report.js';
import { applyEdits } from '../../text/edit.js';
import { layoutInUse } from '../../writing/missingSections.js';
import { alignTable } from '../tables/align.js';
import { pasteIntoCell } from './intoCell.js';
import { pasteInto } from './paste.js';
import { withoutQuotedBreaks } from './quotedCells.js';
import type { Paste } from './result.js';

const FIXTURES = path.resolve(import.meta.dirname, '../../../../test/paste');
const fixture = (name: string) =>
  fragmentSource(fs.readFileSync(path.join(FIXTURES, `${name}.html`), 'utf8')).text;

const HEAD = '# 青禾县教育局2023年政府信息公开工作年度报告\n\n## 二、主动公开政府信息情况\n\n';
const DISCLOSURE = `第二十条第（一）项
信息内容\t本年制发件数\t本年废止件数\t现行有效件数
规章\t0\t0\t0
行政规范性文件\t1\t0\t4
第二十条第（五）项
信息内容\t本年处理决定数量
行政许可\t300
第二十条第（六）项
信息内容\t本年处理决定数量
行政处罚\t10
行政强制\t3
第二十条第（八）项
信息内容\t本年收费金额（单位：万元）
行政事业性收费\t0
`;

interface Pasted extends Paste {
  readonly after: string;
}

/** Pastes at `‸`, or over what stands between two of them. */
function paste(
  marked: string,
  clipboard: string,
  options: { rich?: boolean; layout?: Layout } = {},
): Pasted | null {
  const start = marked.indexOf('‸');
  const end = Math.max(start, marked.lastIndexOf('‸') - 1);
  const text = marked.replaceAll('‸', '');
  const report = parseReport(text);
  const done = pasteInto(report, { start, end }, clipboard, {
    rich: options.rich ?? false,
    layout: options.layout ?? layoutInUse(report, 'markdown'),
  });
  return done && { ...done, after: applyEdits(text, done.edits) };
}

const rich = { rich: true };
const factsIn = (text: string) => factsOf(parseReport(text)).tables;

describe('a table that was copied', () => {
  it.each([
    ['word', '“三、收到和处理政府信息公开申请情况”表：25 行 175 个数'],
    ['excel', '“三、收到和处理政府信息公开申请情况”表：25 行 175 个数'],
    ['wps', '“二、主动公开政府信息情况”表：6 行 9 个数，1 个空格'],
    ['web', '“四、政府信息公开行政复议、行政诉讼情况”表：3 行 15 个数'],
  ])('from %s is recognised and keeps its figures', (name, notice) => {
    for (const layout of ['markdown', 'tab', 'pipe', 'lines'] as const) {
      const done = paste(`${HEAD}‸\n`, fixture(name), { rich: true, layout });
      expect(done?.notice).toBe(`已识别${notice}`);
      expect(factsIn(done?.after ?? '')).toEqual(factsIn(fixture(name)));
    }
  });

  it('keeps the way a cell was written', () => {
    const after = withoutPadding(paste(`${HEAD}‸`, fixture('wps'), rich)?.after ?? '');
    expect(after).toContain('| 行政处罚 | 12件 |');
    expect(after).toContain('| 行政强制 |  |');
    expect(after).toContain('| 行政事业性收费 | 4.65 |');
  });

  it('comes with the text around it, as Markdown', () => {
    const done = paste(`${HEAD}上文。‸下文。\n`, fixture('web'), rich);
    const after = withoutPadding(done?.after ?? '');
    const lines = after.split('\n');
    expect(after).toContain(
      '上文。## 四、政府信息公开行政复议、行政诉讼情况\n\n2023年，我局因政府信息公开被申请行政复议2件。\n\n| 行政复议 |',
    );
    expect(lines.slice(-4)).toEqual([
      expect.stringMatching(/^\| 1 \| 0 \|/),
      '',
      '以上案件均已依法办理。下文。',
      '',
    ]);
  });

  it('has blank lines around it where Markdown needs them', () => {
    const table = fixture('excel');
    const between = paste(`${HEAD}上文。\n‸\n下文。\n`, table, rich)?.after ?? '';
    expect(between).toMatch(/上文。\n\n\| （本列/);
    expect(between).toMatch(/ \|\n\n下文。\n$/);
    const within = paste(`${HEAD}上‸文。\n`, table, rich)?.after ?? '';
    expect(within).toMatch(/上\n\n\| （本列/);
    expect(within).toMatch(/ \|\n\n文。\n$/);
    const apart = paste(`${HEAD}上文。\n\n‸\n\n下文。\n`, table, rich)?.after ?? '';
    expect(apart).toMatch(/上文。\n\n\| （本列/);
    expect(apart).toMatch(/ \|\n\n下文。\n$/);
    const tabs = paste(`${HEAD}上文。\n\t‸\n下文。`, table, { rich: true, layout: 'tab' })?.after;
    expect(tabs).toMatch(/上文。\n（本列/);
    expect(tabs).toMatch(/1\n下文。$/);
  });

  it('brings no heading that stands above already', () => {
    const heading = '四、政府信息公开行政复议、行政诉讼情况';
    const done = paste(`${HEAD}文。\n\n## ${heading}\n\n‸\n`, fixture('web'), rich);
    expect(done?.after.match(/四、/g)).toHaveLength(1);
    expect(done?.after).toContain(`## ${heading}\n\n2023年`);
    expect(done?.notice).toMatch(/15 个数；标题已有，没有重复贴入$/);
    const below = paste(`${HEAD}## ${heading}\n\n上文。\n‸\n`, fixture('web'), rich);
    expect(below?.after.match(/四、/g)).toHaveLength(2);
  });

  it('has the layout and line ends of the report', () => {
    const report = `${HEAD}${DISCLOSURE}\n## 四、政府信息公开行政复议、行政诉讼情况\n‸\n`;
    const done = paste(report.replaceAll('\n', '\r\n'), fixture('web'), rich);
    expect(done?.edits[0]?.newText).toContain('\t');
    expect(done?.edits[0]?.newText).not.toMatch(/\||[^\r]\n/);
  });

  it('is read from tabs alone', () => {
    const done = paste(`${HEAD}‸`, DISCLOSURE);
    expect(done?.notice).toBe('已识别“二、主动公开政府信息情况”表：6 行 10 个数');
    expect(factsIn(done?.after ?? '')).toEqual(factsIn(DISCLOSURE));
  });

  it('brings only the rows that it has', () => {
    const some = DISCLOSURE.split('\n').slice(0, 4).join('\n');
    const done = paste(`${HEAD}‸`, some);
    expect(done?.notice).toBe('已识别“二、主动公开政府信息情况”表：2 行 6 个数');
    expect(done?.after).not.toContain('行政许可');
  });

  it('has the words of the form, and says so', () => {
    const done = paste(`${HEAD}‸`, DISCLOSURE.replace('行政强制', '行正强制'));
    expect(done?.notice).toContain('1 处行名、栏目名改为规定的写法');
    expect(withoutPadding(done?.after ?? '')).toContain('| 行政强制 | 3 |');
  });

  it('starts an empty report', () => {
    const done = paste('‸', `青禾县教育局2023年政府信息公开工作年度报告\n${fixture('word')}`, {
      rich: true,
      layout: 'tab',
    });
    expect(done?.after).toMatch(/^青禾县教育局2023年政府信息公开工作年度报告\n三、收到/);
    expect(factsIn(done?.after ?? '')).toEqual(factsIn(fixture('word')));
  });

  it('takes the place of a whole table that is selected', () => {
    const old = paste(`${HEAD}‸`, DISCLOSURE)?.after ?? '';
    const start = old.indexOf('第二十条');
    const marked = `${old.slice(0, start)}‸${old.slice(start)}‸`;
    const done = paste(marked, fixture('wps'), rich);
    expect(factsIn(done?.after ?? '')).toEqual(factsIn(fixture('wps')));
    expect(withoutPadding(done?.after ?? '').match(/\| 规章 \|/g)).toHaveLength(1);
    expect(done?.after.startsWith(`${HEAD}| 第二十条第（一）项`)).toBe(true);
  });
});

describe('a table with doubts is relayed cell by cell', () => {
  const doubtful: [string, string, string][] = [
    [
      'a row of no form',
      DISCLOSURE.replace('行政许可\t300', '行政许可\t300\n天外来物\t7'),
      '天外来物',
    ],
    ['a row of too many figures', DISCLOSURE.replace('规章\t0', '规章\t0\t7\t8'), '7'],
    ['another unit', DISCLOSURE.replace('单位：万元', '单位：元'), '单位：元'],
    [
      'a figure beside a group',
      fixture('word').replace('（三）不予公开\t', '（三）不予公开 \t9\t'),
      '9',
    ],
    ['the table twice', `${DISCLOSURE}${DISCLOSURE.replace('300', '299')}`, '299'],
  ];
  it.each(doubtful)('%s', (_, clipboard, kept) => {
    const done = paste(`${HEAD}‸`, clipboard, rich);
    expect(done?.notice).toContain('原样保留');
    const cells = (text: string, mark: RegExp) =>
      text
        .split(mark)
        .map((cell) => cell.trim())
        .filter((cell) => cell !== '' && cell !== '---');
    expect(cells(withoutPadding(done?.edits[0]?.newText ?? ''), /\n+(?:## )?| ?\| ?|^## /)).toEqual(
      cells(clipboard, /[\t\n]/),
    );
    expect(done?.after).toContain(kept);
  });
});

describe('a table over the same table', () => {
  const report = `${HEAD}${DISCLOSURE.replace('行政许可\t300', '行政许可\t3‸00')}\n后文。\n`;

  it('changes figures and nothing else', () => {
    const changed = DISCLOSURE.replace('300', '318').replace('规章\t0\t0', '规章\t0\t2');
    const done = paste(report, changed);
    expect(done?.edits).toHaveLength(2);
    expect(done?.after).toBe(`${HEAD}${changed}\n后文。\n`);
    expect(done?.notice).toBe('已更新“二、主动公开政府信息情况”表：改动 2 个数，其余 8 个相同');
  });

  it('overwrites nothing with a blank', () => {
    const done = paste(report, fixture('wps'), rich);
    expect(done?.after).toContain('行政强制\t3\n');
    expect(done?.after).toContain('行政处罚\t12件\n');
    expect(done?.notice).toContain('1 个空格没有覆盖原有的数');
  });

  it('that says the same changes nothing', () => {
    expect(paste(report, DISCLOSURE)).toMatchObject({ edits: [] });
  });

  it.each([
    ['another table', fixture('web')],
    ['text besides', `${DISCLOSURE}\n还有一段。\n`],
    ['a row that the report lacks', DISCLOSURE],
  ])('is left alone with %s', (why, clipboard) => {
    const target = why.includes('lacks') ? report.replace('行政强制\t3\n', '') : report;
    expect(paste(target, clipboard, rich)).toBeNull();
  });
});

describe('plain figures', () => {
  const table = withoutPadding(paste(`${HEAD}‸`, fixture('word'), rich)?.after ?? '');
  const at = (passage: string, into = table) => {
    const offset = into.indexOf(passage) + passage.length;
    return `${into.slice(0, offset)}‸${into.slice(offset)}`;
  };
  const row = (text: string, label: string) =>
    text.split('\n').find((line) => line.includes(label)) ?? '';

  it('go to the right and down', () => {
    const done = paste(at('（一）予以公开 |  | '), '5\t2\r\n3\t4\r\n');
    expect(row(done?.after ?? '', '予以公开')).toContain('|  | 5 | 2 | 0 | 0 | 0 | 0 | 7 |');
    expect(row(done?.after ?? '', '部分公开')).toContain('|  | 3 | 4 | 0 | 0 | 0 | 0 | 1 |');
    expect(done?.notice).toBe(
      '已从“（一）予以公开”起填入“三、收到和处理政府信息公开申请情况”表 2 行 2 列，改动 4 个数',
    );
    expect(done?.edits).toHaveLength(4);
  });

  it.each(['  ', ' ', ''])(
    'go into blank cells of Markdown, through all of table 四: “%s”',
    (blank) => {
      const written = paste(`${HEAD}‸`, fixture('web'), rich)?.after ?? '';
      const review = withoutPadding(written).replace(
        /\n\| 1 \| 0 .*/,
        `\n|${`${blank}|`.repeat(15)}`,
      );
      const done = paste(at('尚未审结 | 总计 |\n|', review), `${'1\t'.repeat(14)}2\n`);
      const cell = (figure: number) => (blank === '' ? `${figure}|` : ` ${figure} |`);
      expect(done?.after).toContain(`\n|${cell(1).repeat(14)}${cell(2)}\n`);
      expect(factsIn(done?.after ?? '').review?.afterReview?.total).toBe(2);
    },
  );

  it('stand to the right in blank cells of an aligned table, and leave the bars where they are', () => {
    const aligned = paste(`${HEAD}‸`, fixture('web'), rich)?.after ?? '';
    const last = aligned.split('\n').findLast((line) => line.startsWith('|')) ?? '';
    const blank = aligned.replace(
      last,
      last.replace(/\d+/g, (figure) => ' '.repeat(figure.length)),
    );
    const figures = last.match(/\d+/g) ?? [];
    expect(figures).toHaveLength(15);
    const start = blank.lastIndexOf(`|\n|`) + '|\n|'.length;
    const marked = `${blank.slice(0, start)}‸${blank.slice(start)}`;
    expect(paste(marked, `${figures.join('\t')}\n`)?.after).toBe(aligned);
  });

  it('that are wider than their column leave an aligned table aligned', () => {
    const aligned = paste(`${HEAD}‸`, fixture('web'), rich)?.after ?? '';
    const start = aligned.lastIndexOf(`|\n|`) + '|\n| '.length;
    const marked = `${aligned.slice(0, start)}‸${aligned.slice(start)}`;
    const report = parseReport(paste(marked, '123456789012345\n')?.after ?? '');
    const { review } = report.tables;
    expect(review?.rows[0]?.cells.get('upheld')?.value).toBe(123456789012345);
    expect(review && alignTable.edits(report, review, {})).toEqual([]);
  });

  it('of a single cell with its line end do not break the row', () => {
    const done = paste(at('（一）予以公开 |  | '), '5\r\n');
    expect(row(done?.after ?? '', '予以公开')).toContain('|  | 5 | 1 |');
    expect(paste(at('（一）予以公开 |  | '), '5')).toBeNull();
  });

  it.each([
    ['that are too wide', '1\t2\t3\t4\t5\t6\t7\t8'],
    ['that are too many', '1\n'.repeat(25)],
    ['with a blank row, which shifts the rest', '1\t2\n\t\n3\t4'],
    ['with words', '1\t无'],
    ['of unequal rows', '1\t2\n3'],
  ])('%s are pasted as usual', (_, figures) => {
    expect(paste(at('（一）予以公开 |  | '), figures)).toBeNull();
  });

  it('outside the cells of figures are pasted as usual', () => {
    expect(paste(at('（一）予'), '1\t2')).toBeNull();
    expect(paste(`${table}\n\n‸`, '1\t2')).toBeNull();
  });

  it('stop where a row is missing', () => {
    const without = table.replace(/\n.*（二）部分公开.*/, '');
    expect(paste(at('（一）予以公开 |  | ', without), '1\t2\n3\t4')).toBeNull();
    const blocks = `${HEAD}${DISCLOSURE}`;
    expect(paste(at('行政规范性文件\t', blocks), '1\n2')).toBeNull();
    expect(paste(at('行政处罚\t', blocks), '1\n2')?.edits).toHaveLength(2);
  });
});

describe('nothing special happens to', () => {
  it.each([
    ['prose', '本年度主动公开信息120条。\n另有3条。'],
    ['tabs that are no official table', '姓名\t电话\n甲\t1'],
    ['binary', 'a\0b\tc\n'],
    ['nothing', ''],
  ])('%s', (_, clipboard) => {
    expect(paste(`${HEAD}‸`, clipboard)).toBeNull();
  });

  it('code and comments', () => {
    expect(paste(`${HEAD}‸`, DISCLOSURE)).not.toBeNull();
    for (const [open, close] of [
      ['```', '```'],
      ['<!--', '-->'],
    ])
      expect(paste(`${HEAD}${open}\n‸\n${close}\n`, DISCLOSURE), open).toBeNull();
  });

  it('a table in a document that is no report', () => {
    expect(paste('# 读书笔记\n‸', '姓名\t电话\n甲\t1', rich)).toBeNull();
  });

  it('a table that is written as it would be anyway', () => {
    const options = { layout: 'tab' } as const;
    expect(paste(`${HEAD}‸`, DISCLOSURE, options)).toBeNull();
    expect(paste(`${HEAD}‸`, DISCLOSURE.replaceAll('\n', '\r\n'), options)).toBeNull();
    expect(paste(`${HEAD}‸`, DISCLOSURE.replace('规章\t', '规 章\t'), options)).not.toBeNull();
  });

  it('HTML with one cell a line, and with tabs between nothing', () => {
    expect(paste(`${HEAD}‸`, '甲\t\n乙\t\n\t\n', rich)).toBeNull();
  });

  it('a text that is longer than any report', () => {
    expect(paste(`${HEAD}‸`, DISCLOSURE + '文'.repeat(200_000), rich)).toBeNull();
  });

  it('a selection that cuts a table in two', () => {
    const cut = `${HEAD}${DISCLOSURE.replace('行政许可', '‸行政许可')}\n后文‸。\n`;
    expect(paste(cut, fixture('web'), rich)).toBeNull();
  });
});

it('another table of a web page comes in the layout of the report', () => {
  const table = '平台\t数量\n网站\t120\n公众号|小程序\t30\n';
  const done = paste(`${HEAD}‸`, table, rich);
  expect(withoutPadding(done?.edits[0]?.newText ?? '')).toBe(
    '| 平台 | 数量 |\n| --- | --- |\n| 网站 | 120 |\n| 公众号&#124;小程序 | 30 |',
  );
  expect(done?.notice).toBe('已按本报告的版式贴入表格：3 行 2 列');
});

describe('whatever is pasted', () => {
  it('a report from a web page keeps every figure', () => {
    fc.assert(
      fc.property(
        recipes('html'),
        fc.constantFrom<Layout>('markdown', 'tab', 'pipe'),
        (recipe, layout) => {
          const { text } = fragmentSource(writeReport(recipe).text);
          const done = paste('‸', text, { rich: true, layout });
          expect(factsIn(done?.after ?? '')).toEqual(factsIn(text));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('no text breaks it', () => {
    const bit = fc.constantFrom(
      '\t',
      '\n',
      '规章',
      '总计',
      '7',
      '自然人',
      '|',
      '<td>',
      ' ',
      '（一）',
    );
    const texts = fc.array(bit, { maxLength: 60 }).map((bits) => bits.join(''));
    fc.assert(
      fc.property(
        texts,
        texts,
        fc.nat(200),
        fc.nat(200),
        fc.boolean(),
        (text, clip, a, b, isRich) => {
          const whole = HEAD + text;
          const [start = 0, end = 0] = [a, b]
            .map((n) => n % (whole.length + 1))
            .sort((x, y) => x - y);
          const report = parseReport(whole);
          const done = pasteInto(report, { start, end }, clip, {
            rich: isRich,
            layout: 'markdown',
          });
          const spans = (done?.edits ?? [])
            .map(({ span }) => span)
            .sort((x, y) => x.start - y.start);
          spans.forEach((span, i) => {
            expect(span.start).toBeLessThanOrEqual(span.end);
            expect(span.start).toBeGreaterThanOrEqual(spans[i - 1]?.end ?? 0);
          });
        },
      ),
    );
  });
});

describe('cells with line breaks, as a spreadsheet copies them', () => {
  it.each([
    ['"三、本年度\n办理结果"\t5\n', '三、本年度办理结果\t5\n'],
    ['"1.属于\r\n国家秘密"\t"0"\n', '1.属于国家秘密\t"0"\n'],
    ['"他说""可以""\n公开"\t1', '他说"可以" 公开\t1'],
    ['"12\n3"\t1', '12 3\t1'], // two figures are not one
    ['"12\n"\t1', '12\t1'],
    ['甲\t"一\t二"\n', '甲\t一二\n'],
  ])('%j: %j', (text, wanted) => expect(withoutQuotedBreaks(text)).toBe(wanted));

  it.each([
    '',
    '"',
    '"公开"\t1\n', // marks of its own
    '所谓"公开\n透明"\t1', // within a cell
    '"没有结束\t1\n2',
    '一"\n二"\t3',
    '“中文引号\n”\t1',
  ])('as they are: %j', (text) => expect(withoutQuotedBreaks(text)).toBe(text));
});

describe('what is not understood does not tear a row', () => {
  const MARKDOWN = `${HEAD}| 信息内容 | 本年处理决定数量 |\n| --- | --- |\n| 行政许可 | ‸ |\n| 行政处罚 | 2 |\n| 行政强制 | 3 |\n`;
  const into = (marked: string, text: string) => {
    const start = marked.indexOf('‸');
    const report = parseReport(marked.replace('‸', ''));
    const done = pasteIntoCell(report, { start, end: start }, text);
    return done && { ...done, after: applyEdits(report.text, done.edits) };
  };

  it.each([
    ['见附件\r\n', '见附件'],
    ['见附件，\n共三页', '见附件，共三页'],
    ['12\n3件\n', '12 3件'],
  ])('words go into the one cell: %j', (text, written) => {
    expect(into(MARKDOWN, text)?.after).toBe(MARKDOWN.replace('‸', written));
  });

  it.each(['5\t\t3', '甲\t乙\n丙\t丁\n'])('cells go nowhere, and that is said: %j', (text) => {
    const done = into(MARKDOWN, text);
    expect(done?.edits).toEqual([]);
    expect(done?.notice).toContain('没有粘贴');
  });

  it('in a row of tabs no more than in one of bars', () => {
    const tabs = `${HEAD}信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t‸\t0\t0\n行政规范性文件\t1\t0\t4\n行政许可\t0\n`;
    expect(into(tabs, '见附件\n')?.after).toBe(tabs.replace('‸', '见附件'));
  });

  it.each([
    ['words without a line end', MARKDOWN, '见附件'],
    ['before a row', MARKDOWN.replace('‸', '').replace('| 行政处罚', '‸| 行政处罚'), '甲\n乙\n'],
    ['running text', `${HEAD}我镇‸公开。\n`, '甲\n乙'],
    ['a table of something else', '# 读书笔记\n\n| 甲 | ‸ |\n', '甲\n乙'],
    ['more than a cell takes', MARKDOWN, `${'文'.repeat(600)}\n`],
  ])('%s: as usual', (_, marked, text) => expect(into(marked, text)).toBeNull());
});
