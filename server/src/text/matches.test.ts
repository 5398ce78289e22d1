// Every match, whatever the pattern was used for before.
import { describe, expect, it } from 'vitest';
import { matchesOf } from './matches.js';

const found = (text: string, pattern: RegExp) =>
  matchesOf(text, pattern).map(({ index, 0: words }) => [index, words]);

describe('matchesOf', () => {
  it('finds what matchAll finds, groups included', () => {
    const text = '收到申请3件，办结12件。';
    const pattern = /(\d+)件/g;
    expect(matchesOf(text, pattern)).toEqual([...text.matchAll(/(\d+)件/g)]);
    expect(found('没有数', pattern)).toEqual([]);
  });

  it('begins at the beginning, though the pattern was left in the middle of another text', () => {
    const pattern = /申请/g;
    expect(pattern.test('公开申请')).toBe(true);
    expect(found('申请公开', pattern)).toEqual([[0, '申请']]);
    expect(pattern.lastIndex).toBe(0);
  });

  it('may be asked while its own matches are gone through', () => {
    const pattern = /\d/g;
    const all = found('1和2', pattern).flatMap(() => found('3、4', pattern));
    expect(all).toHaveLength(4);
  });
});
