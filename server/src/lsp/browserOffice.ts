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

// the types of a worker are not ours to load: the DOM's would come with them
interface OwnWorker {
  onmessage: (message: { readonly data: unknown }) => void;
  onerror: (event: Event) => void;
  postMessage(message: unknown): void;
  terminate(): void;
}
type Answering = (bytes: Uint8Array) => Promise<ThreadAnswer>;
declare const Worker: new (url: string) => OwnWorker;
declare const importScripts: (url: string) => void;

/** `href` is the address of a reader, `{reader}` its name. */
export function browserOfficeHost(href: string | undefined): OfficeHost {
  const scripts = new Map<ReaderName, string>();
  const scriptOf = async (name: ReaderName) => {
    const known = scripts.get(name);
    if (known !== undefined) return known;
    const url = href?.replaceAll('{reader}', `read${name}`);
    const answer = url === undefined ? null : await fetch(url).catch(() => null);
    if (!answer?.ok) throw new UnreadableFile(NO_READER);
    const script = await answer.text();
    scripts.set(name, script);
    return script;
  };
  let nests: Promise<boolean> | undefined;
  const read = async (name: ReaderName, bytes: Uint8Array, signal?: AbortSignal) => {
    const script = await scriptOf(name);
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

const NO_READER = '读 Word 和 PDF 的部分没有装好，读不了；请检查网络后再试，或者用桌面版 VS Code';

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
    `${script}\nonmessage=({data})=>nianbao${name}.answer${name}(data).then(postMessage)`,
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
function here(script: string, name: ReaderName, bytes: Uint8Array): ReaderThread {
  const readers = globalThis as unknown as Record<string, Record<string, Answering> | undefined>;
  if (!readers[`nianbao${name}`]) {
    const url = urlOf(script);
    importScripts(url);
    URL.revokeObjectURL(url);
  }
  const answer = readers[`nianbao${name}`]?.[`answer${name}`];
  return {
    answer: answer ? answer(bytes) : Promise.reject(new Error('no reader')),
    end: () => {},
  };
}

function urlOf(script: string): string {
  return URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
}
