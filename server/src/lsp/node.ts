// The server on Node: `server.js --stdio`, `--node-ipc` and the other transports of LSP.
import { Console } from 'node:console';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { threadedOfficeHost } from '../node/officeHost.js';
import { loadLexicon } from '../service/index.js';
import { connect } from './connection/transport.js';
import { nodeFiles } from './nodeFiles.js';
import { startServer } from './server.js';

const documentation = path.resolve(__dirname, '../docs');
// stdout carries messages, and nothing that a library may want to say
globalThis.console = new Console(process.stderr);

startServer(connect(), {
  onStrayError(listener) {
    // by itself Node would print the message, which may quote a document, and give up
    process.on('uncaughtException', listener);
    process.on('unhandledRejection', listener);
  },
  soon(callback) {
    // one turn is not enough: each message that waits takes a turn of its own
    let timer = setImmediate(() => {
      timer = setImmediate(callback);
    });
    return () => clearImmediate(timer);
  },
  docHref: (page, anchor) =>
    pathToFileURL(path.join(documentation, page)).href + (anchor ? `#${anchor}` : ''),
  lexicon: () => loadLexicon(fs.readFileSync(path.join(__dirname, 'lexicon.bin'))),
  files: nodeFiles,
  office: () => threadedOfficeHost,
});
