// The server on Node: `server.js --stdio`, `--node-ipc` and the other transports of LSP.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection } from 'vscode-languageserver/node';
import { loadLexicon } from '../lexicon/lexicon.js';
import { nodeFiles } from './nodeFiles.js';
import { startServer } from './server.js';

const documentation = path.resolve(__dirname, '../docs');
const transport = /^--(stdio|node-ipc|socket|pipe)/;
if (!process.argv.some((argument) => transport.test(argument)))
  process.argv.push(process.send ? '--node-ipc' : '--stdio');

startServer(createConnection(), {
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
});
