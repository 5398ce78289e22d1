// A Word file twice as long takes at most twice the steps, whatever is repeated in it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDocx } from '../../server/src/convert/docx/readDocx.js';
import { paragraph, run, wordFile } from '../office/wordFile.js';
import { excessOf, StepCounter } from './steps.js';

const TIMES = 400;
/** V8 may forget how often it ran a small function that it compiles meanwhile: not every time. */
const TRIALS = 3;

const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const list = (level: number) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`;
const cell = (text: string, about = '') =>
  `<w:tc><w:tcPr>${about}</w:tcPr>${paragraph(text)}</w:tc>`;
const times = (text: string) => (count: number) => text.repeat(count);
const inParagraph = (text: string) => (count: number) => `<w:p>${text.repeat(count)}</w:p>`;
const inTable = (text: string) => (count: number) => `<w:tbl>${text.repeat(count)}</w:tbl>`;
const inRow = (text: string) => (count: number) =>
  `<w:tbl><w:tr>${text.repeat(count)}</w:tr><w:tr>${text}${text}</w:tr></w:tbl>`;
const inText = (text: string) => inParagraph(`<w:r><w:t>${text}</w:t></w:r>`);

const BODIES: Readonly<Record<string, (count: number) => string>> = {
  paragraphs: times(paragraph('甲')),
  'numbered paragraphs': (count) =>
    (paragraph('甲', list(0)) + paragraph('乙', list(8))).repeat(count),
  'paragraphs without ends': times(paragraph('甲', '<w:rPr><w:del/></w:rPr>')),
  runs: inParagraph(run('甲')),
  'struck runs': inParagraph(run('1', '<w:strike/>') + run('2')),
  'hidden runs': inParagraph(run('9', '<w:rStyle w:val="h"/>')),
  entities: (count) => `<w:p><w:r><w:t>${'&amp;\u00ad'.repeat(count)}</w:t></w:r></w:p>`,
  'entities that are none': (count) => `<w:p><w:r><w:t>${'&#'.repeat(count)}</w:t></w:r></w:p>`,
  spaces: (count) =>
    `<w:p><w:r><w:t>甲${' '.repeat(count)}乙${' '.repeat(count)}</w:t></w:r></w:p>`,
  'short texts': inText('甲'),
  'fields that only begin': times(`<w:p>${mark('begin')}${run('甲')}</w:p>`),
  'fields in one paragraph': inParagraph(mark('begin') + run('甲')),
  'tables of contents': times(
    `<w:p>${mark('begin')}<w:r><w:instrText>TOC</w:instrText></w:r>${run('甲')}</w:p>`,
  ),
  tabs: inParagraph('<w:r><w:tab/></w:r>'),
  attributes: (count) => `<w:p ${Array.from({ length: count }, (_, i) => `a${i}="1"`).join(' ')}/>`,
  namespaces: times('<w:p xmlns:a="b"/>'),
  comments: times('<!-- < -->'),
  alternatives: times(
    '<mc:AlternateContent><mc:Choice/><mc:Fallback><w:p/></mc:Fallback></mc:AlternateContent>',
  ),
  rows: inTable(`<w:tr>${cell('甲')}${cell('1')}</w:tr>`),
  'rows of merged cells': inTable(
    `<w:tr>${cell('甲', '<w:vMerge/>')}${cell('1', '<w:gridSpan w:val="9"/>')}</w:tr>`,
  ),
  cells: inRow(cell('1')),
  'wide cells': inRow(cell('1', '<w:gridSpan w:val="63"/>')),
  'cells merged beside': inRow(cell('1', '<w:hMerge/>')),
  columns: (count) =>
    `<w:tbl><w:tblGrid>${'<w:gridCol w:w="1"/>'.repeat(count)}</w:tblGrid><w:tr>${cell('甲').repeat(count)}</w:tr></w:tbl>`,
  'lines in a cell': (count) =>
    `<w:tbl><w:tr>${cell('甲')}<w:tc>${paragraph('1').repeat(count)}</w:tc></w:tr></w:tbl>`,
  tables: times(`<w:tbl><w:tr>${cell('甲')}</w:tr></w:tbl>`),
  'text boxes': inParagraph(`<w:r><w:txbxContent>${paragraph('甲')}</w:txbxContent></w:r>`),
  pictures: inParagraph('<w:r><w:drawing><a:blip r:embed="p"/></w:drawing></w:r>'),
};

const STYLES = Array.from(
  { length: 20 },
  (_, i) =>
    `<w:style w:type="paragraph" w:styleId="s${i}"><w:basedOn w:val="s${i + 1}"/></w:style>`,
).join('');
const NUMBERING = `<w:abstractNum w:abstractNumId="0">${Array.from(
  { length: 9 },
  (_, i) => `<w:lvl w:ilvl="${i}"><w:lvlText w:val="%1%2%3%4%5%6%7%8%9"/></w:lvl>`,
).join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;

describe('twice the Word file', () => {
  let counter: StepCounter;
  beforeAll(async () => {
    counter = await StepCounter.start();
  });
  afterAll(() => counter.stop());

  const file = (body: string) =>
    wordFile(
      { body: paragraph('甲') + body, styles: STYLES, numbering: NUMBERING },
      { isStored: true },
    );

  it.each(Object.keys(BODIES))('takes twice the steps: %s', async (name) => {
    const body = BODIES[name] as (count: number) => string;
    const once = file(body(TIMES));
    const twice = file(body(2 * TIMES));
    readDocx(file(body(10)));
    let excess: ReturnType<typeof excessOf> = [];
    for (let i = 0; i < TRIALS; i++) {
      const steps = await counter.count(() => readDocx(once));
      expect([...steps.keys()].join('\n')).toContain('docx/docxStory.ts');
      const now = excessOf(steps, await counter.count(() => readDocx(twice)), once.length);
      excess = i === 0 ? now : now.filter(({ block }) => excess.some((one) => one.block === block));
      if (excess.length === 0) break;
    }
    expect(excess).toEqual([]);
  });
});
