import { describe, expect, it } from 'vitest';
import type { ColumnSpec } from '../form/formats.js';
import { isValue, readFigure } from './cellFigure.js';

const read = (text: string, unit: ColumnSpec['unit'] = 'count') =>
  readFigure(text, { start: 0, end: text.length }, unit);

describe('readFigure', () => {
  it.each([
    ['0', 0],
    ['47268', 47268],
    ['**12**', 12],
  ])('%s is a plain number', (text, value) => expect(read(text)).toEqual({ value, flaw: null }));

  it.each([
    ['12件', 12, 'unit'],
    ['1,200', 1200, 'unit'],
    ['４', 4, 'width'],
    ['−5', -5, 'negative'],
    ['-5', -5, 'negative'],
    ['1.5', 1.5, 'fraction'],
    ['86（件）', 86, 'unit'],
    ['5 (件)', 5, 'unit'],
    ['共86件', 86, 'unit'],
    ['零', 0, 'unit'],
    ['五', 5, 'unit'],
    ['十二件', 12, 'unit'],
    ['一件', 1, 'unit'],
  ])('%s counts as %d, but is written wrong (%s)', (text, value, flaw) =>
    expect(read(text)).toEqual({ value, flaw }),
  );

  it.each([
    ['', 'blank'],
    ['/', 'placeholder'],
    ['－', 'placeholder'],
    ['无', 'placeholder'],
    ['3（含结转1）', 'words'],
    ['未发生', 'placeholder'],
    ['未统计', 'words'],
    ['一', 'words'],
    ['约5', 'words'],
    ['12 3', 'words'],
    ['若干', 'words'],
  ])('“%s” is unknown, not zero', (text, flaw) =>
    expect(read(text)).toEqual({ value: null, flaw }),
  );

  it('reads changes with a sign and amounts with decimals', () => {
    expect(read('-3', 'change')).toEqual({ value: -3, flaw: null });
    expect(read('+3', 'change')).toEqual({ value: 3, flaw: null });
    expect(read('168.102', 'amount')).toEqual({ value: 168.102, flaw: null });
    expect(read('4.651万元', 'amount')).toEqual({ value: 4.651, flaw: 'unit' });
  });

  it('does not guess whether 元 stands for 万元', () =>
    expect(read('5000元', 'amount').value).toBeNull());
});

describe('isValue', () => {
  const value = (text: string) => isValue(text, { start: 0, end: text.length });
  it.each([
    '0',
    '12件',
    '４',
    '/',
    '无',
    '-7',
    '1,505',
    '+(0) -(0)',
    '4.651万元',
    '86（件）',
    '零',
    '二十',
    '十二件',
    '3（含结转1）',
    '若干',
  ])('%s is a value', (text) => expect(value(text)).toBe(true));
  it.each([
    '3.',
    '1.属于国家秘密',
    '3 其他',
    '无法提供',
    '规章',
    '一、',
    '（三）',
    '规章000',
    '三',
    '十',

    '未经复议直接起诉',
    '不予公开',
    '（件）',
  ])('%s is none', (text) => expect(value(text)).toBe(false));
});
