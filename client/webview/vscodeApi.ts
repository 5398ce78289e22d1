// The way of a page to the extension.

declare function acquireVsCodeApi(): { postMessage(message: unknown): void };

/** What a page says and hears. */
export interface Wire<From, To> {
  post(message: From): void;
  /** Calls back with each message that is one of the extension's. */
  listen(take: (message: To) => void): void;
}

/** The wire of this page, of which there is one; what `parse` does not know is not heard. */
export function wireOf<From, To>(parse: (value: unknown) => To | null): Wire<From, To> {
  const vscode = acquireVsCodeApi();
  return {
    post: (message) => vscode.postMessage(message),
    listen(take) {
      window.addEventListener('message', ({ data }) => {
        const message = parse(data);
        if (message) take(message);
      });
    },
  };
}
