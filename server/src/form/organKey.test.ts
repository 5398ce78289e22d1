// Which spellings are of one organ, and which are of two.
import { describe, expect, it } from 'vitest';
import { organKey } from './organKey.js';

describe('keys', () => {
  it.each([
    ['青禾县人民政府', '青禾县'],
    ['青禾县 人民政府', '青禾县政府'],
    ['青禾盟行政公署', '青禾盟'],
    ['青禾区云水街道办事处', '青禾区云水街道'],
    ['青禾区云水街道办', '青禾区云水街道'],
    ['青禾区人民政府云水街道办事处', '青禾区云水街道'],
    ['青禾县开发区管委会', '青禾县开发区管理委员会'],
    ['青禾县人民政府办公室', '青禾县政府办'],
    ['青禾县发改委', '青禾县发展和改革委员会'],
    ['青禾县卫健局', '青禾县卫生健康局'],
  ])('%s is %s', (one, other) => {
    expect(organKey(one)).not.toBeNull();
    expect(organKey(one)).toBe(organKey(other));
  });

  it.each([
    ['青禾县人民政府', '青禾县人民政府办公室'],
    ['青禾省人民政府办公厅', '青禾省人民政府办公室'],
    ['青禾县云水镇', '云水镇'],
    ['青禾县云水镇', '青禾县云水镇党政办'],
    ['云水街道办事处', '云水街道党工委'],
    ['青禾县开发区管委会', '青禾县开发区管委会办公室'],
    ['青禾县教育局', '青禾市教育局'],
    ['青禾行委', '青禾'],
    ['青禾县', '青禾区'],
  ])('%s is not %s', (one, other) => {
    expect(organKey(one)).not.toBe(organKey(other));
  });

  it('are of names alone', () => {
    expect(organKey('')).toBeNull();
    expect(organKey('2023年')).toBeNull();
    expect(organKey(null)).toBeNull();
  });
});
