// The hover over the official tables: meaning, clause, relations, last year.
import { describe, expect, it } from 'vitest';
import { FACTS, reportWith } from '../../../../test/support/facts.js';
import { at } from '../../../../test/support/tour.js';
import { rowsOf, TABLE_KEYS, tableOf } from '../../form/formats.js';
import { COLUMN_MEANINGS, GROUP_MEANINGS } from '../../form/labelMeanings.js';
import { ROW_MEANINGS } from '../../form/rowMeanings.js';
import { parseReport } from '../../reading/parse.js';
import { example, type RowFigures } from '../../rules/examples.js';
import { hoverAt, type LinkedReport } from './hover.js';

const requests = (rows: RowFigures) => example('requests', rows);
/** At the first `|` after the marked words, one blank back: the end of the words or the cell. */
function hover(text: string, words: string, cell = 0, previous?: LinkedReport) {
  let at = text.indexOf(words) + 1;
  for (let i = 0; i < cell; i++) at = text.indexOf('|', at) + 2;
  while (cell > 0 && /[ |]/.test(text.charAt(at))) at++;
  return hoverAt(parseReport(text), at, previous)?.text;
}

/** Balanced in all columns, with two applications carried in. */
const WHOLE = Object.fromEntries(
  rowsOf(tableOf('2021', 'requests')).map(({ key }) => [key, '0 0 0 0 0 0 0']),
);
const BALANCED = requests({
  ...WHOLE,
  '1': '10 4 0 0 0 0 14',
  '2': '2 0 0 0 0 0 2',
  '3.1': '11 4 0 0 0 0 15',
  '3.7': '11 4 0 0 0 0 15',
  '4': '1 0 0 0 0 0 1',
});

describe('hover', () => {
  it('tells what a row means, and the clause it rests on', () => {
    const text = hover(BALANCED, '保护第三方合法权益');
    expect(text).toContain('**4.保护第三方合法权益**');
    expect(text).toContain('商业秘密、个人隐私');
    expect(text).toContain('（依据《条例》第十五条）');
  });

  it('takes the clause of table 二 from its caption', () => {
    const text = example('disclosure', { normative: '2 1 9' });
    expect(hover(text, '行政规范性文件')).toContain('（依据《条例》第二十条第（一）项）');
  });

  it('shows the relations of a row with its figures', () => {
    const text = hover(BALANCED, '本年新收');
    expect(text).toContain('- 各类申请人相加 = 总计：10 + 4 = 14 ✓');
    expect(text).toContain('- 一 + 二 = 三（七）+ 四：14 + 2 = 15 + 1 ✓');
  });

  it('shows those of a cell in its own column', () => {
    const text = hover(BALANCED, '（七）总计', 3);
    expect(text).toContain('**（七）总计** · 商业企业');
    expect(text).not.toContain('✗');
  });

  it('shows what does not hold, and by how much', () => {
    const text = hover(BALANCED.replace(' 14 |', ' 12 |'), '本年新收');
    expect(text).toContain('10 + 4 ≠ 12 ✗ 相差 2');
    expect(text).toContain('12 + 2 ≠ 15 + 1 ✗ 相差 2');
  });

  it('judges nothing where a figure is missing', () => {
    const text = requests({ '1': '10 _ 0 0 0 0 14' });
    expect(hover(text, '本年新收')).toContain(
      '各类申请人相加 = 总计：有空白或读不出的数，无法核对',
    );
  });

  it('adds up zeros to zero', () => {
    expect(hover(BALANCED, '部分公开')).toContain('各类申请人相加 = 总计：0 = 0 ✓');
  });

  describe('with last year’s report', () => {
    const last = requests({ '1': '9 0 0 0 0 0 9', '4': '3 0 0 0 0 0 3' });
    const report = parseReport(last);
    const hrefOf = ({ start }: { start: number }) => `file:///去年.txt#${start}`;

    it('shows 上年结转 what was carried out, column by column, with the way there', () => {
      const text = hover(BALANCED, '上年结转', 0, { report, hrefOf });
      const at = last.indexOf('3', last.indexOf('结转下年度'));
      expect(text).toContain('上年报告“四、结转下年度继续办理”：');
      expect(text).toContain(`自然人 [3](file:///去年.txt#${at}) ✗`);
      expect(text).toMatch(/商业企业 \[0\]\(\S+\) ✓/);
      expect(text).toMatch(/总计 \[3\]\(\S+\) ✗/);
    });

    it('shows other rows their own figures', () => {
      const text = hover(BALANCED, '本年新收', 0, { report });
      expect(text).toContain('上年报告：自然人 9，商业企业 0');
      expect(text).toContain('总计 9');
    });

    it('says nothing of a row that it does not have', () => {
      expect(hover(BALANCED, '部分公开', 0, { report })).not.toContain('上年报告');
    });
  });

  describe('over other words', () => {
    const told = (words: string, sentence = '2023年工作如下。') => {
      const report = reportWith(sentence, FACTS);
      return hoverAt(report, at(words, report))?.text;
    };

    it.each([
      ['（三）不予公开', '不予公开共 2 件'],
      ['（三）不予公开', '《条例》第十四条至第十六条'],
      ['三、本年度办理结果', '本年度办理结果共 15 件'],
      ['（六）其他处理', '其他处理共 1 件'],
      ['行政诉讼\t', '行政诉讼共 2 件'],
      ['（本列数据', '各列都对得上 ✓'],
      ['自然人\t', '一 + 二 = 三（七）+ 四：12 + 2 = 13 + 1 ✓'],
      ['社会公益组织', '基金会、慈善组织'],
      ['结果纠正', '被撤销、变更、确认违法'],
      ['第二十条第（六）项', '《条例》第二十条第（六）项：实施行政处罚'],
      ['本年废止件数', '宣布废止'],
    ])('%s: %s', (words, expected) => expect(told(words)).toContain(expected));

    it.each([
      [
        '14件',
        '收到政府信息公开申请14件。',
        '表三“一、本年新收政府信息公开申请数量”的“总计”：14 ✓',
      ],
      ['4件', '收到政府信息公开申请4件。', '的“总计”：表中是 14 ✗'],
      [
        '2件',
        '收到政府信息公开申请14件，其中不予公开2件。',
        '“6.属于四类过程性信息”的“总计”：1 + 1 = 2 ✓',
      ],
      ['13件', '办结政府信息公开申请13件。', '表三“（七）总计”的“总计”：15 - 2 = 13 ✓'],
      ['275', '收取行政事业性收费275.3万元。', '：275.304 万元 ✓'],
      ['未发生', '未发生行政复议、行政诉讼。', '表四“行政复议”的“总计”：表中是 3 ✗'],
    ])('%s of %s', (figure, sentence, expected) =>
      expect(told(figure, `2023年，我镇${sentence}`)).toContain(expected),
    );

    it('names the columns that do not balance, and counts nothing where a figure is missing', () => {
      const { text } = reportWith('', FACTS);
      const broken = parseReport(text.replace('12\t2\t0\t0\t0\t0\t14', '12\t3\t0\t0\t0\t0\t14'));
      expect(hoverAt(broken, at('（本列数据', broken))?.text).toContain('对不上的列：商业企业 ✗');
      const blank = parseReport(text.replace(/(三方合法权益(?:\t\d)*)\t1\n/, '$1\t\n'));
      expect(hoverAt(blank, at('（三）不予公开', blank))?.text).not.toContain('共');
    });

    it('tells number and title of what is cited', () => {
      const title = '国务院办公厅政府信息与政务公开办公室关于规范政府信息公开平台有关事项的通知';
      expect(told('国办公开办函', '按照国办公开办函〔2019〕61号建设。')).toMatch(
        new RegExp(`^《${title}》（国办公开办函〔2019〕61号）\\n\\n\\S`),
      );
    });
  });

  it.each(['|', '\t'])('tells of an empty cell where it is, wherever in it: %j', (mark) => {
    const line = (cells: string[]) =>
      mark === '|' ? `| ${cells.join(' |   ')} |` : cells.join(mark);
    const text = [
      '三、收到和处理政府信息公开申请情况',
      line(['', '自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']),
      line(['一、本年新收政府信息公开申请数量', '', '7', '', '0', '0', '0', '']),
      line(['二、上年结转政府信息公开申请数量', '0', '0', '0', '0', '0', '0', '0']),
      line(['四、结转下年度继续办理', '0', '0', '0', '0', '0', '0', '0']),
    ].join('\n');
    const report = parseReport(text);
    const told = (offset: number) => hoverAt(report, offset);
    const head = (column: string) => `**一、本年新收政府信息公开申请数量** · ${column}\n`;
    const row = text.indexOf('一、本年新收');
    const first = text.indexOf(mark, row) + 1;
    const third = text.indexOf(mark, text.indexOf('7', row)) + 1;
    for (const [offset, column] of [
      [first, '自然人'],
      [first + (mark === '|' ? 2 : 0), '自然人'],
      [third, '科研机构'],
    ] as const) {
      expect(told(offset)?.text).toContain(head(column));
      const { start = 0, end = 0 } = told(offset)?.span ?? {};
      expect(end).toBeGreaterThan(start);
      expect(text.slice(start, end).trim()).toBe('');
    }
    expect(told(text.indexOf('7', row))?.text).toContain(head('商业企业'));
  });

  it('is silent off the tables', () => {
    const report = parseReport(BALANCED);
    expect(hoverAt(report, 2)).toBeNull();
    expect(hoverAt(parseReport(''), 0)).toBeNull();
  });
});

describe('meanings', () => {
  it.each(['2019', '2021'] as const)('are there for every column and group of %s', (template) => {
    for (const table of TABLE_KEYS) {
      const { blocks, groups } = tableOf(template, table);
      for (const { key } of blocks.flatMap(({ columns }) => columns))
        expect(COLUMN_MEANINGS[table][key], key).toBeTruthy();
      for (const { key } of groups) expect(GROUP_MEANINGS[key], key).toBeTruthy();
    }
  });

  it.each(['2019', '2021'] as const)('are there for every row of %s', (template) => {
    for (const table of TABLE_KEYS)
      for (const { key } of rowsOf(tableOf(template, table)))
        expect(ROW_MEANINGS[table][key], key).toBeTruthy();
  });
});
