import { describe, expect, it } from 'vitest';
import { levelOf, makesNoRules, reportsAsGovernment } from './level.js';

describe('the level that a name tells', () => {
  it.each([
    ['青禾县云水镇人民政府', 'town'],
    ['青禾县石桥乡', 'town'],
    ['青州市城北区新街街道办事处', 'town'],
    ['青禾县人民政府', 'county'],
    ['青州市城北区', 'county'],
    ['青州市人民政府', 'city'],
    ['青禾自治州人民政府', 'city'],
    ['青禾省人民政府', 'province'],
    ['北京市人民政府', 'province'],
    ['青禾县教育局', 'bureau'],
    ['青禾省发展和改革委员会', 'bureau'],
    ['青禾县人民政府办公室', 'bureau'],
    ['青禾县政务公开办', 'bureau'],
    ['青禾县云水镇党政办公室', 'town'],
    ['清河市青州市人民政府', 'county'],
    ['青禾盟行政公署', 'city'],
    ['青禾新区人民政府', 'county'],
    ['青禾县开发区管委会', 'bureau'],
    ['青禾县云水镇便民服务中心', 'bureau'],
    ['国家青禾局', 'bureau'],
    ['某地', 'bureau'],
    ['', 'bureau'],
  ])('%s: %s', (name, level) => {
    expect(levelOf(name)).toBe(level);
  });

  it('decides what must be told, and a chosen one adds to it', () => {
    expect(reportsAsGovernment('青禾县人民政府')).toBe(true);
    expect(reportsAsGovernment('青禾县')).toBe(true);
    expect(reportsAsGovernment('青禾县', 'bureau')).toBe(false);
    expect(reportsAsGovernment('青禾县教育局')).toBe(false);
    expect(reportsAsGovernment('青禾县人民政府办公室', 'county')).toBe(true);
    // the rule goes by the name
    expect(reportsAsGovernment('青禾县人民政府', 'bureau')).toBe(true);
  });

  it('decides who makes no 规章; what a name does not tell is open', () => {
    expect(['青禾县教育局', '青禾县', '云水镇'].map((name) => makesNoRules(name))).toEqual([
      true,
      true,
      true,
    ]);
    expect(['青州市', '青禾省', '国家青禾局', '某地'].map((name) => makesNoRules(name))).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(makesNoRules('青州市', 'county')).toBe(true);
    expect(makesNoRules('青州市', 'city')).toBe(false);
    expect(makesNoRules('国家青禾局', 'bureau')).toBe(false);
  });
});
