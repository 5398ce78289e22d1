// Which files can hold a report, by name: the same on the command line and in the editor's workspace.
import { memoized } from './cache.js';

/** What a file is by its name; `foreign`: what an office program makes a Word file of. */
export type FileKind = 'text' | 'markdown' | 'html' | 'mhtml' | 'word' | 'pdf' | 'foreign';

const KINDS: readonly (readonly [FileKind, RegExp])[] = [
  ['text', /\.(?:txt|nianbao)$/i],
  ['markdown', /\.(?:md|markdown)$/i],
  ['html', /\.html?$/i],
  ['mhtml', /\.mht(?:ml)?$/i],
  ['word', /\.docx$/i],
  ['pdf', /\.pdf$/i],
  ['foreign', /\.(?:doc|wps|rtf|odt)$/i],
];

/** The kind of a file, by its ending; undefined for what holds no report. */
export function kindOf(name: string): FileKind | undefined {
  return KINDS.find(([, ending]) => ending.test(name))?.[0];
}

/** Whether a file is text as it is, which an editor shows and a fix may change. */
export function isTextKind(kind: FileKind): boolean {
  return kind === 'text' || kind === 'markdown' || kind === 'html';
}

/** Whether a file is text by its name, or of no kind that we know. */
export function isTextName(name: string): boolean {
  const kind = kindOf(name);
  return kind === undefined || isTextKind(kind);
}

/** What programs put beside a file under its name: `~$…` Word and `.~…` WPS while it is open, `._…` macOS. */
const COMPANION = /^(?:~\$|\.[~_])/;

/** Whether a file found in a folder may be a report. */
export function isReportName(name: string): boolean {
  return kindOf(name) !== undefined && !COMPANION.test(name);
}

/** What offices send and nobody reads; and what is a report, too, where it is called one. */
const UNREAD = /\.(?:ofd|ceb|docm)$/i;
const OTHER = /\.(?:zip|rar|7z|xlsx?|et|jpe?g|png|tiff?|bmp)$/i;
const CALLED_REPORT = /年报|年度报告|信息公开/;

/** Whether a file found in a folder is somebody's report as it seems, of a kind that is not read. */
export function isUnreadReportName(name: string): boolean {
  const isOne = UNREAD.test(name) || (OTHER.test(name) && CALLED_REPORT.test(name));
  return isOne && !COMPANION.test(name);
}

/** Why a file of another kind is not read, in Chinese. */
export function unsupported(name: string): string {
  const own = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  const dot = own.lastIndexOf('.');
  const ending = dot > 0 ? own.slice(dot) : '没有扩展名';
  return `不支持这种文件（${ending}）；请另存为 .docx，或者改用年报的原文件`;
}

/** Whether a folder below the one that was named is left out. */
export function isSkippedFolder(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

/** Whether a file holds a whole HTML page. */
export function isHtml(name: string): boolean {
  return kindOf(name) === 'html';
}

/** Whether a file is Markdown, where comments may turn rules off. */
export function isMarkdown(name: string): boolean {
  return kindOf(name) === 'markdown';
}

/** What a copy or a draft is called, behind its name or as a word of it. */
const COPY =
  /(?:副本|复件|拷贝|备份|初稿|草稿|旧版?|旧稿|(?<!\p{Script=Latin})(?:bak|backup|copy|old|draft))$/u;
/** A browser and Windows put it behind a name that is taken. */
const SECOND = /[(（]\d{1,2}[)）]$/;

/** Whether a file is called a copy or a draft of another: `年报 - 副本.txt`, `年报(1).txt`, `年报.bak.txt`. */
export const isCopyName = memoized((name): boolean => {
  const stem = name.replace(/\.\w+$/, '').trimEnd();
  const words = stem.toLowerCase().split(/[^\p{L}]+/u);
  return SECOND.test(stem) || words.some((word) => COPY.test(word));
});
