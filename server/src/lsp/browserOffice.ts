// What reading Word files and PDF takes in a browser: the readers come from where the client says, each
// when the first such file does, and work in a worker of their own where one may be made here.
import { type OfficeText, UnreadableFile } from '../convert/office.js';
import type { OfficeHost } from '../convert/openFile.js';
import {
  type ReaderName,
  type ReaderThread,
  readInThread,
  type ThreadAnswer,
} from '../convert/readerThread.js';
import { bundle, bundlesAt, scriptOf, urlOf } from './browserBundles.js';

// the types of a worker are not ours to load: the DOM's would come with them
interface OwnWorker {
  onmessage: (message: { readonly data: unknown }) => void;
  onerror: (event: Event) => void;
  postMessage(message: unknown): void;
  terminate(): void;
}
type Answering = (bytes: Uint8Array) => Promise<ThreadAnswer>;
declare const Worker: new (url: string) => OwnWorker;

/** `href` is the address of a bundle, `{reader}` its name. */
export function browserOfficeHost(href: string | undefined): OfficeHost {
  bundlesAt(href);
  let nests: Promise<boolean> | undefined;
  const read = async (name: ReaderName, bytes: Uint8Array, signal?: AbortSignal) => {
    const script = await scriptOf(`read${name}`);
    nests ??= canNest();
    const start = (await nests) ? inWorker : here;
    return await readInThread(() => start(script, name, bytes), { signal });
  };
  return {
    readDocx: (bytes, signal): Promise<OfficeText> => read('Docx', bytes, signal),
    readPdf: (bytes, signal): Promise<OfficeText> => read('Pdf', bytes, signal),
    async toDocx(_, name) {
      const ending = /\.\w+$/.exec(name)?.[0] ?? '这种';
      throw new UnreadableFile(
        `浏览器里读不了 ${ending} 文件；请用桌面版 VS Code（要装 LibreOffice），或者用 Word、WPS 另存为 .docx`,
      );
    },
  };
}

/** Whether a worker may make workers: not in every browser, and not under every policy of a site. */
function canNest(): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const worker = new Worker(urlOf('postMessage(0)'));
      const answer = (nests: boolean) => {
        worker.terminate();
        resolve(nests);
      };
      worker.onmessage = () => answer(true);
      worker.onerror = () => answer(false);
    } catch {
      resolve(false);
    }
  });
}

function inWorker(script: string, name: ReaderName, bytes: Uint8Array): ReaderThread {
  const url = urlOf(
    `${script}\nonmessage=({data})=>nianbaoBundles.read${name}.answer${name}(data).then(postMessage)`,
  );
  const worker = new Worker(url);
  const answer = new Promise<ThreadAnswer>((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data as ThreadAnswer);
    worker.onerror = (event) => {
      event.preventDefault(); // else the browser's console shows the message
      reject(new Error('the worker has ended'));
    };
    worker.postMessage(bytes);
  });
  return {
    answer,
    end() {
      worker.terminate();
      URL.revokeObjectURL(url);
    },
  };
}

/** In our own worker: what takes long cannot be ended then. */
function here(_: string, name: ReaderName, bytes: Uint8Array): ReaderThread {
  const answer = bundle<Record<string, Answering>>(`read${name}`).then((reader) =>
    (reader[`answer${name}`] as Answering)(bytes),
  );
  return { answer, end: () => {} };
}
