// The way to the extension.
import { type FromPage, type ToPage, toPage } from '../src/form/formMessages.js';

declare function acquireVsCodeApi(): {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
};

const vscode = acquireVsCodeApi();

export function post(message: FromPage): void {
  vscode.postMessage(message);
}

/** Calls back with each message that is one of the extension's. */
export function listen(take: (message: ToPage) => void): void {
  window.addEventListener('message', ({ data }) => {
    const message = toPage(data);
    if (message) take(message);
  });
}
