// Where Tab goes by the fields that are known, and what edits make of them.
import { describe, expect, it } from 'vitest';
import { applied, smallest } from '../../../client/src/fields/change.js';
import { FieldMap } from '../../../client/src/fields/fieldMap.js';

/** Prompts are 【】, cells lie between tabs; every line with a tab is of the same table. */
function mapOf(text: string) {
  const lines = [...text.matchAll(/[^\n]*\t[^\n]*/g)].map(({ index, 0: line }) => ({
    start: index,
    end: index + line.length,
  }));
  const table = { start: lines[0]?.start ?? 0, end: lines.at(-1)?.end ?? 0 };
  const cells = lines.flatMap(({ start, end }) =>
    [...text.slice(start, end).matchAll(/\t([^\t]*)/g)].map(({ index, 1: cell = '' }) => ({
      start: start + index + 1,
      end: start + index + 1 + cell.length,
      table: 0,
    })),
  );
  const prompts = [...text.matchAll(/【[^】]*】/g)].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }));
  const fields = [...cells, ...prompts].sort((a, b) => a.start - b.start);
  return FieldMap.of({ fields, tables: lines.length > 0 ? [table] : [] });
}

const TEXT = '前【甲】。\n行\t1\t\t3\n列\t4\t\t6\n后【乙】。';
const at = (words: string) => TEXT.indexOf(words);

describe('the way', () => {
  it.each([
    ['from text to the next prompt', '前', true, '【甲】'],
    ['from a prompt to the next open cell', '【甲】', true, ''],
    ['within a table to the next cell', '1\t', true, ''],
    ['and back', '6\n', false, ''],
    ['from a label into its row', '列', true, '4'],
    ['from the last cell to the next prompt', '6\n', true, '【乙】'],
    ['from the last prompt round to the first', '【乙】', true, '【甲】'],
    ['from the first one back to the last', '【甲】', false, '【乙】'],
  ])('%s', (_, from, forward, wanted) => {
    const next = mapOf(TEXT).next(at(from), forward);
    expect(TEXT.slice(next?.start, next?.end)).toBe(wanted);
  });

  it('is none in text where nothing is open', () => {
    const text = '前。\n行\t1\t2\n后。';
    expect(mapOf(text).next(text.indexOf('后'), true)).toBeUndefined();
    expect(mapOf(text).next(0, false)).toBeUndefined();
    expect(mapOf('').next(0, true)).toBeUndefined();
  });

  it('stays in the last cell, and at the only prompt', () => {
    const cells = '行\t1\t2\n';
    expect(mapOf(cells).next(cells.indexOf('2'), true)).toMatchObject({ start: 4, end: 5 });
    expect(mapOf('【甲】').next(1, true)).toMatchObject({ start: 0, end: 3 });
  });
});

describe('edits', () => {
  /** The text with an edit, and whether the map is still what one of the new text would be. */
  const edited = (offset: number, length: number, text: string) => {
    const map = mapOf(TEXT);
    map.move({ offset, length, text });
    const after = applied(TEXT, { offset, length, text });
    const way = (one: FieldMap) => {
      const stops: string[] = [];
      let place = 0;
      for (let i = 0; i < 12; i++) {
        const next = one.next(place, true);
        if (!next) break;
        stops.push(`${next.start}-${next.end}`);
        place = next.end;
      }
      return stops;
    };
    return { map, isSame: way(map).join() === way(mapOf(after)).join() };
  };

  it.each([
    ['a figure in a blank cell', at('\t\t3') + 1, 0, '25'],
    ['a digit more', at('1\t') + 1, 0, '2'],
    ['a digit before', at('3\n'), 0, '2'],
    ['another figure', at('4\t'), 1, '17'],
    ['no figure any more', at('4\t'), 1, ''],
    ['words before it all', 0, 0, '更前。'],
    ['words after a prompt', at('。\n行'), 0, '等'],
    ['words before a prompt', at('【甲】'), 0, '请'],
    ['a prompt written over', at('【甲】'), 3, '已写'],
    ['a label', at('列'), 0, '第二'],
    ['a line more of text', 0, 0, '题\n'],
    ['a line less of text', at('后'), 1, ''],
  ])('%s: all is known', (_, offset, length, text) => {
    const { map, isSame } = edited(offset, length, text);
    expect(map.isCertain).toBe(true);
    expect(isSame).toBe(true);
  });

  it.each([
    ['a tab typed in a cell', at('1\t'), 0, '\t'],
    ['a tab deleted', at('\t\t3'), 1, ''],
    ['a line deleted', at('行'), at('列') - at('行'), ''],
    ['a line end in a table', at('3\n'), 0, '\n'],
    ['a prompt put in', 0, 0, '【丙】'],
    ['a table pasted', 0, 0, '行\t1\n行\t2\n'],
    ['half of a cell and what is before it', at('1\t') - 1, 2, ''],
  ])('%s: the server is to be asked', (_, offset, length, text) => {
    expect(edited(offset, length, text).map.isCertain).toBe(false);
  });

  it('white space beside a figure is none of it', () => {
    const map = mapOf(TEXT);
    map.move({ offset: at('3\n'), length: 0, text: '  ' }, true);
    expect(map.at(at('3\n') + 3)).toMatchObject({ start: at('3\n') + 2, end: at('3\n') + 3 });
  });

  it('what was written over a prompt is known as such, also when the server has told again', () => {
    const map = mapOf('【甲】');
    map.move({ offset: 0, length: 3, text: '写' });
    map.move({ offset: 1, length: 0, text: '了' });
    expect([0, 1, 2].map((place) => map.isAnswer(place))).toEqual([true, true, true]);
    const later = FieldMap.of({ fields: [], tables: [] }, map);
    later.move({ offset: 0, length: 0, text: '前言。' });
    expect(later.isAnswer(5)).toBe(true);
    expect(later.isAnswer(6)).toBe(false);
    expect(map.isAnswer(2)).toBe(true);
  });
});

describe('totals that came by themselves', () => {
  /** Two rows of two terms and a total, another row below. */
  const GRID = '甲\t1\t2\t3\n乙\t4\t5\t9\n丙\t\t\t';
  const place = (words: string) => GRID.indexOf(words);

  /** The way with the totals of 甲 and 乙 filled in, once a hand has done this. */
  function wayAfter(...changes: { offset: number; length: number; text: string }[]) {
    const cells = [...GRID.matchAll(/\t([^\t\n]*)/g)].map(({ index, 1: cell = '' }, i) => ({
      start: index + 1,
      end: index + 1 + cell.length,
      table: 0,
      row: String(Math.floor(i / 3)),
      column: String(i % 3),
      ...(i % 3 === 2 && { isTotal: true }),
    }));
    const map = FieldMap.of({ fields: cells, tables: [{ start: 0, end: GRID.length }] });
    for (const total of ['3\n', '9\n']) map.fill({ offset: place(total), length: 0, text: '' });
    for (const change of changes) map.move(change);
    const after = changes.reduce(applied, GRID);
    const stops = (forward: boolean) => {
      const told: string[] = [];
      let at = forward ? 0 : after.length;
      for (let i = 0; i < (forward ? 6 : 9); i++) {
        const next = map.next(at, forward);
        if (!next || (forward ? next.start < at : next.end > at)) break;
        told.push(after.slice(next.start, next.end));
        at = forward ? next.end : next.start;
      }
      return told;
    };
    return { forth: stops(true), back: stops(false) };
  }

  it('are leapt over, but not on the way back', () => {
    const { forth, back } = wayAfter();
    expect(forth).toEqual(['1', '2', '4', '5', '', '']);
    expect(back).toContain('9');
    expect(back).toContain('3');
  });

  it.each([
    ['a term of its row has changed', { offset: place('1'), length: 1, text: '8' }, '3', ['9']],
    ['a digit came to one', { offset: place('2') + 1, length: 0, text: '0' }, '3', ['9']],
    ['a term was deleted', { offset: place('5'), length: 1, text: '' }, '9', ['3']],
  ])('where %s, Tab stops there again', (_, change, stop, leapt) => {
    const { forth } = wayAfter(change);
    expect(forth).toContain(stop);
    for (const other of leapt) expect(forth).not.toContain(other);
  });

  it.each([
    ['who types a total of their own', { offset: place('3\n'), length: 1, text: '7' }],
    ['who deletes one', { offset: place('9\n'), length: 1, text: '' }],
  ])('Tab stops at all totals for those %s', (_, change) => {
    const { forth } = wayAfter(change);
    expect(forth).toHaveLength(6);
    expect(forth[2]).toMatch(/^[37]$/);
    expect(forth[5]).toMatch(/^9?$/);
  });

  it.each([
    ['a row is written anew', { offset: place('乙'), length: 4, text: '丁\t6' }],
    ['a label is', { offset: place('乙'), length: 1, text: '丁' }],
  ])('where %s, nobody knows what they are the sums of', (_, change) => {
    expect(wayAfter(change).forth).toContain('3');
  });

  it('a figure typed in another column and row changes nothing', () => {
    const below = { offset: GRID.length - 2, length: 0, text: '6' };
    expect(wayAfter(below).forth).toEqual(['1', '2', '4', '5', '6', '']);
  });

  it('a total typed into a blank row below is one of their own', () => {
    const total = { offset: GRID.length, length: 0, text: '6' };
    expect(wayAfter(total).forth).toContain('9');
  });
});

it.each([
  ['', '', { offset: 0, length: 0, text: '' }],
  ['1', '12', { offset: 1, length: 0, text: '2' }],
  ['4', '34', { offset: 0, length: 0, text: '3' }],
  ['5', '55', { offset: 1, length: 0, text: '5' }],
  ['123', '193', { offset: 1, length: 1, text: '9' }],
  ['123', '', { offset: 0, length: 3, text: '' }],
])('from %j to %j the smallest change is made', (before, after, change) => {
  expect(smallest(before, after)).toEqual(change);
  expect(applied(before, change)).toBe(after);
});
