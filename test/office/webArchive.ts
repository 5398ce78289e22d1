// Web archives by hand, as those who save them write them: Chromium, Internet Explorer, Word, and a page alone.
import type { Encoding } from '../../server/src/text/encoding.js';
import { encoded } from '../support/encoded.js';

/** Who saved it. */
export type Saver = 'chromium' | 'explorer' | 'word' | 'alone' | 'frames';
export const SAVERS: readonly Saver[] = ['chromium', 'explorer', 'word', 'alone', 'frames'];

/** How the page is written. */
export interface Writing {
  readonly saver: Saver;
  readonly encoding?: Encoding;
  readonly transfer?: 'quoted-printable' | 'base64' | '8bit';
  readonly charset?: string;
  readonly lineEnd?: string;
}

const BOUNDARY = '----=_NextPart_000_0012_01DA4D1B.3F0C';
const PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** The archive of a page. */
export function webArchive(html: string, writing: Writing): Uint8Array {
  const { saver, encoding = 'utf-8', transfer = 'quoted-printable', lineEnd = '\r\n' } = writing;
  const charset = writing.charset ?? { gb18030: 'gb2312' }[encoding as string] ?? 'utf-8';
  const page = (text: string, more: readonly string[] = []) =>
    latin([
      `Content-Type: text/html;${lineEnd}\tcharset="${charset}"`,
      `Content-Transfer-Encoding: ${transfer}`,
      ...more,
      '',
      transferred(encoded(inEncoding(text, encoding), encoding), transfer, lineEnd),
    ]);
  const latin = (lines: readonly string[]) => lines.join(lineEnd);
  const part = (type: string, location: string, text: string) =>
    latin([
      `Content-Type: ${type}`,
      'Content-Transfer-Encoding: base64',
      `Content-Location: ${location}`,
      '',
      text,
    ]);
  const picture = part('image/png', 'http://www.example.cn/logo.png', PICTURE);
  const multi = (head: string, parts: readonly string[], boundary = BOUNDARY) =>
    latin([
      `Content-Type: multipart/related;${lineEnd}\ttype="text/html";${head}${lineEnd}\tboundary="${boundary}"`,
      '',
      saver === 'explorer' ? 'This is a multi-part message in MIME format.' : '',
      ...parts.flatMap((one) => [`--${boundary}`, one]),
      `--${boundary}--`,
      '',
    ]);
  const top = latin([
    'From: <Saved by someone>',
    'Subject: =?gb2312?B?xOq2yLGouOY=?=',
    'MIME-Version: 1.0',
    '',
  ]);
  const frame = '<html><body><p>广告：欢迎来到青禾</p></body></html>';
  const whole = {
    alone: () => top + page(html),
    chromium: () =>
      top + multi('', [page(html, ['Content-Location: http://www.example.cn/a.html']), picture]),
    explorer: () => top + multi('', [multi('', [page(html), picture], 'inner'), picture]),
    word: () =>
      top +
      multi('', [
        page(html, ['Content-Location: file:///C:/1/2023.htm']),
        picture,
        page(frame, ['Content-Location: file:///C:/1/header.htm']),
      ]),
    frames: () =>
      top +
      multi(`${lineEnd}\tstart="<root@x>";`, [page(frame), page(html, ['Content-ID: <root@x>'])]),
  }[saver]();
  return Uint8Array.from(whole, (letter) => letter.charCodeAt(0));
}

/** What an encoding lacks is written as entities. */
function inEncoding(text: string, encoding: Encoding): string {
  if (encoding !== 'gb18030') return text;
  const lacking = [...new Set(text)].filter((letter) => {
    try {
      return encoded(letter, encoding).length === 0;
    } catch {
      return true;
    }
  });
  return lacking.reduce(
    (all, letter) => all.replaceAll(letter, `&#${letter.codePointAt(0)};`),
    text,
  );
}

function transferred(bytes: Uint8Array, transfer: Writing['transfer'], lineEnd: string): string {
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte));
  if (transfer === '8bit') return letters.join('');
  if (transfer === 'base64') return btoa(letters.join('')).replace(/.{76}/g, `$&${lineEnd}`);
  let column = 0;
  const quoted = letters.map((letter) => {
    const isPlain = letter !== '=' && letter >= ' ' && letter <= '~';
    const written = isPlain
      ? letter
      : `=${letter.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
    column += written.length;
    if (column < 73) return written;
    column = 0;
    return `${written}=${lineEnd}`;
  });
  return quoted.join('');
}
