// What the status bar says of a report.
import { describe, expect, it } from 'vitest';
import { describe as describeState, placeName, summarize } from '../../client/src/summary.js';
import { SEVERITIES, SEVERITY_WORDS } from '../../server/src/findings/severity.js';
import type { StatusParams } from '../../server/src/lsp/protocol.js';

const state = (
  counts: Partial<StatusParams['counts']>,
  [held, broken, unknown]: [number, number, number],
): StatusParams => ({
  uri: 'file:///a.txt',
  recognized: true,
  organization: '青禾县云水镇',
  year: 2021,
  template: '2021',
  counts: { error: 0, warning: 0, info: 0, hint: 0, ...counts },
  open: { prompts: 0, cells: 0 },
  relations: { held, broken, unknown },
});

describe('summarize', () => {
  it.each<[Partial<StatusParams['counts']>, [number, number, number], string]>([
    [{ error: 2 }, [42, 0, 0], '2 处错误 · 勾稽 42 条一致'],
    [{ error: 4 }, [11, 0, 31], '4 处错误 · 勾稽 11 条一致，31 条无法核对'],
    [{ error: 3, warning: 1 }, [40, 2, 0], '3 处错误 · 勾稽不一致 2 处'],
    [{}, [40, 0, 0], '勾稽 40 条一致'],
    [{ warning: 4 }, [30, 0, 12], '勾稽 30 条一致，12 条无法核对'],
    [{}, [0, 0, 42], '勾稽无法核对'],
    [{ error: 1 }, [0, 0, 42], '1 处错误 · 勾稽无法核对'],
    [{}, [40, 2, 0], '勾稽不一致 2 处'], // the rules are off
  ])('%j %j: %s', (counts, relations, text) => {
    expect(summarize(state(counts, relations)).text).toBe(text);
  });

  it.each<[StatusParams['open'], Partial<StatusParams['counts']>, number, string]>([
    [
      { prompts: 12, cells: 201 },
      { warning: 4 },
      0,
      '还有 12 处待写、201 格待填 · 勾稽 1 条一致，41 条无法核对',
    ],
    [{ prompts: 1, cells: 0 }, {}, 0, '还有 1 处待写 · 勾稽 1 条一致，41 条无法核对'],
    [
      { prompts: 0, cells: 3 },
      { error: 2 },
      0,
      '2 处错误 · 还有 3 格待填 · 勾稽 1 条一致，41 条无法核对',
    ],
    [{ prompts: 3, cells: 0 }, { error: 1 }, 2, '1 处错误 · 还有 3 处待写 · 勾稽不一致 2 处'],
  ])('%j %j: %s %s', (open, counts, broken, text) => {
    expect(summarize({ ...state(counts, [1, broken, 41]), open }).text).toBe(text);
  });

  it('tells the whole state on request', () => {
    expect(describeState(state({ error: 1, info: 3, hint: 2 }, [40, 1, 1]))).toEqual([
      '青禾县云水镇 · 2021 年 · 2021 年格式',
      '错误 1　警告 0　信息 3　提示 2',
      '勾稽关系：一致 40 条，不一致 1 条，无法核对 1 条',
    ]);
    const nameless = { ...state({}, [0, 0, 42]), organization: null, year: null, template: null };
    expect(describeState(nameless)).toHaveLength(2);
  });

  it('calls severities what they are called everywhere', () => {
    const counts = { error: 1, warning: 2, info: 3, hint: 4 };
    const words = SEVERITIES.map((severity) => `${SEVERITY_WORDS[severity]} ${counts[severity]}`);
    expect(describeState(state(counts, [40, 0, 0]))).toContain(words.join('　'));
    expect(summarize(state(counts, [0, 0, 42])).text).toContain(` 处${SEVERITY_WORDS.error} `);
  });
});

describe('placeName', () => {
  it('is row and column, of a head its column', () => {
    expect(placeName({ row: '1.属于国家秘密', column: '自然人' })).toBe('1.属于国家秘密 · 自然人');
    expect(placeName({ column: '自然人' })).toBe('自然人');
  });
});
