// The page of 预览与填表: the report as the form, live, to read and to fill in.
import type { TableCommandName } from '../src/form/formMessages.js';
import { DocumentView } from './documentView.js';
import { element } from './dom.js';
import { FindingCard } from './findingCard.js';
import { FindingList } from './findingList.js';
import { ScrollSync } from './scrollSync.js';
import { listen, post } from './wire.js';

const paper = element('main', { class: 'paper', 'aria-label': '年报' });
const notice = element('p', { class: 'notice', role: 'status' });
const list = new FindingList(paper);
document.body.append(element('header', {}, list.root, tableCommands(), notice), paper);

const view = new DocumentView(paper);
const card = new FindingCard(document.body);
const scroll = new ScrollSync(view);
const NOTICE_MS = 8000;
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
    case 'cursor':
      return view.mark(message.offset);
    case 'reveal':
      return scroll.reveal(message.offset);
    case 'filled':
      return view.answered(message.number, message.version);
    case 'refused':
      view.answered(message.number, null);
      return say(message.reason);
    case 'note':
      view.refresh();
      return say(message.text);
  }
});
post({ type: 'ready' });
