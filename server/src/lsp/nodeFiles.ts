// The files of workspace folders on Node. Everything is asynchronous: an edit never waits for a disk.
import { constants } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isReportName, isSkippedFolder } from '../text/fileNames.js';
import type { FileBytes, Files } from './platform.js';

export const nodeFiles: Files = {
  async *walk(folder) {
    const root = pathOf(folder);
    if (root !== null) yield* filesBelow(root);
  },

  async read(uri, longest) {
    const file = pathOf(uri);
    if (file === null) return null;
    try {
      return await bytesOf(file, longest);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      return isAbsent(code) ? null : { error: `读不了（${code}）` };
    }
  },
};

/** Where it is known: opening a pipe that nobody writes to does not wait. */
const NO_WAIT = constants.O_NONBLOCK ?? 0;

/** Of a regular file alone: a device may never end, and a pipe may never begin. */
async function bytesOf(name: string, longest: number): Promise<FileBytes> {
  if (!(await fs.stat(name)).isFile()) return NO_FILE;
  const file = await fs.open(name, constants.O_RDONLY | NO_WAIT);
  try {
    const stat = await file.stat();
    if (!stat.isFile()) return NO_FILE;
    if (stat.size > longest) return { error: '文件太大' };
    return { bytes: await file.readFile() };
  } finally {
    await file.close();
  }
}

const NO_FILE: FileBytes = { error: '不是普通文件' };

function isAbsent(code: string | undefined): boolean {
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/** Links are not followed: they may lead in circles. */
async function* filesBelow(folder: string): AsyncGenerator<string> {
  const below: string[] = [];
  try {
    for await (const entry of await fs.opendir(folder)) {
      const { name } = entry;
      const found = path.join(folder, name);
      if (entry.isDirectory() && !isSkippedFolder(name)) below.push(found);
      else if (entry.isFile() && isReportName(name)) yield pathToFileURL(found).href;
    }
  } catch {
    return; // gone, or not ours to read
  }
  for (const one of below) yield* filesBelow(one);
}

function pathOf(uri: string): string | null {
  try {
    return fileURLToPath(uri);
  } catch {
    return null; // another scheme, or another system's path
  }
}
