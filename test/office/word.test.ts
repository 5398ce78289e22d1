// Reports as Word files, written in each of Word's ways: the facts are those that they were written from, and
// what is found is what is found in their text.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocx } from '../../server/src/convert/docx/readDocx.js';
import { recipes } from '../generate/arbitrary.js';
import { compare, explain } from '../generate/compare.js';
import { writeReport } from '../generate/report.js';
import { findingsOf, readWord } from './reading.js';
import { paragraph, wordFile } from './wordFile.js';
import { nthWordReport, type WordReport, writeWordReport } from './wordReport.js';

const RUNS = Number(process.env.NIANBAO_RUNS ?? 60);

/** Throws if anything but the expected facts was read. */
function readsBack(written: WordReport): void {
  const reading = readWord(written.bytes);
  const comparison = compare(written.expected, reading);
  if (comparison.differences.length > 0) throw new Error(explain(written, reading, comparison));
}

describe('a report as a Word file', () => {
  it('has the facts that it was written from', () => {
    for (let n = 0; n < RUNS; n++) readsBack(nthWordReport(n));
  });

  it('has them under any variations', () => {
    fc.assert(
      fc.property(recipes('word'), (recipe) => readsBack(writeWordReport(recipe))),
      { numRuns: RUNS },
    );
  });

  it.each(['2021', '2019'] as const)('has the findings of its text: the form of %s', (template) => {
    for (let seed = 0; seed < 10; seed++) {
      const recipe = { seed, template, layout: 'tab', variations: [] };
      const { text } = readDocx(writeWordReport(recipe).bytes);
      expect(findingsOf(text)).toEqual(findingsOf(writeReport(recipe).text));
    }
  });

  it.each(['blank cells', 'a sign in place of zero', 'rows missing', 'columns missing'])(
    'has the findings of its text: %s',
    (variation) => {
      let found = 0;
      for (let seed = 0; seed < 10; seed++) {
        const variations = [variation];
        const recipe = { seed, template: '2021' as const, layout: 'tab', variations };
        const findings = findingsOf(readDocx(writeWordReport(recipe).bytes).text);
        expect(findings).toEqual(findingsOf(writeReport(recipe).text));
        found += findings.length;
      }
      expect(found).toBeGreaterThan(0);
    },
  );
});

describe('a picture in place of a table', () => {
  const picture = '<w:p><w:r><w:drawing><a:blip r:embed="p1"/></w:drawing></w:r></w:p>';
  const told = (after: string) =>
    findingsOf(
      readDocx(
        wordFile({
          body:
            paragraph('青禾县民政局2023年政府信息公开工作年度报告') +
            paragraph('四、政府信息公开行政复议、行政诉讼情况') +
            after +
            paragraph('五、存在的主要问题及改进情况'),
        }),
      ).text,
    ).filter((finding) => finding.startsWith('missing-table'));

  it('is told to be one', () => {
    expect(told(picture)).toEqual([expect.stringContaining('像是一张图片')]);
    expect(told(`<w:tbl><w:tr><w:tc>${picture}</w:tc></w:tr></w:tbl>`)).toEqual(told(picture));
  });

  it('is not made up', () => {
    expect(told('<w:p/>')).toEqual([expect.not.stringContaining('图片')]);
  });
});
