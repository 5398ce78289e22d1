// The way to the extension.
import { type FromPage, type ToPage, type TypedMessage, toPage } from '../src/form/formMessages.js';

declare function acquireVsCodeApi(): {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
};

const vscode = acquireVsCodeApi();

export function post(message: FromPage): void {
  vscode.postMessage(message);
}

let isTyping = false;

/** Tells what is being typed: if the page is closed now, it goes into the text all the same. */
export function typing(act: TypedMessage | null): void {
  if (act || isTyping) post({ type: 'typing', act });
  isTyping = act !== null;
}

/** Calls back with each message that is one of the extension's. */
export function listen(take: (message: ToPage) => void): void {
  window.addEventListener('message', ({ data }) => {
    const message = toPage(data);
    if (message) take(message);
  });
}
