// All benchmarks, or those whose names are given.
import { commandLine } from './commandLine.js';
import { growth, inProcess } from './inProcess.js';
import { languageServer } from './languageServer.js';

const BENCHES: Readonly<Record<string, () => Promise<void>>> = {
  check: inProcess,
  growth,
  cli: commandLine,
  lsp: () => languageServer(process.env.NOTHING_SERVER as string),
};

const chosen = process.argv.slice(2);
for (const [name, bench] of Object.entries(BENCHES))
  if (chosen.length === 0 || chosen.includes(name)) await bench();
