// How the report stands, and the way from one finding to the next.
import type { FormView } from '../../server/src/lsp/protocol.js';
import { element } from './dom.js';
import { FINDINGS } from './findingCard.js';

export class FindingList {
  readonly root = element('div', { class: 'state' });
  readonly #words = element('span');
  readonly #next: HTMLButtonElement;

  constructor(private readonly paper: HTMLElement) {
    this.#next = element('button', { type: 'button', title: '下一处问题（F8）' }, '下一处');
    this.#next.addEventListener('click', () => this.#go(1));
    this.root.append(this.#words, this.#next);
    document.addEventListener('keydown', (event) => {
      if (event.key !== 'F8') return;
      event.preventDefault();
      this.#go(event.shiftKey ? -1 : 1);
    });
  }

  update({ recognized, findings }: FormView): void {
    const counts = new Map<string, number>();
    for (const { grade } of findings) counts.set(grade, (counts.get(grade) ?? 0) + 1);
    const told = [...counts].map(([grade, count]) => `${grade} ${count}`).join('　');
    this.#words.textContent = !recognized
      ? '没有认出是政府信息公开工作年度报告'
      : told || '没有发现问题';
    this.#next.hidden = findings.length === 0;
  }

  /** Gives the keyboard to the next place with a finding, around the end. */
  #go(step: 1 | -1): void {
    const all = [...this.paper.querySelectorAll<HTMLElement>(`[${FINDINGS}]`)];
    const here = document.activeElement;
    const at = all.indexOf(here as HTMLElement);
    const from = at >= 0 || !here || !this.paper.contains(here) ? at : before(all, here, step);
    const next = all.at((from + step + all.length) % Math.max(1, all.length));
    next?.focus();
    next?.scrollIntoView({ block: 'center' });
  }
}

/** The place from which a step leads to the first one behind, or before, an element. */
function before(all: readonly Element[], here: Element, step: 1 | -1): number {
  const behind = all.findIndex(
    (one) => (here.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  );
  const first = behind < 0 ? all.length : behind;
  return step === 1 ? first - 1 : first;
}
