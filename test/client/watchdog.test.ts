// When a server counts as stuck. The timers are the test's own.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PATIENCE_S, Watchdog } from '../../client/src/watchdog.js';

describe('the watchdog', () => {
  let answers: (() => void)[];
  let refusals: ((error: Error) => void)[];
  let stuck: number;
  let watchdog: Watchdog;

  beforeEach(() => {
    vi.useFakeTimers();
    answers = [];
    refusals = [];
    stuck = 0;
    watchdog = new Watchdog({
      ping: () =>
        new Promise<void>((resolve, reject) => {
          answers.push(resolve);
          refusals.push(reject);
        }),
      stuck: () => stuck++,
    });
  });
  afterEach(() => {
    watchdog.stop();
    vi.useRealTimers();
  });

  const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000);

  it('asks nothing while there is nothing to do', async () => {
    await pass(100);
    expect(answers).toHaveLength(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ends a server that does not answer, once', async () => {
    watchdog.work();
    await pass(PATIENCE_S - 1);
    expect(stuck).toBe(0);
    await pass(1);
    expect(stuck).toBe(1);
    await pass(100);
    expect(stuck).toBe(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is content with an answer that comes late, whatever it is', async () => {
    watchdog.work();
    await pass(PATIENCE_S - 1);
    answers[0]?.();
    await pass(PATIENCE_S * 3);
    watchdog.work();
    await pass(PATIENCE_S - 1);
    refusals[1]?.(new Error('no such method'));
    await pass(PATIENCE_S * 3);
    expect(answers).toHaveLength(2);
    expect(stuck).toBe(0);
  });

  it('asks again after more work, not for every piece of it', async () => {
    watchdog.work();
    answers[0]?.();
    for (let i = 0; i < 60; i++) {
      watchdog.work();
      await pass(0.1);
    }
    expect(answers.length).toBe(2);
    await pass(PATIENCE_S - 1);
    expect(stuck).toBe(1);
  });

  it('rests once all is answered', async () => {
    watchdog.work();
    answers[0]?.();
    await pass(60);
    expect(answers).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does not take a night’s sleep for silence', async () => {
    watchdog.work();
    await pass(3);
    vi.setSystemTime(Date.now() + 8 * 3600_000); // the timers stood still
    await pass(3);
    expect(stuck).toBe(0);
    answers[0]?.();
    await pass(PATIENCE_S);
    expect(stuck).toBe(0);
  });

  it('an answer of an earlier server is none of the present one', async () => {
    watchdog.work();
    await pass(3);
    watchdog.stop();
    watchdog.work();
    answers[0]?.();
    await pass(PATIENCE_S);
    expect(stuck).toBe(1);
  });
});
