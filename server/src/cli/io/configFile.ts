// `.nianbao.json` on the command line: the nearest one upwards from a file, or the one that
// `--config` names.
import fs from 'node:fs';
import path from 'node:path';
import {
  CONFIG_NAME,
  decisionsFor,
  type FolderConfig,
  LONGEST_CONFIG,
  parseConfig,
  type Settings,
  unknownIn,
} from '../../service/index.js';
import { isMarkdown } from '../../text/fileNames.js';
import { readText, STDIN } from './read.js';

/** A settings file as it was read, or the reason (in Chinese) why it cannot be used. */
export type ConfigFile =
  | { readonly folder: string; readonly content: FolderConfig; readonly notice?: string }
  | { readonly error: string };

/** What holds for a file, what is to be said of it, and whether it could be read. */
export interface FileSettings {
  readonly settings: Settings;
  readonly notice?: string;
  readonly failed: boolean;
}

/** Reads a settings file. A rule that is not among `rules` is worth a notice, no more. */
export function readConfig(file: string, rules: readonly string[]): ConfigFile {
  const read = readText(file, LONGEST_CONFIG);
  if ('error' in read) return { error: `${file}：${read.error}` };
  const content = parseConfig(read.text);
  if ('error' in content) return { error: `${file}：${content.error}` };
  const unknown = unknownIn(content, rules);
  const notice = unknown === undefined ? undefined : `${file}：${unknown}`;
  return { folder: path.dirname(path.resolve(file)), content, notice };
}

/** Looks settings up for files; each folder is looked at once. */
export class ConfigFinder {
  readonly #byFolder = new Map<string, ConfigFile | undefined>();

  /** `named` holds for every file, in place of what would be found. */
  constructor(
    private readonly rules: readonly string[],
    private readonly named?: ConfigFile,
  ) {}

  /** The settings that hold for a file; for standard input, those of the working folder. */
  of(file: string): FileSettings {
    const full = path.resolve(file);
    const config =
      this.named ?? (full.length > LONGEST_PATH ? undefined : this.#in(path.dirname(full)));
    // what comes over standard input has no name to tell whether it is Markdown
    const comments = file === STDIN || isMarkdown(file);
    if (config && 'error' in config)
      return { settings: { comments }, notice: config.error, failed: true };
    if (!config) return { settings: { comments }, failed: false };
    const { content, folder, notice } = config;
    const decisions = decisionsFor(content, path.relative(folder, full));
    return { settings: { ...decisions, comments }, notice, failed: false };
  }

  #in(folder: string): ConfigFile | undefined {
    const passed: string[] = [];
    let config: ConfigFile | undefined;
    for (let at = folder; ; at = path.dirname(at)) {
      if (this.#byFolder.has(at)) config = this.#byFolder.get(at);
      else {
        passed.push(at);
        const file = path.join(at, CONFIG_NAME);
        if (isThere(file)) config = readConfig(file, this.rules);
        else if (at !== path.dirname(at)) continue;
      }
      break;
    }
    for (const one of passed) this.#byFolder.set(one, config);
    return config;
  }
}

/** No path is longer; the name of a report on standard input may be. */
const LONGEST_PATH = 4096;

/** Whether there is anything of this name: a link that leads nowhere is worth a word. */
function isThere(file: string): boolean {
  try {
    fs.lstatSync(file);
    return true;
  } catch {
    return false;
  }
}
