import { expect, it } from 'vitest';
import { numeralValue, toNumeral } from './numerals.js';

it.each([
  ['三', 3],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['一百零三', 103],
  ['两千', 2000],
  ['三万五千', 35000],
  ['二〇二一', 2021],
  ['零', 0],
])('%s is %d', (text, value) => expect(numeralValue(text)).toBe(value));

it('knows what is no numeral', () => {
  expect(numeralValue('')).toBeNull();
  expect(numeralValue('三件')).toBeNull();
});

it('writes what it reads', () => {
  for (let value = 1; value < 100; value++) expect(numeralValue(toNumeral(value))).toBe(value);
});
