// A table of a review: sorted by its heads, filtered below them, gone through by the arrows, which stop at links
// and at long words, shown whole then. Rows are made as they are scrolled to: a county has thousands of findings.
import type { ReviewPlace, ReviewRow, ReviewTable } from '../../../server/src/lsp/protocol.js';
import { element } from '../dom.js';

/** So many rows are made at once. */
const CHUNK = 200;
/** So much of its width the widest column can give, and so wide is the editor on the screen of an office. */
const YIELDING = 0.4;
const SCREEN = 70;
/** A column of no more different words is filtered by choosing one. */
const MOST_CHOICES = 8;
/** Columns whose figures should be 0, by their heads. */
const TONES: Readonly<Record<string, string>> = {
  错误: 'error',
  勾稽不一致: 'error',
  警告: 'warning',
};

/** Where the arrows stop. */
const STOP = '.stop';

const collator = new Intl.Collator('zh-Hans-CN', { numeric: true });

type SheetValue = ReviewRow['cells'][number];

interface SheetColumn {
  readonly at: number;
  readonly words: string;
  readonly width: number;
  readonly isNumber: boolean;
  readonly head: HTMLElement;
  readonly sort: HTMLButtonElement;
  readonly filter: HTMLInputElement | HTMLSelectElement;
}

interface Sorting {
  readonly at: number;
  readonly isDown: boolean;
}

export class SheetTable {
  readonly root = element('div', { class: 'sheet' });
  readonly #count = element('p', { class: 'count', role: 'status' });
  readonly #notes = element('details', { class: 'notes' });
  readonly #body = element('tbody');
  readonly #end = element('div', { class: 'end' });
  #sheet: ReviewTable | undefined;
  #columns: readonly SheetColumn[] = [];
  #sorting: Sorting | null = null;
  /** Whether each row is one line. */
  #isDense = false;
  /** Those that the filters let through, in order. */
  #rows: readonly ReviewRow[] = [];
  #made = 0;
  /** Where Tab comes to. */
  #stop: HTMLElement | undefined;

  /** Calls back with a place that was chosen, and with the row that is looked at. */
  constructor(
    private readonly goTo: (place: ReviewPlace) => void,
    private readonly looksAt: (row: ReviewRow) => void,
  ) {
    this.root.addEventListener('keydown', (event) => this.#step(event));
    for (const what of ['focusin', 'click'] as const)
      this.#body.addEventListener(what, ({ target }) => {
        const row = (target as HTMLElement).closest('tr');
        const stop = (target as HTMLElement).closest<HTMLElement>(STOP);
        if (stop) this.#stopAt(stop);
        const at = row ? [...this.#body.rows].indexOf(row) : -1;
        if (this.#rows[at]) this.looksAt(this.#rows[at]);
      });
    new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) this.#more();
    }).observe(this.#end);
  }

  /** Shows a table; how it was sorted and filtered stays, where its columns are the same. */
  show(sheet: ReviewTable): void {
    const before = new Map(this.#columns.map((column) => [column.words, column.filter.value]));
    this.#sheet = sheet;
    this.#columns = columnsOf(sheet);
    const heads = element('tr');
    const filters = element('tr', { class: 'filters' });
    for (const column of this.#columns) {
      heads.append(column.head);
      filters.append(element('td', {}, column.filter));
      column.sort.addEventListener('click', () => this.#sortBy(column));
      column.filter.addEventListener('input', () => this.#arrange());
      column.filter.value = before.get(column.words) ?? '';
      // a choice that is there no more
      if (column.filter instanceof HTMLSelectElement && column.filter.selectedIndex < 0)
        column.filter.value = '';
    }
    const widths = this.#columns.map(() => element('col'));
    const table = element(
      'table',
      {},
      element('caption', {}, sheet.name),
      element('colgroup', {}, ...widths),
      element('thead', {}, heads, filters),
      this.#body,
    );
    // the widest has what is left of the screen, and gives some of its own where the table fits in then
    const widest = this.#columns.toSorted((one, other) => other.width - one.width)[0];
    const whole = widthIn(this.#columns);
    const least = whole - YIELDING * (widest?.width ?? 0);
    for (const [i, column] of this.#columns.entries())
      if (column !== widest) (widths[i] as HTMLElement).style.width = `${column.width + 1}em`;
    table.style.width = `max(100%, ${least > SCREEN ? whole : least}em)`;
    // rows are not made higher by long words that are not in sight
    const left = this.#columns.slice(0, this.#columns.indexOf(widest as SheetColumn));
    this.#isDense = widthIn(left) > SCREEN;
    table.classList.toggle('dense', this.#isDense);
    const scroll = element('div', { class: 'scroll', tabindex: 0 }, table, this.#end);
    const [first, ...others] = sheet.notes ?? [];
    this.#notes.replaceChildren(
      element(
        'summary',
        {},
        `${first ?? ''}${others.length > 0 ? `（另有 ${others.length} 条说明）` : ''}`,
      ),
      element('ul', {}, ...others.map((note) => element('li', {}, note))),
    );
    this.#notes.hidden = first === undefined;
    this.root.replaceChildren(this.#notes, this.#count, scroll);
    this.#arrange();
    if (this.#rows[0]) this.looksAt(this.#rows[0]);
  }

  #sortBy({ at, isNumber }: SheetColumn): void {
    const isOld = this.#sorting?.at === at;
    // what is much comes first, words from their beginning; then the other way, then as it was
    if (!isOld) this.#sorting = { at, isDown: isNumber };
    else if (this.#sorting?.isDown === isNumber) this.#sorting = { at, isDown: !isNumber };
    else this.#sorting = null;
    this.#arrange();
  }

  #arrange(): void {
    const all = this.#sheet?.rows ?? [];
    const wanted = this.#columns.flatMap((column) => wantedIn(column) ?? []);
    const rows = all.filter(({ cells }) => wanted.every((suits) => suits(cells)));
    const sorting = this.#sorting;
    this.#rows = sorting ? rows.toSorted((a, b) => compare(a, b, sorting)) : rows;
    for (const { at, head, sort, words } of this.#columns) {
      const isSorted = sorting?.at === at;
      head.ariaSort = isSorted ? (sorting.isDown ? 'descending' : 'ascending') : 'none';
      sort.textContent = `${words}${isSorted ? (sorting.isDown ? ' ▼' : ' ▲') : ''}`;
    }
    this.#count.textContent =
      rows.length === all.length ? `共 ${all.length} 行` : `${rows.length} 行，共 ${all.length} 行`;
    this.#body.replaceChildren();
    this.#made = 0;
    this.#more();
    const first = this.#body.querySelector<HTMLElement>(STOP);
    if (first) this.#stopAt(first);
  }

  /** Tab comes to one stop of a table, and leaves it behind that: between them the arrows go. */
  #stopAt(stop: HTMLElement): void {
    if (this.#stop) this.#stop.tabIndex = -1;
    this.#stop = stop;
    stop.tabIndex = 0;
  }

  #more(): void {
    const next = this.#rows.slice(this.#made, this.#made + CHUNK);
    this.#body.append(...next.map((row) => this.#rowOf(row)));
    this.#made += next.length;
    this.#end.hidden = this.#made === this.#rows.length;
  }

  #rowOf({ cells, places }: ReviewRow): HTMLElement {
    const [main] = places;
    const row = element('tr');
    for (const [i, { at, words, width, isNumber }] of this.#columns.entries()) {
      const place = i === 0 ? main?.[1] : places.find(([column]) => column === at)?.[1];
      // a file of nobody has its name for one
      const text = String(cells[at] ?? '') || (i === 0 && place?.path) || '';
      const isCut = text.length > (this.#isDense ? width : LONGEST_WHOLE);
      const shown = place ? this.#link(text, place) : wordsOf(text, isCut);
      const tone = isNumber && Number(cells[at]) > 0 ? (TONES[words] ?? '') : '';
      const kind = `${isNumber ? 'number' : 'words'} ${tone}`.trim();
      // what is cut off is told by a tooltip, and shown whole to whoever stops at it
      const title = isCut ? text : undefined;
      row.append(
        i === 0
          ? element('th', { scope: 'row', class: kind, title }, shown)
          : element('td', { class: kind, title }, shown),
      );
    }
    return row;
  }

  #link(text: string, place: ReviewPlace): HTMLElement {
    const link = element('button', { type: 'button', class: 'go stop', tabindex: -1 }, text);
    link.addEventListener('click', () => this.goTo(place));
    return link;
  }

  /** Arrows go from stop to stop; Home and End to the first row and the last that is made. */
  #step(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    if (event.ctrlKey || event.metaKey || event.altKey || !target.matches(STOP)) return;
    const cell = target.closest('th, td') as HTMLTableCellElement;
    const beside = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (beside !== undefined) {
      const stops = [...(cell.parentElement as HTMLElement).querySelectorAll<HTMLElement>(STOP)];
      stops[stops.indexOf(target) + beside]?.focus();
      event.preventDefault();
      return;
    }
    const rows = [...this.#body.rows];
    const at = rows.indexOf(cell.parentElement as HTMLTableRowElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    if (next === rows.length) this.#more();
    const row = this.#body.rows[next];
    const stop = row?.cells[cell.cellIndex]?.querySelector<HTMLElement>(STOP);
    (stop ?? row?.querySelector<HTMLElement>(STOP))?.focus();
  }
}

/** What some columns take, in em. */
function widthIn(columns: readonly SheetColumn[]): number {
  return columns.reduce((sum, { width }) => sum + width + 1, 0);
}

/** Longer words may be cut off in a cell of three lines. */
const LONGEST_WHOLE = 20;

function wordsOf(text: string, isCut: boolean): HTMLElement {
  return element('span', isCut ? { class: 'stop', tabindex: -1 } : {}, text);
}

/** On the screen words may have several lines sooner than on paper. */
function widthOf(width: number): number {
  return width > 10 ? Math.round(0.7 * width) : Math.max(width, 3);
}

/** The columns in which anything stands. */
function columnsOf({ heads, rows }: ReviewTable): SheetColumn[] {
  return heads.flatMap(([words, width], at) => {
    const values = rows.flatMap(({ cells }) =>
      isBlank(cells[at]) ? [] : (cells[at] as SheetValue),
    );
    if (values.length === 0 && rows.length > 0) return [];
    const isNumber = values.length > 0 && values.every((value) => typeof value === 'number');
    const sort = element('button', { type: 'button', class: 'sort' }, words);
    const head = element('th', { scope: 'col' }, sort);
    // whose it is, is typed, however few there are
    const filter = filterFor(words, isNumber, at === 0 ? [] : values);
    return [{ at, words, width: widthOf(width), isNumber, head, sort, filter }];
  });
}

function filterFor(words: string, isNumber: boolean, values: readonly SheetValue[]) {
  const label = { 'aria-label': `按${words}筛选` };
  const choices = [...new Set(values.map(String))];
  if (isNumber && words !== '年度')
    return element('input', { ...label, type: 'text', inputmode: 'numeric', placeholder: '≥' });
  if (choices.length > MOST_CHOICES || choices.length < 2)
    return element('input', { ...label, type: 'text', placeholder: '筛选' });
  const options = choices
    .sort(collator.compare)
    .map((choice) => element('option', { value: choice }, choice));
  return element('select', label, element('option', { value: '' }, '全部'), ...options);
}

/** What the filter of a column asks; undefined where it asks nothing. */
function wantedIn({ at, isNumber, filter }: SheetColumn) {
  const asked = filter.value.trim();
  if (asked === '') return undefined;
  if (filter instanceof HTMLSelectElement)
    return (cells: readonly SheetValue[]) => String(cells[at] ?? '') === asked;
  const least = Number(asked.replace(/^[≥>=]+/, ''));
  if (isNumber && !Number.isNaN(least))
    return (cells: readonly SheetValue[]) => typeof cells[at] === 'number' && cells[at] >= least;
  const low = asked.toLowerCase();
  return (cells: readonly SheetValue[]) =>
    String(cells[at] ?? '')
      .toLowerCase()
      .includes(low);
}

/** What is blank comes last, whichever way. */
function compare(a: ReviewRow, b: ReviewRow, { at, isDown }: Sorting): number {
  const [one, other] = [a.cells[at] ?? '', b.cells[at] ?? ''];
  if (one === '' || other === '') return Number(one === '') - Number(other === '');
  const way = isDown ? -1 : 1;
  return typeof one === 'number' && typeof other === 'number'
    ? way * (one - other)
    : way * collator.compare(String(one), String(other));
}

function isBlank(cell: SheetValue | undefined): boolean {
  return cell === null || cell === undefined || cell === '';
}
