// The pages of a panel, one at a time.
import { element } from './dom.js';

export class Tabs<Name extends string> {
  readonly root = element('div', { role: 'tablist', 'aria-label': '看什么' });
  readonly panels: HTMLElement[];
  readonly #pages: readonly Name[];
  readonly #tabs: HTMLButtonElement[];
  #shown: Name;

  /** Pages and what they are called, the first of which is shown; calls back with each that is turned to. */
  constructor(
    pages: readonly (readonly [page: Name, words: string])[],
    private readonly turned: (page: Name) => void,
  ) {
    this.#pages = pages.map(([page]) => page);
    this.#shown = this.#pages[0] as Name;
    this.panels = pages.map(([page, words]) =>
      element('section', { id: page, role: 'tabpanel', 'aria-label': words }),
    );
    this.#tabs = pages.map(([page, words]) => {
      const tab = element('button', { type: 'button', role: 'tab', 'aria-controls': page }, words);
      tab.addEventListener('click', () => this.show(page));
      return tab;
    });
    this.root.append(...this.#tabs);
    this.root.addEventListener('keydown', (event) => {
      const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (step === undefined) return;
      event.preventDefault();
      const count = this.#pages.length;
      const next = (this.#pages.indexOf(this.#shown) + step + count) % count;
      this.show(this.#pages[next] as Name);
      this.#tabs[next]?.focus();
    });
    this.#mark();
  }

  get shown(): Name {
    return this.#shown;
  }

  panel(page: Name): HTMLElement {
    return this.panels[this.#pages.indexOf(page)] as HTMLElement;
  }

  show(page: Name): void {
    if (page === this.#shown) return;
    this.#shown = page;
    this.#mark();
    this.turned(page);
  }

  #mark(): void {
    for (const [i, page] of this.#pages.entries()) {
      const isShown = page === this.#shown;
      (this.panels[i] as HTMLElement).hidden = !isShown;
      this.#tabs[i]?.setAttribute('aria-selected', String(isShown));
      this.#tabs[i]?.setAttribute('tabindex', isShown ? '0' : '-1');
    }
  }
}
