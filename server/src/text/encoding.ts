// Bytes → text: UTF-8, UTF-16 with a byte order mark, GB18030 (GBK), and a plain word about anything
// that is no text.
import { describeBytes, isWebArchive, signatureOf, spaced, startsWith } from './signature.js';

/** How a text was stored. */
export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** A text without its byte order mark, or the reason (in Chinese) why the bytes cannot be read. */
export type Decoded =
  | { readonly text: string; readonly encoding: Encoding }
  | { readonly error: string };

/** Strict UTF-8: null if the bytes are not valid. */
export type Utf8Decoder = (bytes: Uint8Array) => string | null;

/** Tells the encoding of a text file and decodes it. `utf8` may be a faster decoder of the host. */
export function decode(bytes: Uint8Array, utf8: Utf8Decoder = decodeUtf8): Decoded {
  if (signatureOf(bytes) || isWebArchive(bytes)) {
    const kind = describeBytes(bytes) ?? '二进制文件';
    return { error: `这是${spaced(kind)}，不是文本；请把文件名的扩展名改对` };
  }
  const decoded = decodeText(bytes, utf8);
  if ('text' in decoded && decoded.text.includes('\0'))
    return { error: '这是二进制文件，不是文本（也可能是没有 BOM 的 UTF-16）' };
  return decoded;
}

/** The mark at the beginning that tells an encoding. */
export const BOMS: Readonly<Record<Encoding, readonly number[]>> = {
  'utf-8': [],
  'utf-8-bom': [0xef, 0xbb, 0xbf],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
  gb18030: [],
};

function decodeText(bytes: Uint8Array, utf8: Utf8Decoder): Decoded {
  for (const encoding of ['utf-16le', 'utf-16be'] as const)
    if (startsWith(bytes, BOMS[encoding])) return decodeUtf16(bytes, encoding);
  const bom = startsWith(bytes, BOMS['utf-8-bom']);
  const text = utf8(bom ? bytes.subarray(3) : bytes);
  if (text !== null) return { text, encoding: bom ? 'utf-8-bom' : 'utf-8' };
  if (bom || isDamagedUtf8(bytes)) return { error: '文件已损坏：含有无效的 UTF-8 字节' };
  const legacy = strictly('gb18030', bytes);
  if (legacy === null || isGibberish(legacy))
    return { error: '认不出编码：不是 UTF-8、UTF-16 或 GB18030（GBK）文本' };
  return { text: legacy, encoding: 'gb18030' };
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Decoded {
  const text = strictly(encoding, bytes.subarray(2));
  return text === null ? { error: '文件已损坏：含有无效的 UTF-16 字节' } : { text, encoding };
}

function decodeUtf8(bytes: Uint8Array): string | null {
  return strictly('utf-8', bytes);
}

function strictly(label: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null; // invalid bytes, or a host without this encoding
  }
}

/** Chinese UTF-8 with a few bad bytes: GB text hardly ever makes three-byte characters by chance. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  let bad = 0;
  let good = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd) bad++;
    else if (code >= 0x800) good++;
  }
  return good > 4 * bad;
}

/** Bytes that are no GB text may still decode, into many control and private-use characters. */
function isGibberish(text: string): boolean {
  return 20 * (text.match(/\p{Co}|(?![\t-\r])\p{Cc}/gu)?.length ?? 0) > text.length;
}
