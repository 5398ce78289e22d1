// What opening files takes of Node: a thread for PDF, and an office program for old Word files. Each is
// loaded when the first such file comes.
import { isUtf8, transcode } from 'node:buffer';
import path from 'node:path';
import type { OfficeText } from '../convert/office.js';
import type { OfficeHost } from '../convert/openFile.js';
import { type ReaderName, readInThread } from '../convert/readerThread.js';
import { IN_THREAD, ReaderThreads } from './readerThreads.js';

/** For whoever waits for each file: Word files are read at once. */
export const nodeOfficeHost: OfficeHost = {
  async readDocx(bytes) {
    const { readDocx } = await import('../convert/docx/readDocx.js');
    return readDocx(bytes);
  },
  readPdf: (bytes, signal) => inThread('Pdf', bytes, signal),
  async toDocx(bytes, name, signal) {
    const { toDocx } = await import('./libreOffice.js');
    return await toDocx(bytes, name, signal);
  },
  utf8: fastUtf8,
};

/** For whoever has to answer others meanwhile: Word files are read in a thread, too. */
export const threadedOfficeHost: OfficeHost = {
  ...nodeOfficeHost,
  readDocx: (bytes, signal) => inThread('Docx', bytes, signal),
};

/** What a page may take; a report of forty pages takes a third of it. */
const MEGABYTES = 1024;
/** Of what is short-lived: with more room a thread is larger, and no faster. */
const YOUNG_MEGABYTES = 8;

let threads: ReaderThreads | undefined;

async function inThread(
  name: ReaderName,
  bytes: Uint8Array,
  signal: AbortSignal | undefined,
): Promise<OfficeText> {
  const { Worker } = await import('node:worker_threads');
  threads ??= new ReaderThreads((reader) => startThread(Worker, reader));
  const all = threads;
  return await readInThread(() => all.read(name, bytes), { signal });
}

function startThread(Worker: typeof import('node:worker_threads').Worker, name: ReaderName) {
  return new Worker(IN_THREAD, {
    eval: true,
    workerData: {
      reader: path.join(__dirname, `read${name}.js`), // beside the program's own bundle
      answer: `answer${name}`,
    },
    resourceLimits: {
      maxOldGenerationSizeMb: MEGABYTES,
      maxYoungGenerationSizeMb: YOUNG_MEGABYTES,
    },
    // what the library has to say is nothing for the user
    stdout: true,
    stderr: true,
  });
}

/** Six times as fast as TextDecoder in Node 20. */
function fastUtf8(bytes: Uint8Array): string | null {
  return isUtf8(bytes) ? transcode(bytes, 'utf8', 'utf16le').toString('utf16le') : null;
}
