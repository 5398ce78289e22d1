// Every pattern of the product: those written as literals, and those that are put together when a
// module is loaded. None may be put together later: it would be known to nobody beforehand.
import fs from 'node:fs';
import path from 'node:path';
import { parseSync } from 'oxc-parser';
import { globSync } from 'tinyglobby';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** What makes a pattern of words. */
const BUILDERS = ['RegExp', 'WordRun'];

export interface Pattern {
  readonly source: string;
  readonly flags: string;
  /** Where it is written: file and line. */
  readonly at: string;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

/** A file with its syntax tree. */
export interface Parsed {
  readonly file: string;
  readonly text: string;
  readonly program: Node;
}

/** All files that are bundled; tests and their tools are not. */
export function sources(): Parsed[] {
  const files = globSync(['server/src/**/*.ts', 'client/src/**/*.ts'], {
    cwd: ROOT,
    ignore: ['**/*.test.ts', '**/*.testing.ts', '**/testing.ts'],
  });
  return files.sort().map((file) => parsed(file, fs.readFileSync(path.join(ROOT, file), 'utf8')));
}

export function parsed(file: string, text: string): Parsed {
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  return { file, text, program: program as unknown as Node };
}

/** The literals of a file. */
export function literalsIn(parsed: Parsed): Pattern[] {
  const found: Pattern[] = [];
  visit(parsed.program, [], (node) => {
    const regex = node.regex as { pattern: string; flags: string } | undefined;
    if (node.type === 'Literal' && regex)
      found.push({ source: regex.pattern, flags: regex.flags, at: placeOf(parsed, node) });
  });
  return found;
}

/** Where a file puts patterns together. */
export function builtIn(parsed: Parsed): string[] {
  const found: string[] = [];
  if (isBuilder(parsed.file)) return found;
  visit(parsed.program, [], (node) => {
    if (node.type === 'NewExpression' && BUILDERS.includes(nameOf(node.callee)))
      found.push(placeOf(parsed, node));
  });
  return found;
}

/** What could put a pattern together after the module is loaded, or unseen. */
export function escapesIn(parsed: Parsed): string[] {
  const found: string[] = [];
  visit(parsed.program, [], (node, around) => {
    const parent = around.at(-1);
    const isBuilt = parent?.type === 'NewExpression' && parent.callee === node;
    if (node.type === 'Identifier' && BUILDERS.includes(node.name as string) && !isType(parent)) {
      const isSeen = isBuilt && !isInFunction(around);
      if (!isSeen && !isBuilder(parsed.file)) found.push(placeOf(parsed, node));
    }
    // text.match('a+') makes a pattern of a string
    const callee = node.callee as Node | undefined;
    const [argument] = (node.arguments ?? []) as Node[];
    const method = nameOf(callee?.property);
    if (['match', 'matchAll', 'search'].includes(method) && argument && isString(argument))
      found.push(placeOf(parsed, node));
  });
  return found;
}

/** Who has one built by it is looked at instead. */
function isBuilder(file: string): boolean {
  return file.endsWith('text/wordRun.ts');
}

/** Whether a function lies around that may be called later; what `map` and the like are given is called at once. */
function isInFunction(around: readonly Node[]): boolean {
  return around.some(({ type }, i) => {
    if (type === 'ArrowFunctionExpression') return around[i - 1]?.type !== 'CallExpression';
    return type === 'FunctionDeclaration' || type === 'FunctionExpression';
  });
}

function isType(parent: Node | undefined): boolean {
  return /^TS|^Import/.test(parent?.type ?? '');
}

function isString({ type, value }: Node): boolean {
  return type === 'TemplateLiteral' || (type === 'Literal' && typeof value === 'string');
}

function nameOf(node: unknown): string {
  return ((node as Node | undefined)?.name as string | undefined) ?? '';
}

function placeOf({ file, text }: Parsed, { start }: Node): string {
  return `${file}:${text.slice(0, start).split('\n').length}`;
}

function visit(
  value: unknown,
  around: readonly Node[],
  look: (node: Node, around: readonly Node[]) => void,
): void {
  if (Array.isArray(value)) for (const one of value) visit(one, around, look);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  const node = value as Node;
  const isNode = typeof node.type === 'string';
  if (isNode) look(node, around);
  const inside = isNode ? [...around, node] : around;
  for (const child of Object.values(node)) visit(child, inside, look);
}

/**
 * Loads modules and gives the patterns that they put together meanwhile. `later` runs when all are
 * loaded: what it puts together comes second.
 */
export async function builtWhile(
  load: () => Promise<unknown>,
  later: () => Promise<unknown>,
): Promise<[Pattern[], Pattern[]]> {
  const built: Pattern[] = [];
  const own = globalThis.RegExp;
  globalThis.RegExp = new Proxy(own, {
    construct(target, given, newTarget) {
      const made = Reflect.construct(target, given, newTarget) as RegExp;
      const at = callerOf(new Error().stack ?? '');
      if (at) built.push({ source: made.source, flags: made.flags, at });
      return made;
    },
  });
  try {
    await load();
    const atLoad = built.splice(0);
    await later();
    return [atLoad, built];
  } finally {
    globalThis.RegExp = own;
  }
}

/** The line of the product that had a pattern built; none where a library or the test runner did. */
function callerOf(stack: string): string | undefined {
  const [, , ...callers] = stack.split('\n');
  const caller = callers.find((line) => !line.includes('text/wordRun.ts'));
  const [, file, line] =
    /((?:server|client)\/src\/[\w./-]+\.ts)(?:\?[^:]*)?:(\d+)/.exec(caller ?? '') ?? [];
  return file && `${file}:${line}`;
}

/** Patterns of grammars: a line each, as Oniguruma reads them, told in JavaScript's words. */
export function grammarPatterns(): Pattern[] {
  const found: Pattern[] = [];
  for (const file of globSync('syntaxes/*.json', { cwd: ROOT })) {
    const collect = (value: unknown) => {
      if (typeof value !== 'object' || value === null) return;
      for (const [key, inside] of Object.entries(value))
        if (['match', 'begin', 'end', 'while'].includes(key) && typeof inside === 'string')
          found.push({ source: simplified(inside), flags: '', at: file });
        else collect(inside);
    };
    collect(JSON.parse(fs.readFileSync(path.join(ROOT, file), 'utf8')));
  }
  const { wordPattern } = JSON.parse(
    fs.readFileSync(path.join(ROOT, 'language-configuration.json'), 'utf8'),
  ) as { wordPattern: { pattern: string; flags: string } };
  const { pattern: source, flags } = wordPattern;
  return [...found, { source, flags, at: 'language-configuration.json' }];
}

/**
 * A pattern with which as much can go wrong, and that can be proved. Looking ahead or back costs what
 * reading the same would cost, so what is looked at is read; and words are told apart by two characters.
 */
function simplified(source: string): string {
  return source
    .replaceAll('\\p{Han}', '\\u4e00-\\u9fff')
    .replace(/\(\?!\[([^\]]*)\]\)/g, '(?:[^$1]|$)')
    .replace(/\(\?<?=/g, '(?:')
    .replace(/([\u4e00-\u9fff]{2})[\u4e00-\u9fff]+(?![?*+{])/g, '$1')
    .replace(/[\u4e00-\u9fff|]{3,}/g, (words) => [...new Set(words.split('|'))].join('|'));
}
