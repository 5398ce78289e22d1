// Quoted lines: the mark stands under its place, however wide the characters before it are.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columns } from '../../text/width.js';
import { quote } from './quote.js';

describe('quote', () => {
  it('counts Chinese characters as two columns, and shows tabs as a gap', () => {
    expect(quote('总计\t\t7', 4, 5, 40)).toEqual({
      text: '总计      7',
      mark: `${' '.repeat(10)}^`,
    });
    expect(quote('不分公开', 0, 2, 40)).toEqual({ text: '不分公开', mark: '^^^^' });
    expect(quote('e\u0301𠮷x', 4, 5, 40).mark).toBe('   ^');
  });

  it('marks an empty place', () => {
    expect(quote('a\t\tb', 2, 2, 40)).toEqual({ text: 'a      b', mark: '    ^' });
    expect(quote('', 0, 0, 40)).toEqual({ text: '', mark: '^' });
  });

  it('shows the part of a long line where the place is', () => {
    const line = `${'前'.repeat(100)}错字${'后'.repeat(100)}`;
    const { text, mark } = quote(line, 100, 102, 40);
    expect(text).toMatch(/^…前+错字后+…$/);
    expect(columns(text)).toBeLessThanOrEqual(40);
    expect(mark).toMatch(/^ +\^{4}$/);
    expect(quote(line, 0, 2, 40).text).toMatch(/^前+…$/);
    expect(quote(line, 201, 202, 40).text).toMatch(/^…后+$/);
  });

  it('lets no control character through', () => {
    expect(quote('a\x1b[31mb', 0, 1, 40).text).toBe('a�[31mb');
  });

  it('fits, with the mark under the place', () => {
    const lines = fc.array(fc.constantFrom('字', 'a', '\t', '7', '𠮷', '，', ' '), {
      maxLength: 300,
    });
    fc.assert(
      fc.property(lines, fc.nat(), fc.nat(20), (parts, at, length) => {
        const line = parts.join('');
        const start = at % (line.length + 1);
        const end = Math.min(line.length, start + length);
        const { text, mark } = quote(line, start, end, 60);
        expect(columns(text)).toBeLessThanOrEqual(62);
        expect(columns(mark)).toBeLessThanOrEqual(Math.max(1, columns(text)) + 1);
        const indent = mark.indexOf('^');
        // What stands above the mark begins with what stands at the place.
        const cut = [...text].reduce<[string, number]>(
          ([rest, column], character) =>
            column >= indent ? [rest + character, column] : [rest, column + columns(character)],
          ['', 0],
        )[0];
        const first = line[start] === '\t' ? ' ' : line.slice(start, end)[0];
        if (first && !/[\ud800-\udfff]/.test(first)) expect(cut.startsWith(first)).toBe(true);
      }),
    );
  });
});
