// Files that are no Word files, or damaged, or made to do harm: each is told in a sentence, and nothing else happens.
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { paragraph, wordFile } from '../../../../test/office/wordFile.js';
import { UnreadableFile } from '../office.js';
import { readDocx } from './readDocx.js';

/** Why a file cannot be read. */
function reasonOf(bytes: Uint8Array): string {
  try {
    readDocx(bytes);
  } catch (error) {
    if (error instanceof UnreadableFile) return error.reason;
    throw error;
  }
  return '';
}

const DAMAGED = /^文件已损坏/;
const LARGE = /过大/;
const MUCH = /过多/;
const DEEP = /套得太深/;
const SOUND = wordFile({ body: paragraph('一、总体情况'.repeat(20)), styles: '<w:style/>' });
const bytesOf = (text: string) => strToU8(text);
const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));

/** A sound file with a part written anew. */
const withPart = (name: string, change: (xml: string) => string) => {
  const parts = unzipSync(SOUND);
  return zipSync({ ...parts, [name]: strToU8(change(strFromU8(parts[name] as Uint8Array))) });
};
const withText = (change: (xml: string) => string) => withPart('word/document.xml', change);
const withBytes = (xml: string) =>
  zipSync({ ...unzipSync(SOUND), 'word/document.xml': strToU8(xml, true) });
const withBody = (body: string) => wordFile({ body });
/** Bytes with a number changed at every place where a signature stands, in the directory of a zip. */
function patched(bytes: Uint8Array, signature: number, offset: number, value: number): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 46 < copy.length; at++)
    if (view.getUint32(at, true) === signature) view.setUint32(at + offset, value, true);
  return copy;
}
const ENTRY = 0x02014b50;

describe('a file is named for what it is', () => {
  it.each([
    ['nothing', new Uint8Array(), /空的/],
    [
      '.doc',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0),
      /旧版 Word 或 WPS.*另存为 \.docx/,
    ],
    [
      'with a password',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...utf16('..EncryptedPackage..')]),
      /密码/,
    ],
    [
      'a web page',
      bytesOf('\ufeff<!DOCTYPE html>\n<html><body><table></table></body></html>'),
      /网页.*另存为 \.docx/,
    ],
    [
      'a web page of Word',
      bytesOf('<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>'),
      /网页/,
    ],
    [
      'a web archive',
      bytesOf('From: <a>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related\r\n'),
      /网页存档/,
    ],
    ['RTF', bytesOf('{\\rtf1\\ansi 甲}'), /RTF/],
    ['PDF', bytesOf('%PDF-1.7\n'), /PDF/],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d), /图片/],
    ['XML', bytesOf('<?xml version="1.0"?><pkg:package/>'), /XML/],
    ['text', bytesOf('一、总体情况'), /不是 Word 文件.*另存为 \.docx/],
    ['an archive', zipSync({ 'a.txt': bytesOf('甲') }), /没有正文/],
    ['a table', zipSync({ 'xl/workbook.xml': bytesOf('<a/>') }), /Excel/],
    ['slides', zipSync({ 'ppt/presentation.xml': bytesOf('<a/>') }), /演示文稿/],
    [
      '.odt',
      zipSync({ mimetype: bytesOf('a'), 'content.xml': bytesOf('<a/>') }),
      /\.odt.*另存为 \.docx/,
    ],
    ['without text', withBody('<w:p/><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>'), /没有文字/],
    [
      'pictures alone',
      withBody('<w:p><w:r><w:drawing><a:blip r:embed="a"/></w:drawing></w:r></w:p>'),
      /只有图片/,
    ],
  ])('%s', (_, bytes, reason) => {
    expect(reasonOf(bytes)).toMatch(reason);
  });

  it('and read if it is sound', () => {
    expect(reasonOf(SOUND)).toBe('');
  });
});

describe('damage is told', () => {
  it('wherever a file stops short', () => {
    for (let length = 1; length < SOUND.length; length += 7)
      expect(reasonOf(SOUND.subarray(0, length))).toMatch(/损坏|不是 Word/);
  });

  it.each([
    ['a part that has changed', patched(SOUND, ENTRY, 16, 12345)],
    ['a part that is said to be shorter', patched(SOUND, ENTRY, 24, 10)],
    ['a part that is said to be longer', patched(SOUND, ENTRY, 24, 100_000)],
    ['a part that stands nowhere', patched(SOUND, ENTRY, 42, 0x7fffffff)],
    ['packed in an unknown way', patched(SOUND, ENTRY, 10, 99)],
    [
      'no UTF-8',
      zipSync({ ...unzipSync(SOUND), 'word/document.xml': Uint8Array.of(0x3c, 0xff, 0xff) }),
    ],
    ['text that stops', withText((xml) => xml.slice(0, -20))],
    ['an end of another element', withText((xml) => xml.replace('</w:p>', '</w:r>'))],
    ['a tag in a tag', withText((xml) => xml.replace('<w:p>', '<w:p <w:r>'))],
    ['a value without its end', withText((xml) => xml.replace('<w:p>', '<w:p a="1>'))],
    ['a comment without its end', withText((xml) => xml.replace('<w:p>', '<!-- <w:p>'))],
    ['a declaration that is none', withText((xml) => xml.replace('<w:p>', '<!w:p><w:p>'))],
    ['nothing', withText(() => '')],
    ['styles that are none', withPart('word/styles.xml', () => '甲')],
  ])('%s', (_, bytes) => {
    expect(reasonOf(bytes)).toMatch(DAMAGED);
  });

  it.each([
    [
      'a DOCTYPE',
      withText((xml) =>
        xml.replace('<w:document', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///c">]><w:document'),
      ),
      /DOCTYPE/,
    ],
    [
      'a DOCTYPE in styles',
      withPart('word/styles.xml', (xml) => xml.replace('<w:styles', '<!DOCTYPE a><w:styles')),
      /DOCTYPE/,
    ],
    [
      'another encoding',
      withBytes('<?xml version="1.0" encoding="GB2312"?><a>\xbc\xd7</a>'),
      /GB2312/,
    ],
    [
      'its encoding broken',
      withBytes('<?xml version="1.0" encoding="UTF-8"?><a>\xbc\xd7'),
      DAMAGED,
    ],
  ])('and %s is told from it', (_, bytes, reason) => {
    expect(reasonOf(bytes)).toMatch(reason);
  });

  it('but another encoding is none where it is a name alone', () => {
    const renamed = withText((xml) => xml.replace(/encoding="UTF-8"/i, 'encoding="GB2312"'));
    expect(reasonOf(renamed)).toBe('');
  });

  it('whatever bytes are changed: nothing but a reason is thrown', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(SOUND.length - 1), fc.nat(255)), { maxLength: 4 }),
        (changes) => {
          const bytes = SOUND.slice();
          for (const [at, byte] of changes) bytes[at] = byte;
          expect(reasonOf(bytes)).toBeTypeOf('string');
        },
      ),
    );
  });

  it('never with words of the document', () => {
    expect(reasonOf(withText((xml) => xml.replace('</w:p>', '</w:r>')))).not.toContain('总体');
  });
});

describe('too much is refused before it is unpacked', () => {
  const blanks = new Uint8Array(40 << 20);

  it.each<[string, () => Zippable, RegExp]>([
    [
      'a part that unpacks to two hundred times its size',
      () => ({ 'word/media/a.bin': blanks }),
      LARGE,
    ],
    [
      'more than 64 MB in all, packed or not',
      () => {
        const noise = blanks.map((_, i) => (Math.imul(i, 2654435761) >>> 13) & 0xff);
        return { 'a.bin': [noise, { level: 0 }], 'b.bin': [noise, { level: 0 }] };
      },
      LARGE,
    ],
    [
      'more than 2,000 entries',
      () => Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`a${i}`, new Uint8Array()])),
      MUCH,
    ],
  ])('%s', (_, more, reason) => {
    expect(reasonOf(zipSync({ ...unzipSync(SOUND), ...more() }))).toMatch(reason);
  });

  it('but not 2,000 entries, nor a small part that unpacks well', () => {
    const parts = unzipSync(SOUND);
    const more = Array.from({ length: 2000 - Object.keys(parts).length }, (_, i) => [
      `a${i}`,
      new Uint8Array(),
    ]);
    expect(
      reasonOf(zipSync({ ...parts, ...Object.fromEntries(more), a0: new Uint8Array(1 << 20) })),
    ).toBe('');
  });

  it.each([
    ['elements too deep', withBody(`${'<w:sdt>'.repeat(300)}${'</w:sdt>'.repeat(300)}`), DEEP],
    [
      'more text than any report has',
      wordFile({ body: paragraph('<'.repeat(2_000_001)) }, { isStored: true }),
      MUCH,
    ],
    [
      'tables too deep',
      withBody(`${'<w:tbl><w:tr><w:tc>'.repeat(40)}${'</w:tc></w:tr></w:tbl>'.repeat(40)}`),
      DEEP,
    ],
    [
      'more elements than any report has',
      wordFile({ body: '<w:tc/>'.repeat(2_000_001) }, { isStored: true }),
      MUCH,
    ],
  ])('%s', (_, bytes, reason) => {
    expect(reasonOf(bytes)).toMatch(reason);
  });
});

describe('nothing outside the file is looked at', () => {
  it('for its text', () => {
    const outside = withPart('_rels/.rels', (xml) =>
      xml.replace(
        'Target="word/document.xml"',
        'Target="https://example.invalid/a.xml" TargetMode="External"',
      ),
    );
    expect(reasonOf(outside)).toMatch(/没有正文/);
  });

  it('or above it', () => {
    const above = withPart('_rels/.rels', (xml) =>
      xml.replace('"word/document.xml"', '"../../../word/document.xml"'),
    );
    expect(reasonOf(above)).toBe('');
  });
});
