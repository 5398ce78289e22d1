// What a file is that is called .doc, .wps, .rtf or .odt and is nothing that an office program reads: told
// by how it begins, before one is asked, which takes seconds and gives no reason.
import { decode, type Utf8Decoder } from '../text/encoding.js';
import { describeBytes, signatureOf, spaced } from '../text/signature.js';

const OPEN = '用 Word 或 WPS 打开，另存为 .docx';

/** Why no office program should be asked to read a file; undefined where it may know how. */
export function notForeign(bytes: Uint8Array, name: string, utf8?: Utf8Decoder) {
  const signature = signatureOf(bytes);
  const kind = describeBytes(bytes);
  const isOffice = signature === 'ole' || signature === 'rtf' || signature === 'zip';
  if (isOffice || kind === 'XML 文件' || kind === 'RTF 文件') return undefined;
  const ending = name.slice(name.lastIndexOf('.')).toLowerCase();
  if (kind === 'PDF 文件') return `这是 PDF 文件，只是名字叫 ${ending}；请把扩展名改为 .pdf`;
  if (kind) return `这不是 Word 文件，是${spaced(kind)}，只是名字叫 ${ending}；请改用年报的原文件`;
  return 'text' in decode(bytes, utf8)
    ? `这是纯文本，只是名字叫 ${ending}；请把扩展名改为 .txt，或者${OPEN}`
    : `这不是 Word 文件，只是名字叫 ${ending}；如果能打开，请${OPEN}再试`;
}
