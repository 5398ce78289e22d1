import { expect, it } from 'vitest';
import { isDigit, isFullWidthDigit, isHalfWidthDigit, toHalfWidth } from './digits.js';

it.each([
  ['0', true, false],
  ['9', true, false],
  ['０', false, true],
  ['９', false, true],
  ['/', false, false],
  [':', false, false],
  ['／', false, false],
  ['：', false, false],
  ['一', false, false],
  ['②', false, false],
])('knows the width of %s', (char, half, full) => {
  const code = char.charCodeAt(0);
  expect(isHalfWidthDigit(code)).toBe(half);
  expect(isFullWidthDigit(code)).toBe(full);
  expect(isDigit(code)).toBe(half || full);
});

it.each([
  ['Ａ－１２％', 'A-12%'],
  ['３．５', '3.5'],
  ['。、“一” ①\u3000', '。、“一” ①\u3000'],
  ['A-12', 'A-12'],
  ['', ''],
])('makes %s half as wide', (text, half) => expect(toHalfWidth(text)).toBe(half));
