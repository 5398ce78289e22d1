// Which files can hold a report, by name: the same on the command line and in the editor's workspace.

const ENDINGS = /\.(txt|md|markdown|nianbao|html?|docx)$/i;

/** Whether files with this ending are read. */
export function hasReportEnding(name: string): boolean {
  return ENDINGS.test(name);
}

/** Whether a file found in a folder may be a report. `~$…` are the lock files of Word. */
export function isReportName(name: string): boolean {
  return ENDINGS.test(name) && !name.startsWith('~$');
}

/** Whether a folder below the one that was named is left out. */
export function isSkippedFolder(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

/** Whether a file holds a whole HTML page. */
export function isHtml(name: string): boolean {
  return /\.html?$/i.test(name);
}

/** Whether a file is Markdown, where comments may turn rules off. */
export function isMarkdown(name: string): boolean {
  return /\.(?:md|markdown)$/i.test(name);
}

/** Whether a file is Word's. */
export function isWord(name: string): boolean {
  return /\.docx$/i.test(name);
}

/** What a copy or a draft is called, behind its name or as a word of it. */
const COPY =
  /(?:副本|复件|拷贝|备份|初稿|草稿|旧版?|旧稿|(?<!\p{Script=Latin})(?:bak|backup|copy|old|draft))$/u;
/** A browser and Windows put it behind a name that is taken. */
const SECOND = /[(（]\d{1,2}[)）]$/;

/** Whether a file is called a copy or a draft of another: `年报 - 副本.txt`, `年报(1).txt`, `年报.bak.txt`. */
export function isCopyName(name: string): boolean {
  const stem = name.replace(/\.\w+$/, '').trimEnd();
  const words = stem.toLowerCase().split(/[^\p{L}]+/u);
  return SECOND.test(stem) || words.some((word) => COPY.test(word));
}
