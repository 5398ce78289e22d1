// The files of workspace folders on Node. Everything is asynchronous: an edit never waits for a disk.
import fs from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { decode } from '../text/encoding.js';
import { isReportName, isSkippedFolder, isWord } from '../text/fileNames.js';
import type { Files } from './platform.js';

/** No report is longer. */
const LONGEST = 2_000_000;

export const nodeFiles: Files = {
  async *walk(folder) {
    const root = pathOf(folder);
    if (root !== null) yield* filesBelow(root);
  },

  async read(uri) {
    const file = pathOf(uri);
    if (file === null) return null;
    try {
      const { size } = await fs.stat(file);
      if (size > LONGEST) return null;
      const decoded = decode(await fs.readFile(file));
      return 'text' in decoded ? decoded.text : null;
    } catch {
      return null; // gone, or not ours to read
    }
  },
};

/** Links are not followed: they may lead in circles. */
async function* filesBelow(folder: string): AsyncGenerator<string> {
  const below: string[] = [];
  try {
    for await (const entry of await fs.opendir(folder)) {
      const { name } = entry;
      const found = path.join(folder, name);
      if (entry.isDirectory() && !isSkippedFolder(name)) below.push(found);
      else if (entry.isFile() && isReportName(name) && !isWord(name))
        yield pathToFileURL(found).href;
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
