// Sees that the server answers. Where it does not, whatever the reason, it is ended; the client starts
// it again. Time is counted in turns of a timer, not on a clock: a machine that was asleep does not
// make a server look stuck.

/** How long a server may take for what it is at. */
export const PATIENCE_S = 20;

/** How long one that has answered is left alone. */
const REST_S = 5;

const SECOND = 1000;

export interface Watched {
  /** Settles once the server answers. */
  ping(): Promise<unknown>;
  /** The server is stuck. */
  stuck(): void;
}

export class Watchdog {
  private timer: ReturnType<typeof setInterval> | undefined;
  private seconds = 0;
  /** Whether an answer is due. */
  private isAsking = false;
  /** Whether it has been given work since. */
  private hasWork = false;

  constructor(private readonly watched: Watched) {}

  /** The server has been given something to do. */
  work(): void {
    this.hasWork = true;
    if (this.timer) return;
    this.timer = setInterval(() => this.turn(), SECOND);
    this.ask();
  }

  /** There is nothing to watch any more. */
  stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
    this.isAsking = false;
  }

  private ask(): void {
    this.hasWork = false;
    this.isAsking = true;
    this.seconds = 0;
    const { timer } = this;
    const answered = () => {
      if (this.timer !== timer) return; // of an earlier server
      this.isAsking = false;
      this.seconds = 0;
    };
    this.watched.ping().then(answered, answered);
  }

  private turn(): void {
    this.seconds++;
    if (this.isAsking) {
      if (this.seconds < PATIENCE_S) return;
      this.stop();
      this.watched.stuck();
    } else if (this.seconds >= REST_S) {
      if (this.hasWork) this.ask();
      else this.stop();
    }
  }
}
