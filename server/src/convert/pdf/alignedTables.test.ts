// Figures under each other without lines: the label of a row is the one about it, or none.
import { describe, expect, it } from 'vitest';
import { alignedTables } from './alignedTables.js';
import { linesOf, textOf } from './printedLines.js';

type Printed = readonly [text: string, left: number, base: number];

function read(printed: readonly Printed[]) {
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
  const { tables, loose } = alignedTables(linesOf(chunks));
  const rows = tables.flatMap((table) =>
    table.rows.map(({ cells }) => cells.map(({ lines }) => lines.map(textOf).join('')).join('|')),
  );
  return { rows, loose: loose.map(textOf) };
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
      '|1.甲乙丙|0|0|0|0|0|0|0',
      '|1.甲乙丙|1|0|0|0|0|0|0',
      '|1.甲乙丙|2|0|0|0|0|0|0',
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
    expect(rows).toEqual([1, 2, 3].map((n) => `|${n}.保护第三方合法权益|0|1|2|3|4|5|6`));
    expect(loose).toEqual([]);
  });

  it('have their heads over their figures', () => {
    const heads = Array.from('子丑寅卯辰巳午', (head, k): Printed => [head, 198 + 40 * k, 725]);
    const { rows } = read([
      ...heads,
      ...[700, 680, 660].flatMap((base) => [['1.甲乙丙', 50, base] as const, ...figures(base)]),
    ]);
    expect(rows[0]).toBe('||子|丑|寅|卯|辰|巳|午');
    expect(rows).toHaveLength(4);
  });
});

describe('lines stay lines', () => {
  const prose: Printed[] = [
    ['本年收到申请', 50, 700],
    ['5', 130, 700],
    ['件', 140, 700],
  ];
  it.each([
    ['in running text', prose],
    ['where a row has no label of its own', [700, 680, 660].flatMap((base) => figures(base))],
    [
      'where figures do not stand under each other',
      [
        ['1.甲', 50, 700] as const,
        ...figures(700),
        ['2.乙', 50, 680] as const,
        ...figures(680).map(([t, x, y]) => [t, x + 25, y] as const),
        ['3.丙', 50, 660] as const,
        ...figures(660).map(([t, x, y]) => [t, x + 50, y] as const),
      ],
    ],
    [
      'where there are but two',
      [700, 680].flatMap((base) => [['1.甲', 50, base] as const, ...figures(base)]),
    ],
  ])('%s', (_, printed) => {
    const { rows, loose } = read(printed);
    expect(rows).toEqual([]);
    expect(loose).toHaveLength(new Set(printed.map(([, , base]) => base)).size);
  });
});
