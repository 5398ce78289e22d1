// 图解: pictures of the figures, live, each with a table of what it shows and as a file to be published.
// A bundle of its own, loaded when somebody looks at it.
import type { ChartOf, ChartsView } from '../../server/src/lsp/protocol.js';
import { type DrawnChart, percentOf } from './charts/chartOptions.js';
import { cleaned } from './charts/chartWords.js';
import { drawn, onPaper } from './charts/draw.js';
import { pngFile, svgFile } from './charts/files.js';
import { screenTheme, type Theme } from './charts/theme.js';
import { element } from './dom.js';
import type { PageActions } from './pageActions.js';

/** Fills an element with the pictures; called again with each new view. */
export function showCharts(root: HTMLElement, view: ChartsView | null, actions: PageActions): void {
  let page = pages.get(root);
  if (!page) {
    page = new ChartsPage(root);
    pages.set(root, page);
  }
  page.show(view, actions);
}

const pages = new WeakMap<HTMLElement, ChartsPage>();

class ChartsPage {
  readonly #nothing = element('p', { class: 'nothing' }, '没有认出是政府信息公开工作年度报告。');
  #figures: ChartFigure[] = [];
  #view: ChartsView | null = null;
  #actions: PageActions | undefined;

  constructor(private readonly root: HTMLElement) {
    root.classList.add('charts');
    root.append(this.#nothing);
    new ResizeObserver(() => this.#draw()).observe(root);
    // another theme: VS Code changes the class of the body and the style of the root
    const observer = new MutationObserver(() => this.#draw());
    for (const node of [document.documentElement, document.body])
      observer.observe(node, { attributeFilter: ['class', 'style'] });
  }

  show(view: ChartsView | null, actions: PageActions): void {
    this.#view = view;
    this.#actions = actions;
    const charts = view?.charts ?? [];
    this.#nothing.hidden = charts.length > 0;
    const before = this.#figures;
    this.#figures = charts.map((_, i) => {
      const figure = before[i] ?? new ChartFigure(i, (kind) => void this.#save(i, kind));
      if (!before[i]) this.root.append(figure.root);
      return figure;
    });
    for (const { root } of before.slice(charts.length)) root.remove();
    this.#draw();
  }

  #draw(): void {
    // what is not shown has no width, and is drawn when it is
    if (this.root.clientWidth === 0) return;
    const theme = screenTheme(this.root);
    this.#view?.charts.forEach((chart, i) => {
      this.#figures[i]?.show(chart, theme);
    });
  }

  async #save(i: number, kind: 'svg' | 'png'): Promise<void> {
    const view = this.#view;
    const chart = view?.charts[i];
    if (!view || !chart || chart.kind === 'none') return;
    const { organization, year } = view;
    const whose = `${organization ?? ''}${year === null ? '' : `${year}年`}`;
    const title = chart.kind === 'years' ? (organization ?? '') + chart.title : whose + chart.title;
    const report = `${whose}政府信息公开工作年度报告`;
    const picture = onPaper(chart, title, [
      ...notesOf(chart),
      `数据来源：${chart.kind === 'years' ? '' : `${report} `}${chart.source}`,
    ]);
    const file = await (kind === 'svg' ? svgFile(picture) : pngFile(picture));
    const name = cleaned(title).replace(/[\\/:*?"<>|\s]/g, '');
    this.#actions?.save(name, kind, file);
  }
}

/** One picture with its title, its table and its buttons. */
class ChartFigure {
  readonly root: HTMLElement;
  readonly #title: HTMLElement;
  readonly #picture = element('div', { class: 'picture' });
  readonly #notes = element('div', { class: 'notes' });
  readonly #tools: HTMLElement;
  readonly #table = element('div', { class: 'data' });
  readonly #details: HTMLDetailsElement;
  #shown = '';

  constructor(number: number, save: (kind: 'svg' | 'png') => void) {
    const id = `chart-${number}`;
    this.#title = element('h2', { id });
    const button = (kind: 'svg' | 'png') => {
      const made = element('button', { type: 'button' }, `导出 ${kind.toUpperCase()}`);
      made.addEventListener('click', () => save(kind));
      return made;
    };
    this.#tools = element('div', { class: 'tools' }, button('svg'), button('png'));
    this.#details = element('details', {}, element('summary', {}, '数据表'), this.#table);
    this.root = element(
      'figure',
      { 'aria-labelledby': id },
      element('figcaption', {}, this.#title),
      this.#picture,
      this.#notes,
      this.#tools,
      this.#details,
    );
  }

  show(chart: ChartOf, theme: Theme): void {
    const width = this.#picture.clientWidth;
    const shown = JSON.stringify([chart, theme, width]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#title.textContent = chart.title;
    const isDrawn = chart.kind !== 'none';
    this.#tools.hidden = !isDrawn;
    this.#details.hidden = !isDrawn;
    const notes = isDrawn ? [...notesOf(chart), `数据来源：${chart.source}`] : [chart.why];
    this.#notes.replaceChildren(...notes.map((note) => element('p', {}, note)));
    if (chart.kind === 'none') {
      this.#picture.replaceChildren();
      return;
    }
    const svg = drawn(chart, theme, width);
    svg.setAttribute('role', 'img');
    svg.setAttribute('aria-label', `${chart.title}：${summaryOf(chart)}`);
    this.#picture.replaceChildren(svg);
    this.#table.replaceChildren(tableOf(chart));
  }
}

/** What a picture leaves out. */
function notesOf(chart: DrawnChart): string[] {
  if (chart.kind === 'years') return chart.note === undefined ? [] : [chart.note];
  if (chart.kind === 'bars') return [];
  const zeros = [...chart.from, ...chart.to].filter(({ value }) => value === 0);
  return zeros.length > 0
    ? [`没有画出的都是 0 件：${zeros.map(({ name }) => name).join('、')}。`]
    : [];
}

function summaryOf(chart: DrawnChart): string {
  if (chart.kind === 'years')
    return chart.years
      .map((year, i) => {
        const told = chart.series.map(({ name, values }) => `${name} ${values[i] ?? '不明'}`);
        return `${year}年${told.join('、')}`;
      })
      .join('；');
  const shares = chart.kind === 'flow' ? [...chart.from, ...chart.to] : chart.bars;
  return shares.map(({ name, value }) => `${name} ${value}`).join('，');
}

type FiguresLine = readonly (string | number)[];

/** The figures of a picture, for whoever does not see it. */
function tableOf(chart: DrawnChart): HTMLTableElement {
  const [heads, rows] = figuresOf(chart);
  const row = ([name = '', ...figures]: FiguresLine) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, String(name)),
      ...figures.map((figure) => element('td', {}, String(figure))),
    );
  const head = heads.map((words) => element('th', { scope: 'col' }, words));
  return element(
    'table',
    {},
    element('caption', {}, chart.title),
    element('thead', {}, element('tr', {}, ...head)),
    element('tbody', {}, ...rows.map(row)),
  );
}

function figuresOf(chart: DrawnChart): [heads: string[], rows: FiguresLine[]] {
  if (chart.kind === 'years') {
    const rows = chart.years.map((year, i): FiguresLine => {
      return [`${year}年`, ...chart.series.map(({ values }) => values[i] ?? '不明')];
    });
    return [['年份', ...chart.series.map(({ name }) => name)], rows];
  }
  if (chart.kind === 'flow') {
    const { from, through, to } = chart;
    return [
      ['项目', '件数'],
      [...from, through, ...to].map(({ name, value }): FiguresLine => [name, value]),
    ];
  }
  const whole = chart.bars.reduce((sum, { value }) => sum + value, 0);
  return [
    ['项目', '件数', '占比'],
    chart.bars.map(({ name, value }): FiguresLine => [name, value, percentOf(value, whole)]),
  ];
}
