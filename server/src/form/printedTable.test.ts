// The official tables in print: which cells are merged, and that no place is taken twice or left.
import { describe, expect, it } from 'vitest';
import {
  FORMATS,
  type PrintedCell,
  printedTable,
  printedWidth,
  TABLE_KEYS,
  tableOf,
} from './formats.js';

const shown = (row: readonly PrintedCell[] = []) =>
  row
    .filter(({ cell }) => !cell)
    .map(({ words, colSpan, rowSpan }) => `${words.slice(0, 7)} ${colSpan}×${rowSpan}`);
const rowsOf = (key: 'disclosure' | 'requests' | 'review') => printedTable(tableOf('2021', key));

describe('the form of 2021', () => {
  it('has captions over all of table 二, and the last column over the rest', () => {
    const rows = rowsOf('disclosure');
    expect(rows).toHaveLength(14);
    expect(rows.slice(0, 3).map(shown)).toEqual([
      ['第二十条第（一 4×1'],
      ['信息内容 1×1', '本年制发件数 1×1', '本年废止件数 1×1', '现行有效件数 1×1'],
      ['规章 1×1'],
    ]);
    expect(shown(rows[5])).toEqual(['信息内容 1×1', '本年处理决定数 3×1']);
    expect(rows[6]?.at(-1)).toMatchObject({ kind: 'figure', at: 1, colSpan: 3, rowSpan: 1 });
  });

  it('has the note in the corner of table 三, heads over heads, and groups over their rows', () => {
    const rows = rowsOf('requests');
    expect(rows).toHaveLength(28);
    expect(rows.slice(0, 4).map(shown)).toEqual([
      ['（本列数据的勾 3×3', '申请人情况 7×1'],
      ['自然人 1×2', '法人或其他组织 5×1', '总计 1×2'],
      ['商业企业 1×1', '科研机构 1×1', '社会公益组织 1×1', '法律服务机构 1×1', '其他 1×1'],
      ['一、本年新收政 3×1'],
    ]);
    expect(shown(rows[5])).toEqual(['三、本年度办理 1×22', '（一）予以公开 2×1']);
    expect(shown(rows[7])).toEqual(['（三）不予公开 1×8', '1.属于国家秘 1×1']);
    expect(shown(rows[26])).toEqual(['（七）总计 2×1']);
  });

  it('has three rows of heads over table 四', () => {
    const rows = rowsOf('review');
    const five = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
    expect(rows.map(shown)).toEqual([
      ['行政复议 5×1', '行政诉讼 10×1'],
      [...five.map((word) => `${word} 1×2`), '未经复议直接起 5×1', '复议后起诉 5×1'],
      [...five, ...five].map((word) => `${word} 1×1`),
      [],
    ]);
    expect(rows[3]).toHaveLength(15);
  });
});

describe('rows that are left out', () => {
  it('leave the others as they are, their groups smaller', () => {
    const rows = printedTable(tableOf('2021', 'requests'), ({ key }) => key !== '3.3.1');
    expect(rows).toHaveLength(27);
    expect(shown(rows[7])).toEqual(['（三）不予公开 1×7', '2.其他法律行 1×1']);
  });

  it('take the caption of their block with them', () => {
    const rows = printedTable(tableOf('2021', 'disclosure'), ({ key }) => key !== 'licensing');
    expect(rows).toHaveLength(11);
    expect(rows.map(([first]) => first?.words)).not.toContain('第二十条第（五）项');
  });
});

it.each(FORMATS.flatMap(({ id }) => TABLE_KEYS.map((key) => [id, key] as const)))(
  'every place of %s %s is taken once',
  (template, key) => {
    const table = tableOf(template, key);
    const rows = printedTable(table);
    const taken = rows.map(() => Array<number>(printedWidth(table)).fill(0));
    rows.forEach((cells, i) => {
      for (const { at, colSpan, rowSpan } of cells)
        for (let row = i; row < i + rowSpan; row++)
          for (let column = at; column < at + colSpan; column++)
            (taken[row] as number[])[column] = (taken[row]?.[column] ?? Number.NaN) + 1;
    });
    expect(new Set(taken.flat())).toEqual(new Set([1]));
  },
);
