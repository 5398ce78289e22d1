// Runs of words: read in one way, and taken from the end of a text.
import { describe, expect, it } from 'vitest';
import { WordRun } from './wordRun.js';

const FILL = new WordRun('共计 共 计 合计 总计 总共 有 共有 件 件数 数 数量 量 的');
const isRun = (run: WordRun, text: string) => new RegExp(`^${run.pattern}$`).test(text);

describe('a run of words', () => {
  it.each(['', '共', '共计', '共计共有', '件数量', '合计总共数量的'])('is %j', (text) => {
    expect(isRun(FILL, text)).toBe(true);
    expect(FILL.before(text)).toBe('');
    expect(FILL.before(`申请${text}`)).toBe('申请');
  });

  it.each(['合', '总', '共总', '合计合', '申请'])('is not %j', (text) => {
    expect(isRun(FILL, text)).toBe(false);
    expect(FILL.before(text)).not.toBe('');
  });

  it('has no word that others are put together of', () => {
    expect(new WordRun('共计 共 计').word).toBe(new WordRun('共 计').word);
    expect(new WordRun('件数 件 数 数量 量').word).toBe('(?:[件数量])');
  });

  it('is written short', () => {
    const run = new WordRun('[向对]?我[市县] 法人(和|以及)组织 年度?');
    for (const word of ['我市', '向我县', '对我市', '法人以及组织', '法人和组织', '年', '年度'])
      expect(isRun(run, word)).toBe(true);
    for (const word of ['向', '我', '法人组织', '度', '法人和以及组织'])
      expect(isRun(run, word)).toBe(false);
  });

  it('may hold marks that patterns are written with', () => {
    const run = new WordRun('** __ # . -');
    expect(isRun(run, '**#__.-')).toBe(true);
    expect(isRun(run, '*a')).toBe(false);
    expect(run.before('一、总体情况***')).toBe('一、总体情况*');
  });
});
