// Our tracked changes as LibreOffice decides them: all accepted, or all rejected, its text is the one that we
// read.
import { expect, it } from 'vitest';
import { DocxParts } from '../../server/src/convert/docx/docxParts.js';
import { mainPart } from '../../server/src/convert/docx/docxRelations.js';
import { scanXml } from '../../server/src/convert/docx/docxXml.js';
import { readDocx, readMainPart } from '../../server/src/convert/docx/readDocx.js';
import { annotateDocx, writeBack } from '../../server/src/convert/docx/write/writeDocx.js';
import { decided } from './accepting.js';
import { paragraph, run, wordFile } from './wordFile.js';

const BY = { author: '年报', date: '2026-01-05T09:00:00Z' };

/** What is read once all changes of a file are rejected, whoever made them. */
function rejected(bytes: Uint8Array): string {
  const parts = new DocxParts(bytes);
  const main = mainPart(parts);
  const ids = new Set<string>();
  scanXml(parts.text(main) ?? '', {
    open: (tag) => {
      if (tag.name === 'w:ins' || tag.name === 'w:del') ids.add(tag.get('w:id') ?? '');
    },
  });
  return readMainPart(parts, main, { rejected: ids }).text;
}

/** The words of paragraphs and cells: LibreOffice writes a line for each. */
function words(text: string): string[] {
  return text.split(/[\n\t]/).filter((line) => line !== '');
}

function annotated(body: string, ...changes: readonly (readonly [old: string, now: string])[]) {
  const bytes = wordFile({ body });
  const { text } = readDocx(bytes);
  const marks = changes.map(([old, now]) => {
    const span = { start: text.indexOf(old), end: text.indexOf(old) + old.length };
    return { span, lines: ['改'], change: [{ span, newText: now }] };
  });
  const made = annotateDocx(bytes, marks, BY);
  expect(made).toMatchObject({ changes: changes.length, comments: changes.length, refused: [] });
  return made.bytes;
}

function writtenBack(body: string, after: string) {
  const bytes = wordFile({ body });
  const made = writeBack(bytes, { before: readDocx(bytes).text, after }, BY);
  expect(made.unplaced).toEqual([]);
  return made.bytes;
}

it('LibreOffice accepts and rejects what we read accepted and rejected', () => {
  const inserted = (text: string) => `<w:ins w:id="3" w:author="核">${run(text)}</w:ins>`;
  const cell = (text: string) =>
    `<w:tc><w:tcPr><w:tcW w:w="800" w:type="dxa"/></w:tcPr>${paragraph(text)}</w:tc>`;
  const row = (...texts: string[]) => `<w:tr>${texts.map(cell).join('')}</w:tr>`;
  const table = `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="800"/><w:gridCol w:w="800"/></w:tblGrid>${row('甲行', '12')}${row('乙行', '')}</w:tbl>`;
  const control = `<w:sdt><w:sdtPr><w:date/></w:sdtPr><w:sdtContent>${run('控件里的字')}</w:sdtContent></w:sdt>`;
  const files = {
    'annotated.docx': annotated(
      `<w:p>${run('不分', '<w:b/>')}${run('公开的信息')}</w:p><w:p>${run('前')}${control}${run('后')}</w:p><w:p>${run('头')}${inserted('一二三')}${run('中')}${inserted('四五六')}${inserted('七八')}</w:p>`,
      ['不分公', '部分公'],
      ['的信', ''],
      ['里的', '中的'],
      ['一', '1'],
      ['三', '3'],
      ['五', '5'],
      ['七八', '78'],
    ),
    'written.docx': writtenBack(
      `${['第一段的话', '第二段的话', '第三段的话', '前文'].map((one) => paragraph(one)).join('')}${table}${paragraph('后文')}`,
      '第一段的话\n新的一段\n第三段说的话\n前文多几个字\n甲行\t15\n乙行\t3\n后文',
    ),
  };
  for (const [name, { accepted, rejected: undone }] of decided(files)) {
    const bytes = files[name as keyof typeof files];
    expect(words(accepted), name).toEqual(words(readDocx(bytes).text));
    expect(words(undone), name).toEqual(words(rejected(bytes)));
    expect(words(accepted), name).not.toEqual(words(undone));
  }
});
