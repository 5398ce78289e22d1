// Figures under each other without lines: the label of a row is the one about it, or none.
import { describe, expect, it } from 'vitest';
import { alignedTables, type PageBefore } from './alignedTables.js';
import { linesOf, textOf } from './printedLines.js';

type Printed = readonly [text: string, left: number, base: number];

function readPage(printed: readonly Printed[], before?: PageBefore) {
  const chunks = printed.map(([text, left, base]) => {
    const right = left + (/^[\x20-\x7e]+$/.test(text) ? 5 : 10) * text.length;
    return {
      text,
      left,
      right,
      base,
      page: 1,
      size: 10,
      font: 'f',
      vertical: false,
      spaced: false,
    };
  });
  return alignedTables(linesOf(chunks), before);
}

function read(printed: readonly Printed[], before?: PageBefore) {
  const { tables, lines, linesBefore } = readPage(printed, before);
  const rows = tables.flatMap((table) =>
    table.rows.map(
      ({ cells, isNameless }) =>
        (isNameless ? '?' : '') + cells.map(({ lines }) => lines.map(textOf).join('')).join('|'),
    ),
  );
  return { rows, loose: lines.map(textOf), before: linesBefore.map(textOf) };
}

const figures = (base: number, values = '0123456'): Printed[] =>
  Array.from(values, (value, k) => [value, 200 + 40 * k, base]);

describe('rows without lines', () => {
  it('have the label beside their figures', () => {
    const { rows } = read([
      ...[700, 680, 660].flatMap((base, i) => [
        ['1.甲乙丙', 50, base] as const,
        ...figures(base, `${i}000000`),
      ]),
    ]);
    expect(rows).toEqual([
      '||1.甲乙丙|0|0|0|0|0|0|0',
      '||1.甲乙丙|1|0|0|0|0|0|0',
      '||1.甲乙丙|2|0|0|0|0|0|0',
    ]);
  });

  it('have the label whose lines lie above and below them', () => {
    const { rows, loose } = read(
      [700, 660, 620].flatMap((base, i) => [
        [`${i + 1}.保护第三`, 50, base + 6] as const,
        ['方合法权益', 50, base - 6] as const,
        ...figures(base),
      ]),
    );
    expect(rows).toEqual([1, 2, 3].map((n) => `||${n}.保护第三方合法权益|0|1|2|3|4|5|6`));
    expect(loose).toEqual([]);
  });

  it('have their heads over their figures', () => {
    const heads = Array.from('子丑寅卯辰巳午', (head, k): Printed => [head, 198 + 40 * k, 725]);
    const { rows } = read([
      ...heads,
      ...[700, 680, 660].flatMap((base) => [['1.甲乙丙', 50, base] as const, ...figures(base)]),
    ]);
    expect(rows[0]).toBe('|||子|丑|寅|卯|辰|巳|午');
    expect(rows).toHaveLength(4);
  });
});

describe('columns are known by their heads', () => {
  const heads = (base: number, words = '子丑寅卯辰巳午'): Printed[] =>
    Array.from(words, (head, k) => [head, 198 + 40 * k, base]);
  const blank = (row: readonly Printed[], ...gone: number[]) =>
    row.filter((_, k) => !gone.includes(k));

  it('where rows have blanks, and a column has nothing else', () => {
    const { rows } = read([
      ...heads(725),
      ['1.甲', 50, 700],
      ...blank(figures(700), 2, 6),
      ['2.乙', 50, 680],
      ...blank(figures(680), 2),
    ]);
    expect(rows.slice(1)).toEqual(['||1.甲|0|1||3|4|5|', '||2.乙|0|1||3|4|5|6']);
  });

  it('where heads stand over several of them, in lines close to each other', () => {
    const { rows } = read([
      ['天干与地支纪', 270, 735],
      ...heads(723),
      ['甲乙丙', 50, 700],
      ...figures(700),
    ]);
    expect(rows.slice(1)).toEqual(['|||子|丑|寅|卯|辰|巳|午', '||甲乙丙|0|1|2|3|4|5|6']);
  });

  it('where rows have heads and no label', () => {
    const { rows } = read([...heads(725), ...blank(figures(700), 3)]);
    expect(rows).toEqual(['|||子|丑|寅|卯|辰|巳|午', '|||0|1|2||4|5|6']);
  });

  it('where they are centred, and the figures are not', () => {
    const { rows } = read([
      ...Array.from('子丑寅卯辰巳午', (head, k): Printed => [head, 212 + 40 * k, 725]),
      ['1.甲', 50, 700],
      ...figures(700),
    ]);
    expect(rows[0]).toBe('|||子|丑|寅|卯|辰|巳|午');
  });

  it('on the page that follows', () => {
    const label: Printed = ['1.甲', 50, 700];
    const page = readPage([...heads(725), label, ...figures(700)]);
    const row = [label, ...blank(figures(700), 0, 4)];
    expect(read(row, page).rows).toEqual(['||1.甲||1|2|3||5|6']);
  });

  it('on the page that comes before, in part', () => {
    const page = readPage([
      ['正文', 50, 200],
      ['子', 198, 60],
      ['午', 438, 60],
    ]);
    const { rows, before } = read(
      [...heads(725).slice(1, 6), ['1.甲', 50, 700], ...blank(figures(700), 3)],
      page,
    );
    expect(rows).toEqual(['|||子|丑|寅|卯|辰|巳|午', '||1.甲|0|1|2||4|5|6']);
    expect(before).toEqual(['正文']);
  });

  it('or not at all: a blank could be any', () => {
    const { rows } = read([
      ['1.甲', 50, 700],
      ...figures(700),
      ['2.乙', 50, 680],
      ...blank(figures(680), 2),
    ]);
    expect(rows).toEqual(['||1.甲|0|1|2|3|4|5|6', '?|||0|1||3|4|5|6']);
  });

  it('nor where two heads stand over one column', () => {
    const label: Printed = ['1.甲', 50, 700];
    const { rows } = read([
      ...heads(725, '子丑寅卯辰巳'),
      ['午未', 450, 725],
      ['申酉', 423, 712],
      label,
      ...figures(700, '012345'),
      ['66666666', 420, 700],
    ]);
    expect(rows).toEqual(['?|||0|1|2|3|4|5|66666666']);
  });
});

describe('a figure is of no row', () => {
  it('where it may go on in the next line', () => {
    const { rows } = read([
      ['1.甲', 50, 700],
      ...figures(700),
      ['2.乙', 50, 660],
      ...figures(660),
      ['7', 240, 648],
      ['3.丙', 50, 620],
      ...figures(620),
    ]);
    expect(rows.map((row) => row[0])).toEqual(['|', '?', '?', '|']);
  });

  it('where the page may have cut it', () => {
    const page = readPage([['1.甲', 50, 100] as const, ...figures(100)]);
    read([['9', 240, 700] as const], page);
    expect(page.tables[0]?.rows[0]?.isNameless).toBe(true);
  });

  it('where half of them stand lower than the words beside them', () => {
    const { rows, loose } = read([
      ['1.甲', 50, 700],
      ...figures(700),
      ['2.乙丙丁戊己庚辛壬癸子丑寅卯辰巳午', 50, 640],
      ...figures(640, '012').map(([text, left, base]): Printed => [text, left + 120, base]),
      ...figures(630, '345'),
    ]);
    expect(rows.map((row) => row[0])).toEqual(['|', '?', '?']);
    expect(loose).toEqual([]);
  });

  it('where a page begins with half of them', () => {
    const page = readPage([['1.甲', 50, 100] as const, ...figures(100)]);
    const { rows, loose } = read([['2.乙', 50, 700] as const, ...figures(700, '012')], page);
    expect(rows).toEqual(['?2.乙|0|1|2']);
    expect(loose).toEqual([]);
  });

  it('where heads that touch look like one', () => {
    const { rows } = read([
      ['子丑', 195, 725],
      ['寅卯', 235, 725],
      ['辰巳', 275, 725],
      ['午未申酉', 315, 725],
      ['戌亥', 395, 725],
      ['1.甲', 50, 700],
      ...figures(700, '0123').filter((_, k) => k < 4),
      ['5', 400, 700],
    ]);
    expect(rows.map((row) => row[0])).toEqual(['?']);
  });

  it('where two labels lie about it, or none', () => {
    const { rows } = read([
      ['1.甲', 50, 706],
      ['2.乙', 50, 694],
      ...figures(700),
      ['3.丙', 50, 660],
      ...figures(660),
      ...figures(620),
      ['5.戊', 50, 580],
      ...figures(580),
    ]);
    expect(rows.map((row) => row[0])).toEqual(['?', '|', '?', '|']);
  });
});

describe('labels', () => {
  it('that are justified are one, beside those of their group', () => {
    const { rows } = read(
      [700, 640, 580].flatMap((base, i) => [
        [`（${'一二三'[i]}）子`, 20, base] as const,
        ['丑寅', 20, base - 12] as const,
        [`${i + 1}.属`, 100, base] as const,
        ['于', 127, base] as const,
        ['国', 148, base] as const,
        ['家秘密', 100, base - 12] as const,
        ...figures(base),
      ]),
    );
    expect(rows).toEqual(
      [1, 2, 3].map((n) => `|（${'一二三'[n - 1]}）子丑寅|${n}.属于国家秘密|0|1|2|3|4|5|6`),
    );
  });

  it('of a group stand where it begins', () => {
    const { rows } = read([
      ['（一）子', 20, 680],
      ...[700, 680, 660, 640].flatMap((base, i) => [
        [`${i + 1}.甲`, 100, base] as const,
        ...figures(base),
      ]),
    ]);
    expect(rows[0]).toBe('|（一）子|1.甲|0|1|2|3|4|5|6');
    expect(rows[1]).toBe('||2.甲|0|1|2|3|4|5|6');
  });
});

describe('lines stay lines', () => {
  it('where a page has more than any report', () => {
    const many = Array.from({ length: 1200 }, (_, i) => figures(20 * i)).flat();
    expect(read(many).loose).toHaveLength(1200);
  });

  it.each([
    [
      'in running text',
      [
        ['本年收到申请', 50, 700],
        ['5', 130, 700],
        ['件', 140, 700],
      ] as Printed[],
    ],
    ['where one row of figures has neither label nor head', figures(700)],
    ['where figures are few', [['规章', 50, 700] as const, ...figures(700, '012')]],
  ])('%s', (_, printed) => {
    const { rows, loose } = read(printed);
    expect(rows).toEqual([]);
    expect(loose).toHaveLength(1);
  });
});
