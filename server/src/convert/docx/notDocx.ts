// What a file called .docx is, if it is none: the reason for the user, with what to do about it.
import { describeBytes, spaced } from '../../text/signature.js';

const SAVE_AS = '请用 Word 或 WPS 打开，另存为 .docx 再试';

/** What is said of a file that stops short or has changed. */
export const DAMAGED = `文件已损坏，或没有下载完整；${SAVE_AS}`;
/** What is said of a file that is larger unpacked than any report. */
export const TOO_LARGE = '文件解开后过大，不像一份报告，没有读取';
/** What is said of a file with more parts, elements or words than any report. */
export const TOO_MUCH = '文件里的内容过多，不像一份报告，没有读取';
/** What is said of elements in one another, which no author has written by hand. */
export const TOO_DEEP =
  '文件里一层套一层（如表格里套表格），套得太深，没有读取；请在 Word 或 WPS 里去掉外面几层，另存后再试';
/** What is said of a part that would have others read. */
export const HAS_DOCTYPE = `文件里有 Word 和 WPS 都不会写的声明（DOCTYPE），为安全起见没有读取；${SAVE_AS}`;

/** What is said of bytes that are no text in the encodings of Word. */
export function undecodable(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD));
  const declaration = head.slice(0, head.indexOf('?>') + 1);
  const named = /\sencoding\s?=\s?["']([\w.-]{1,40})["']/i.exec(declaration)?.[1];
  return named === undefined || /^utf-?(?:8|16)/i.test(named)
    ? DAMAGED
    : `文件里的文字是 ${named} 编码，不是 Word 用的 UTF-8，没有读取；${SAVE_AS}`;
}

const HEAD = 200;

/** Why bytes that are no zip cannot be a Word file. */
export function notWord(bytes: Uint8Array): string {
  if (bytes.length === 0) return '文件是空的（0 字节）';
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    return has(bytes, 'EncryptedPackage')
      ? '文件加了密码；请先在 Word 或 WPS 里取消密码再试'
      : `这是旧版 Word 或 WPS 文件（.doc/.wps），只是名字叫 .docx；${SAVE_AS}`;
  if (startsWith(bytes, [0x50, 0x4b])) return DAMAGED;
  const kind = describeBytes(bytes);
  return `这不是 Word 文件，${kind ? `是${spaced(kind)}，` : ''}只是名字叫 .docx；${SAVE_AS}`;
}

/** Why a zip that has these parts is no Word file. */
export function notWordParts(hasPart: (part: string) => boolean): string {
  if (hasPart('content.xml')) return `这是 OpenDocument 文件（.odt），只是名字叫 .docx；${SAVE_AS}`;
  if (hasPart('xl/workbook.xml')) return '这是 Excel 表格（.xlsx），不是 Word 文件';
  if (hasPart('ppt/presentation.xml')) return '这是演示文稿（.pptx），不是 Word 文件';
  return `这不是 Word 文件，里面没有正文；${SAVE_AS}`;
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}

/** Whether a word stands in the bytes, in UTF-16 as the directories of old files have it. */
function has(bytes: Uint8Array, word: string): boolean {
  return new TextDecoder('latin1').decode(bytes).includes(word.split('').join('\0'));
}
