// From the paths of the command line to the files to read.
import fs from 'node:fs';
import path from 'node:path';
import { isReportName, isSkippedFolder, kindOf, unsupported } from '../../text/fileNames.js';
import { reasonOf, STDIN } from './read.js';

/** A file to read (`-`: standard input), or a path that leads to none, with the reason in Chinese. */
export interface InputFile {
  readonly path: string;
  readonly error?: string;
}

/** Says of a file by its name whether it is looked for in folders. */
export type IsWanted = (name: string) => boolean;

/** The inputs that the paths name, each file once, folders in order of name. */
export async function inputsOf(
  paths: readonly string[],
  isWanted: IsWanted = isReportName,
): Promise<InputFile[]> {
  const inputs = new Map<string, InputFile>();
  for (const named of paths)
    for (const input of await expand(named, isWanted)) {
      const key = input.path === STDIN ? STDIN : path.resolve(input.path);
      if (!inputs.has(key)) inputs.set(key, input);
    }
  return [...inputs.values()];
}

async function expand(named: string, isWanted: IsWanted): Promise<InputFile[]> {
  if (named === STDIN) return [{ path: STDIN }];
  try {
    const isFolder = fs.statSync(named).isDirectory();
    return isFolder ? walk(named, isWanted) : [fileInput(named)];
  } catch (error) {
    const isGlob = (error as NodeJS.ErrnoException).code === 'ENOENT' && /[*?[\]{}]/.test(named);
    return isGlob ? await glob(named) : [{ path: named, error: reasonOf(error) }];
  }
}

/** A file that the user named, or that was found. */
function fileInput(file: string): InputFile {
  return kindOf(file) ? { path: file } : { path: file, error: unsupported(file) };
}

/** A name of another system's characters leads nowhere: that of a zip from Windows, for one. */
function foundFile(file: string): InputFile {
  const isOther = file.includes('\ufffd') && !fs.existsSync(file);
  return isOther ? { path: file, error: '文件名的编码不对，读不到；请改名再查' } : fileInput(file);
}

/** The reports in a folder and below. Links to folders are not followed: they may lead in circles. */
function walk(folder: string, isWanted: IsWanted, isBelow = false): InputFile[] {
  let entries: fs.Dirent[];
  try {
    entries = fs.readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    return [{ path: folder, error: reasonOf(error) }];
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const inputs: InputFile[] = [];
  for (const entry of entries) {
    const found = isBelow ? `${folder}/${entry.name}` : join(folder, entry.name);
    if (entry.isDirectory()) {
      if (isSkippedFolder(entry.name)) continue;
      for (const input of walk(found, isWanted, true)) inputs.push(input);
    } else if (isWanted(entry.name) && isFile(entry, found)) inputs.push(foundFile(found));
  }
  return inputs;
}

/** `/` on every system, so that the same call prints the same paths; elsewhere `\\` is a letter. */
function join(folder: string, name: string): string {
  const joined = path.join(folder, name);
  return path.sep === '\\' ? joined.replaceAll('\\', '/') : joined;
}

/** Pipes and devices are none; a link that leads nowhere is told when it is read. */
function isFile(entry: fs.Dirent, file: string): boolean {
  if (!entry.isSymbolicLink()) return entry.isFile();
  try {
    return fs.statSync(file).isFile();
  } catch {
    return true;
  }
}

async function glob(pattern: string): Promise<InputFile[]> {
  const { filesMatching } = await import('./glob.js');
  const reports = (await filesMatching(pattern)).filter((file) =>
    isReportName(path.basename(file)),
  );
  if (reports.length === 0) return [{ path: pattern, error: '没有符合的文件' }];
  return reports.sort().map(fileInput);
}
