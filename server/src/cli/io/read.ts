// Files and standard input, opened.
import fs from 'node:fs';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { UnreadableFile } from '../../convert/office.js';
import { type OpenedFile, openFile } from '../../convert/openFile.js';
import { nodeOfficeHost } from '../../node/officeHost.js';
import { decode } from '../../text/encoding.js';

/** What was read, or the reason (in Chinese) why nothing was. */
export type Opened = OpenedFile | { readonly error: string };

/** The path that stands for standard input. */
export const STDIN = '-';

/**
 * Word files and PDF are opened up to three times in a run: to see whose each is, to check it, and to hold the
 * next year's against it. The first ones are kept: each time they come in the same order, so that of the last
 * ones, kept instead, none would be there any more when its turn comes.
 */
const opened = new Map<string, Opened>();
/** Places that may be kept, of all files: a report has about a thousand, in 200 kB. */
const ROOM = 400_000;
let taken = 0;

/** Opens a file of any kind, or `-` for standard input, or says (in Chinese) why it cannot be read. */
export async function openInput(path: string): Promise<Opened> {
  const known = opened.get(path);
  if (known) return known;
  try {
    const bytes = path === STDIN ? await buffer(stdin()) : readBytes(path);
    if (!(bytes instanceof Uint8Array)) return bytes;
    const file = await openFile(bytes, path, nodeOfficeHost);
    if (file.office) keep(path, file, file.office.origins.length);
    return file;
  } catch (error) {
    return { error: error instanceof UnreadableFile ? error.reason : reasonOf(error) };
  }
}

function keep(path: string, file: OpenedFile, places: number): void {
  if (taken + places > ROOM) return;
  taken += places;
  opened.set(path, file);
}

/** Reads a file of text of no more than `longest` bytes, or says (in Chinese) why it cannot be read. */
export function readText(path: string, longest?: number): { text: string } | { error: string } {
  try {
    const bytes = readBytes(path, longest);
    return bytes instanceof Uint8Array ? decode(bytes) : bytes;
  } catch (error) {
    return { error: reasonOf(error) };
  }
}

/** Standard input as it comes. Of a folder Node would make an empty file. */
export function stdin(): Readable {
  if (isFolder(0)) throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
  return process.stdin;
}

function isFolder(descriptor: number): boolean {
  try {
    return fs.fstatSync(descriptor).isDirectory();
  } catch {
    return false; // a console of Windows
  }
}

/** Where it is known: opening a pipe that nobody writes to does not wait. */
const NO_WAIT = fs.constants.O_NONBLOCK ?? 0;

/** The content of a regular file: a device may never end, and a pipe may never begin. */
export function readBytes(
  path: string,
  longest = Number.POSITIVE_INFINITY,
): Uint8Array | { error: string } {
  if (fs.statSync(path).isFile()) {
    const file = fs.openSync(path, fs.constants.O_RDONLY | NO_WAIT);
    try {
      const stat = fs.fstatSync(file);
      if (stat.isFile()) return stat.size > longest ? TOO_LARGE : fs.readFileSync(file);
    } finally {
      fs.closeSync(file);
    }
  }
  return fs.statSync(path).isDirectory()
    ? { error: reasonOf({ code: 'EISDIR' }) }
    : { error: '不是普通文件（管道、设备等），不读取' };
}

/** Whether two paths lead to one file. */
export function isSameFile(one: string, other: string): boolean {
  try {
    return fs.realpathSync(one) === fs.realpathSync(other);
  } catch {
    return false; // one of them is not there
  }
}

/** Why the system refused, in Chinese. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return REASONS[code ?? ''] ?? `读写出错（${code ?? message}）`;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件或文件夹',
  ENOTDIR: '没有这个文件或文件夹',
  EEXIST: '已经有这个文件或文件夹，不会覆盖',
  EISDIR: '这是文件夹，不是文件',
  ELOOP: '链接绕成了圈',
  ENAMETOOLONG: '名称太长',
  EACCES: '没有权限',
  EPERM: '没有权限',
  EROFS: '磁盘是只读的',
  EBUSY: '正被别的程序使用',
  ENOSPC: '磁盘已满',
  EDQUOT: '磁盘已满',
  EFBIG: '文件太大',
  EIO: '磁盘出错',
  EPIPE: '对方已不再接收',
  ERR_FS_FILE_TOO_LARGE: '文件太大',
  ERR_STRING_TOO_LONG: '文件太大',
};

const TOO_LARGE = { error: '文件太大' };
