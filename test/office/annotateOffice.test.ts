// Copies that were written into, opened by LibreOffice: all comments are there, with their words, and the
// text is the one before.
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { readDocx } from '../../server/src/convert/docx/readDocx.js';
import { annotateDocx, writeBack } from '../../server/src/convert/docx/write/writeDocx.js';
import { createReportService, wordMarksOf } from '../../server/src/service/index.js';
import { nthReport } from '../generate/report.js';
import { converted } from './libreOffice.js';

const RUNS = Number(process.env.NIANBAO_OFFICE_RUNS ?? 8);
const BY = { author: '年报', date: '2026-01-05T09:00:00Z' };

it('reports that LibreOffice made have each finding as a comment in LibreOffice', () => {
  const service = createReportService();
  const pages = Object.fromEntries(
    Array.from({ length: RUNS }, (_, n) => [`r${n}.html`, nthReport(n, 'html').text]),
  );
  const wanted = new Map<string, string[]>();
  const copies: Record<string, Uint8Array> = {};
  for (const [name, bytes] of converted(pages, 'docx:Office Open XML Text')) {
    const { text } = readDocx(bytes);
    const marks = wordMarksOf(service.check(service.parse(text)).diagnostics);
    const changed = writeBack(bytes, { before: text, after: text.replace(/年/, '载') }, BY);
    expect(changed).toMatchObject({ changes: 1, unplaced: [] });
    const copy = name.replace('.html', '.docx');
    copies[copy] = annotateDocx(changed.bytes, marks, BY).bytes;
    wanted.set(
      copy,
      marks.map(({ lines }) => lines.join('')),
    );
  }
  let count = 0;
  for (const [name, bytes] of converted(copies, 'odt')) {
    const xml = new TextDecoder().decode(unzipSync(bytes)['content.xml']);
    const comments = Array.from(
      xml.matchAll(/<office:annotation .*?<\/office:annotation>/gs),
      ([one]) => plain(one.replace(/<(dc|meta):.*?<\/\1:[^>]*>/gs, '')),
    );
    expect(comments.sort()).toEqual(wanted.get(name)?.sort());
    expect(xml).toMatch(/<text:deletion>.*?年.*?<\/text:deletion>/s);
    count += comments.length;
  }
  expect(count).toBeGreaterThan(RUNS);
});

function plain(xml: string): string {
  return xml
    .replace(/<text:s(?: text:c="(\d+)")?\/>/g, (_, count) => ' '.repeat(Number(count ?? 1)))
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
}
