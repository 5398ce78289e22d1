// Names of files that every system takes, and no two the same; text that no spreadsheet executes.
import { describe, expect, it } from 'vitest';
import { withoutFormula } from './formula.js';
import { safeName, UniqueNames } from './safeNames.js';

describe('a name for a file', () => {
  it.each([
    ['青禾县教育局', '青禾县教育局'],
    ['青禾县云水镇（街道）', '青禾县云水镇（街道）'],
    ['../../etc/passwd', '_._.._etc_passwd'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a_b_c_d_e_f_g_h_i_j'],
    ['青禾\u202e县\n局\0', '青禾_县_局_'],
    ['CON', '_CON'],
    ['com1.txt', '_com1.txt'],
    ['LPT²', '_LPT²'],
    ['console', 'console'],
    ['教育局. . ', '教育局'],
    ['.隐藏', '_隐藏'],
    ['~$锁', '_$锁'],
    ['', '无名'],
    ['///', '无名'],
    ['   ', '无名'],
  ])('of %j is %j', (words, name) => {
    expect(safeName(words, '无名')).toBe(name);
  });

  it('is no longer than systems take, and cuts no character in two', () => {
    const name = safeName('𠮷'.repeat(300), '无名');
    expect(Buffer.byteLength(name)).toBeLessThan(245);
    expect(name).toBe('𠮷'.repeat(60));
  });

  it('is given once, whatever the letters and the endings', () => {
    const names = new UniqueNames();
    const take = (name: string) => names.take(name, ['', '-批注']);
    expect(['局', '局', 'A', 'a', '甲-批注', '甲', '局-2'].map(take)).toEqual([
      '局',
      '局-2',
      'A',
      'a-2',
      '甲-批注',
      '甲-2',
      '局-2-2',
    ]);
  });
});

describe('in a spreadsheet', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =1', '＝1', '－1', '-'])(
    '%j is no formula',
    (text) => {
      expect(withoutFormula(text)).toBe(`'${text}`);
    },
  );
  it.each(['', '青禾县', '1-2', 'a=b', '“=”', "'=1"])('%j stays as it is', (text) => {
    expect(withoutFormula(text)).toBe(text);
  });
});
