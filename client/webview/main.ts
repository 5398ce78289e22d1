// The page of 预览与填表: the report as the form, live, to read and to fill in.
import { DocumentView } from './documentView.js';
import { element } from './dom.js';
import { FindingCard } from './findingCard.js';
import { FindingList } from './findingList.js';
import { ScrollSync } from './scrollSync.js';
import { listen, post } from './wire.js';

const paper = element('main', { class: 'paper', 'aria-label': '年报' });
const notice = element('p', { class: 'notice', role: 'status' });
const list = new FindingList(paper);
document.body.append(element('header', {}, list.root, notice), paper);

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
      return say(message.text);
  }
});
post({ type: 'ready' });
