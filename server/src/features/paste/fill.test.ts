// What a spreadsheet's figures are told by.
import { expect, it } from 'vitest';
import { figuresIn } from './fill.js';

it.each([
  [
    '3\t4\r\n5\t6\r\n',
    [
      ['3', '4'],
      ['5', '6'],
    ],
  ],
  ['3\n', [['3']]],
  ['3\r\r\r', [['3']]],
  ['5\t-\t/\t７\n', [['5', '', '', '7']]],
])('%j are figures', (text, figures) => expect(figuresIn(text)).toEqual(figures));

it.each([
  '\r\n'.repeat(34),
  '\n\r'.repeat(34),
  `${'\r\n'.repeat(34)}3`,
  '\n',
  '3',
  '',
  '1\t\t3',
  '3件\t4',
])('%j are none', (text) => expect(figuresIn(text)).toBeNull());
