// What the client sends along when it starts the server: what makes no sense is left out.
import type { InitializeParams } from 'vscode-languageserver';
import type { InitializationOptions } from '../protocol.js';

/** Every option, whether it was sent or not: none is to be forgotten here. */
type Options = { [Name in keyof Required<InitializationOptions>]: InitializationOptions[Name] };

/** The options, of whatever was sent. */
export function readOptions(value: unknown): Options {
  const given = (value ?? {}) as Record<string, unknown>;
  const text = (name: string) => (typeof given[name] === 'string' ? given[name] : undefined);
  const flag = (name: string) => given[name] === true;
  return {
    ruleHref: text('ruleHref'),
    noticeHref: text('noticeHref'),
    lexicon: text('lexicon'),
    readerHref: text('readerHref'),
    status: flag('status'),
    fields: flag('fields'),
    grids: flag('grids'),
    officeText: flag('officeText'),
    commands: flag('commands'),
    readFile: flag('readFile'),
    settings: given.settings,
  };
}

/** The folders open at the start; a client that knows no folders may have a root. */
export function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  const folders: unknown = workspaceFolders;
  if (Array.isArray(folders)) return folders.map((one) => one?.uri).filter(isString);
  return isString(rootUri) && rootUri !== '' ? [rootUri] : [];
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}
