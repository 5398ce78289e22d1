// The panel of a report: 预览与填表, live, to read and to fill in; 勾稽核对; 图解.
import type { FormPageName, TableCommandName } from '../src/form/formMessages.js';
import { DocumentView } from './documentView.js';
import { element } from './dom.js';
import { FindingCard } from './findingCard.js';
import { FindingList } from './findingList.js';
import { showCharts } from './lazyCharts.js';
import type { PageActions } from './pageActions.js';
import { showRelations } from './relationsPage.js';
import { ScrollSync } from './scrollSync.js';
import { Tabs } from './tabs.js';
import { listen, post } from './wire.js';

const NOTICE_MS = 8000;

const PAGES: readonly (readonly [FormPageName, string])[] = [
  ['form', '预览与填表'],
  ['relations', '勾稽核对'],
  ['charts', '图解'],
];

const tabs = new Tabs(PAGES, (page) => {
  tools.hidden = page !== 'form';
  post({ type: 'turn', page });
});
const paper = element('div', { class: 'paper' });
const notice = element('p', { class: 'notice', role: 'status' });
const list = new FindingList(paper);
const tools = element('div', { class: 'tools' }, list.root, tableCommands());
tabs.panel('form').append(paper);
document.body.append(
  element('header', {}, tabs.root, tools, notice),
  element('main', {}, ...tabs.panels),
);

const view = new DocumentView(paper);
const card = new FindingCard(document.body);
const scroll = new ScrollSync(view, () => tabs.shown === 'form');
const actions: PageActions = {
  goTo: ({ uri, start, end }) =>
    post(
      uri === undefined
        ? { type: 'goTo', start, end, focus: true }
        : { type: 'goToFile', uri, start, end },
    ),
  save: (name, kind, base64) => post({ type: 'save', name, kind, base64 }),
};
let silence: ReturnType<typeof setTimeout> | undefined;

function say(text: string): void {
  clearTimeout(silence);
  notice.textContent = text;
  silence = setTimeout(() => {
    notice.textContent = '';
  }, NOTICE_MS);
}

/** Buttons for what is done to all tables at once. */
function tableCommands(): HTMLElement {
  const commands: [TableCommandName, string][] = [
    ['fillBlanks', '空格填 0'],
    ['recomputeTotals', '重算总计'],
    ['fromLastYear', '填入上年结转'],
  ];
  const buttons = commands.map(([command, words]) => {
    const button = element('button', { type: 'button' }, words);
    button.addEventListener('click', () => post({ type: 'run', command }));
    return button;
  });
  return element('div', { class: 'state', role: 'group', 'aria-label': '表格' }, ...buttons);
}

listen((message) => {
  switch (message.type) {
    case 'view':
      view.show(message.view);
      card.update(message.view);
      list.update(message.view);
      return;
    case 'relations':
      return showRelations(tabs.panel('relations'), message.view, actions);
    case 'charts':
      void showCharts(tabs.panel('charts'), message.view, actions).catch(() =>
        say('图解没有载入，请重新打开。'),
      );
      return;
    case 'turn':
      return tabs.show(message.page);
    case 'cursor':
      return view.mark(message.offset);
    case 'reveal':
      return scroll.reveal(message.offset);
    case 'filled':
      view.answered(message.number, message.version);
      return;
    case 'refused': {
      const about = view.answered(message.number, null);
      return say(about === undefined ? message.reason : `${about}：${message.reason}`);
    }
    case 'say':
      view.refresh();
      if (view.view) card.update(view.view);
      return say(message.text);
  }
});
post({ type: 'ready' });
