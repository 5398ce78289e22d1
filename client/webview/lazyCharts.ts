// The pictures come with a script of their own when they are first looked at, under the same policy.
import type { ChartsView } from '../../server/src/lsp/protocol.js';
import { element } from './dom.js';
import type { PageActions } from './pageActions.js';

declare const nianbaoCharts: {
  showCharts(root: HTMLElement, view: ChartsView | null, actions: PageActions): void;
};

/** Known only while the page's own script runs for the first time. */
const own = document.currentScript as HTMLScriptElement;
const address = own.src.replace(/\w+\.js(?=$|\?)/, 'charts.js');
const { nonce } = own;
let loaded: Promise<unknown> | undefined;

/** Fills an element with the pictures; the last view that was given counts. */
export async function showCharts(
  root: HTMLElement,
  view: ChartsView | null,
  actions: PageActions,
): Promise<void> {
  loaded ??= new Promise((resolve, reject) => {
    const script = element('script', { src: address });
    script.nonce = nonce;
    script.addEventListener('load', resolve);
    script.addEventListener('error', reject);
    document.body.append(script);
  });
  await loaded;
  nianbaoCharts.showCharts(root, view, actions);
}
