// The `.nianbao.json` that holds for a document: the nearest one upwards, up to the workspace folder
// that the document lies in. What an editor has open of it counts before it is saved.
import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  CONFIG_NAME,
  type FolderConfig,
  LONGEST_CONFIG,
  parseConfig,
  unknownIn,
} from '../../service/index.js';
import { decode } from '../../text/encoding.js';
import type { FileBytes, ReadBytes } from '../platform.js';
import { folderKey, keyOf } from '../toLsp/uris.js';
import type { ReaderOf } from './fileReaders.js';

/** Where a document's config is, or where one would be made. */
export interface ConfigPlace {
  readonly uri: string;
  /** The document's path, relative to the folder of the config; empty where it has no name yet. */
  readonly file: string;
  /** The text of the config; null where there is none yet. */
  readonly text: string | null;
  /** Whether the text can be added to. */
  readonly writable: boolean;
  /** The version of the text that an editor has open. */
  readonly version: number | null;
  /** What holds; null where there is none, or none that makes sense. */
  readonly content: FolderConfig | null;
}

/** What is needed of the server around. */
export interface ConfigHost {
  /** What an editor has open. */
  readonly texts: TextDocuments<TextDocument>;
  readonly readerOf: ReaderOf;
  /** The rules that there are. */
  readonly rules: readonly string[];
  /** Whether the client tells when a file changes. */
  readonly isWatched: boolean;
  /** Something is wrong with a config; `grave` if it is of no use at all. */
  tell(message: string, grave: boolean): void;
}

/** A text, read and judged. */
interface KnownConfig {
  readonly text: string;
  readonly content: FolderConfig | { readonly error: string };
}

function configIn(file: FileBytes): KnownConfig {
  const read = 'error' in file ? file : decode(file.bytes);
  return 'error' in read ? { text: '', content: read } : knownOf(read.text);
}

function knownOf(text: string): KnownConfig {
  return { text, content: parseConfig(text) };
}

/** Folders are not nested deeper than this. */
const DEEPEST = 50;

export class FolderConfigs {
  private readonly onDisk = new Map<string, Promise<KnownConfig | null>>();
  private readonly opened = new Map<string, KnownConfig>();
  private readonly told = new Map<string, string>();
  private folders: readonly { readonly uri: string; readonly key: string }[] = [];

  constructor(private readonly host: ConfigHost) {}

  /** The config for a document; null for one that lies in no folder, or in one that cannot be read. */
  async of(document: string): Promise<ConfigPlace | null> {
    const uri = this.homeOf(document);
    const candidates = this.candidates(uri);
    const [own] = candidates;
    const read = this.host.readerOf(uri);
    if (own === undefined || !read) return null;
    const texts = await Promise.all(candidates.map((one) => this.onDiskAt(one, read)));
    for (const [i, candidate] of candidates.entries()) {
      const place = this.placeAt(candidate, texts[i] ?? null, uri);
      if (place) return place;
    }
    const file = pathBelow(own, uri);
    return { uri: own, file, text: null, writable: true, version: null, content: null };
  }

  /** After a change of a config or of the folders. */
  reset(): void {
    this.onDisk.clear();
  }

  setFolders(uris: readonly string[]): void {
    this.folders = uris.map((uri) => ({ uri, key: folderKey(uri) }));
  }

  private placeAt(uri: string, saved: KnownConfig | null, document: string): ConfigPlace | null {
    const editor = this.host.texts.get(uri);
    const open = editor && this.openedAt(uri, editor.getText());
    const shown = open ?? saved;
    if (!shown) return null;
    const valid = (known: KnownConfig | null | undefined) =>
      known && !('error' in known.content) ? known.content : null;
    if (saved) this.judge(uri, saved);
    return {
      uri,
      file: pathBelow(uri, document),
      text: shown.text,
      writable: valid(shown) !== null,
      version: editor?.version ?? null,
      // while somebody is typing, what was saved last holds
      content: valid(open) ?? valid(saved),
    };
  }

  private openedAt(uri: string, text: string): KnownConfig {
    let known = this.opened.get(uri);
    if (known?.text !== text) {
      known = knownOf(text);
      this.opened.set(uri, known);
    }
    return known;
  }

  private onDiskAt(uri: string, read: ReadBytes): Promise<KnownConfig | null> {
    let known = this.onDisk.get(uri);
    if (!known) {
      known = read(uri, LONGEST_CONFIG).then(
        (file) => file && configIn(file),
        () => null,
      );
      if (this.host.isWatched) this.onDisk.set(uri, known);
    }
    return known;
  }

  /** Says what is wrong with a config: once, and again when it is wrong in another way. */
  private judge(uri: string, { content }: KnownConfig): void {
    const grave = 'error' in content;
    const unknown = grave ? undefined : unknownIn(content, this.host.rules);
    const fault = grave ? `${content.error}。改好之前不起作用。` : unknown ? `${unknown}。` : '';
    if (fault === (this.told.get(uri) ?? '')) return;
    this.told.set(uri, fault);
    if (fault !== '') this.host.tell(`${nameOf(uri)}：${fault}`, grave);
  }

  /** Where a document lies; one that was never saved, where it would be by the path in its name. */
  private homeOf(uri: string): string {
    if (!uri.startsWith(UNSAVED)) return uri;
    const path = uri.slice(UNSAVED.length);
    const [first] = this.folders;
    if (!path.startsWith('/')) return first ? first.uri.replace(/\/?$/, '/') : uri;
    const homes = this.folders.map((one) => ({ home: beginningOf(one.uri) + path, key: one.key }));
    return homes.find(({ home, key }) => keyOf(home).startsWith(key))?.home ?? `file://${path}`;
  }

  /** Where a config for the document may be, the nearest first. */
  private candidates(uri: string): string[] {
    const found: string[] = [];
    const top = `${beginningOf(uri)}/`;
    let folder = uri.slice(0, uri.lastIndexOf('/') + 1);
    while (folder.length >= top.length && found.length < DEEPEST) {
      found.push(folder + CONFIG_NAME);
      if (this.folders.some(({ key }) => key === keyOf(folder))) break;
      folder = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
    }
    return found;
  }
}

const UNSAVED = 'untitled:';

/** `file://`, `vscode-vfs://github`: what is before the path; all of a URI that has none. */
function beginningOf(uri: string): string {
  return /^[^:/]+:\/\/[^/]*/.exec(uri)?.[0] ?? uri;
}

/** Whether a document is a config. */
export function isConfig(uri: string): boolean {
  return uri.endsWith(`/${CONFIG_NAME}`);
}

function pathBelow(config: string, document: string): string {
  return keyOf(document).slice(keyOf(config).length - CONFIG_NAME.length);
}

function nameOf(uri: string): string {
  return keyOf(uri).replace(/^file:\/\//, '');
}
