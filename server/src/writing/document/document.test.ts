// What a report is as a document: each kind of block, tables in print, nothing lost and nothing changed.
import { describe, expect, it } from 'vitest';
import { parseReport } from '../../reading/parse.js';
import { headingOf, sectionSpec, writeTable } from '../writeTable.js';
import type { DocumentBlock, DocumentTable } from './blocks.js';
import { documentOf } from './document.js';

const TITLE = '青禾县云水镇2023年政府信息公开工作年度报告';
const OVERVIEW = '一、总体情况';
const placed = (...lines: string[]) => documentOf(parseReport(lines.join('\n')));
/** What the blocks say, without where that stands. */
const blocks = (...lines: string[]): DocumentBlock[] =>
  placed(...lines).map(({ region: _, ...block }) => block);
/** Blocks behind title and first heading. */
const inside = (...lines: string[]) => blocks(TITLE, OVERVIEW, ...lines).slice(2);
const kinds = (list: readonly DocumentBlock[]) => list.map(({ kind }) => kind);
const texts = (list: readonly DocumentBlock[]) =>
  list.map((block) => ('text' in block ? block.text : block.kind));
const heading = (level: number, text: string) => ({ kind: 'heading', level, text });

describe('title', () => {
  it.each([
    ['alone', [TITLE], [TITLE]],
    ['with a mark', [`# ${TITLE}`], [TITLE]],
    [
      'over lines',
      ['青禾县云水镇2023年', '', '政府信息公开工作年度报告'],
      ['青禾县云水镇2023年', '政府信息公开工作年度报告'],
    ],
    ['as the one cell of a table', [`| ${TITLE} |`], [TITLE]],
    ['in other words, above all else', ['公开工作格式模板'], ['公开工作格式模板']],
  ])('%s', (_, lines, title) => {
    expect(blocks(...lines, '', OVERVIEW, '', headingOf(sectionSpec(2)))[0]).toEqual({
      kind: 'title',
      lines: title,
    });
  });

  it.each([
    ['a sentence', '现将有关情况报告如下。'],
    ['a heading', '（一）主动公开'],
  ])('is not %s', (_, line) => {
    expect(kinds(blocks(line, OVERVIEW, headingOf(sectionSpec(2))))).not.toContain('title');
  });
});

describe('headings', () => {
  it.each([
    ['## （一）主动公开情况', 2, '（一）主动公开情况'],
    ['（一）主动公开情况。', 2, '（一）主动公开情况。'],
    ['**（一）主动公开情况**', 2, '（一）主动公开情况'],
    ['1.主动公开', 3, '1.主动公开'],
    ['（1）制度', 4, '（1）制度'],
    ['### 主动公开 ###', 2, '主动公开'],
  ])('%s', (line, level, text) => {
    expect(inside(line)).toEqual([heading(level, text)]);
  });

  it.each([
    '1.公开信息3条；',
    '（1）公开信息3条。',
    '（一）全年公开信息3条。其中，工作动态2条',
    '全年公开信息3条',
    '2023年公开信息3条',
  ])('are not %s', (line) => {
    expect(inside(line)).toMatchObject([{ kind: 'paragraph', text: line }]);
  });

  it('that run on lead their paragraph', () => {
    expect(inside('（一）主动公开。全年公开信息3条。')).toEqual([
      { kind: 'paragraph', text: '（一）主动公开。全年公开信息3条。', lead: 8 },
    ]);
    expect(inside('（一）公开信息3条。其中动态2条。')).toEqual([
      { kind: 'paragraph', text: '（一）公开信息3条。其中动态2条。' },
    ]);
  });
});

describe('marks', () => {
  it.each([
    ['**重点**领域', '重点领域'],
    ['__重点__：领域', '重点：领域'],
    ['- 一是学习；', '一是学习；'],
    ['> 引用的话', '引用的话'],
    ['见[县政府网站](https://example.invalid/a)', '见县政府网站'],
    ['<u>重点</u>领域', '重点领域'],
    ['全文 <!-- 待核 -->。', '全文 。'],
    ['　　全年公开', '全年公开'],
  ])('are taken off: %s', (line, text) => {
    expect(texts(inside(line))).toEqual([text]);
  });

  it.each([
    '国办公开办函[2021](30)号',
    '![图片](image1.png)',
    '3 * 5 ** 2',
    '____年__月',
    '__重点__领域',
    '#1 机组',
    'a<b且c>d',
    '－ 一是学习',
    '- 5 -件',
  ])('are none: %s', (line) => {
    expect(texts(inside(`甲${line}`))).toEqual([`甲${line}`]);
  });

  it('of lines alone, code and comments are no part of it', () => {
    expect(texts(inside('甲', '---', '<!-- 乙 -->', '```', '丙', '```', '丁'))).toEqual([
      '甲',
      '丁',
    ]);
  });
});

describe('signature', () => {
  const end = (...lines: string[]) => inside('甲。', ...lines).slice(1);

  it.each([
    [['青禾县云水镇', '2024年1月18日']],
    [['云水镇人民政府', '二〇二四年一月十八日']],
    [['2024年1月18日']],
  ])('%j', (lines) => {
    const organ = '青禾县云水镇人民政府2023年政府信息公开工作年度报告';
    const list = blocks(organ, OVERVIEW, '甲。', ...lines);
    expect(list.at(-1)?.kind).toBe('signature');
    expect(list.at(-1)).toMatchObject({ lines: lines.slice(-lines.length) });
  });

  it.each([
    [['青禾县云水镇', '截至2024年1月18日']],
    [['青禾县云水镇', '2024年1月18日', '附件：略']],
    [['青禾县云水镇']],
  ])('is not %j', (lines) => {
    expect(kinds(end(...lines))).not.toContain('signature');
  });
});

describe('an official table', () => {
  const layouts = ['tab', 'markdown', 'pipe', 'lines'] as const;
  const written = (
    key: 'disclosure' | 'requests' | 'review',
    section: number,
    layout: (typeof layouts)[number],
  ) =>
    `${headingOf(sectionSpec(section))}\n\n${writeTable(key, { template: '2021', layout, eol: '\n', fill: ({ row }) => (row === '3.1' ? '12' : '0') })}`;
  const tableIn = (text: string) =>
    documentOf(parseReport(`${TITLE}\n\n${text}`)).find(
      ({ kind }) => kind === 'table',
    ) as DocumentTable;
  const cellOf = ({ rows }: DocumentTable, text: string) =>
    rows.flat().find((cell) => cell.text === text);

  it.each(layouts)('is laid out as the form prints it: %s', (layout) => {
    expect(cellOf(tableIn(written('disclosure', 2, layout)), '第二十条第（五）项')).toMatchObject({
      kind: 'caption',
      colSpan: 4,
    });
    const requests = tableIn(written('requests', 3, layout));
    expect(cellOf(requests, '三、本年度办理结果')).toMatchObject({
      kind: 'row',
      at: 0,
      rowSpan: 22,
    });
    expect(cellOf(requests, '12')).toMatchObject({ kind: 'figure', at: 3 });
    expect(cellOf(tableIn(written('review', 4, layout)), '行政诉讼')).toMatchObject({
      kind: 'column',
      at: 5,
      colSpan: 10,
    });
  });

  it('keeps every word and figure as it is written', () => {
    const text = written('requests', 3, 'tab')
      .replace('部分公开', '不分公开')
      .replace('12', '12件');
    const table = tableIn(text);
    expect(cellOf(table, '12件')?.kind).toBe('figure');
    expect(table.rows.flat().some((cell) => cell.text.includes('不分公开'))).toBe(true);
  });

  it('that lacks a row is printed without it', () => {
    const text = written('requests', 3, 'tab')
      .replace(/\n[^\n]*1\.属于国家秘密[^\n]*/, '\n三、本年度办理结果\t（三）不予公开')
      .replace(/\n三、本年度办理结果\t（三）不予公开\n\t\t2/, '\n\t（三）不予公开\t2');
    const table = tableIn(text);
    expect(cellOf(table, '（三）不予公开')).toMatchObject({ rowSpan: 7 });
  });

  it.each([
    ['a row too short', (text: string) => text.replace(/(结转下年度继续办理.*)\t0\t0\t0$/m, '$1')],
    [
      'words of its own',
      (text: string) => `${text.replace('（二）部分公开', '注\t（二）部分公开')}`,
    ],
    ['a page number inside', (text: string) => text.replace('\n四、结转', '\n— 3 —\n四、结转')],
  ])('with %s stands as it is', (_, change) => {
    const all = documentOf(parseReport(`${TITLE}\n\n${change(written('requests', 3, 'tab'))}`));
    const tables = all.filter((block): block is DocumentTable => block.kind === 'table');
    expect(tables.length).toBeGreaterThan(0);
    expect(
      tables
        .flatMap(({ rows }) => rows.flat())
        .every(({ kind, colSpan }) => !kind && colSpan === 1),
    ).toBe(true);
  });
});

describe('other grids', () => {
  it('are tables of plain cells', () => {
    expect(inside('| 栏目 | 条数 |', '|---|---|', '| 动态 | 98 |')).toMatchObject([
      {
        kind: 'table',
        rows: [
          [{ text: '栏目' }, { text: '条数' }],
          [{ text: '动态' }, { text: '98' }],
        ],
      },
      { kind: 'paragraph', text: '' },
    ]);
  });

  it('are apart: Word would make one of two', () => {
    const two = inside('a\tb', 'c\td', '', 'e\tf', 'g\th', '甲');
    expect(kinds(two)).toEqual(['table', 'paragraph', 'table', 'paragraph']);
    expect(two[1]).toEqual({ kind: 'paragraph', text: '' });
  });

  it('are not a line with a tab or a bar', () => {
    expect(
      texts(inside('联系人：甲\t电话：略', '甲。', '（一）\t说明', '甲。', '甲 | 乙')),
    ).toEqual(['联系人：甲\t电话：略', '甲。', '（一）说明', '甲。', '甲 | 乙']);
  });
});

it('a text that is no report has its paragraphs and tables', () => {
  expect(kinds(blocks('会议纪要', '', '第一项', 'a\tb', 'c\td', '第二项'))).toEqual([
    'paragraph',
    'paragraph',
    'table',
    'paragraph',
  ]);
  expect(blocks('')).toEqual([]);
});
