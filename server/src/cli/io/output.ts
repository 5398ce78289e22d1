// The two ways out: stdout carries the result and nothing else, stderr everything that is said.
import { reasonOf } from './read.js';

/** Thrown where the result cannot be written; the user has been told. */
export class OutputError extends Error {}

let hasFailed = false;
/** Whether somebody takes the result: `| head -1` has enough sooner, and nothing is wrong with that. */
let isRead = true;

/** To be called first: a stream that fails must not end the program with a word of its own. */
export function watchOutput(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') isRead = false;
    if (hasFailed || !isRead) return;
    hasFailed = true;
    warn(`结果没有写完：${reasonOf(error)}`);
    process.on('exit', () => {
      process.exitCode = 2;
    });
  });
  process.stderr.on('error', () => {}); // nobody is left to tell
}

/**
 * Writes a part of the result; resolves when it is taken. Where nobody does any more the work goes on: what
 * is to be fixed is fixed, and the exit status is that of all of it.
 */
export async function print(text: string | Uint8Array): Promise<void> {
  if (text.length > 0 && isRead)
    await new Promise((resolve) => process.stdout.write(text, resolve));
  if (hasFailed) throw new OutputError();
}

/** Tells the user something, on one line. */
export function warn(message: string): void {
  process.stderr.write(`${escaped(message)}\n`);
}

/** As `print`, where stdout is taken by something else. */
export async function say(text: string | Uint8Array): Promise<void> {
  process.stderr.write(text);
}

/** What could steer a terminal, or turn the order of what is read there. */
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu;

/** Without such characters, tabs aside; as long as before. */
export function printable(text: string): string {
  return text.replace(CONTROLS, (character) => (character === '\t' ? character : '�'));
}

/** With such characters as they are written in a program: a file's name can be told from others. */
export function escaped(text: string): string {
  return text.replace(CONTROLS, (character) => {
    const code = character.charCodeAt(0);
    const short = SHORT[character];
    return short ?? (code < 0x100 ? `\\x${hex(code, 2)}` : `\\u${hex(code, 4)}`);
  });
}

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** JSON in which all such characters are written out: its own rules leave most of them alone. */
export function json(value: unknown, indent?: number): string {
  // the line breaks between its parts are its own
  return JSON.stringify(value, null, indent).replace(CONTROLS, (character) =>
    character === '\n' ? character : `\\u${hex(character.charCodeAt(0), 4)}`,
  );
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0');
}
