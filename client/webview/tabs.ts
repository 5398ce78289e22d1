// The pages of the panel, one at a time.
import { FORM_PAGES, type FormPageName } from '../src/form/formMessages.js';
import { element } from './dom.js';

const NAMES: Readonly<Record<FormPageName, string>> = {
  form: '预览与填表',
  relations: '勾稽核对',
  charts: '图解',
};

export class Tabs {
  readonly root = element('div', { role: 'tablist', 'aria-label': '看什么' });
  readonly panels: HTMLElement[];
  readonly #tabs: HTMLButtonElement[];
  #shown: FormPageName = 'form';

  /** Calls back with each page that is turned to. */
  constructor(private readonly turned: (page: FormPageName) => void) {
    this.panels = FORM_PAGES.map((page) =>
      element('section', { id: page, role: 'tabpanel', 'aria-label': NAMES[page] }),
    );
    this.#tabs = FORM_PAGES.map((page) => {
      const tab = element(
        'button',
        { type: 'button', role: 'tab', 'aria-controls': page },
        NAMES[page],
      );
      tab.addEventListener('click', () => this.show(page));
      return tab;
    });
    this.root.append(...this.#tabs);
    this.root.addEventListener('keydown', (event) => {
      const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (step === undefined) return;
      event.preventDefault();
      const count = FORM_PAGES.length;
      const next = (FORM_PAGES.indexOf(this.#shown) + step + count) % count;
      this.show(FORM_PAGES[next] as FormPageName);
      this.#tabs[next]?.focus();
    });
    this.#mark();
  }

  get shown(): FormPageName {
    return this.#shown;
  }

  panel(page: FormPageName): HTMLElement {
    return this.panels[FORM_PAGES.indexOf(page)] as HTMLElement;
  }

  show(page: FormPageName): void {
    if (page === this.#shown) return;
    this.#shown = page;
    this.#mark();
    this.turned(page);
  }

  #mark(): void {
    for (const [i, page] of FORM_PAGES.entries()) {
      const isShown = page === this.#shown;
      (this.panels[i] as HTMLElement).hidden = !isShown;
      this.#tabs[i]?.setAttribute('aria-selected', String(isShown));
      this.#tabs[i]?.setAttribute('tabindex', isShown ? '0' : '-1');
    }
  }
}
