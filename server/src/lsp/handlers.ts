// Where handlers are registered, for all of them: what a client sends is looked at before they see it,
// and whatever they throw, the client gets an answer and the log no more than a name.
import { type Connection, ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Log } from './guard.js';
import { isSound } from './params.js';

/** The connection with every way to register a handler made safe: `onHover`, `languages.….on`, … */
export function safely(connection: Connection, log: Log): Connection {
  return safe(connection, '', log) as Connection;
}

/** The parts of a connection that have handlers of their own. */
const PARTS: readonly string[] = [
  'languages',
  'diagnostics',
  'inlayHint',
  'semanticTokens',
  'workspace',
];
/** Set by the library or before there is a client to answer. */
const AS_IT_IS: readonly string[] = ['onInitialize', 'onExit', 'onProgress'];

function safe(target: object, path: string, log: Log): object {
  return new Proxy(target, {
    get(_, key) {
      const value: unknown = Reflect.get(target, key, target);
      if (typeof key !== 'string') return value;
      if (typeof value === 'object' && value !== null && PARTS.includes(key))
        return safe(value, key, log);
      if (typeof value !== 'function') return value;
      if (!/^on(?![a-z])/.test(key) || AS_IT_IS.includes(key)) return value.bind(target);
      return (...given: unknown[]) => {
        const handler = given.pop() as Handler;
        const [named] = given;
        const name = named === undefined ? `${path}${key.slice(2)}` : methodOf(named);
        return value.call(target, ...given, guarded(name, handler, log));
      };
    },
  });
}

type Handler = (...given: unknown[]) => unknown;

/** A type of request, or its name. */
function methodOf(named: unknown): string {
  return typeof named === 'string' ? named : (named as { method: string }).method;
}

function guarded(name: string, handler: Handler, log: Log): Handler {
  return async (...given) => {
    if (!isSound(name, given[0])) {
      // nobody waits for an answer to what is only told, and nobody would catch a refusal
      if (!TOLD.test(name)) throw new ResponseError(ErrorCodes.InvalidParams, '参数不符合 LSP');
      log(`${name} 的参数不符合 LSP，已略过`);
      return undefined;
    }
    try {
      return await handler(...given);
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      log(`${name} 出错：${nameOf(error)}`);
      // an empty list would say that all is well
      if (name === DIAGNOSTICS)
        throw new ResponseError(LSPErrorCodes.ServerCancelled, '检查出错', OFF);
      return null;
    }
  };
}

/** Does what need not succeed. */
export function attempt<T>(work: () => T, log: Log): T | undefined {
  try {
    return work();
  } catch (error) {
    log(`启动时出错：${nameOf(error)}`);
    return undefined;
  }
}

/** What went wrong, without its message: that may quote a document. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}

/** Notifications, by the names of the methods that take handlers for them. */
const TOLD = /^(?:workspace)?Did[A-Z]/;
const DIAGNOSTICS = 'diagnostics';
const OFF = { retriggerRequest: false };
