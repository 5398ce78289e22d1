// Reports written as files of each kind and read again: the same facts, the same text, whatever is wrong
// with them. The Word files are opened by LibreOffice, too.
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocx } from '../../server/src/convert/docx/readDocx.js';
import type { Report } from '../../server/src/report/report.js';
import { documentOf } from '../../server/src/writing/document/document.js';
import { toDocx } from '../../server/src/writing/export/toDocx.js';
import { toText } from '../../server/src/writing/export/toText.js';
import { recipes } from '../generate/arbitrary.js';
import { LAYOUTS } from '../generate/layouts/index.js';
import { nthReport, writeReport } from '../generate/report.js';
import { converted } from '../office/libreOffice.js';
import { exampleTexts, realTexts } from '../properties/texts.js';
import { contentOf, generated, reportOf, WAYS } from './ways.js';
import { faultsOf } from './wordSchema.js';

const RUNS = Number(process.env.NIANBAO_RUNS ?? 12);
const OFFICE_RUNS = Number(process.env.NIANBAO_OFFICE_RUNS ?? 12);

describe('a report written and read again', () => {
  it.each(LAYOUTS.map(({ id }) => id))(
    'says the same: %s',
    (layout) => {
      fc.assert(
        fc.property(recipes(layout), (recipe) => {
          const report = generated(writeReport(recipe));
          const content = contentOf(report);
          for (const [way, written] of Object.entries(WAYS))
            expect({ way, ...contentOf(written(documentOf(report))) }).toEqual({
              way,
              ...content,
            });
        }),
        { numRuns: RUNS },
      );
    },
    120_000,
  );

  it('says the same: the examples', () => {
    expect(exampleTexts.length).toBeGreaterThan(3);
    for (const text of exampleTexts) saysTheSame(text);
  });

  it.skipIf(realTexts.length === 0)(
    'says the same: real ones',
    () => {
      for (const text of realTexts) saysTheSame(text);
    },
    120_000,
  );
});

function saysTheSame(text: string): void {
  const report = reportOf(text);
  const content = contentOf(report);
  for (const [way, written] of Object.entries(WAYS))
    expect({ way, ...contentOf(written(documentOf(report))) }).toEqual({
      way,
      ...content,
    });
}

describe('a report as a Word file', () => {
  it('is read as its plain text, is as ECMA-376 wants it, and is the same each time', () => {
    for (const { id } of LAYOUTS)
      for (let n = 0; n < RUNS / 4; n++) {
        const blocks = documentOf(generated(nthReport(n, id)));
        const bytes = toDocx(blocks);
        expect(readDocx(bytes).text).toBe(toText(blocks));
        expect(faultsOf(bytes)).toEqual([]);
        expect(Buffer.from(toDocx(blocks)).equals(bytes)).toBe(true);
      }
  }, 120_000);

  it.each(['docx:Office Open XML Text', 'odt'])(
    'says the same once LibreOffice has written it anew: %s',
    (filter) => {
      const reports = LAYOUTS.flatMap(({ id }) =>
        Array.from({ length: Math.ceil(OFFICE_RUNS / 6) }, (_, n) => nthReport(n, id)),
      )
        // it fills a row up, so that one too short is there no more
        .filter(({ description }) => !description.includes('row too short'))
        .map(generated);
      const files = Object.fromEntries(
        reports.map((report, i) => [`r${i}.docx`, toDocx(documentOf(report))]),
      );
      let made = converted(files, filter);
      if (filter === 'odt')
        made = converted(
          Object.fromEntries(
            Array.from(made, ([name, bytes]) => [`${path.parse(name).name}.odt`, bytes]),
          ),
          'docx:Office Open XML Text',
        );
      expect(made.size).toBe(reports.length);
      const written = Array.from(made.values(), (bytes) => reportOf(readDocx(bytes).text));
      expect(written.map(filledUp)).toEqual(reports.map(filledUp));
    },
    240_000,
  );

  it('has the words of its plain text for LibreOffice', () => {
    const blocks = documentOf(reportOf(fs.readFileSync(EXAMPLE, 'utf8')));
    const text = converted({ 'a.docx': toDocx(blocks) }, 'txt:Text (encoded):UTF8').get('a.docx');
    const words = (written: string) => written.replace(/[\s\ufeff]/g, '');
    expect(words(new TextDecoder().decode(text))).toBe(words(toText(blocks)));
  }, 120_000);
});

/** What a report says, blank cells at the end of its rows aside. */
function filledUp(report: Report) {
  const { facts, text } = contentOf(report);
  return { facts, text: text.replace(/\t+$/gm, '') };
}

const EXAMPLE = path.resolve(
  import.meta.dirname,
  '../../examples/正确/青禾县云水镇人民政府2021年政府信息公开工作年度报告.txt',
);
