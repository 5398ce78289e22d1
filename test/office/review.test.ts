// What a review writes, opened by LibreOffice: the workbook's sheets with their words, the letters and the
// copies with comments as they are.
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { letterOf } from '../../server/src/reviewing/letter.js';
import { wholeReport } from '../../server/src/rules/examples.js';
import {
  createReportService,
  reviewedReport,
  reviewFolder,
  reviewSheets,
} from '../../server/src/service/index.js';
import { exportedBlocks } from '../../server/src/writing/export/exported.js';
import { toXlsx } from '../../server/src/writing/export/spreadsheets.js';
import { converted } from './libreOffice.js';

const service = createReportService();

function reviewed(path: string, text: string) {
  const report = service.parse(text);
  const { template } = report;
  const checked = service.check(report);
  return reviewedReport({ path, modified: null, report, template, ...checked });
}

const faulty = wholeReport({ '（二）部分公开': '（二）不分公开', 未收取: '未收<取>&' });
const report = reviewed('=A1.txt', faulty);
const textOf = (bytes: Uint8Array | undefined) =>
  new TextDecoder().decode(unzipSync(bytes as Uint8Array)['content.xml']);

it('the workbook has its sheets, rows and words, heads on each printed page, and no formula', async () => {
  const bell = `响${'\u0007\ud800'}铃`;
  const review = reviewFolder([
    { kind: 'report', report },
    { kind: 'unreadable', path: '@坏.docx', reason: bell },
  ]);
  const sum = { name: '汇总', heads: [['表', 4]] as const, rows: [], notes: ['=乙：没有汇总'] };
  const sheets = [...reviewSheets(review), sum];
  const xml = textOf(converted({ 'a.xlsx': await toXlsx(sheets) }, 'ods').get('a.xlsx'));
  const printed = xml.split('<table:table table:name="').slice(1);
  expect(
    printed.map((table) => [
      table.slice(0, table.indexOf('"')),
      /<table:table-header-rows>.*?<text:p>(.*?)<\/text:p>/s.exec(table)?.[1],
    ]),
  ).toEqual([...sheets.map(({ name, heads }) => [name, heads[0]?.[0]]), ['汇总说明', '说明']]);
  expect(xml).not.toContain('table:formula');
  for (const words of [
    "'=A1.txt",
    "'=乙：没有汇总",
    "'@坏.docx",
    '响 铃',
    '应为“部分公开”',
    '青禾县云水镇人民政府',
  ])
    expect(xml.replaceAll('&apos;', "'")).toContain(words);
  expect(xml).toContain('office:value="2023"');
});

const plain = (xml: string) =>
  xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

it('a letter has its words', async () => {
  const letter = letterOf(report, '年报.txt') ?? [];
  const bytes = await exportedBlocks(letter, 'docx');
  const xml = textOf(converted({ 'a.docx': bytes }, 'odt').get('a.docx'));
  const words = xml.replace(/<[^>]*>/g, '');
  for (const { message } of report.items) expect(plain(words)).toContain(message);
  expect(words).toContain('谢谢支持');
});
