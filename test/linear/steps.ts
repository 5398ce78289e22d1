// Counting what the product does: how often each block of its code is run, told by V8 itself. The same
// on every machine and however busy it is. What happens inside patterns and built-in functions is not
// counted; patterns are proved to be linear on their own.
import { Session } from 'node:inspector/promises';

/** How often blocks were run, by where they are. */
export type Steps = ReadonlyMap<string, number>;

const PRODUCT = /\/server\/src\/(?!.*\.test(?:ing)?\.ts)/;

export class StepCounter {
  private constructor(private readonly session: Session) {}

  static async start(): Promise<StepCounter> {
    const session = new Session();
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
    return new StepCounter(session);
  }

  /** The steps of what runs meanwhile. */
  async count(run: () => void): Promise<Steps> {
    await this.session.post('Profiler.takePreciseCoverage'); // from here on
    run();
    const { result } = await this.session.post('Profiler.takePreciseCoverage');
    const steps = new Map<string, number>();
    for (const { url, functions } of result) {
      if (!PRODUCT.test(url)) continue;
      const file = url.replace(/^.*(?=server\/src)/, '');
      for (const { functionName, ranges } of functions)
        for (const { startOffset, endOffset, count } of ranges)
          if (count > 0) steps.set(`${file} ${functionName} ${startOffset}-${endOffset}`, count);
    }
    return steps;
  }

  async stop(): Promise<void> {
    await this.session.post('Profiler.stopPreciseCoverage');
    this.session.disconnect();
  }
}
