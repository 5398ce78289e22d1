// Comments and tracked changes in Word files of every kind: each finding once, at its words, and everything
// else as it was.
import { describe, expect, it } from 'vitest';
import { DocxParts } from '../../server/src/convert/docx/docxParts.js';
import { mainPart } from '../../server/src/convert/docx/docxRelations.js';
import { scanXml } from '../../server/src/convert/docx/docxXml.js';
import { readDocx, readMainPart } from '../../server/src/convert/docx/readDocx.js';
import type { WordMark } from '../../server/src/convert/docx/write/annotateDocx.js';
import { annotateDocx, writeBack } from '../../server/src/convert/docx/write/writeDocx.js';
import { createReportService, wordMarksOf } from '../../server/src/service/index.js';
import { applyEdits, type TextEdit } from '../../server/src/text/edit.js';
import { Random } from '../generate/random.js';
import { paragraph, run, wordFile } from './wordFile.js';
import { nthWordReport } from './wordReport.js';
import { commentedWords, differences, faultsOf } from './writtenWord.js';

const RUNS = Number(process.env.NIANBAO_RUNS ?? 20);
const BY = { author: '年报', date: '2026-01-05T09:00:00Z' };
const service = createReportService();

function findingsAsMarks(text: string): WordMark[] {
  return wordMarksOf(service.check(service.parse(text)).diagnostics);
}

/** What is read once our tracked changes are rejected. */
function rejected(bytes: Uint8Array): string {
  const parts = new DocxParts(bytes);
  const main = mainPart(parts);
  const ids = new Set<string>();
  scanXml(parts.text(main) ?? '', {
    open(tag) {
      const isChange = tag.name === 'w:ins' || tag.name === 'w:del';
      if (isChange && tag.get('w:author') === BY.author) ids.add(tag.get('w:id') ?? '');
    },
  });
  return readMainPart(parts, main, { rejected: ids }).text;
}

function randomMarks(text: string, random: Random, count: number): WordMark[] {
  return Array.from({ length: count }, (_, i) => {
    const start = random.int(0, text.length);
    const end = Math.min(text.length, start + random.pick([0, 1, 2, 5, 40, 400]));
    return { span: { start, end }, lines: [`第 ${i} 处`, '<&>"\u0001\t'] };
  });
}

/** Edits that no line end, tab or blank is part of. */
function randomEdits(text: string, random: Random, count: number): TextEdit[] {
  const edits: TextEdit[] = [];
  let from = 0;
  for (let i = 0; i < count && from < text.length; i++) {
    const start = random.int(
      from,
      Math.min(text.length, from + 2 * Math.ceil(text.length / count)),
    );
    const end = Math.min(text.length, start + random.pick([0, 1, 1, 3, 9]));
    if (/[\n\t]/.test(text.slice(start, end))) continue;
    edits.push({ span: { start, end }, newText: random.pick(['', '改', '12', '甲乙<&', '𠀀']) });
    from = end + 1;
  }
  return edits;
}

describe('comments', () => {
  it('are each there once, and change nothing else', () => {
    let count = 0;
    for (let n = 0; n < RUNS; n++) {
      const { bytes, description } = nthWordReport(n);
      const before = readDocx(bytes);
      const marks = [
        ...findingsAsMarks(before.text),
        ...randomMarks(before.text, new Random(n), 15),
      ];
      const made = annotateDocx(bytes, marks, BY);
      expect(made.unplaced, description).toEqual([]);
      expect(made.comments, description).toBe(marks.length);
      expect(faultsOf(made.bytes, BY.author), description).toEqual([]);
      expect(readDocx(made.bytes).text).toBe(before.text);
      const changed = differences(bytes, made.bytes);
      expect(changed.filter((name) => !TOUCHED.test(name))).toEqual([]);
      const again = annotateDocx(made.bytes, marks, BY);
      expect([again.comments, again.known], description).toEqual([0, marks.length]);
      expect(again.bytes).toBe(made.bytes);
      count += made.comments;
    }
    expect(count).toBeGreaterThan(15 * RUNS);
  });

  it('tracked changes read as wished when accepted, as before when rejected', () => {
    let placed = 0;
    let wanted = 0;
    for (let n = 0; n < RUNS; n++) {
      const { bytes, description } = nthWordReport(n);
      const { text } = readDocx(bytes);
      const edits = randomEdits(text, new Random(n), 12);
      const marks = edits.map(({ span, newText }) => ({
        span,
        lines: ['改'],
        change: [{ span, newText }],
      }));
      const made = annotateDocx(bytes, marks, BY);
      const refused = new Set(made.refused.map(({ mark }) => mark));
      const kept = marks.filter((mark) => !refused.has(mark)).flatMap(({ change }) => change);
      expect(made.changes + refused.size, description).toBe(marks.length);
      expect(readDocx(made.bytes).text, description).toBe(applyEdits(text, kept));
      expect(rejected(made.bytes), description).toBe(text);
      expect(faultsOf(made.bytes, BY.author), description).toEqual([]);
      placed += made.changes;
      wanted += marks.length;
    }
    expect(placed).toBeGreaterThan(wanted / 2);
  });
});

/** All that may be written anew. */
const TOUCHED =
  /^(?:\[Content_Types\]\.xml|.*\.rels|(?:word\/)?(?:document2?|main|comments)\.xml)$/;

describe('a comment stands', () => {
  const cell = (content: string, about = '') =>
    `<w:tc><w:tcPr><w:tcW w:w="800" w:type="dxa"/>${about}</w:tcPr>${content}</w:tc>`;
  const table = (...rows: string[]) =>
    `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="800"/><w:gridCol w:w="800"/></w:tblGrid>${rows
      .map((row) => `<w:tr>${row}</w:tr>`)
      .join('')}</w:tbl><w:p/>`;
  const field = (result: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF a</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const control = (content: string) =>
    `<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
  const locked = (content: string, lock = 'contentLocked') =>
    `<w:sdt><w:sdtPr><w:lock w:val="${lock}"/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
  const box = `<w:p>${run('甲')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${paragraph('框里的字')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${paragraph('框里的字')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;

  it.each<[string, string, string, string]>([
    ['on a word in a run', paragraph('一二三四'), '二三', '二三'],
    ['across runs', `<w:p>${run('一二')}${run('三四')}</w:p>`, '二三', '二三'],
    ['never within an entity', paragraph('甲<乙'), '<', '&lt;'],
    ['on a whole character', paragraph('甲𠀀乙'), '\udc00', '𠀀'],
    ['around a field', `<w:p>${run('见')}${field('第一页')}</w:p>`, '一', '第一页'],
    ['in a link', `<w:p><w:hyperlink r:id="r1">${run('一二三')}</w:hyperlink></w:p>`, '二', '二'],
    [
      'around a control of plain text',
      `<w:p>${run('甲')}${control(run('乙丙'))}</w:p>`,
      '丙',
      '乙丙',
    ],
    [
      'around locked content',
      `<w:p>${run('甲')}${locked(run('乙') + field('丙'))}</w:p>`,
      '丙',
      '乙丙',
    ],
    [
      'in a control that stays, but can be written in',
      locked(paragraph('甲乙'), 'sdtLocked'),
      '乙',
      '乙',
    ],
    [
      'around locked paragraphs',
      paragraph('甲') + locked(paragraph('乙丙'), 'sdtContentLocked') + paragraph('丁'),
      '丙',
      '乙丙',
    ],
    [
      'around locked ones side by side',
      paragraph('甲') + locked(paragraph('乙')) + locked(paragraph('丙')) + paragraph('丁'),
      '丙',
      '乙丙',
    ],
    [
      'around a locked cell',
      table(cell(paragraph('甲')) + cell(locked(paragraph('乙'))), cell('<w:p/>') + cell('<w:p/>')),
      '乙',
      '乙',
    ],
    ['before a locked end', paragraph('甲') + locked(paragraph('乙')), '乙', ''],
    ['in a text that is locked as a whole', locked(paragraph('甲乙')), '乙', '乙'],
    ['at the paragraph of a text box', box, '里', '框里的字框里的字'],
    ['in a cell', table(cell(paragraph('甲')) + cell(paragraph('12'))), '12', '12'],
    [
      'on a tab',
      `<w:p>${run('甲')}<w:r><w:tab/><w:t>乙</w:t></w:r><w:r><w:tab/></w:r>${run('丙')}</w:p>`,
      '乙',
      '乙',
    ],
  ])('%s', (_, body, words, commented) => {
    const bytes = wordFile({ body });
    const { text } = readDocx(bytes);
    const start = text.indexOf(words);
    expect(start).toBeGreaterThanOrEqual(0);
    const mark = { span: { start, end: start + words.length }, lines: ['看'] };
    const made = annotateDocx(bytes, [mark], BY);
    expect(faultsOf(made.bytes, BY.author)).toEqual([]);
    expect(commentedWords(made.bytes)).toEqual([commented]);
    expect(readDocx(made.bytes).text).toBe(text);
  });

  it.each<[string, string]>([
    ['a blank cell', '<w:p/>'],
    ['one with properties', '<w:p><w:pPr><w:jc w:val="center"/></w:pPr></w:p>'],
    ['one with attributes', '<w:p w:rsidR="00A1"></w:p>'],
  ])('in %s, which can be filled', (_, blank) => {
    const bytes = wordFile({
      body: table(cell(paragraph('甲')) + cell(blank), cell(paragraph('乙')) + cell('<w:p/>')),
    });
    const { text } = readDocx(bytes);
    expect(text).toBe('甲\t\n乙\t\n');
    const span = { start: 2, end: 2 };
    const made = annotateDocx(
      bytes,
      [{ span, lines: ['空着'], change: [{ span, newText: '0' }] }],
      BY,
    );
    expect(made).toMatchObject({ comments: 1, changes: 1, refused: [] });
    expect(readDocx(made.bytes).text).toBe('甲\t0\n乙\t\n');
    expect(rejected(made.bytes)).toBe(text);
    expect(faultsOf(made.bytes, BY.author)).toEqual([]);
  });

  it('at the cell where a merged one begins', () => {
    const merged = (value: string) => `<w:vMerge${value}/>`;
    const bytes = wordFile({
      body: table(
        cell(paragraph('甲'), merged(' w:val="restart"')) + cell(paragraph('1')),
        cell('<w:p/>', merged('')) + cell(paragraph('2')),
      ),
    });
    const { text } = readDocx(bytes);
    const span = { start: text.indexOf('\n') + 1, end: text.indexOf('\n') + 1 };
    const made = annotateDocx(bytes, [{ span, lines: ['看'] }], BY);
    const xml = new DocxParts(made.bytes).text('word/document.xml') ?? '';
    expect(xml).toContain('<w:vMerge/></w:tcPr><w:p/>');
  });

  it('around the paragraph whose number a list gives', () => {
    const level =
      '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="nothing"/><w:lvlText w:val="%1."/></w:lvl>';
    const numbering = `<w:abstractNum w:abstractNumId="0">${level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
    const bytes = wordFile({
      body: paragraph('总体情况', '<w:numPr><w:numId w:val="1"/></w:numPr>'),
      numbering,
    });
    expect(readDocx(bytes).text).toBe('1.总体情况');
    const span = { start: 0, end: 2 };
    const made = annotateDocx(
      bytes,
      [{ span, lines: ['号'], change: [{ span, newText: '一、' }] }],
      BY,
    );
    expect(commentedWords(made.bytes)).toEqual(['总体情况']);
    expect(made.refused).toHaveLength(1);
  });

  it('beside those that were there', () => {
    const comments =
      '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="4" w:author="核"><w:p><w:r><w:t>旧</w:t></w:r></w:p></w:comment></w:comments>';
    const bytes = wordFile({
      body: `<w:p><w:commentRangeStart w:id="4"/>${run('一二')}<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r></w:p>`,
      relations:
        '<Relationship Id="rId7" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/>',
      more: { 'word/comments.xml': comments },
    });
    const made = annotateDocx(bytes, [{ span: { start: 0, end: 1 }, lines: ['新'] }], BY);
    expect(faultsOf(made.bytes, BY.author)).toEqual([]);
    expect(new DocxParts(made.bytes).text('word/comments.xml')).toContain(comments.slice(0, -13));
    expect(commentedWords(made.bytes)).toEqual(['一二', '一']);
  });

  it('in a signed or protected file, which is said', () => {
    const settings =
      '<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:documentProtection w:edit="readOnly" w:enforcement="1"/></w:settings>';
    const bytes = wordFile({
      body: paragraph('一'),
      relations:
        '<Relationship Id="rId7" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/>',
      more: { 'word/settings.xml': settings, '_xmlsignatures/sig1.xml': '<a/>' },
    });
    const { warnings } = annotateDocx(bytes, [{ span: { start: 0, end: 1 }, lines: ['新'] }], BY);
    expect(warnings.join()).toMatch(/数字签名.*限制编辑/);
  });
});

describe('a change is refused', () => {
  it.each<[string, string, string]>([
    ['in a field', `<w:p><w:fldSimple w:instr="PAGE">${run('旧')}</w:fldSimple></w:p>`, '域'],
    [
      'beside a footnote',
      '<w:p><w:r><w:t>旧</w:t><w:footnoteReference w:id="1"/></w:r></w:p>',
      '脚注',
    ],
    [
      'in what was moved',
      `<w:p><w:moveTo w:id="1" w:author="核">${run('旧')}</w:moveTo></w:p>`,
      '移动',
    ],
    [
      'in a control of plain text',
      `<w:p><w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>${run('旧')}</w:sdtContent></w:sdt></w:p>`,
      '纯文本',
    ],
    [
      'in what comes from data',
      `<w:p><w:sdt><w:sdtPr><w:dataBinding w:xpath="/a"/></w:sdtPr><w:sdtContent>${run('旧')}</w:sdtContent></w:sdt></w:p>`,
      '数据',
    ],
  ])('%s', (_, body, reason) => {
    const bytes = wordFile({ body: body + paragraph('后') });
    const { text } = readDocx(bytes);
    const span = { start: text.indexOf('旧'), end: text.indexOf('旧') + 1 };
    const made = annotateDocx(
      bytes,
      [{ span, lines: ['改'], change: [{ span, newText: '新' }] }],
      BY,
    );
    expect(made).toMatchObject({ comments: 1, changes: 0 });
    expect(made.refused[0]?.reason).toContain(reason);
    expect(readDocx(made.bytes).text).toBe(text);
  });

  it.each<[string, string, string]>([
    ['in its middle', '旧', '新'],
    ['at its beginning', '一', '新'],
    ['at its end', '三', '新'],
    ['in front of it all', '', '新'],
    ['behind it all', '', '末'],
    ['in place of all of it', '一旧三', '新'],
  ])(
    'never in another’s insertion, which is parted for it without an empty part: %s',
    (_, old, newText) => {
      const marked = '<w:bookmarkStart w:id="9" w:name="b"/><w:bookmarkEnd w:id="9"/>';
      for (const content of [
        run('一旧三'),
        run('一') + run('旧') + run('三'),
        marked + run('一旧三') + marked,
      ]) {
        const bytes = wordFile({
          body: `<w:p><w:ins w:id="3" w:author="核">${content}</w:ins></w:p>`,
        });
        const start = newText === '末' ? 3 : '一旧三'.indexOf(old);
        const span = { start, end: start + old.length };
        const made = annotateDocx(
          bytes,
          [{ span, lines: ['改'], change: [{ span, newText }] }],
          BY,
        );
        expect(made).toMatchObject({ comments: 1, changes: 1 });
        expect(readDocx(made.bytes).text).toBe(applyEdits('一旧三', [{ span, newText }]));
        expect(rejected(made.bytes)).toBe('一旧三');
        const xml = new DocxParts(made.bytes).text('word/document.xml') ?? '';
        expect(xml).not.toMatch(/<w:ins [^>]*><w:ins/);
        const insertions = Array.from(xml.matchAll(/<w:ins .*?<\/w:ins>/gs), ([one]) => one);
        expect(insertions.filter((one) => !/<w:(?:t|delText)[ >]/.test(one))).toEqual([]);
        expect(faultsOf(made.bytes, BY.author)).toEqual([]);
      }
    },
  );
});

describe('back into Word', () => {
  const back = (bytes: Uint8Array, after: string) =>
    writeBack(bytes, { before: readDocx(bytes).text, after }, BY);

  it('words changed at random are there when accepted, and not when rejected', () => {
    let placed = 0;
    let left = 0;
    for (let n = 0; n < RUNS; n++) {
      const { bytes, description } = nthWordReport(n);
      const { text } = readDocx(bytes);
      const after = applyEdits(text, randomEdits(text, new Random(n), 10));
      const made = back(bytes, after);
      const now = readDocx(made.bytes).text;
      if (made.unplaced.length === 0) expect(now, description).toBe(after);
      else if (made.changes === 0) expect(now, description).toBe(text);
      expect(rejected(made.bytes), description).toBe(text);
      expect(faultsOf(made.bytes, BY.author), description).toEqual([]);
      placed += made.changes;
      left += made.unplaced.length;
    }
    expect(placed).toBeGreaterThan(3 * left);
  });

  it('lines put in, taken out and moved are paragraphs', () => {
    for (let n = 0; n < RUNS; n++) {
      const random = new Random(n);
      const lines = Array.from({ length: random.int(1, 12) }, (_, i) =>
        random.chance(0.2) ? '' : `第${i}段，说的是第${i * 7}件事。`,
      );
      const bytes = wordFile({
        body: `${lines.map((line) => paragraph(line)).join('')}<w:sectPr/>`,
      });
      if (lines.every((line) => line === '')) continue;
      const text = lines.join('\n');
      for (let i = random.int(1, 4); i > 0; i--) {
        const at = random.int(0, lines.length);
        lines.splice(
          at,
          random.int(0, 2),
          ...(random.chance(0.6) ? ['新写的一段。', '又一段。'].slice(random.int(0, 1)) : []),
        );
      }
      // a line end behind the last word is the editor's
      if (lines.at(-1) === '') lines.push('最后一段。');
      if (lines.length === 0) continue;
      const made = back(bytes, lines.join('\n'));
      expect(made.unplaced).toEqual([]);
      expect(readDocx(made.bytes).text).toBe(lines.join('\n'));
      expect(rejected(made.bytes)).toBe(text);
    }
  });

  it('a figure goes into its cell, and no row is made up', () => {
    const row = (...cells: string[]) =>
      `<w:tr>${cells.map((text) => `<w:tc>${paragraph(text)}</w:tc>`).join('')}</w:tr>`;
    const body = `${paragraph('前文')}<w:tbl>${row('甲', '1', '1', '')}${row('乙', '1', '1', '')}</w:tbl>${paragraph('后文')}`;
    const bytes = wordFile({ body });
    const made = back(bytes, '前文\n甲\t1\t1\t2\n乙\t1\t15\t\n丙\t3\t3\t6\n后文');
    expect(readDocx(made.bytes).text).toBe('前文\n甲\t1\t1\t2\n乙\t1\t15\t\n后文');
    expect(made.changes).toBe(2);
    expect(made.unplaced).toMatchObject([{ line: 3, reason: expect.stringContaining('行') }]);
  });

  it('what has changed since is not written over', () => {
    const bytes = wordFile({ body: paragraph('现在的字') });
    const made = writeBack(bytes, { before: '从前的字', after: '从前的新字' }, BY);
    expect(made).toMatchObject({ isStale: true, changes: 0 });
    expect(made.bytes).toBe(bytes);
  });
});
