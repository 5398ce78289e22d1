// The page of a folder under review: what is in it, and its tables.
import type { ReviewTable, ReviewView } from '../../../server/src/lsp/protocol.js';
import {
  type FromReviewPage,
  type ToReviewPage,
  toReviewPage,
} from '../../src/review/reviewMessages.js';
import { element } from '../dom.js';
import { showCharts } from '../lazyCharts.js';
import type { PageActions } from '../pageActions.js';
import { Tabs } from '../tabs.js';
import { wireOf } from '../vscodeApi.js';
import { SheetTable } from './sheetTable.js';

const { post, listen } = wireOf<FromReviewPage, ToReviewPage>(toReviewPage);

const summary = element('p', { class: 'summary', role: 'status' });
const notice = element('p', { class: 'notice', role: 'status' });
const years = element('select', { 'aria-label': '审核哪一年' });
const units = button('单位名单…', () => post({ type: 'units' }));
const sum = button('汇总成一份报告', () => post({ type: 'sum' }));
const against = button('与本级报告核对…', () => post({ type: 'against' }));
const results = button('写出审核表和修改意见…', () => post({ type: 'results' }));
const again = button('重新检查', () => post({ type: 'check', year: chosenYear() }));
/** Of use once there is something to be seen. */
const tools = [years, units, results, sum, against];
for (const tool of tools) tool.hidden = true;
const main = element('main');
document.body.append(
  element('header', {}, summary, element('div', { class: 'tools' }, ...tools, again), notice),
  main,
);
years.addEventListener('change', () => {
  post({ type: 'check', year: chosenYear() });
  // until there is an answer, what is shown is what was shown
  years.value = String(view?.year ?? '');
});

let view: ReviewView | undefined;
let shown: LaidOut | undefined;

interface LaidOut {
  readonly names: string;
  readonly tabs: Tabs<string>;
  readonly tables: readonly SheetTable[];
}

function show(shownNow: ReviewView): void {
  view = shownNow;
  summary.textContent = view.summary;
  units.hidden = results.hidden = false;
  sum.hidden = against.hidden = view.sum === null;
  years.hidden = view.years.length < 2;
  years.replaceChildren(
    ...view.years.map((year) => element('option', { value: year }, `${year} 年度`)),
  );
  years.value = String(view.year ?? '');
  const names = view.sheets.map(({ name }) => name).join('|');
  if (shown?.names !== names) shown = { names, ...layOut(view) };
  for (const [i, sheet] of view.sheets.entries()) shown.tables[i]?.show(sheet);
}

/** One more table, in place of one that had its name, is shown at once. */
function add(table: ReviewTable): void {
  if (!view) return;
  const others = view.sheets.filter(({ name }) => name !== table.name);
  show({ ...view, sheets: [...others, table] });
  shown?.tabs.show(`sheet${others.length}`);
}

/** A tab for each table. */
function layOut({ sheets }: ReviewView): Omit<LaidOut, 'names'> {
  const tabs = new Tabs(
    sheets.map(({ name }, i) => [`sheet${i}`, name]),
    () => {},
  );
  const tables = sheets.map((_, i) => {
    const picture = element('div', { class: 'pictures' });
    const table = new SheetTable(
      (place) => post({ type: 'goTo', place }),
      ({ cells: [of] }) => draw(picture, i, String(of)),
    );
    tabs.panels[i]?.append(picture, table.root);
    return table;
  });
  main.replaceChildren(tabs.root, ...tabs.panels);
  return { tabs, tables };
}

/** The picture of what a row is about, where there is one. */
function draw(root: HTMLElement, sheet: number, of: string): void {
  const picture = view?.sheets[sheet]?.pictures?.find((one) => one.of === of);
  root.hidden = !picture;
  if (!picture) return;
  const titled = {
    title: `${of}历年申请办理情况`,
    source: '各年表三 收到和处理政府信息公开申请情况',
  };
  const charts = [
    { kind: 'years' as const, ...titled, years: picture.years, series: picture.series },
  ];
  void showCharts(root, { version: 0, organization: null, year: null, charts }, actions).catch(
    () => {
      notice.textContent = '图没有载入，请重新打开。';
    },
  );
}

const actions: PageActions = {
  goTo: () => {},
  save: (name, kind, base64) => post({ type: 'save', name, kind, base64 }),
};

function chosenYear(): number | null {
  return years.value === '' ? null : Number(years.value);
}

function button(words: string, action: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button' }, words);
  made.addEventListener('click', action);
  return made;
}

listen((message) => {
  switch (message.type) {
    case 'view':
      show(message.view);
      notice.textContent = message.notice;
      units.title = message.units ?? '一行一个单位，后面可以写上级；用来看谁还没有报';
      units.textContent = message.units ? `单位名单：${message.units}` : '单位名单…';
      return;
    case 'table':
      return add(message.table);
    case 'say':
      notice.textContent = message.text;
  }
});
post({ type: 'ready' });
