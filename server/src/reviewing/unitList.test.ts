// Lists of units: what is a unit, and which organ is which.
import { describe, expect, it } from 'vitest';
import { organKey } from '../form/organKey.js';
import { UnitList, unitsOf } from './unitList.js';

describe('the units of a list', () => {
  it('are its rows; heads, blank lines and what stands twice are none', () => {
    const rows = [
      ['单位名称', '上级'],
      ['青禾县教育局'],
      [''],
      [' 柳溪镇 ', '青禾县 '],
      ['青禾县教育局', ''],
    ];
    expect(unitsOf(rows)).toEqual([
      { name: '青禾县教育局', superior: '' },
      { name: '柳溪镇', superior: '青禾县' },
    ]);
  });

  it('may be numbered', () => {
    const rows = [
      ['序号', '单位', '上级'],
      ['1', '柳溪镇', '青禾县'],
    ];
    expect(unitsOf(rows)).toEqual([{ name: '柳溪镇', superior: '青禾县' }]);
  });

  it('may have a title above, a column before and one between', () => {
    const rows = [
      ['青禾县应报单位名单', '', ''],
      ['编号', '主管单位', '联系人', '填报单位'],
      ['1', '青禾县', '甲', '柳溪镇'],
    ];
    expect(unitsOf(rows)).toEqual([{ name: '柳溪镇', superior: '青禾县' }]);
    expect(unitsOf([['1', '柳溪镇', '青禾县']])).toEqual([{ name: '柳溪镇', superior: '青禾县' }]);
  });

  it('are one in two spellings, and two where their superiors are two', () => {
    const twice = [
      ['柳溪镇', '青禾县'],
      ['青禾县柳溪镇人民政府', ''],
    ];
    expect(unitsOf(twice)).toEqual([{ name: '柳溪镇', superior: '青禾县' }]);
    const two = [
      ['财政局', '青禾县'],
      ['财政局', '白塔县'],
      ['青禾县机关事务服务中心', ''],
      ['青禾县直属机关', ''],
    ];
    expect(unitsOf(two)).toHaveLength(4);
  });

  it('need no heads', () => {
    expect(unitsOf([['教育局']])).toEqual([{ name: '教育局', superior: '' }]);
    expect(unitsOf([])).toEqual([]);
  });
});

describe('an organ', () => {
  const list = new UniqueList([
    ['青禾县教育局', ''],
    ['柳溪镇', '青禾县人民政府'],
    ['财政局', '青禾县'],
    ['财政局', '白塔县'],
    ['文化局', ''],
    ['青禾县云水镇人民政府', ''],
  ]);

  it.each([
    ['青禾县教育局', '青禾县教育局'],
    ['教育局', '青禾县教育局'],
    ['青禾县柳溪镇人民政府', '柳溪镇'],
    ['柳溪镇人民政府', '柳溪镇'],
    ['青禾县财政局', '财政局'],
    ['白塔县财政局', '财政局'],
    ['青禾县文化局', '文化局'],
    ['云水镇', '青禾县云水镇人民政府'],
  ])('%s is on it', (organ, name) => {
    expect(list.find(organ)).toBe(name);
  });

  it.each([
    '财政局',
    '黑石县财政局',
    '黑石县柳溪镇人民政府',
    '青禾县文化教育局',
    '青禾县卫生健康局',
    '育局',
    '局',
  ])('%s is not', (organ) => {
    expect(list.find(organ)).toBe(null);
  });
});

/** A list of names and superiors, asked by names. */
class UniqueList {
  readonly #list: UnitList;

  constructor(rows: readonly (readonly [name: string, superior: string])[]) {
    this.#list = new UnitList(rows.map(([name, superior]) => ({ name, superior })));
  }

  find(organ: string): string | null {
    return this.#list.find(organKey(organ) ?? '')?.name ?? null;
  }
}
