// What a file is, by how it begins, whatever it is called.

/** What bytes show of themselves. */
export type Signature = 'zip' | 'ole' | 'pdf' | 'rtf' | 'picture' | 'archive';

const SIGNATURES: readonly (readonly [Signature, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
  ['picture', [0x42, 0x4d]],
  ['picture', [0x49, 0x49, 0x2a, 0x00]],
  ['picture', [0x4d, 0x4d, 0x00, 0x2a]],
  ['archive', [0x1f, 0x8b]],
  ['archive', [0x52, 0x61, 0x72, 0x21]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf]],
];

/** The signature that bytes begin with; undefined for text, and for all that has none. */
export function signatureOf(bytes: Uint8Array): Signature | undefined {
  return SIGNATURES.find(([, signature]) => startsWith(bytes, signature))?.[0];
}

/** Whether bytes begin with some others. */
export function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}

/** Whether text is that of a saved web page with its pictures: heads as of a mail, then parts. */
export function isWebArchive(bytes: Uint8Array): boolean {
  if (!isLatin(bytes.find((byte) => !isBlank(byte)))) return false; // a report's first character is another
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD));
  return /^\s*[A-Za-z-]+:/.test(head) && /^Content-Type:\s*multipart\/related\b/im.test(head);
}

/** White space in Latin text. */
function isBlank(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte === 0xa0;
}

/** Whether a head of a mail may begin with it: A–Z, a–z, -. */
function isLatin(byte = 0): boolean {
  const lower = byte | 0x20;
  return byte === 0x2d || (lower >= 0x61 && lower <= 0x7a);
}

/** What a file is, in words for the user (“PDF 文件”); undefined where nothing tells. */
export function describeBytes(bytes: Uint8Array): string | undefined {
  const signature = signatureOf(bytes);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD));
  if (signature === 'zip' && /xl\//.test(head)) return 'Excel 文件（.xlsx）';
  if (signature === 'zip')
    return /word\/|\[Content_Types\]/.test(head) ? 'Word 文件（.docx）' : '压缩文件（zip）';
  if (signature) return WORDS[signature];
  return TEXTS.find(([pattern]) => pattern.test(head))?.[1];
}

/** What a file is, to be put behind Chinese words: those and Latin ones have a blank between them. */
export function spaced(words: string): string {
  return /^[A-Z]/.test(words) ? ` ${words}` : words;
}

const HEAD = 4096;

const WORDS: Readonly<Record<Exclude<Signature, 'zip'>, string>> = {
  ole: '旧版 Word 或 WPS 文件（.doc/.wps）',
  pdf: 'PDF 文件',
  rtf: 'RTF 文件',
  picture: '图片',
  archive: '压缩文件',
};

/** Text of other programs, by the words it begins with. */
const TEXTS: readonly (readonly [RegExp, string])[] = [
  [/^\s*\{\\rtf/, 'RTF 文件'],
  [/^\s*%PDF/, 'PDF 文件'],
  [/^(?:MIME-Version|Content-Type):/im, '网页存档（.mht）'],
  [/<(?:!doctype html|html|head|body|meta|div|table)\b/i, '网页（HTML）'],
  [/<\?xml|<pkg:package|<w:wordDocument/, 'XML 文件'],
];
