// What opening files takes of Node: a thread for PDF, and an office program for old Word files. Each is
// loaded when the first such file comes.
import { isUtf8, transcode } from 'node:buffer';
import path from 'node:path';
import type { OfficeHost } from '../convert/openFile.js';
import { type PdfThread, readInThread, type ThreadAnswer } from '../convert/pdf/pdfThread.js';

export const nodeOfficeHost: OfficeHost = {
  async readPdf(bytes) {
    const { Worker } = await import('node:worker_threads');
    return await readInThread(() => startThread(Worker, bytes));
  },
  async toDocx(bytes, name) {
    const { toDocx } = await import('./libreOffice.js');
    return await toDocx(bytes, name);
  },
  utf8: fastUtf8,
};

/** Beside the program's own bundle. */
const READER = 'readPdf.js';
const IN_THREAD = `const { parentPort, workerData } = require('node:worker_threads');
require(workerData.reader).answerPdf(workerData.bytes).then((answer) => parentPort.postMessage(answer));`;
/** What a page may take; a report of forty pages takes a third of it. */
const MEGABYTES = 1024;

function startThread(
  Worker: typeof import('node:worker_threads').Worker,
  bytes: Uint8Array,
): PdfThread {
  const worker = new Worker(IN_THREAD, {
    eval: true,
    workerData: { reader: path.join(__dirname, READER), bytes },
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
    // what the library has to say is nothing for the user
    stdout: true,
    stderr: true,
  });
  const answer = new Promise<ThreadAnswer>((resolve, reject) => {
    worker.on('message', resolve);
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('the thread has ended')));
  });
  return { answer, end: () => void worker.terminate() };
}

/** Six times as fast as TextDecoder in Node 20. */
function fastUtf8(bytes: Uint8Array): string | null {
  return isUtf8(bytes) ? transcode(bytes, 'utf8', 'utf16le').toString('utf16le') : null;
}
