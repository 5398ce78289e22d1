// What was found in a cell or in words: a card below it, with the first fix a click or Alt+Enter away.
import type { FormFinding, FormView } from '../../server/src/lsp/protocol.js';
import { element } from './dom.js';
import { post } from './wire.js';

/** Where it can be left for the card without losing it. */
const LEAVE_MS = 250;
const ID = 'findings';

/** The attribute that names the findings of an element. */
export const FINDINGS = 'data-findings';

export class FindingCard {
  readonly #card = element('div', { id: ID, class: 'card', role: 'tooltip' });
  #view: FormView | undefined;
  #target: Element | undefined;
  /** What the card says. */
  #look = '';
  /** The one whose fix is on its way: two clicks are one. */
  #asked: FormFinding | undefined;
  #leaving: ReturnType<typeof setTimeout> | undefined;

  constructor(root: HTMLElement) {
    this.#card.hidden = true;
    root.append(this.#card);
    root.addEventListener('mouseover', ({ target }) => this.#over(target));
    root.addEventListener('focusin', ({ target }) => {
      if (!this.#card.contains(target as Node)) this.#showFor(found(target));
    });
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.#hide();
      const isFix = event.altKey && event.key === 'Enter';
      if (isFix && this.#fix(this.#findingsOf(found(document.activeElement))[0]))
        event.preventDefault();
    });
  }

  /** The findings are others; what they are of is where it was. */
  update(view: FormView): void {
    this.#view = view;
    this.#asked = undefined;
    if (this.#target?.isConnected) this.#showFor(this.#target);
    else this.#hide();
  }

  #over(target: EventTarget | null): void {
    clearTimeout(this.#leaving);
    if (this.#card.contains(target as Node)) return;
    const about = found(target) ?? found(document.activeElement);
    if (about && about !== this.#target) this.#showFor(about);
    else if (!about) this.#leaving = setTimeout(() => this.#hide(), LEAVE_MS);
  }

  #showFor(target: Element | undefined): void {
    const findings = this.#findingsOf(target);
    if (!target || findings.length === 0) {
      this.#hide();
      return;
    }
    this.#describe(undefined);
    this.#target = target;
    // a button that is being pressed stays where it is
    const look = JSON.stringify(
      findings.map(({ grade, message, fix }) => [grade, message, fix?.title]),
    );
    if (look !== this.#look) this.#card.replaceChildren(...findings.map((one) => this.#entry(one)));
    this.#look = look;
    this.#card.hidden = false;
    this.#describe(ID);
    const { left, bottom } = target.getBoundingClientRect();
    const most = document.documentElement.clientWidth - this.#card.offsetWidth - 8;
    this.#card.style.left = `${Math.max(8, Math.min(left, most)) + window.scrollX}px`;
    this.#card.style.top = `${bottom + 4 + window.scrollY}px`;
  }

  #hide(): void {
    this.#describe(undefined);
    this.#target = undefined;
    this.#card.hidden = true;
  }

  /** Screen readers say what the card says. */
  #describe(id: string | undefined): void {
    if (id) this.#target?.setAttribute('aria-describedby', id);
    else this.#target?.removeAttribute('aria-describedby');
  }

  #entry(finding: FormFinding): HTMLElement {
    const { grade, severity, message, fix } = finding;
    const words = element('p', {}, element('strong', { class: severity }, grade), ` ${message}`);
    if (!fix) return element('div', {}, words);
    const button = element('button', { type: 'button' }, fix.title);
    button.addEventListener('click', () => {
      const own = this.#findingsOf(this.#target);
      this.#fix(own.find((one) => one.message === message && one.fix?.title === fix.title));
    });
    return element('div', {}, words, button);
  }

  #findingsOf(target: Element | undefined): FormFinding[] {
    const numbers = target?.getAttribute(FINDINGS)?.split(' ') ?? [];
    return numbers.flatMap((number) => this.#view?.findings[Number(number)] ?? []);
  }

  #fix(finding: FormFinding | undefined): boolean {
    const { version } = this.#view ?? {};
    if (!finding?.fix || version === undefined) return false;
    const { start, end, message, fix } = finding;
    if (finding !== this.#asked)
      post({ type: 'fix', start, end, version, message, title: fix.title });
    this.#asked = finding;
    return true;
  }
}

function found(target: unknown): Element | undefined {
  return (target instanceof Element && target.closest(`[${FINDINGS}]`)) || undefined;
}
