// Whether a server that has ended by itself is started again.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

// the package is there for an extension host; of all of it only these two lists are needed
vi.mock('vscode-languageclient', () => ({
  CloseAction: { DoNotRestart: 1, Restart: 2 },
  ErrorAction: { Continue: 1, Shutdown: 2 },
}));
const { Crashes } = await import('../../client/src/crashes.js');

const STOPS = 1;
const STARTS = 2;

describe('a server that ends', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is started again four times, then the user is told', () => {
    const crashes = new Crashes();
    for (let i = 0; i < 4; i++) expect(crashes.closed().action).toBe(STARTS);
    expect(crashes.closed()).toMatchObject({
      action: STOPS,
      message: expect.stringContaining('不再自动启动'),
    });
  });

  it('now and then is always started again', () => {
    const crashes = new Crashes();
    for (let i = 0; i < 20; i++) {
      expect(crashes.closed().action).toBe(STARTS);
      vi.setSystemTime(Date.now() + 60_000);
    }
  });

  it('because it is wanted no more, stays away in silence', () => {
    const crashes = new Crashes();
    crashes.hasEnded = true;
    expect(crashes.closed()).toEqual({ action: STOPS, handled: true });
  });
});
