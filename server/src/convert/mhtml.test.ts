// Web archives as they are saved, and files that are none.
import { describe, expect, it } from 'vitest';
import { SAVERS, webArchive } from '../../../test/office/webArchive.js';
import { readMhtml } from './mhtml.js';
import { UnreadableFile } from './office.js';

const TITLE = '青禾县云水镇人民政府2023年政府信息公开工作年度报告';
const REPORT = `<h1>${TITLE}</h1><p>一、总体情况</p><p>公开信息12条。</p><p>六、其他需要报告的事项</p><p>无。</p>`;
const TEXT = `${TITLE}\n一、总体情况\n公开信息12条。\n六、其他需要报告的事项\n无。\n`;
const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('a web archive', () => {
  it.each(
    SAVERS.flatMap((saver) =>
      (['utf-8', 'gb18030', 'utf-16le'] as const).flatMap((encoding) =>
        (['quoted-printable', 'base64', '8bit'] as const).flatMap((transfer) =>
          ['\r\n', '\n'].map((lineEnd) => ({ saver, encoding, transfer, lineEnd })),
        ),
      ),
    ).filter(({ encoding, transfer }) => encoding !== 'utf-16le' || transfer !== '8bit'),
  )('is read: $saver, $encoding, $transfer, $lineEnd', (writing) => {
    const { text, origins, pictures, notes } = readMhtml(webArchive(REPORT, writing));
    expect(text).toBe(TEXT);
    expect({ origins, pictures, notes }).toEqual({ origins: [], pictures: [], notes: [] });
  });

  it('is read without the site, and says so', () => {
    const page = `<ul class="nav"><li><a href="/">首页</a></ul>${REPORT}<p>主办单位：青禾县人民政府</p>`;
    const { text, notes } = readMhtml(webArchive(page, { saver: 'chromium' }));
    expect(text).toBe(TEXT);
    expect(notes).toEqual(['网页上报告以外的内容（导航、页脚等）没有读取。']);
  });

  it('is read from the frame that has the report', () => {
    const frames = [
      'MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b',
      'Content-Type: text/html\n\n<p>青禾县人民政府</p><iframe src="cid:1"></iframe>\n--b',
      `Content-Type: text/html\nContent-ID: <1>\n\n${REPORT}\n--b--`,
    ];
    expect(readMhtml(bytesOf(frames.join('\n'))).text).toBe(TEXT);
  });

  it('names its pictures, each with its place', () => {
    const page = REPORT.replace('<p>公开', '<p><img src="cid:biao1.png@x"></p><p>公开');
    const { text, pictures } = readMhtml(webArchive(page, { saver: 'chromium' }));
    expect(pictures.map(({ start, end }) => text.slice(start, end))).toEqual([
      '![图片](cid_biao1.png_x)',
    ]);
  });

  it('obeys the style sheets that the browser took out of the page', () => {
    const css =
      'Content-Type: text/css\nContent-Location: cid:css-1@mhtml.blink\n\n.x{display:none}';
    const page = `Content-Type: text/html\n\n${REPORT.replace('12', '12<i class="x">3</i>')}`;
    const archive = `MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\n${page}\n--b\n${css}\n--b--\n`;
    expect(readMhtml(bytesOf(archive)).text).toBe(TEXT);
  });

  it('that stops short says so', () => {
    const whole = webArchive(REPORT, { saver: 'chromium', transfer: '8bit' });
    const cut = whole.subarray(0, whole.length - 400);
    expect(readMhtml(cut).notes).toEqual(['网页存档没有结尾，可能没有下载完整。']);
  });
});

describe('a file that is no web archive says so', () => {
  it.each([
    ['', '空的'],
    ['<html><body>年度报告</body></html>', '不是网页存档'],
    ['PK\u0003\u0004', '不是网页存档'],
    ['Content-Type: text/html\n\n', '没有文字'],
    ['Content-Type: text/html\n\n<p hidden>年度报告</p>', '没有文字'],
    ['Content-Type: image/png\n\nabc', '没有网页'],
    ['Content-Type: multipart/related; boundary="b"\n\n--c\n', '没有网页'],
    ['Content-Type: multipart/related; boundary="b"\n\n--b\n--b\n--b--', '没有网页'],
    [
      'Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n=E9=9D=92=E9=9D=92=FF=E9',
      '编码',
    ],
  ])('%j', (text, reason) => {
    expect(() => readMhtml(bytesOf(text))).toThrow(UnreadableFile);
    expect(() => readMhtml(bytesOf(text))).toThrow(reason);
  });

  it.each([
    ['parts in parts', 'Content-Type: multipart/mixed; boundary=b\n\n--b\n'],
    ['long headers', 'X-A: b'],
    ['lines that go on', 'X-A: b\n c\n'],
    ['boundaries', 'Content-Type: multipart/mixed; boundary=b\n\n--b\n\n--b\n'],
    ['parameters', 'Content-Type: text/html;;;a=;'],
  ])('and is soon done with: %s', (_, unit) => {
    expect(() => readMhtml(bytesOf(unit.repeat(1_000_000 / unit.length)))).toThrow(UnreadableFile);
  });
});
