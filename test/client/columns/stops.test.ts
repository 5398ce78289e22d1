// Columns stand one under another in any font: the white space is reckoned as an editor draws it.
import { describe, expect, it } from 'vitest';
import { Pen } from '../../../client/src/columns/pen.js';
import {
  type Drawing,
  drawingsOf,
  isPadded,
  type PlacedCell,
} from '../../../client/src/columns/stops.js';

const LOOK = { tabSize: 2, wide: true };

/** The cells marked in a text: ‹0:12› is a cell of column 0, ‹0!:自然人› its head. */
function marked(text: string) {
  const cells: PlacedCell[] = [];
  let plain = '';
  let at = 0;
  for (const { 0: all, 1: place, 2: head, 3: words = '', index } of text.matchAll(
    /‹(\d+)(!?):([^›]*)›/g,
  )) {
    plain += text.slice(at, index);
    const start = plain.length;
    plain += words;
    cells.push({ start, end: plain.length, place: Number(place), isHead: head === '!' });
    at = index + all.length;
  }
  return { text: plain + text.slice(at), cells };
}

/** Where each cell is drawn, in em, in a font whose half-width letters are `ch` em wide. */
function drawn({ text, cells }: ReturnType<typeof marked>, ch: number, look = LOOK) {
  const drawings = drawingsOf(text, cells, look);
  const of = (offset: number, is: (one: Drawing) => boolean) =>
    drawings.find((one) => one.start <= offset && offset < one.end && is(one));
  const xOf = (offset: number) => {
    const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
    const pen = new Pen(text, lineStart, look);
    let x = 0;
    for (let i = lineStart; i < offset; i++) {
      const width = pen.write(i + 1);
      const size = of(i, (one) => one.size !== undefined)?.size ?? 1;
      x += (width.em + width.ch * ch) * size;
      const [, em, more] = /([-\d.]+)em \+ ([-\d.]+)ch/.exec(
        of(i, (one) => one.spacing !== undefined)?.spacing ?? '',
      ) ?? ['', '0', '0'];
      x += (Number(em) + Number(more) * ch) * (width.ch + width.em);
    }
    return x;
  };
  return cells.map(({ start, place }) => ({ place, x: xOf(start) }));
}

function columnsOf(cells: ReturnType<typeof drawn>): Map<number, number[]> {
  const columns = new Map<number, number[]>();
  for (const { place, x } of cells) columns.set(place, [...(columns.get(place) ?? []), x]);
  return columns;
}

const TABS = marked(
  [
    '\t\t\t‹0!:自然人›\t法人或其他组织\t\t\t‹3!:总计›',
    '\t\t\t\t‹1!:商业企业›\t‹2!:社会公益组织›\t',
    '一、本年新收政府信息公开申请数量\t\t\t‹0:1175›\t‹1:12›\t‹2:0›\t‹3:1187›',
    '三、本年度办理结果\t（一）予以公开\t\t‹0:›\t‹1:›\t‹2:›\t‹3:›',
    '\t（三）不予公开\t3.危及“三安全一稳定”\t‹0:9›\t‹1:0›\t‹2:0›\t‹3:9›',
    '\t\t2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请\t‹0:3›\t‹1:0›\t‹2:0›\t‹3:3›',
  ].join('\n'),
);
const BARS = marked(
  [
    '| | | | ‹0!:自然人› | ‹1!:商业企业› | ‹2!:总计› |',
    '| --- | --- | --- | --- | --- | --- |',
    '| 一、本年新收 |  |  | ‹0:12› | ‹1:3› | ‹2:15› |',
    '| 三、本年度办理结果 | （一）予以公开 |            |    ‹0:9› |  ‹1:›| ‹2:› |',
    '|  |  | 3.其他 | ‹0:› | ‹1:0› | ‹2:0› |',
  ].join('\n'),
);

describe('the columns of a table', () => {
  for (const [name, table] of Object.entries({ tabs: TABS, bars: BARS }))
    for (const ch of [0.5, 0.55, 0.6])
      it(`stand under each other: ${name}, half-width letters of ${ch} em`, () => {
        const columns = columnsOf(drawn(table, ch));
        expect(columns.size).toBeGreaterThan(2);
        for (const [place, xs] of columns)
          expect(Math.max(...xs) - Math.min(...xs), `column ${place}`).toBeLessThan(0.05);
        const firsts = [...columns].sort(([a], [b]) => a - b).map(([, [x = 0]]) => x);
        expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
      });

  it('do not without us', () => {
    const xs = TABS.cells
      .filter(({ place }) => place === 0)
      .map(({ start }) => {
        const width = new Pen(TABS.text, TABS.text.lastIndexOf('\n', start) + 1, LOOK).write(start);
        return width.em + width.ch / 2;
      });
    expect(Math.max(...xs) - Math.min(...xs)).toBeGreaterThan(5);
  });

  it('fit into a window of 1366 dots beside the explorer, with long labels and all seven columns', () => {
    const heads = '自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计'.split(' ');
    const table = marked(
      [
        `\t\t\t${heads.map((head, i) => `‹${i}!:${head}›`).join('\t')}`,
        `\t（六）其他处理\t1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请\t${heads.map((_, i) => `‹${i}:1234›`).join('\t')}`,
      ].join('\n'),
    );
    const right = Math.max(...drawn(table, 0.5).map(({ x }) => x)) + 4 * 0.5;
    expect(right * 14).toBeLessThan(920);
  });

  it('keep apart, and from their labels', () => {
    for (const table of [TABS, BARS]) {
      const { text, cells } = table;
      for (const { start, end, spacing } of drawingsOf(text, cells, LOOK))
        if (spacing) expect(text.slice(start, end)).toMatch(/^[\t ]+$|^\|$/);
    }
    const [first, second] = drawn(marked('标签\t‹0:123456›\t‹1:1›'), 0.5).map(({ x }) => x);
    expect(second).toBeGreaterThan((first ?? 0) + 3.3);
  });

  it('of rows that lack their first cells are moved together', () => {
    const table = marked(
      '短\t‹0:1›\t‹1:2›\n这一行的名称长得多而且没有第一格\t‹1:2›\n短\t‹0:10›\t‹1:20›',
    );
    const columns = columnsOf(drawn(table, 0.5));
    for (const xs of columns.values()) expect(Math.max(...xs) - Math.min(...xs)).toBeLessThan(0.05);
    const [[a = 0], [b = 0]] = [columns.get(0) ?? [], columns.get(1) ?? []];
    expect(b - a).toBeLessThan(3);
  });

  it('are left alone where nothing stands between cells, or there are none', () => {
    expect(drawingsOf('0', [{ start: 0, end: 1, place: 0 }], LOOK)).toEqual([]);
    expect(drawingsOf('', [], LOOK)).toEqual([]);
    expect(drawingsOf('规章000', [{ start: 2, end: 3, place: 0 }], LOOK)).toEqual([]);
  });
});

it.each([
  ['padded with blanks', '| 甲       | ‹0:1› | ‹1:12› |\n| 甲乙丙丁 | ‹0:2› | ‹1:13› |\n', true],
  [
    'padded, but for a long label',
    `${'| 甲    | ‹0:1› | ‹1:2› |\n'.repeat(6)}| 甲乙丙丁戊 | ‹0:1› | ‹1:2› |\n`,
    true,
  ],
  [
    'compact',
    '| 甲 | ‹0:1› | ‹1:12› |\n| 甲乙 | ‹0:2› | ‹1:3› |\n| 甲乙丙 | ‹0:0› | ‹1:0› |\n',
    false,
  ],
  ['between tabs', '甲\t‹0:1›\t‹1:2›\n甲乙丙丁戊己\t‹0:1›\t‹1:2›\n甲乙丙\t‹0:1›\t‹1:2›\n', false],
])('knows a table that is %s', (_, written, expected) => {
  const { text, cells } = marked(written);
  expect(isPadded(text, cells, LOOK)).toBe(expected);
});
