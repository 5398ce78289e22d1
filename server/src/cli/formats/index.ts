// The output formats, and nothing else; each is loaded when it is asked for.
import type { Rule } from '../../service/index.js';
import type { Format, TerminalLook } from './format.js';

type Loader = () => Promise<(rules: readonly Rule[], look: TerminalLook) => Format>;

/** By the name that `--format` takes; the first one is meant where none is named. */
const FORMATS = {
  pretty: async () => (await import('./pretty.js')).prettyFormat,
  json: async () => (await import('./json.js')).jsonFormat,
  jsonl: async () => (await import('./jsonl.js')).jsonlFormat,
  sarif: async () => (await import('./sarif.js')).sarifFormat,
  github: async () => (await import('./github.js')).githubFormat,
} satisfies Record<string, Loader>;

export type FormatName = keyof typeof FORMATS;
export const FORMAT_NAMES = Object.keys(FORMATS) as readonly FormatName[];

/** The format that was asked for; `rules` are those that its findings may be of. */
export async function loadFormat(
  name: FormatName,
  rules: readonly Rule[],
  look: TerminalLook,
): Promise<Format> {
  const format: Awaited<ReturnType<Loader>> = await FORMATS[name]();
  return format(rules, look);
}
