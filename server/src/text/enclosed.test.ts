// Stretches between two marks.
import { expect, it } from 'vitest';
import { enclosedBy, without } from './enclosed.js';

it.each([
  ['按照《条例》公开', '按照公开'],
  ['《甲》和《乙》', '和'],
  ['《甲〈乙〉》', ''],
  ['《甲《乙》丙》', '丙》'],
  ['《甲', '《甲'],
  ['甲》《乙', '甲》《乙'],
  ['》《甲》', '》'],
  ['', ''],
])('without titles %j is %j', (text, left) => {
  expect(without(enclosedBy('《', '》', text), text)).toBe(left);
});

it.each([
  ['a<!-- b -->c', [{ start: 1, end: 11 }]],
  ['<!--->-->', [{ start: 0, end: 9 }]],
  ['<!-- <!-- --> -->', [{ start: 0, end: 13 }]],
  ['<!-- ', []],
])('finds the comments of %j', (text, spans) => {
  expect(enclosedBy('<!--', '-->', text)).toEqual(spans);
});
