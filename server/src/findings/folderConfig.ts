// `.nianbao.json`: what a folder's people have decided, for the editor and the command line alike.
import {
  createScanner,
  getNodeValue,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import { Lines } from '../text/lines.js';
import { SEVERITIES } from './severity.js';

export const CONFIG_NAME = '.nianbao.json';

/** A file of more characters, or bytes, is none. */
export const LONGEST_CONFIG = 1_000_000;
/** Three levels are all that there is to a config. */
const DEEPEST = 20;

/** What a rule's findings are shown as. */
const LEVELS = [...SEVERITIES, 'off'] as const;
export type RuleLevel = (typeof LEVELS)[number];

export interface FolderConfig {
  readonly rules: Readonly<Record<string, RuleLevel>>;
  /** Words that are right although no lexicon has them. */
  readonly words: readonly string[];
  /** By file: its path relative to the folder of the config. */
  readonly ignore: ReadonlyMap<string, readonly Ignored[]>;
  /** Names at the top that are no setting. */
  readonly unknown: readonly string[];
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
export interface Decisions extends Omit<FolderConfig, 'ignore' | 'unknown'> {
  readonly ignore: readonly Ignored[];
}

/** Reads the text of a config, or says (in Chinese) what is wrong with it. */
export function parseConfig(text: string): FolderConfig | { readonly error: string } {
  if (text.length > LONGEST_CONFIG) return { error: '文件太大' };
  const errors: ParseError[] = [];
  const written = text.replace(/^\ufeff/, '');
  if (isTooDeep(written)) return { error: '括号套得太深' };
  const root = parseTree(written, errors, { allowEmptyContent: true });
  if (errors[0]) return { error: `不是有效的 JSON（${describeError(text, errors[0])}）` };
  if (!root) return { rules: {}, words: [], ignore: new Map(), unknown: [] }; // an empty file
  const value: unknown = getNodeValue(root); // objects without a prototype: any name is just a name
  const fault = faultOf(value);
  if (fault) return { error: fault };
  const { rules = {}, words = [], ignore = [], $schema, ...others } = value as Written;
  const byFile = new Map<string, Ignored[]>();
  for (const one of ignore) {
    const path = pathOf(one.file);
    const known = byFile.get(path);
    if (known) known.push(one);
    else byFile.set(path, [one]);
  }
  return { rules, words, ignore: byFile, unknown: Object.keys(others) };
}

interface Written extends Partial<Omit<FolderConfig, 'ignore' | 'unknown'>> {
  readonly ignore?: readonly IgnoreEntry[];
  /** For editors: where the schema is. */
  readonly $schema?: unknown;
}

/** Says (in Chinese) what names no setting or no rule, and so has no effect; undefined where all do. */
export function unknownIn(
  { rules, ignore, unknown }: FolderConfig,
  known: readonly string[],
): string | undefined {
  const ignored = [...ignore.values()].flat().map(({ rule }) => rule);
  const named = new Set([...Object.keys(rules), ...ignored]);
  const faults = [
    listed('设置项', unknown),
    listed(
      '规则',
      [...named].filter((rule) => !known.includes(rule)),
    ),
  ].filter((words) => words !== null);
  return faults.length === 0 ? undefined : `没有${faults.join('，没有')}，不起作用`;
}

function listed(what: string, names: readonly string[]): string | null {
  if (names.length === 0) return null;
  const more = names.length > 5 ? ` 等 ${names.length} 个` : '';
  return `${what} ${names.slice(0, 5).map(shortened).join('、')}${more}`;
}

/** What holds for the file at this path, relative to the folder of the config. */
export function decisionsFor(config: FolderConfig, file: string): Decisions {
  const { rules, words, ignore } = config;
  return { rules, words, ignore: ignore.get(pathOf(file)) ?? [] };
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
      return `rules.${shortened(rule)} 应当是 ${LEVELS.join('、')} 之一，写的是 ${shortened(JSON.stringify(level))}`;
  if (!Array.isArray(words) || !words.every(isString))
    return 'words 应当是词语的列表，如 ["青禾通"]';
  if (!Array.isArray(ignore)) return 'ignore 应当是列表';
  const odd = ignore.findIndex((one) => !isIgnore(one));
  if (odd >= 0)
    return `ignore 第 ${odd + 1} 项应当是对象，如 {"rule":"typo","file":"a.txt","fingerprint":"…"}`;
  return undefined;
}

export function isLevel(value: unknown): value is RuleLevel {
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

/** For messages: what somebody wrote, but no more of it than tells what it is. */
function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/** Whether brackets are in one another as in no config: what reads them would run out of stack. */
function isTooDeep(text: string): boolean {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (scanner.scan(); scanner.getTokenLength() > 0; scanner.scan()) {
    const first = text[scanner.getTokenOffset()];
    if (first === '{' || first === '[') depth++;
    else if (first === '}' || first === ']') depth--;
    if (depth > DEEPEST) return true;
  }
  return false;
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

function describeError(text: string, { error, offset }: ParseError): string {
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
