// Remembering results of texts: what is remembered, and that nothing more is kept in memory.
import v8 from 'node:v8';
import vm from 'node:vm';
import { describe, expect, it } from 'vitest';
import { memoized } from './cache.js';

describe('memoized', () => {
  it('computes once for a text', () => {
    let times = 0;
    const length = memoized((text) => {
      times++;
      return text.length;
    });
    expect([length('年报'), length('年报'), length('')]).toEqual([2, 2, 0]);
    expect(times).toBe(2);
  });

  it('remembers that there is nothing', () => {
    let times = 0;
    const nothing = memoized(() => void times++);
    nothing('年报');
    nothing('年报');
    expect(times).toBe(1);
  });

  it('keeps pieces of texts in memory, not the texts', () => {
    v8.setFlagsFromString('--expose-gc');
    const gc: () => void = vm.runInNewContext('gc');
    const used = () => {
      gc();
      return process.memoryUsage().heapUsed;
    };
    const length = memoized((text) => text.length);
    const before = used();
    for (let i = 0; i < 100; i++) {
      const text = `政府信息公开工作年度报告${i}${'年报'.repeat(100_000)}`;
      length(Buffer.from(text).toString().slice(0, 20));
    }
    expect(used() - before).toBeLessThan(10_000_000); // the texts take 40 MB
    expect(length('')).toBe(0); // it is still there
  });
});
