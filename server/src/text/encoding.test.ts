// Every encoding that reports come in, there and back, and what is said of files that are no text.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encoded } from '../../../test/support/encoded.js';
import { decode, type Encoding } from './encoding.js';

const TEXT = '云水镇2021年政府信息公开工作年度报告\r\n一、总体情况\n〔2021〕';
const bytesOf = (...bytes: number[]) => Uint8Array.from(bytes);
const ENCODINGS: Encoding[] = ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'gb18030'];

describe('decode', () => {
  it.each(ENCODINGS)('reads %s, without counting a BOM', (encoding) => {
    expect(decode(encoded(TEXT, encoding))).toEqual({ text: TEXT, encoding });
  });

  it('reads GBK as Windows writes it', () => {
    const bytes = bytesOf(0xd5, 0xfe, 0xb8, 0xae, 0xd0, 0xc5, 0xcf, 0xa2);
    expect(decode(bytes)).toEqual({ text: '政府信息', encoding: 'gb18030' });
  });

  it('reads an empty file', () => {
    expect(decode(bytesOf())).toEqual({ text: '', encoding: 'utf-8' });
  });

  it.each([
    ['Word', [0x50, 0x4b, 3, 4, ...new TextEncoder().encode('......[Content_Types].xml')]],
    ['zip', [0x50, 0x4b, 3, 4, 0, 0]],
    ['.doc', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]],
    ['PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
    ['RTF', new TextEncoder().encode('{\\rtf1')],
    ['图片', [0x89, 0x50, 0x4e, 0x47]],
    ['二进制', [0x61, 0, 0x62, 0]],
    ['编码', [0xff, 0xff, 0xff, 0x81]],
    ['UTF-16', [0xff, 0xfe, 0x61]],
    ['UTF-16', [0xff, 0xfe, 0x00, 0xd8, 0x61, 0x00]],
    ['UTF-8', [0xef, 0xbb, 0xbf, 0xff]],
    ['UTF-8', new TextEncoder().encode(TEXT).subarray(0, 20)],
  ])('names what it cannot read: %s', (word, bytes) => {
    expect(decode(Uint8Array.from(bytes))).toEqual({ error: expect.stringContaining(word) });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const decoded = decode(bytes);
        expect('text' in decoded ? decoded.text : decoded.error).toBeTypeOf('string');
      }),
    );
  });
});

it('a web archive under the name of a text is told; a text that speaks of one is none', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const heads =
    'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="b"\r\n\r\n--b';
  expect(decode(bytes(heads))).toEqual({
    error: '这是网页存档（.mht），不是文本；请把文件名的扩展名改对',
  });
  for (const text of [`年度报告\n${heads}`, heads.replace('related', 'alternative')])
    expect(decode(bytes(text))).toMatchObject({ text });
});
