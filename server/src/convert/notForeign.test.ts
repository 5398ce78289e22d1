// What is called .doc, .wps, .rtf or .odt: which of it no office program is asked about, and why.
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { UnreadableFile } from './office.js';
import { type OfficeHost, openFile } from './openFile.js';

const bytesOf = (text: string) => new TextEncoder().encode(text);
/** 一、总体情况, in GBK. */
const GBK = Uint8Array.from(Buffer.from('d2bba1a2d7dccce5c7e9bff6', 'hex'));
const OLE = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]);

/** Who is asked for a file: the reason of nobody, else what was called. */
async function askedFor(bytes: Uint8Array, name: string): Promise<string> {
  const asked: string[] = [];
  const read = (what: string) => () => {
    asked.push(what);
    return Promise.resolve({ text: '甲', origins: [], pictures: [], notes: [] });
  };
  const toDocx = () => {
    asked.push('toDocx');
    return Promise.resolve(new Uint8Array());
  };
  const host: OfficeHost = { readDocx: read('readDocx'), readPdf: read('readPdf'), toDocx };
  try {
    const { file } = await openFile(bytes, name, host);
    return file ? 'text' : asked.join(', ');
  } catch (error) {
    if (error instanceof UnreadableFile && asked.length === 0) return error.reason;
    throw error;
  }
}

describe('no office program is asked about', () => {
  it.each([
    ['text', bytesOf('一、总体情况\n略。'), 'a.doc', /^这是纯文本，只是名字叫 \.doc；.*\.txt/],
    ['text in GBK', GBK, 'a.WPS', /^这是纯文本，只是名字叫 \.wps/],
    ['a PDF', bytesOf('%PDF-1.7\n'), 'a.doc', /^这是 PDF 文件，.*改为 \.pdf$/],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47), 'a.odt', /是图片，只是名字叫 \.odt/],
    ['an archive', Uint8Array.of(0x52, 0x61, 0x72, 0x21), 'a.rtf', /是压缩文件/],
    ['odd bytes', Uint8Array.of(0, 1, 2, 0xff, 0xfe), 'a.doc', /^这不是 Word 文件，只是名字叫/],
  ])('%s', async (_, bytes, name, reason) => {
    expect(await askedFor(bytes, name)).toMatch(reason);
  });
});

describe('what may be right is read', () => {
  it.each([
    ['.doc', OLE, 'a.doc', 'toDocx, readDocx'],
    ['.wps', OLE, 'a.wps', 'toDocx, readDocx'],
    ['.rtf', bytesOf('{\\rtf1\\ansi}'), 'a.rtf', 'toDocx, readDocx'],
    ['RTF behind a blank', bytesOf('\n{\\rtf1\\ansi}'), 'a.doc', 'toDocx, readDocx'],
    ['XML of Word', bytesOf('<?xml version="1.0"?><w:wordDocument/>'), 'a.doc', 'toDocx, readDocx'],
    ['.odt', zipSync({ mimetype: bytesOf('a') }), 'a.odt', 'toDocx, readDocx'],
    ["today's Word", zipSync({ 'word/document.xml': bytesOf('<a/>') }), 'a.doc', 'readDocx'],
    ['a web page', bytesOf('<html><body>一、总体情况</body></html>'), 'a.doc', 'text'],
    ['text under its name', bytesOf('一、总体情况'), 'a.txt', 'text'],
    ['a PDF under its name', bytesOf('%PDF-1.7\n'), 'a.pdf', 'readPdf'],
  ])('%s', async (_, bytes, name, asked) => {
    expect(await askedFor(bytes, name)).toBe(asked);
  });
});
