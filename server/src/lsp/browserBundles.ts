// The bundles beside the server's own in a browser: what reads and writes files of an office. Each is fetched
// when it is asked for the first time, from where the client says.
import { UnreadableFile } from '../convert/office.js';

// the types of a worker are not ours to load: the DOM's would come with them
declare const importScripts: (url: string) => void;
type Bundles = Readonly<Record<string, unknown>>;

let href: string | undefined;
const scripts = new Map<string, string>();

/** Says where they are: an address in which `{reader}` stands for the name. */
export function bundlesAt(address: string | undefined): void {
  href = address;
}

/** What a bundle exports. The name of its file is that of its module. */
export async function bundle<T = unknown>(name: string): Promise<T> {
  const known = bundles()[name];
  if (known) return known as T;
  const url = urlOf(await scriptOf(name));
  importScripts(url);
  URL.revokeObjectURL(url);
  return bundles()[name] as T;
}

/** A bundle as it is written. */
export async function scriptOf(name: string): Promise<string> {
  const known = scripts.get(name);
  if (known !== undefined) return known;
  const url = href?.replaceAll('{reader}', name);
  const answer = url === undefined ? null : await fetch(url).catch(() => null);
  if (!answer?.ok) throw new UnreadableFile(NOT_THERE);
  const script = await answer.text();
  scripts.set(name, script);
  return script;
}

/** An address of a script that is there as text. */
export function urlOf(script: string): string {
  return URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
}

const NOT_THERE =
  '读写 Word、PDF 和网页的部分没有装好，用不了；请检查网络后再试，或者用桌面版 VS Code';

function bundles(): Bundles {
  return (globalThis as { nianbaoBundles?: Bundles }).nianbaoBundles ?? {};
}
