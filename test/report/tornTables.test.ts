// Tables that a PDF or a crawl tore, and tables that their writers laid out in ways of their own: what is
// read of them, and what is not said of them.
import { describe, expect, it } from 'vitest';
import { createReportService, factsOf } from '../../server/src/service/index.js';

const service = createReportService();
const TITLE = '青禾县云水镇人民政府2023年政府信息公开工作年度报告\n';
const THREE = `${TITLE}三、收到和处理政府信息公开申请情况\n`;
const FOUR = `${TITLE}四、政府信息公开行政复议、行政诉讼情况\n`;
const TWO = `${TITLE}二、主动公开政府信息情况\n`;
const RECEIVED = '一、本年新收政府信息公开申请数量 9 1 0 0 0 0 10\n';

const tables = (text: string) => factsOf(service.parse(text)).tables;
/** The figures of a row, in the order of the form. */
const row = (text: string, key: string) => {
  const { disclosure, requests, review } = tables(text);
  return Object.values({ ...disclosure, ...requests, ...review }[key] ?? {}).join(' ');
};
/** What a rule says of a text. */
const told = (text: string, ...rules: string[]) =>
  service
    .check(service.parse(text))
    .diagnostics.filter(({ rule }) => rules.includes(rule))
    .map(({ rule, message }) => `${rule} ${message}`);

describe('a row cut in two', () => {
  const head = '（七）总计';
  it.each([
    ['is joined', `${head} 1 2 3 4 5\n6 21\n`, '1 2 3 4 5 6 21'],
    ['is joined with its units', `${head} 1件 2 3 4 5\n6 21\n`, '1 2 3 4 5 6 21'],
    ['is not where words stand between its figures', `${head} 1 2 注 4 5\n6 21\n`, ''],
  ])('%s', (_, written, figures) => {
    expect(row(`${THREE}${RECEIVED}${written}`, '3.7').replace(/null| /g, '')).toBe(
      figures.replace(/ /g, ''),
    );
  });
});

describe('a label over several lines', () => {
  it.each([
    [
      'a note that goes on above the figures',
      '（二）部分公开（区分处理的，只计这一情\n形，不计其他情形） 3 1 0 0 0 0 4\n',
      '3.2',
    ],
    [
      'the same over three lines',
      '（二）部分公开（区分处理\n的，只计这一情形，不\n计其他情形） 3 1 0 0 0 0 4\n',
      '3.2',
    ],
    ['a note of its own', '（二）部分公开（拆开办的只算这里，\n别处不算） 3 1 0 0 0 0 4\n', '3.2'],
    [
      'a note that goes on below the figures',
      '（二）部分公开（区分处理的，只计这一情 3 1 0 0 0 0 4\n形，不计其他情形）\n',
      '3.2',
    ],
    ['a label before them', '5.要求行政机关确认或重新出\n具已获取信息 3 1 0 0 0 0 4\n', '3.5.5'],
    ['a label around them', '5.要求行政机关确认或重新出\n3 1 0 0 0 0 4\n具已获取信息\n', '3.5.5'],
    [
      'the rest of a label below them',
      '5.要求行政机关确认或重新出 3 1 0 0 0 0 4\n具已获取信息\n',
      '3.5.5',
    ],
    [
      'a label in a tab table',
      '5.要求行政机关确认或重新出\n具已获取信息\t3\t1\t0\t0\t0\t0\t4\n',
      '3.5.5',
    ],
    [
      'three lines of one label',
      '1.申请人无正当理由逾期不补\n正、行政机关不再处理其政府\n信息公开申请 3 1 0 0 0 0 4\n',
      '3.6.1',
    ],
  ])('%s', (_, written, key) => {
    const text = `${THREE}${RECEIVED}${written}四、结转下年度继续办理 0 0 0 0 0 0 0\n`;
    expect(row(text, '1')).toBe('9 1 0 0 0 0 10');
    expect(row(text, key)).toBe('3 1 0 0 0 0 4');
    expect(row(text, '4')).toBe('0 0 0 0 0 0 0');
    expect(told(text, 'label', 'bracket', 'cell-value', 'broken-line')).toEqual([]);
  });

  it('is told where it is misspelled', () => {
    const text = `${THREE}${RECEIVED}5.要求行政机关确任或重新出具已获取信息 3 1 0 0 0 0 4\n`;
    expect(told(text, 'label')).toHaveLength(1);
  });

  it.each([
    '（本列数据的勾稽关系为：第一项加第二项之和，\n等于第三项加第四项之和）\n',
    '（本列数据的勾稽关系为：第一\n项加第二项之和，等于第三项加\n第四项之和）\n申请人情况\n',
    '（本列数据的勾稽关系为：第一项加第二项之和， 等\n于第三项加第四项之和）\n',
    '（本列数据的勾稽关系为：第一 申请人情况\n项加第二项之和，等于第三项加 自然人 总计\n第四项之和） 商业企业 科研机构\n',
  ])('the corner note: %j', (note) => {
    const text = `${THREE}${note}${RECEIVED}二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0\n`;
    expect(row(text, '1')).toBe('9 1 0 0 0 0 10');
    expect(told(text, 'bracket', 'label', 'broken-line', 'missing-column')).toEqual([]);
  });
});

describe('rows that cannot be told apart', () => {
  const below = (figures: string) =>
    `${THREE}${RECEIVED}2.没有现成信息需要另行制作\n3.补正后申请内容仍不明确\n${figures}（五）不予处理\n1.信访举报投诉类申请 0 0 0 0 0 0 0\n`;

  it.each([
    ['one line of figures', '1 0 0 0 0 0 1\n'],
    ['a line for each', '1 0 0 0 0 0 1\n2 0 0 0 0 0 2\n'],
    ['cells of Markdown', '| 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n'],
    ['cells between tabs', '1\t0\t0\t0\t0\t0\t1\n'],
  ])('two labels, then %s: they are of neither', (_, figures) => {
    const text = below(figures);
    expect([row(text, '3.4.2'), row(text, '3.4.3'), row(text, '3.5.1')]).toEqual([
      '',
      '',
      '0 0 0 0 0 0 0',
    ]);
    expect(told(text, 'cell-value')).toEqual([
      'cell-value “2.没有现成信息需要另行制作”、“3.补正后申请内容仍不明确”的行名连在一起，下面的数分不清是哪一行的。请一行一行填。',
    ]);
  });

  it('a label before each line: each has its own', () => {
    const text = `${THREE}2.没有现成信息需要另行制作\n1 0 0 0 0 0 1\n3.补正后申请内容仍不明确\n2 0 0 0 0 0 2\n`;
    expect([row(text, '3.4.2'), row(text, '3.4.3')]).toEqual(['1 0 0 0 0 0 1', '2 0 0 0 0 0 2']);
    expect(told(text, 'cell-value')).toEqual([]);
  });

  it('as many lines as a group has rows are those', () => {
    const text = `${THREE}${RECEIVED}（四）无法提供\n1 0 0 0 0 0 1\n2 0 0 0 0 0 2\n3 0 0 0 0 0 3\n（五）不予处理\n1.信访举报投诉类申请 0 0 0 0 0 0 0\n`;
    expect(['3.4.1', '3.4.2', '3.4.3'].map((key) => row(text, key))).toEqual([
      '1 0 0 0 0 0 1',
      '2 0 0 0 0 0 2',
      '3 0 0 0 0 0 3',
    ]);
    expect(told(text, 'label')).toEqual([]);
  });

  it('more or fewer lines are of nobody, and told once', () => {
    const text = `${THREE}${RECEIVED}（四）无法提供\n1 0 0 0 0 0 1\n2 0 0 0 0 0 2\n（五）不予处理\n1.信访举报投诉类申请 0 0 0 0 0 0 0\n`;
    expect(['3.4.1', '3.4.2', '3.4.3'].map((key) => row(text, key))).toEqual(['', '', '']);
    const found = told(text, 'missing-row');
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('分不清是哪一行的');
  });
});

describe('table four', () => {
  const heads = '结果维持 结果纠正 其他结果 尚未审结 总计';
  const figures = '4 0 1 0 5 2 0 0 0 2 0 0 0 1 1';
  const readWell = (text: string) => {
    expect(['reconsideration', 'direct', 'afterReview'].map((key) => row(text, key))).toEqual([
      '4 0 1 0 5',
      '2 0 0 0 2',
      '0 0 0 1 1',
    ]);
    expect(told(text, 'label', 'missing-row', 'missing-table', 'missing-column')).toEqual([]);
  };

  it.each([
    ['heads glued', `行政复议行政诉讼\n未经复议直接起诉复议后起诉\n${figures}\n`],
    ['heads in pieces', `结 结 其 尚\n果 果 他 未 总\n维 纠 结 审 计\n持 正 果 结\n${figures}\n`],
    ['no heads', `本年情况如下：\n${figures}\n`],
    ['figures between tabs', `行政复\t诉讼\n${figures.replace(/ /g, '\t')}\n`],
    ['figures between bars', `| ${figures.replace(/ /g, ' | ')} |\n`],
    ['a figure a line', `行政复\n${figures.replace(/ /g, '\n')}\n`],
    [
      'blocks under headings',
      `### 行政复议\n\n${heads}\n4 0 1 0 5\n\n### 行政诉讼（未经复议直接起诉）\n\n${heads}\n2 0 0 0 2\n\n### 行政诉讼（复议后起诉）\n\n${heads}\n0 0 0 1 1\n`,
    ],
    [
      'blocks in another order',
      `复议后起诉\n${heads}\n0 0 0 1 1\n行政复议\n${heads}\n4 0 1 0 5\n未经复议直接起诉的行政诉讼\n${heads}\n2 0 0 0 2\n`,
    ],
  ])('%s', (_, table) => readWell(FOUR + table));

  it.each([
    ['blocks in Markdown', (line: string) => `| ${line.replace(/ /g, ' | ')} |\n`],
    ['blocks between tabs', (line: string) => `${line.replace(/ /g, '\t')}\n`],
  ])('%s under headings of their own', (_, write) => {
    const block = (name: string, line: string) => `（一）${name}\n${write(heads)}${write(line)}`;
    readWell(
      FOUR +
        block('行政复议', '4 0 1 0 5') +
        block('未经复议直接起诉', '2 0 0 0 2') +
        block('复议后起诉', '0 0 0 1 1'),
    );
  });

  const wide = (five: string) => {
    const blocks = ['行政复议', '未经复议直接起诉', '复议后起诉'];
    const line = (cells: string[]) => `${cells.join('\t')}\n`;
    return (
      FOUR +
      line(['行政复议', '', '', '', '', '行政诉讼']) +
      line(['', '', '', '', '', ...blocks.slice(1).flatMap((name) => [name, '', '', '', ''])]) +
      line([...five.split(' '), ...heads.split(' '), ...heads.split(' ')]) +
      line(figures.split(' '))
    );
  };

  it.each([
    ['结果维持', '维持'],
    ['结果纠正', '结正'],
    ['其他结果', '结果'],
    ['尚未审结', '未结'],
  ])('a head that lost two characters is told by its place: %s, %s', (head, half) => {
    const text = wide(heads.replace(head, half));
    expect(told(text, 'label')).toEqual([`label “${half}”应为“${head}”（格式规定的文字）。`]);
    expect(row(text, 'reconsideration')).toBe('4 0 1 0 5');
    expect(row(text, 'afterReview')).toBe('0 0 0 1 1');
  });

  it.each([
    ['words of another', heads.replace('结果维持', '案件')],
    ['three characters lost', heads.replace('尚未审结', '结')],
    ['two heads lost side by side', heads.replace('结果维持 结果纠正', '维持 纠正')],
    ['the other half in a row below', `${heads.replace('结果维持', '维持')}\n结果`],
  ])('nothing is said of %s', (_, five) => {
    expect(told(wide(five), 'label')).toEqual([]);
  });

  it.each(['行讼', '诉讼', '行政'])(
    '%s in place of 行政诉讼 takes no figure from its neighbours',
    (head) => {
      const five = heads.replace(/ /g, ' | ');
      const line = (...cells: string[]) => `| ${cells.join(' | ')} |\n`;
      const text =
        FOUR +
        line('行政复议', '', '', '', '', head, ...Array(9).fill('')) +
        line(...Array(15).fill('---')) +
        line(five, '未经复议直接起诉', '', '', '', '', '复议后起诉', '', '', '', '') +
        line('', '', '', '', '', five, five) +
        line(figures.replace(/ /g, ' | '));
      expect(row(text, 'reconsideration')).toBe('4 0 1 0 5');
      expect(row(text, 'afterReview')).toBe('0 0 0 1 1');
      expect(told(text, 'cell-value', 'missing-row')).toEqual([]);
    },
  );

  it.each(['填表人 甲 日期 2025', '填表日期\t2025\t1\t20', '12 3 4 5'])(
    'the line %s below them takes none of them away',
    (below) => {
      const text = `${wide(heads)}${below}\n`;
      expect(row(text, 'reconsideration')).toBe('4 0 1 0 5');
      expect(row(text, 'afterReview')).toBe('0 0 0 1 1');
      expect(told(text, 'cell-value', 'missing-row', 'review-total')).toEqual([]);
    },
  );

  it('two lines of fifteen below heads are nothing', () => {
    const text = `${FOUR}行政复议 未经复议直接起诉 复议后起诉\n${heads}\n${figures}\n${figures.replace('4', '5')}\n`;
    expect(row(text, 'direct')).not.toMatch(/[1-9]/);
  });

  it('fifteen figures in another section are none', () => {
    expect(tables(`${TITLE}一、总体情况\n${figures}\n`).review).toBeUndefined();
  });

  it.each([
    ['fourteen figures', figures.slice(0, -2)],
    ['two lines of fifteen', `${figures}\n合\n${figures}`],
  ])('%s without heads are nothing', (_, written) => {
    expect(tables(`${FOUR}${written}\n`).review).toBeUndefined();
  });

  it.each([
    [
      'heads a line each',
      `行政复议\n行政诉讼\n${heads.replace(/ /g, '\n')}\n未经复议直接起诉\n复议后起诉\n`,
    ],
    [
      'heads between tabs',
      `行政复议\t未经复议直接起诉\t复议后起诉\n${heads.replace(/ /g, '\t')}\n`,
    ],
    [
      'heads of Markdown',
      `| 行政复议 | 行政诉讼 |\n|---|---|\n| ${heads.replace(/ /g, ' | ')} |\n`,
    ],
  ])('%s and no figures: not filled in', (_, table) => {
    const text = `${FOUR}${table}五、存在的主要问题及改进情况\n人手不足。\n`;
    expect(told(text, 'cell-value', 'missing-row', 'missing-table')).toEqual([
      'cell-value 表四没有填数。没有的填 0。',
    ]);
  });
});

describe('a head that is there twice', () => {
  const heads = (...words: string[]) => `信息内容\t${words.join('\t')}\n`;
  const table = (head: string) =>
    `${TWO}第二十条第（一）项\n${head}规章\t0\t0\t0\n行政规范性文件\t3\t1\t7\n`;

  it('the first keeps its figures, the second is told', () => {
    const text = table(heads('本年制发件数', '本年制发件数', '现行有效件数'));
    expect(tables(text).disclosure?.normative).toEqual({ issued: 3, inForce: 7 });
    expect(told(text, 'label', 'missing-column')).toEqual([
      'label “本年制发件数”可能应为“本年废止件数”（格式规定的文字）。',
    ]);
  });

  it('one that stands before its place is the wrong one', () => {
    const text = table(heads('本年制发件数', '现行有效件数', '现行有效件数'));
    expect(tables(text).disclosure?.normative).toEqual({ issued: 3, inForce: 7 });
    expect(told(text, 'label', 'missing-column')).toEqual([
      'label “现行有效件数”可能应为“本年废止件数”（格式规定的文字）。',
    ]);
  });

  it('in table three it is told, and no column is missing', () => {
    const text = `${THREE}\t自然人\t商业企业\t商业企业\t社会公益组织\t法律服务机构\t其他\t总计\n一、本年新收政府信息公开申请数量\t9\t1\t0\t0\t0\t0\t10\n`;
    expect(row(text, '1')).toBe('9 1 0 0 0 0 10');
    expect(told(text, 'label', 'missing-column')).toEqual([
      'label “商业企业”可能应为“科研机构”（格式规定的文字）。',
    ]);
  });

  it.each([
    ['each once', table(heads('本年制发件数', '本年废止件数', '现行有效件数'))],
    [
      'the heads again on the next page',
      table(heads('本年制发件数', '本年废止件数', '现行有效件数')).replace(
        /(信息内容.*\n)(规章.*\n)/,
        '$1$2$1',
      ),
    ],
    [
      'merged cells repeated below',
      `${THREE}\t自然人\t法人或其他组织\t法人或其他组织\t法人或其他组织\t法人或其他组织\t法人或其他组织\t总计\n\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n一、本年新收政府信息公开申请数量\t9\t1\t0\t0\t0\t0\t10\n`,
    ],
  ])('nothing is said of %s', (_, text) => {
    expect(told(text, 'label', 'missing-column')).toEqual([]);
  });
});

describe('heads over two rows', () => {
  const upper = ['自然人', '商业', '科研', '社会公益组织', '法律服务', '其他', '总计'];
  const lower = ['', '企业', '机构', '', '机构', '', ''];
  const rows = (...lines: (readonly string[])[]) =>
    THREE +
    lines.map((cells) => `\t${cells.join('\t')}\n`).join('') +
    '一、本年新收政府信息公开申请数量\t9\t1\t0\t0\t0\t0\t10\n';
  const bars = (text: string) => text.replace(/\t/g, ' | ');

  it.each([
    ['between tabs', rows(upper, lower)],
    ['between bars', bars(rows(upper, lower))],
    [
      'one half alone',
      rows(upper.with(1, '商业企业').with(2, '科研机构'), ['', '', '', '', '机构']),
    ],
    [
      'the lower row without its blanks',
      rows(
        upper,
        lower.filter((cell) => cell),
      ),
    ],
  ])('are whole: %s', (_, text) => {
    expect(row(text, '1')).toBe('9 1 0 0 0 0 10');
    expect(told(text, 'label', 'missing-column')).toEqual([]);
  });

  it('a half whose other half is nowhere is told', () => {
    const text = rows(upper.with(1, '商业企业').with(2, '科研机构'));
    expect(told(text, 'label')).toEqual(['label “法律服务”应为“法律服务机构”（格式规定的文字）。']);
  });
});

describe('line breaks in cells of Markdown', () => {
  it.each(['<br>', '<br/>', '<br />', '<BR>'])('%s is white space', (br) => {
    const text = `${THREE}| 行名 | 自然人 | 商业${br}企业 | 科研机构 | 社会公益${br}组织 | 法律服务机构 | 其他 | 总计 |\n|---|---|---|---|---|---|---|---|\n| 一、本年新收${br}政府信息公开申请数量 | 9 | 1${br} | 0 | 0 | 0 | 0 | 10 |\n`;
    expect(row(text, '1')).toBe('9 1 0 0 0 0 10');
    expect(told(text, 'label', 'cell-value', 'missing-column')).toEqual([]);
  });
});

describe('below the heads of its own block', () => {
  const bars = (...lines: string[]) => `${lines.map((line) => `| ${line} |`).join('\n')}\n`;
  const dashes = '--- | --- | --- | ---';

  it('a block of table two has its figures, whatever blank cells stand around', () => {
    const text =
      TWO +
      bars(
        '第二十条第（一）项 | | |',
        dashes,
        '信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数',
        '规章 | 0 | | 2',
        '第二十条第（五）项 | | |',
        '信息内容 | | | 本年处理决定数量',
        '行政许可 | | | 12',
        '第二十条第（六）项',
        '信息内容 | 本年处理决定数量',
        '行政处罚 | 3',
        '行政强制 | ',
        '第二十条第（八）项 | | |',
        '信息内容 | 本年收费金额（单位：万元） | |',
        '行政事业性收费 | 1.5 | |',
      );
    expect(tables(text).disclosure).toEqual({
      rules: { issued: 0, repealed: null, inForce: 2 },
      licensing: { decisions: 12 },
      penalties: { decisions: 3 },
      coercion: { decisions: null },
      fees: { amount: 1.5 },
    });
  });

  it('in the form of 2019 a blank before a figure is of the first column', () => {
    const text =
      TWO.replace('2023', '2019') +
      bars(
        '第二十条第（八）项 | | |',
        dashes,
        '信息内容 | 上一年项目数量 | 本年增/减 |',
        '行政事业性收费 | | 2 |',
        '第二十条第（九）项 | | |',
        '信息内容 | 采购项目数量 | | 采购总金额',
        '政府集中采购 | 4 | | 5.5',
      );
    expect(tables(text).disclosure).toEqual({
      fees: { previous: null, change: 2 },
      procurement: { projects: 4, amount: 5.5 },
    });
  });

  it('a row that lacks a cell is not laid below the heads', () => {
    const text =
      TWO + bars('信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数', dashes, '规章 | 3 | 7');
    expect(tables(text).disclosure?.rules ?? {}).toEqual({});
  });

  it('without its column a block has no cells', () => {
    const text = TWO + bars('第二十条第（五）项 | |', dashes, '信息内容 | |', '行政许可 | |');
    expect(tables(text).disclosure?.licensing ?? {}).toEqual({});
    expect(told(text, 'cell-value', 'missing-column')).toEqual([
      'missing-column “行政许可”缺少“本年处理决定数量”一列。',
    ]);
  });

  it('table three without the column that the head of several stands in', () => {
    const text =
      THREE +
      bars(
        ' | 申请人情况 | | | | | ',
        dashes,
        ' | 自然人 | | | | | 总计',
        ' | | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | ',
        '一、本年新收政府信息公开申请数量 | 9 | 2 | 0 | 1 | 0 | 12',
      );
    expect(tables(text).requests?.['1']).toEqual({
      natural: 9,
      research: 2,
      charity: 0,
      legal: 1,
      other: 0,
      total: 12,
    });
  });

  it('table four without one of its columns', () => {
    const five = '结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计';
    const text =
      FOUR +
      bars(
        '行政复议 | | | | | 未经复议直接起诉 | | | | 复议后起诉 | | | |',
        dashes,
        `${five} | ${five.replace('其他结果 | ', '')} | ${five}`,
        '1 | 0 | | 0 | 1 | 2 | 3 | 0 | 5 | 0 | 4 | 0 | 0 | 4',
      );
    expect(tables(text).review).toEqual({
      reconsideration: { upheld: 1, corrected: 0, otherResult: null, pending: 0, total: 1 },
      direct: { upheld: 2, corrected: 3, pending: 0, total: 5 },
      afterReview: { upheld: 0, corrected: 4, otherResult: 0, pending: 0, total: 4 },
    });
  });
});

describe('columns set apart by runs of blanks', () => {
  it.each([2, 12, 40])('of any width: %i', (width) => {
    const gap = ' '.repeat(width);
    const line = (...cells: string[]) => `${cells.join(gap)}\n`;
    const text =
      THREE +
      line('', '自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计') +
      line('一、本年新收政府信息公开申请数量', '9', '1', '0', '0', '0', '0', '10') +
      line(
        '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
        '3',
        '1',
        '0',
        '0',
        '0',
        '0',
        '4',
      ) +
      line('四、结转下年度继续办理', '0', '0', '0', '0', '0', '0', '0') +
      '四、政府信息公开行政复议、行政诉讼情况\n';
    expect(['1', '3.2', '4'].map((key) => row(text, key))).toEqual([
      '9 1 0 0 0 0 10',
      '3 1 0 0 0 0 4',
      '0 0 0 0 0 0 0',
    ]);
  });

  it.each([
    [
      'the lower half of a head below it',
      `              本年新制  本年新公  对外公开总
信息内容      作数量    开数量    数量
规章          1         2         7
规范性文件    3         4         9
`,
    ],
    [
      'the first head in the middle',
      `              本年新    本年新    对外公
信息内容      制作数    公开数    开总
              量        量        数量
规章          1         2         7
规范性文件    3         4         9
`,
    ],
  ])('heads over several lines: %s', (_, table) => {
    const text = `${TWO.replace('2023', '2019')}第二十条第（一）项\n${table}`;
    expect(tables(text).disclosure).toEqual({
      rules: { made: 1, published: 2, public: 7 },
      normative: { made: 3, published: 4, public: 9 },
    });
    expect(told(text, 'label', 'bracket', 'missing-column')).toEqual([]);
  });

  it('heads torn beyond reading are of the form that the others are of', () => {
    const text = `${TWO.replace('2023', '2019')}第二十条第（一）项\n信息内容  甲  乙  丙\n规章  1  2  7\n第二十条第（五）项\n信息内容  上一年项目数量  本年增/减  处理决定数量\n行政许可  4  0  5\n`;
    expect(tables(text).disclosure?.rules).toEqual({ made: 1, published: 2, public: 7 });
  });

  it('words one below the other in running text are none', () => {
    const text = `${TITLE}一、总体情况\n主动公开  依申请公开\n工作      情况\n`;
    expect(tables(text)).toEqual({});
  });
});
