// Text and form show the same place: whichever is moved, the other follows.
import type { DocumentView } from './documentView.js';
import { post } from './wire.js';

/** So long after the page was moved for the text, its moving is nobody's wish. */
const ECHO_MS = 400;
/** What stands above the report. */
const MARGIN = 48;

export class ScrollSync {
  #moved = 0;
  #isTold = true;

  constructor(
    private readonly view: DocumentView,
    private readonly isShown: () => boolean,
  ) {
    window.addEventListener('scroll', () => this.#scrolled(), { passive: true });
  }

  /** Shows the place of the text at the top. */
  reveal(offset: number): void {
    if (!this.isShown()) return;
    const anchors = this.view.anchors();
    const next = anchors.findIndex((anchor) => anchor.offset > offset);
    const before = anchors.at(next < 0 ? -1 : Math.max(0, next - 1));
    const after = anchors[next < 0 ? anchors.length : next];
    if (!before) return;
    const share = after ? ratio(offset, before.offset, after.offset) : 0;
    this.#moved = Date.now();
    const top = before.top + share * ((after ?? before).top - before.top);
    window.scrollTo({ top: anchors[0] === before && share === 0 ? 0 : top - MARGIN });
  }

  #scrolled(): void {
    if (Date.now() - this.#moved < ECHO_MS || !this.#isTold || !this.isShown()) return;
    this.#isTold = false;
    requestAnimationFrame(() => {
      this.#isTold = true;
      const offset = this.#offsetAt(window.scrollY + MARGIN);
      if (offset !== undefined) post({ type: 'scrolled', offset });
    });
  }

  #offsetAt(top: number): number | undefined {
    const anchors = this.view.anchors();
    const next = anchors.findIndex((anchor) => anchor.top > top);
    const before = anchors.at(next < 0 ? -1 : Math.max(0, next - 1));
    const after = anchors[next < 0 ? anchors.length : next];
    if (!before) return undefined;
    const share = after ? ratio(top, before.top, after.top) : 0;
    return Math.round(before.offset + share * ((after ?? before).offset - before.offset));
  }
}

/** How far between two places one is, 0 to 1. */
function ratio(at: number, from: number, to: number): number {
  return to > from ? Math.min(1, Math.max(0, (at - from) / (to - from))) : 0;
}
