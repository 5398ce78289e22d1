// Work that nobody waits for: a piece at a time, between the messages, and not while somebody types.
import type { Platform } from '../platform.js';

/** So long after an edit the next piece begins. */
const QUIET = 50;

export class Backlog {
  private readonly waiting = new Set<string>();
  private working = false;
  private quietFrom = 0;
  /** Changes when everything under way is called off. */
  private run = 0;

  /** `work` does the piece of a name; it must not fail. */
  constructor(
    private readonly work: (name: string) => Promise<void>,
    private readonly platform: Pick<Platform, 'soon'>,
  ) {}

  add(name: string): void {
    this.waiting.add(name);
    if (!this.working) void this.workOff();
  }

  /** Takes names as they are found, no faster than they are worked off; `false` if called off. */
  async addAll(names: AsyncIterable<string> | Iterable<string>, limit: number): Promise<boolean> {
    const { run } = this;
    let count = 0;
    for await (const name of names) {
      if (run !== this.run || ++count > limit) break;
      await this.turn();
      if (run !== this.run) break;
      await this.work(name);
    }
    return run === this.run;
  }

  /** Somebody is typing. */
  pause(): void {
    this.quietFrom = Date.now() + QUIET;
  }

  cancel(): void {
    this.run++;
    this.waiting.clear();
  }

  private async workOff(): Promise<void> {
    this.working = true;
    for (;;) {
      await this.turn();
      const [name] = this.waiting;
      if (name === undefined) break;
      this.waiting.delete(name);
      await this.work(name);
    }
    this.working = false;
  }

  /** When the messages at hand are answered and nobody types. */
  private async turn(): Promise<void> {
    await new Promise<void>((resume) => this.platform.soon(resume));
    for (;;) {
      const rest = this.quietFrom - Date.now();
      if (rest <= 0) return;
      await new Promise<void>((resume) => setTimeout(resume, rest));
    }
  }
}
