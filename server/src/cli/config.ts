// `.nianbao.json`: the nearest one upwards from a file, or the one that `--config` names.
import fs from 'node:fs';
import path from 'node:path';
import type { Severity } from '../rules/rule.js';
import type { Settings } from '../service.js';
import { reasonOf } from './read.js';

/** Settings, or the reason (in Chinese) why they cannot be used. */
export type Config =
  | { readonly settings: Settings; readonly notice?: string }
  | { readonly error: string };

const NAME = '.nianbao.json';
const LEVELS: readonly string[] = ['error', 'warning', 'info', 'hint', 'off'];

/** Reads a settings file. A rule that is not among `rules` is worth a notice, no more. */
export function readConfig(file: string, rules: readonly string[]): Config {
  let value: unknown;
  try {
    value = JSON.parse(fs.readFileSync(file, 'utf8').replace(/^\ufeff/, ''));
  } catch (error) {
    const reason =
      error instanceof SyntaxError ? `不是有效的 JSON（${error.message}）` : reasonOf(error);
    return { error: `${file}：${reason}` };
  }
  const fault = faultOf(value);
  if (fault) return { error: `${file}：${fault}` };
  const settings = settingsOf(value as Written);
  const unknown = Object.keys(settings.rules ?? {}).filter((rule) => !rules.includes(rule));
  if (unknown.length === 0) return { settings };
  return { settings, notice: `${file}：没有规则 ${unknown.join('、')}，不起作用` };
}

/** Looks settings up for files; each folder is looked at once. */
export class ConfigFinder {
  readonly #byFolder = new Map<string, Config | undefined>();

  /** `named` holds for every file, in place of what would be found. */
  constructor(
    private readonly rules: readonly string[],
    private readonly named?: Config,
  ) {}

  /** The settings that hold for a file. */
  of(file: string): Config {
    return this.named ?? this.#in(path.dirname(path.resolve(file))) ?? { settings: {} };
  }

  #in(folder: string): Config | undefined {
    if (this.#byFolder.has(folder)) return this.#byFolder.get(folder);
    const file = path.join(folder, NAME);
    const parent = path.dirname(folder);
    const config = fs.existsSync(file)
      ? readConfig(file, this.rules)
      : parent === folder
        ? undefined
        : this.#in(parent);
    this.#byFolder.set(folder, config);
    return config;
  }
}

interface Written {
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
}

function settingsOf({ rules }: Written): Settings {
  return { rules };
}

/** What is wrong with the value of a settings file. */
function faultOf(value: unknown): string | undefined {
  if (!isObject(value)) return '应当是 JSON 对象，如 {"rules":{"spacing":"off"}}';
  const { rules = {}, words = [], ignore = [] } = value;
  if (!isObject(rules)) return 'rules 应当是对象，如 {"spacing":"off"}';
  for (const [rule, level] of Object.entries(rules))
    if (!LEVELS.includes(level as string))
      return `rules.${rule} 应当是 ${LEVELS.join('、')} 之一，写的是 ${JSON.stringify(level)}`;
  if (!Array.isArray(words) || words.some((word) => typeof word !== 'string'))
    return 'words 应当是词语的列表';
  if (!Array.isArray(ignore) || !ignore.every(isObject)) return 'ignore 应当是对象的列表';
  return undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
