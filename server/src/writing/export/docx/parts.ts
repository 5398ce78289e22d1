// The parts of a Word file that are the same for every report, and how they are packed: the same document
// gives the same bytes, so nothing in them tells when or where they were written.
import { strToU8, zipSync } from 'fflate';
import { escaped } from '../xml.js';
import { FONTS, LINE, type NamedFont, SIZE, TITLE_LINE } from './page.js';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = `xmlns:r="${OFFICE}/relationships"`;

/** A moment that is the same everywhere: zip files know local time only. */
const NO_TIME = new Date(2000, 0, 1);

/** The file with this body, as the main part holds it, and the title in its properties. */
export function packed(body: string, title: string): Uint8Array {
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': relations([
      ['rId1', `${OFFICE}/relationships/officeDocument`, 'word/document.xml'],
      ['rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ]),
    'docProps/core.xml': coreProperties(title),
    'word/document.xml': `<w:document ${W} ${R}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relations(
      (
        [
          ['styles', 'styles.xml'],
          ['settings', 'settings.xml'],
          ['fontTable', 'fontTable.xml'],
          ['footer', 'footer1.xml'],
          ['footer', 'footer2.xml'],
        ] as const
      ).map(([type, file], i) => [`rId${i + 1}`, `${OFFICE}/relationships/${type}`, file]),
    ),
    'word/styles.xml': `<w:styles ${W}>${STYLES}</w:styles>`,
    'word/settings.xml': `<w:settings ${W}>${SETTINGS}</w:settings>`,
    'word/fontTable.xml': `<w:fonts ${W}>${fontTable()}</w:fonts>`,
    'word/footer1.xml': footer('right'),
    'word/footer2.xml': footer('left'),
  };
  const files = Object.entries(parts).map(([name, xml]) => [name, strToU8(DECLARATION + xml)]);
  return zipSync(Object.fromEntries(files), { mtime: NO_TIME });
}

/** The footers of odd and of even pages, as the section refers to them. */
export const FOOTERS =
  '<w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/>';

const CONTENT_TYPES = `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
  ['word/document', `${WORD_TYPE}.document.main+xml`],
  ['word/styles', `${WORD_TYPE}.styles+xml`],
  ['word/settings', `${WORD_TYPE}.settings+xml`],
  ['word/fontTable', `${WORD_TYPE}.fontTable+xml`],
  ['word/footer1', `${WORD_TYPE}.footer+xml`],
  ['word/footer2', `${WORD_TYPE}.footer+xml`],
  ['docProps/core', 'application/vnd.openxmlformats-package.core-properties+xml'],
]
  .map(([part, type]) => `<Override PartName="/${part}.xml" ContentType="${type}"/>`)
  .join('')}</Types>`;

function relations(list: readonly (readonly [id: string, type: string, target: string])[]): string {
  const each = list.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

function coreProperties(title: string): string {
  return `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(title)}</dc:title><dc:language>zh-CN</dc:language></cp:coreProperties>`;
}

/** Odd and even pages have their numbers on different sides; no mark of an older Word. */
const SETTINGS =
  '<w:defaultTabStop w:val="640"/><w:evenAndOddHeaders/><w:characterSpacingControl w:val="doNotCompress"/>' +
  '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>';

/** Each font once, with the names under which other machines may have it. */
function fontTable(): string {
  const fonts = new Map<string, NamedFont>();
  for (const font of Object.values(FONTS)) fonts.set(font.name, font);
  return Array.from(
    fonts.values(),
    ({ name, others, family }) =>
      `<w:font w:name="${name}"><w:altName w:val="${others.join(',')}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="default"/></w:font>`,
  ).join('');
}

/** The fonts of a run; Chinese quotation marks and dashes are as wide as characters. */
function fontOf({ name, latin }: NamedFont): string {
  return `<w:rFonts w:hint="eastAsia" w:ascii="${latin}" w:eastAsia="${name}" w:hAnsi="${latin}" w:cs="${latin}"/>`;
}

function sizeOf(size: number): string {
  return `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`;
}

interface ParagraphStyle {
  readonly id: string;
  readonly name: string;
  readonly next?: string;
  readonly paragraph: string;
  readonly run: string;
}

/** Line by line as high, the first line set in by two characters. */
const SET_IN = '<w:ind w:firstLineChars="200" w:firstLine="640"/>';
const LINES = `<w:spacing w:before="0" w:after="0" w:line="${LINE}" w:lineRule="exact"/>`;

const PARAGRAPH_STYLES: readonly ParagraphStyle[] = [
  {
    id: 'Title',
    name: 'Title',
    next: 'Normal',
    paragraph: `<w:keepNext/><w:spacing w:before="0" w:after="${LINE}" w:line="${TITLE_LINE}" w:lineRule="exact"/><w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/><w:outlineLvl w:val="9"/>`,
    run: `${fontOf(FONTS.title)}<w:spacing w:val="0"/>${sizeOf(SIZE.title)}`,
  },
  ...[FONTS.heading, FONTS.lead, FONTS.body, FONTS.body].map(
    (font, i): ParagraphStyle => ({
      id: `Heading${i + 1}`,
      name: `heading ${i + 1}`,
      next: 'Normal',
      paragraph: `<w:keepNext/><w:outlineLvl w:val="${i}"/>`,
      run: fontOf(font),
    }),
  ),
  {
    id: 'TableText',
    name: 'Table Text',
    paragraph:
      '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/>',
    run: `${fontOf(FONTS.table)}<w:spacing w:val="0"/>${sizeOf(21)}`,
  },
  {
    id: 'Footer',
    name: 'footer',
    paragraph:
      '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:ind w:firstLineChars="0" w:firstLine="0"/>',
    run: `${fontOf(FONTS.footer)}<w:spacing w:val="0"/>${sizeOf(SIZE.footer)}`,
  },
];

/** 28 characters fit into a line of 156 mm if each is a quarter of a point narrower. */
const STYLES = `<w:docDefaults><w:rPrDefault><w:rPr>${fontOf(FONTS.body)}${sizeOf(SIZE.body)}<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl w:val="0"/><w:snapToGrid w:val="0"/>${LINES}${SET_IN}<w:jc w:val="both"/></w:pPr><w:rPr><w:spacing w:val="-5"/><w:kern w:val="2"/></w:rPr></w:style>
<w:style w:type="character" w:customStyle="1" w:styleId="Lead"><w:name w:val="Lead"/><w:qFormat/><w:rPr>${fontOf(FONTS.lead)}</w:rPr></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
${PARAGRAPH_STYLES.map(
  ({ id, name, next, paragraph, run }) =>
    `<w:style w:type="paragraph"${id === 'TableText' ? ' w:customStyle="1"' : ''} w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>${next ? `<w:next w:val="${next}"/>` : ''}<w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`,
).join('\n')}`;

/** — 1 —, a character away from the edge. */
function footer(side: 'left' | 'right'): string {
  const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const text = (words: string) =>
    `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`;
  const number = `${field('begin')}<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>${field('separate')}<w:r><w:t>1</w:t></w:r>${field('end')}`;
  return `<w:ftr ${W} ${R}><w:p><w:pPr><w:pStyle w:val="Footer"/><w:ind w:${side}Chars="100" w:${side}="280" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="${side}"/></w:pPr>${text('— ')}${number}${text(' —')}</w:p></w:ftr>`;
}
