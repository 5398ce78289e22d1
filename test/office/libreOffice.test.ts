// Word files that LibreOffice has written, and Word's lists as LibreOffice counts them.
import { describe, expect, it } from 'vitest';
import { readDocx } from '../../server/src/convert/docx/readDocx.js';
import { compare, explain } from '../generate/compare.js';
import { nthReport } from '../generate/report.js';
import { converted } from './libreOffice.js';
import { readWord } from './reading.js';
import { paragraph, wordFile } from './wordFile.js';

const RUNS = Number(process.env.NIANBAO_OFFICE_RUNS ?? 12);

describe('reports that LibreOffice made Word files of', () => {
  it('have the facts that they were written from', () => {
    const reports = Array.from({ length: RUNS }, (_, n) => nthReport(n, 'html'))
      // it fills a row up, so that one too short is there no more
      .filter(({ description }) => !description.includes('row too short'));
    const files = Object.fromEntries(reports.map(({ text }, i) => [`r${i}.html`, text]));
    const made = converted(files, 'docx:Office Open XML Text');
    expect(made.size).toBeGreaterThan(RUNS / 2);
    reports.forEach((report, i) => {
      const reading = readWord(made.get(`r${i}.html`) as Uint8Array);
      const comparison = compare(report.expected, reading);
      expect(comparison.differences.length > 0 ? explain(report, reading, comparison) : '').toBe(
        '',
      );
    });
  });
});

describe('lists', () => {
  it('are numbered as LibreOffice numbers them', () => {
    const level = (index: number, format: string, text: string) =>
      `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:suff w:val="nothing"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const levels =
      level(0, 'chineseCountingThousand', '%1、') +
      level(1, 'chineseCounting', '（%2）') +
      level(2, 'decimal', '%3．') +
      level(3, 'decimalEnclosedCircle', '%4') +
      level(4, 'upperRoman', '%5.%3.');
    const start = '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="4"/></w:lvlOverride>';
    const numbering =
      `<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>${levels}</w:abstractNum>` +
      '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>' +
      `<w:num w:numId="2"><w:abstractNumId w:val="0"/>${start}</w:num>`;
    const styles =
      '<w:style w:type="paragraph" w:styleId="h"><w:name w:val="h"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const item = (at: number, list = 1) =>
      paragraph('项', `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`);
    const path = [0, 1, 2, 2, 3, 3, 2, 3, 1, 2, 0, 1, 1, 2, 3, 4, 4, 0, 2, 1, 2];
    const body =
      path.map((at) => item(at)).join('') +
      paragraph('文') +
      item(1, 2) +
      item(1, 2) +
      item(2, 2) +
      paragraph('项', '<w:pStyle w:val="h"/>') +
      item(1, 1) +
      Array.from({ length: 25 }, () => item(0)).join('');
    const bytes = wordFile({ body, numbering, styles });
    const text = converted({ 'a.docx': bytes }, 'txt:Text (encoded):UTF8').get('a.docx');
    // its own blanks aside, by which it shows how far in a paragraph stands
    const lines = new TextDecoder().decode(text).trim().replace(/ /g, '').split(/\r?\n/);
    expect(readDocx(bytes).text.split('\n')).toEqual(lines);
    expect(lines[0]).toBe('一、项');
  });
});
