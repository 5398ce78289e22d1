// Files written whole or not at all. What is written over keeps its owner, its mode and its links;
// what may not be written, or has changed since it was read, stays as it is.
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { readBytes, reasonOf } from './io/read.js';

/** Writes a new file; throws where there is one. */
export function createFile(file: string, bytes: Uint8Array): void {
  const descriptor = fs.openSync(file, 'wx');
  try {
    writeAt(descriptor, bytes, 0);
    fs.fsyncSync(descriptor);
  } catch (error) {
    fs.rmSync(file, { force: true });
    throw error;
  } finally {
    fs.closeSync(descriptor);
  }
}

/** Writes a result into a file, over one that is there only with `force`, or says (in Chinese) why it cannot. */
export function writeResult(file: string, bytes: Uint8Array, force = false): string | undefined {
  try {
    if (!force || !fs.existsSync(file)) createFile(file, bytes);
    else {
      const before = readBytes(file);
      return before instanceof Uint8Array ? replaceFile(file, before, bytes) : before.error;
    }
    return undefined;
  } catch (error) {
    const isThere = (error as NodeJS.ErrnoException).code === 'EEXIST';
    return `${reasonOf(error)}${isThere ? '；要覆盖，加上 --force' : ''}`;
  }
}

/** Replaces the content of a file that was read as `before`, or says (in Chinese) why it cannot. */
export function replaceFile(
  file: string,
  before: Uint8Array,
  bytes: Uint8Array,
): string | undefined {
  try {
    const target = fs.realpathSync(file); // a link stays one
    const stat = fs.statSync(target);
    // root may write what nobody may; whoever took `w` from a file did not mean that
    if ((stat.mode & 0o222) === 0) return '没有权限';
    fs.accessSync(target, fs.constants.W_OK);
    // where another name stands for the same file, too, a new one would part from it
    if (stat.nlink > 1 || !exchange(target, stat, before, bytes)) overwrite(target, before, bytes);
    return undefined;
  } catch (error) {
    return error instanceof ChangedMeanwhile ? '读取之后被别的程序改过' : reasonOf(error);
  }
}

class ChangedMeanwhile extends Error {}

/** Not what was read is not what was fixed. */
function ensureIs(file: string, before: Uint8Array): void {
  const now = readBytes(file);
  if (!(now instanceof Uint8Array) || !Buffer.from(now).equals(before))
    throw new ChangedMeanwhile();
}

/**
 * In one step, by a new file that takes the place of the old one: whoever reads it meanwhile sees the
 * one or the other. False where the folder or the owner of the file does not allow that.
 */
function exchange(
  target: string,
  { mode, uid, gid }: fs.Stats,
  before: Uint8Array,
  bytes: Uint8Array,
): boolean {
  const folder = path.dirname(target);
  // nobody can guess the name, nor is it longer than a name may be
  const temporary = path.join(folder, `.nianbao-${randomBytes(12).toString('hex')}.tmp`);
  const descriptor = openNew(temporary);
  if (descriptor === undefined) return false;
  try {
    try {
      const own = fs.fstatSync(descriptor);
      if (own.uid !== uid || own.gid !== gid) fs.fchownSync(descriptor, uid, gid);
      writeAt(descriptor, bytes, 0);
      fs.fchmodSync(descriptor, mode & 0o7777);
      fs.fsyncSync(descriptor);
    } finally {
      fs.closeSync(descriptor);
    }
    ensureIs(target, before);
    fs.renameSync(temporary, target);
  } catch (error) {
    fs.rmSync(temporary, { force: true });
    if (isForbidden(error)) return false;
    throw error;
  }
  syncFolder(folder);
  return true;
}

/** A file that nobody else can look into; undefined where the folder takes none. */
function openNew(file: string): number | undefined {
  try {
    return fs.openSync(file, 'wx', 0o600);
  } catch (error) {
    if (isForbidden(error)) return undefined;
    throw error;
  }
}

/** Whether a folder or an owner is in the way; a mount point is busy. */
function isForbidden(error: unknown): boolean {
  return ['EACCES', 'EPERM', 'EBUSY'].includes((error as NodeJS.ErrnoException).code ?? '');
}

/** In place. What needs room comes first, behind the old end; where it fails the old text is back. */
function overwrite(target: string, before: Uint8Array, bytes: Uint8Array): void {
  const descriptor = fs.openSync(target, 'r+');
  try {
    ensureIs(target, before);
    const { length } = before;
    try {
      writeAt(descriptor, bytes.subarray(length), length);
      writeAt(descriptor, bytes.subarray(0, length), 0);
      fs.ftruncateSync(descriptor, bytes.length);
      fs.fsyncSync(descriptor);
    } catch (error) {
      writeAt(descriptor, before, 0);
      fs.ftruncateSync(descriptor, length);
      throw error;
    }
  } finally {
    fs.closeSync(descriptor);
  }
}

/** All of it: the system may take less at a time. */
function writeAt(descriptor: number, bytes: Uint8Array, position: number): void {
  for (let done = 0; done < bytes.length; )
    done += fs.writeSync(descriptor, bytes, done, bytes.length - done, position + done);
}

/** So that the new name outlives a power cut, where the system knows how. */
function syncFolder(folder: string): void {
  try {
    const descriptor = fs.openSync(folder, 'r');
    try {
      fs.fsyncSync(descriptor);
    } finally {
      fs.closeSync(descriptor);
    }
  } catch {
    // Windows has no such thing; the file itself is safe
  }
}
