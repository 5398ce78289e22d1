// Something that happens, and those who want to know: they come in later than what makes it happen.
import { attempt } from '../connection/handlers.js';
import type { Log } from '../neverFails.js';

/** Tells its listeners in the order in which they came; one that fails does not keep it from the others. */
export class Signal<T> {
  private readonly listeners: ((value: T) => void)[] = [];

  /** `name` is what a fault is logged under. */
  constructor(
    private readonly name: string,
    private readonly log: Log,
  ) {}

  on(listener: (value: T) => void): void {
    this.listeners.push(listener);
  }

  fire(value: T): void {
    for (const listener of this.listeners) attempt(this.name, () => listener(value), this.log);
  }
}
