// The page's own style sheets, as far as they hide what has a class or an id: `.copy { display: none }`.
// Nothing else is read of them, and what another rule shows is not hidden.

/** `.name` or `#name`, and nothing beside it. */
const SIMPLE = /^[.#][\w\u4e00-\u9fff-]+$/;
const NAMES = /[.#][\w\u4e00-\u9fff-]+/g;

/** What an element is called. */
interface Named {
  readonly class?: string;
  readonly id?: string;
}

/** What the sheets of a page hide. */
export class StyleSheet {
  readonly #hidden = new Set<string>();
  /** What some rule gives another display: nobody knows which of them wins. */
  readonly #shown = new Set<string>();
  /** Whether an element has been hidden by it. */
  hasHidden = false;

  /** @param isObeyed whether it hides anything at all */
  constructor(readonly isObeyed: boolean) {}

  /** The text of a `<style>`. */
  add(css: string): void {
    if (!this.isObeyed || !css.includes('none')) return;
    for (const [selectors, body] of rulesIn(css)) {
      const display = /(?:^|[;\s])display\s?:\s?(\w[\w-]*)/i.exec(body)?.[1]?.toLowerCase();
      if (!display) continue;
      for (const selector of selectors.split(',')) {
        const name = selector.trim();
        if (display === 'none' && SIMPLE.test(name)) this.#hidden.add(name);
        else if (display !== 'none') for (const [one] of name.matchAll(NAMES)) this.#shown.add(one);
      }
    }
  }

  /** `none` if the sheets hide an element that looks so. */
  displayOf(looks: Named): string | undefined {
    if (this.#hidden.size === 0) return undefined;
    const names = (looks.class ?? '').split(/\s+/).map((name) => `.${name}`);
    if (looks.id) names.push(`#${looks.id}`);
    if (!names.some((name) => this.#hidden.has(name))) return undefined;
    if (names.some((name) => this.#shown.has(name))) return undefined;
    this.hasHidden = true;
    return 'none';
  }
}

/** Selectors and declarations of the rules that hold everywhere: what stands in an @-rule may not. */
function* rulesIn(css: string): Iterable<[selectors: string, body: string]> {
  let depth = 0;
  let from = 0;
  let selectors = '';
  for (let at = 0; at < css.length; at++) {
    const code = css.charAt(at);
    if (code === '/' && css.charAt(at + 1) === '*') {
      const end = css.indexOf('*/', at + 2);
      if (end < 0) return;
      if (css.slice(from, at).trim() === '') from = end + 2;
      at = end + 1;
    } else if (code === '{') {
      if (depth === 0) selectors = css.slice(from, at).replace(/^\s*<!--/, '');
      depth++;
      from = at + 1;
    } else if (code === '}') {
      if (depth === 1 && !selectors.includes('@')) yield [selectors, css.slice(from, at)];
      depth = Math.max(0, depth - 1);
      from = at + 1;
    } else if (code === ';' && depth === 0) from = at + 1;
  }
}
