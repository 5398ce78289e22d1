// 勾稽核对: all that must agree, by kind, with its figures. Shown anew at every change of the text; lines
// that are there keep their elements, and so the focus and the place on the screen.
import type { RelationLine, RelationsGroup, RelationsView } from '../../server/src/lsp/protocol.js';
import { element } from './dom.js';
import type { PageActions } from './pageActions.js';

/** Fills an element with the list; called again with each new view. */
export function showRelations(
  root: HTMLElement,
  view: RelationsView | null,
  actions: PageActions,
): void {
  let page = pages.get(root);
  if (!page) {
    page = new RelationsPage(root);
    pages.set(root, page);
  }
  page.show(view, actions);
}

const pages = new WeakMap<HTMLElement, RelationsPage>();

type State = RelationLine['state'];

const STATES: readonly State[] = ['broken', 'unknown', 'held'];
const WORDS: Readonly<Record<State, string>> = {
  held: '成立',
  broken: '不成立',
  unknown: '无法判断',
};
/** Told by shape as well as by colour. */
const MARKS: Readonly<Record<State, string>> = { held: '✓', broken: '✗', unknown: '？' };

class RelationsPage {
  readonly #counts = new Map<State, HTMLElement>();
  readonly #only: HTMLInputElement;
  readonly #nothing = element('p', { class: 'nothing', role: 'status' });
  readonly #list = element('div', { class: 'groups' });
  #groups: GroupTable[] = [];
  #actions: PageActions | undefined;

  constructor(private readonly root: HTMLElement) {
    root.classList.add('relations');
    const counts = STATES.map((state) => {
      const count = element('span', { class: `count ${state}` });
      this.#counts.set(state, count);
      return count;
    });
    this.#only = element('input', { type: 'checkbox' });
    this.#only.addEventListener('change', () => this.#filter());
    const filter = element('label', { class: 'only' }, this.#only, '只看不成立的');
    const summary = element('div', { class: 'summary', role: 'status' }, ...counts);
    root.append(element('div', { class: 'head' }, summary, filter), this.#nothing, this.#list);
    root.addEventListener('keydown', (event) => this.#step(event));
  }

  show(view: RelationsView | null, actions: PageActions): void {
    this.#actions = actions;
    const groups = view?.groups ?? [];
    const before = this.#groups;
    this.#groups = groups.map((group, i) => {
      const table = before[i] ?? new GroupTable((line) => this.#goTo(line));
      if (!before[i]) this.#list.append(table.root);
      table.show(group);
      return table;
    });
    for (const { root } of before.slice(groups.length)) root.remove();
    const lines = groups.flatMap(({ relations }) => relations);
    for (const [state, node] of this.#counts) {
      const count = countOf(lines, state);
      setText(node, `${MARKS[state]} ${WORDS[state]} ${count}`);
      node.classList.toggle('none', count === 0);
    }
    this.root.classList.toggle('empty', lines.length === 0);
    this.#filter();
  }

  #filter(): void {
    const only = this.#only.checked;
    this.root.classList.toggle('only-broken', only);
    for (const group of this.#groups) group.filter(only);
    const isEmpty = this.#groups.every(({ root }) => root.hidden);
    setText(
      this.#nothing,
      this.#groups.length === 0
        ? '没有认出是政府信息公开工作年度报告。'
        : isEmpty
          ? '没有不成立的。'
          : '',
    );
    this.#nothing.hidden = this.#nothing.textContent === '';
  }

  #goTo({ place }: { readonly place?: Parameters<PageActions['goTo']>[0] | undefined }): void {
    if (place) this.#actions?.goTo(place);
  }

  /** Arrows go from line to line; Home and End to the first and the last. */
  #step(event: KeyboardEvent): void {
    const all = [...this.root.querySelectorAll<HTMLElement>('tr:not([hidden]) .go')].filter(
      (one) => !one.closest('[hidden]'),
    );
    const at = all.indexOf(document.activeElement as HTMLElement);
    if (at < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (next === undefined || !all[next]) return;
    event.preventDefault();
    all[next].focus();
  }
}

/** The lines of one kind. */
class GroupTable {
  readonly root = element('section');
  readonly #title = element('h2');
  readonly #tally = element('span', { class: 'tally' });
  readonly #note = element('p', { class: 'note' });
  readonly #body = element('tbody', { role: 'rowgroup' });
  readonly #caption = element('caption');
  #lines: LineRow[] = [];

  constructor(private readonly goTo: (to: { place?: RelationLine['place'] }) => void) {
    const heads = ['结果', '核对的是', '两边的数'].map((words) =>
      element('th', { scope: 'col', role: 'columnheader' }, words),
    );
    const head = element('thead', { role: 'rowgroup' }, element('tr', { role: 'row' }, ...heads));
    const columns = ['verdict', 'name', 'words'].map((name) => element('col', { class: name }));
    const group = element('colgroup', {}, ...columns);
    const table = element('table', { role: 'table' }, this.#caption, group, head, this.#body);
    this.root.append(this.#title, this.#note, table);
  }

  show({ title, note = '', relations }: RelationsGroup): void {
    if (this.#title.firstChild?.textContent !== title)
      this.#title.replaceChildren(title, this.#tally);
    setText(this.#caption, title);
    setText(this.#note, note);
    this.#note.hidden = note === '';
    const tally = STATES.map((state) => [state, countOf(relations, state)] as const);
    const told = tally.flatMap(([state, count]) => (count > 0 ? `${WORDS[state]} ${count}` : []));
    setText(this.#tally, told.join('　'));
    const before = this.#lines;
    this.#lines = relations.map((line, i) => {
      const row = before[i] ?? new LineRow(this.goTo);
      if (!before[i]) this.#body.append(row.root);
      row.show(line);
      return row;
    });
    for (const { root } of before.slice(relations.length)) root.remove();
  }

  filter(onlyBroken: boolean): void {
    for (const line of this.#lines) line.root.hidden = onlyBroken && line.state !== 'broken';
    this.root.hidden = this.#lines.every(({ root }) => root.hidden);
  }
}

class LineRow {
  // told, for narrow lines are laid out in another way than rows of tables
  readonly root = element('tr', { role: 'row' });
  readonly #state = element('td', { class: 'verdict', role: 'cell' });
  readonly #name = element('span', { class: 'name' });
  readonly #go = element('button', { type: 'button', class: 'go' });
  readonly #words = element('td', { class: 'words', role: 'cell' });
  readonly #text = element('span');
  readonly #before = element('button', { type: 'button', class: 'before' }, '看上年报告');
  #line: RelationLine | undefined;

  constructor(goTo: (to: { place?: RelationLine['place'] }) => void) {
    this.#words.append(this.#text, this.#before);
    this.root.append(
      this.#state,
      element('th', { scope: 'row', role: 'rowheader' }, this.#go, this.#name),
      this.#words,
    );
    this.root.addEventListener('click', ({ target }) => {
      const place = target === this.#before ? this.#line?.before : this.#line?.place;
      if (place) goTo({ place });
    });
  }

  get state(): State | undefined {
    return this.#line?.state;
  }

  show(line: RelationLine): void {
    this.#line = line;
    const { state, name, words, place, before } = line;
    if (this.root.dataset.state !== state) this.root.dataset.state = state;
    setText(this.#state, `${MARKS[state]} ${WORDS[state]}`);
    setText(this.#go, name);
    setText(this.#name, name);
    setText(this.#text, words);
    this.#go.hidden = !place;
    this.#name.hidden = !!place;
    this.#before.hidden = !before;
    this.root.classList.toggle('goes', !!place);
  }
}

function countOf(lines: readonly RelationLine[], state: State): number {
  return lines.filter((one) => one.state === state).length;
}

function setText(node: Element, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}
