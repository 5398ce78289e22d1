// The server in a web worker.
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
} from 'vscode-languageserver/browser';
import { loadLexicon } from '../service/index.js';
import { browserOfficeHost } from './browserOffice.js';
import { Lifecycle } from './connection/lifecycle.js';
import { SILENT } from './connection/silent.js';
import { startServer } from './server.js';

// the types of a worker are not ours to load: the DOM's would come with them
const worker = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];

const writer = new BrowserMessageWriter(worker);
const reader = new Lifecycle(new BrowserMessageReader(worker), writer);

startServer(createConnection(SILENT, reader, writer), {
  onStrayError(listener) {
    const hear = (event: Event) => {
      event.preventDefault(); // else the browser's console shows the message
      listener('reason' in event ? event.reason : 'error' in event ? event.error : undefined);
    };
    for (const kind of ['error', 'unhandledrejection'])
      (globalThis as unknown as EventTarget).addEventListener(kind, hear);
  },
  soon(callback) {
    const timer = setTimeout(callback);
    return () => clearTimeout(timer);
  },
  lexicon: (url) =>
    url === undefined
      ? null
      : fetch(url)
          .then((answer) => answer.arrayBuffer())
          .then((bytes) => loadLexicon(new Uint8Array(bytes))),
  office: browserOfficeHost,
});
