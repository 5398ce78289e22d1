// `.nianbao.json`: what a folder's people have decided, for the editor and the command line alike.
import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import { Lines } from '../text/lines.js';

export const CONFIG_NAME = '.nianbao.json';

/** What a rule's findings are shown as. */
export const LEVELS = ['error', 'warning', 'info', 'hint', 'off'] as const;
export type Level = (typeof LEVELS)[number];

export interface Config {
  readonly rules: Readonly<Record<string, Level>>;
  /** Words that are right although no lexicon has them. */
  readonly words: readonly string[];
  /** By file: its path relative to the folder of the config. */
  readonly ignore: ReadonlyMap<string, readonly Ignored[]>;
}

/** Findings that are not to be shown. */
export interface Ignored {
  readonly rule: string;
  /** The one finding; without it, all that the rule finds in the file. */
  readonly fingerprint?: string;
}

/** An entry of `ignore` as it is written; `file` with `/` on every system. */
export interface IgnoreEntry extends Ignored {
  readonly file: string;
}

/** What a config says of one file. */
export interface Decisions extends Omit<Config, 'ignore'> {
  readonly ignore: readonly Ignored[];
}

/** Reads the text of a config, or says (in Chinese) what is wrong with it. */
export function parseConfig(text: string): Config | { readonly error: string } {
  const errors: ParseError[] = [];
  const value: unknown = parse(text.replace(/^\ufeff/, ''), errors, { allowEmptyContent: true });
  if (errors[0]) return { error: `不是有效的 JSON（${told(text, errors[0])}）` };
  if (value === undefined) return { rules: {}, words: [], ignore: new Map() }; // an empty file
  const fault = faultOf(value);
  if (fault) return { error: fault };
  const { rules = {}, words = [], ignore = [] } = value as Written;
  const byFile = new Map<string, Ignored[]>();
  for (const one of ignore) {
    const path = pathOf(one.file);
    const known = byFile.get(path);
    if (known) known.push(one);
    else byFile.set(path, [one]);
  }
  return { rules, words, ignore: byFile };
}

interface Written extends Partial<Omit<Config, 'ignore'>> {
  readonly ignore?: readonly IgnoreEntry[];
}

/** What names no rule, and so has no effect. */
export function unknownRules({ rules, ignore }: Config, known: readonly string[]): string[] {
  const ignored = [...ignore.values()].flat().map(({ rule }) => rule);
  const named = [...Object.keys(rules), ...ignored];
  return [...new Set(named)].filter((rule) => !known.includes(rule));
}

/** What holds for the file at this path, relative to the folder of the config. */
export function decisionsFor(config: Config, file: string): Decisions {
  return { ...config, ignore: config.ignore.get(pathOf(file)) ?? [] };
}

/** One path, one spelling: Windows writes `\`, macOS takes letters and their accents apart. */
function pathOf(file: string): string {
  return file
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)+/, '')
    .normalize('NFC');
}

/** What is wrong with the value of a config. */
function faultOf(value: unknown): string | undefined {
  if (!isObject(value)) return '应当是 JSON 对象，如 {"rules":{"spacing":"off"}}';
  const { rules = {}, words = [], ignore = [] } = value;
  if (!isObject(rules)) return 'rules 应当是对象，如 {"spacing":"off"}';
  for (const [rule, level] of Object.entries(rules))
    if (!isLevel(level))
      return `rules.${rule} 应当是 ${LEVELS.join('、')} 之一，写的是 ${JSON.stringify(level)}`;
  if (!Array.isArray(words) || !words.every(isString))
    return 'words 应当是词语的列表，如 ["青禾通"]';
  if (!Array.isArray(ignore)) return 'ignore 应当是列表';
  const odd = ignore.findIndex((one) => !isIgnore(one));
  if (odd >= 0)
    return `ignore 第 ${odd + 1} 项应当是对象，如 {"rule":"typo","file":"a.txt","fingerprint":"…"}`;
  return undefined;
}

export function isLevel(value: unknown): value is Level {
  return (LEVELS as readonly unknown[]).includes(value);
}

function isIgnore(value: unknown): value is IgnoreEntry {
  if (!isObject(value)) return false;
  const { rule, file, fingerprint = '' } = value;
  return [rule, file, fingerprint].every(isString);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

function told(text: string, { error, offset }: ParseError): string {
  const { line, character } = Lines.of(text).positionAt(offset);
  const fault = FAULTS[printParseErrorCode(error)] ?? '写法不对';
  return `第 ${line + 1} 行第 ${character + 1} 列：${fault}`;
}

const FAULTS: Readonly<Record<string, string>> = {
  PropertyNameExpected: '应当是带双引号的名称',
  ValueExpected: '缺少值',
  ColonExpected: '缺少冒号',
  CommaExpected: '缺少逗号',
  CloseBraceExpected: '缺少 }',
  CloseBracketExpected: '缺少 ]',
  EndOfFileExpected: '后面有多余的内容',
  UnexpectedEndOfString: '引号没有配对',
};
