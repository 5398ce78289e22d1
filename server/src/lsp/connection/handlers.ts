// Where handlers are registered, for all of them: what a client sends is looked at before they see it,
// and whatever they throw, the client gets an answer and the log no more than a name.
import { ErrorCodes, LSPErrorCodes } from 'vscode-languageserver';
import type { Log } from '../neverFails.js';
import { isSound } from './params.js';
import { Refusal } from './refusal.js';

/** A connection, or open texts, with every way to register a handler made safe: `onHover`, `languages.….on`, … */
export function safely<T extends object>(target: T, log: Log): T {
  return safe(target, '', log) as T;
}

function safe(target: object, path: string, log: Log): object {
  return new Proxy(target, {
    get(_, key) {
      const value: unknown = Reflect.get(target, key, target);
      if (typeof key !== 'string') return value;
      if (typeof value === 'object' && value !== null) return safe(value, key, log);
      if (typeof value !== 'function') return value;
      if (!/^on(?![a-z])/.test(key)) return value.bind(target);
      return (...given: unknown[]) => {
        const handler = given.pop() as Handler;
        const name = methodOf(given[0]) ?? `${path}${key.slice(2)}`;
        const isTold = TOLD.test(name) || key === 'onNotification';
        return value.call(target, ...given, (isTold ? heard : answered)(name, handler, log));
      };
    },
  });
}

type Handler = (...given: unknown[]) => unknown;

/** Of a type of request, or its name; undefined where the way to register tells enough. */
function methodOf(named: unknown): string | undefined {
  return typeof named === 'string' ? named : (named as { method?: string } | undefined)?.method;
}

/** What is only told, by the names of the methods that take handlers for it. */
const TOLD = /^(?:workspace)?Did[A-Z]|^(?:Initialized|Exit|WillSaveTextDocument|Progress)$/;

/** Of what is only told: nobody waits for an answer, and nobody would catch a refusal. */
function heard(name: string, handler: Handler, log: Log): Handler {
  return async (...given) => {
    if (isSound(name, given[0])) return await inBackground(name, () => handler(...given), log);
    log(`${name} 的参数不符合 LSP，已略过`);
  };
}

function answered(name: string, handler: Handler, log: Log): Handler {
  return async (...given) => {
    if (!isSound(name, given[0])) throw new Refusal(ErrorCodes.InvalidParams, '参数不符合 LSP');
    try {
      return await handler(...given);
    } catch (error) {
      if (error instanceof Refusal) throw error;
      log(faultOf(name, error));
      // an empty list would say that all is well
      if (name === DIAGNOSTICS)
        throw new Refusal(LSPErrorCodes.ServerCancelled, '检查出错', { retriggerRequest: false });
      if (name === INITIALIZE) throw new Refusal(ErrorCodes.InternalError, '启动时出错');
      return null;
    }
  };
}

const DIAGNOSTICS = 'diagnostics';
const INITIALIZE = 'Initialize';

/** Does what need not succeed; undefined where it does not. */
export function attempt<T>(name: string, work: () => T, log: Log): T | undefined {
  try {
    return work();
  } catch (error) {
    log(faultOf(name, error));
    return undefined;
  }
}

/** Does what nobody waits for, and goes wrong without anybody's harm. */
export async function inBackground(name: string, work: () => unknown, log: Log): Promise<void> {
  try {
    await work();
  } catch (error) {
    log(faultOf(name, error));
  }
}

/** What went wrong where, without the error's message: that may quote a document. */
export function faultOf(where: string, error: unknown): string {
  return `${where} 出错：${nameOf(error)}`;
}

function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return /^\w{1,40}$/.test(error.name) ? error.name : 'Error';
}
