// Whether what a client sends has the shape that LSP gives it, as far as handlers rely on it.
import {
  DRAFT_DEFAULTS,
  KNOWN_REPORTS,
  NEW_REPORT,
  PING,
  REVIEW_CLOSED,
  REVIEW_RESULTS,
} from '../protocol.js';

/** Whether the parts that are there are what they should be. */
export function isSound(name: string, params: unknown): boolean {
  // what has no parameters gets none: `shutdown`; progress may be anything
  if (params === undefined || name === 'Progress') return true;
  if (typeof params !== 'object' || params === null) return params === null && isBare(name);
  if (name === 'DidOpenTextDocument')
    return isDocument((params as Record<string, unknown>).textDocument);
  return Object.entries(PARTS).every(([key, isIt]) => {
    const part = (params as Record<string, unknown>)[key];
    return part === undefined || isIt(part);
  });
}

/** Whether a handler takes nothing, or has defaults for all: then `null` says as much as nothing does. */
function isBare(name: string): boolean {
  return BARE.includes(name);
}

const BARE: readonly string[] = [
  'Initialized',
  'Shutdown',
  'DidChangeConfiguration',
  PING,
  KNOWN_REPORTS,
  DRAFT_DEFAULTS,
  NEW_REPORT,
  REVIEW_CLOSED,
  REVIEW_RESULTS,
];

type Check = (value: unknown) => boolean;

const PARTS: Readonly<Record<string, Check>> = {
  textDocument: isIdentifier,
  position: isPosition,
  positions: listOf(isPosition),
  range: isRange,
  contentChanges: listOf(isChange),
};

function isIdentifier(value: unknown): boolean {
  return isObject(value) && typeof value.uri === 'string';
}

function isDocument(value: unknown): boolean {
  return (
    isObject(value) &&
    [value.uri, value.languageId, value.text].every((one) => typeof one === 'string') &&
    Number.isInteger(value.version)
  );
}

function isChange(value: unknown): boolean {
  if (!isObject(value) || typeof value.text !== 'string') return false;
  return value.range === undefined || isRange(value.range);
}

function isRange(value: unknown): boolean {
  return isObject(value) && isPosition(value.start) && isPosition(value.end);
}

function isPosition(value: unknown): boolean {
  return isObject(value) && isCount(value.line) && isCount(value.character);
}

/** `uinteger` of LSP. */
function isCount(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) < 2 ** 31;
}

function listOf(isIt: Check): Check {
  return (value) => Array.isArray(value) && value.every(isIt);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
