// A Word file from its parts, as a program other than Word may write it: any prefix, either namespace,
// any encoding, packed or not.
import { strToU8, type Zippable, zipSync } from 'fflate';

/** The XML of the parts, with the prefix `w:` throughout; `body` is what stands in the body. */
export interface WordParts {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly comments?: string;
  /** More parts by their names. */
  readonly more?: Readonly<Record<string, string | Uint8Array>>;
  /** More relations of the document. */
  readonly relations?: string;
}

/** How the parts are written. */
export interface WordWriting {
  /** In place of `w`. */
  readonly prefix?: string;
  readonly isStrict?: boolean;
  readonly encoding?: 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be';
  readonly isStored?: boolean;
  /** Folder and name of the main part. */
  readonly main?: string;
  readonly isAbsolute?: boolean;
}

const TRANSITIONAL = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The bytes of the file. */
export function wordFile(
  { body, styles, numbering, comments, more = {}, relations = '' }: WordParts,
  writing: WordWriting = {},
): Uint8Array {
  const { prefix = 'w', isStrict, isStored, main = 'word/document.xml', isAbsolute } = writing;
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const name = main.slice(folder.length);
  const namespaces = [
    `xmlns:${prefix}="${isStrict ? STRICT : TRANSITIONAL}"`,
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
    `xmlns:r="${RELATIONS}"`,
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
    'xmlns:v="urn:schemas-microsoft-com:vml"',
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  ].join(' ');
  const part = (root: string, content: string) => {
    const xml = `<w:${root} NAMESPACES>${content}</w:${root}>`
      .replace(/(<\/?|[\s"])w:(?=\w)/g, `$1${prefix}:`)
      .replace('NAMESPACES', namespaces);
    return inEncoding(DECLARATION + xml, writing.encoding);
  };
  const target = (file: string) => (isAbsolute ? `/${folder}${file}` : file);
  const related = (type: string, file: string) =>
    `<Relationship Id="r-${type}" Type="${RELATIONS}/${type}" Target="${target(file)}"/>`;
  const rels = (list: string) =>
    strToU8(
      `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list}</Relationships>`,
    );
  const files: Zippable = {
    '[Content_Types].xml': strToU8(
      contentTypes(main, comments ? `${folder}comments.xml` : undefined),
    ),
    '_rels/.rels': rels(
      `<Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="${isAbsolute ? '/' : ''}${main}"/>`,
    ),
    [`${folder}_rels/${name}.rels`]: rels(
      (styles ? related('styles', 'styles.xml') : '') +
        (numbering ? related('numbering', 'numbering.xml') : '') +
        (comments ? related('comments', 'comments.xml') : '') +
        relations,
    ),
    [main]: part('document', `<w:body>${body}</w:body>`),
  };
  if (styles) files[`${folder}styles.xml`] = part('styles', styles);
  if (numbering) files[`${folder}numbering.xml`] = part('numbering', numbering);
  if (comments) files[`${folder}comments.xml`] = part('comments', comments);
  for (const [file, content] of Object.entries(more))
    files[file] = typeof content === 'string' ? strToU8(content) : content;
  return zipSync(files, { level: isStored ? 0 : 6, mtime: new Date(2000, 0, 1) });
}

/** Text as XML. */
export function xmlText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** A paragraph of one run. */
export function paragraph(text: string, properties = ''): string {
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${run(text)}</w:p>`;
}

/** A run; no text is no run. */
export function run(text: string, properties = ''): string {
  if (text === '') return '';
  const about = properties && `<w:rPr>${properties}</w:rPr>`;
  return `<w:r>${about}<w:t xml:space="preserve">${xmlText(text)}</w:t></w:r>`;
}

function inEncoding(xml: string, encoding: WordWriting['encoding'] = 'utf-8'): Uint8Array {
  if (encoding === 'utf-8') return strToU8(xml);
  if (encoding === 'utf-8-bom') return strToU8(`\ufeff${xml}`);
  const bytes = Buffer.from(`\ufeff${xml.replace('"UTF-8"', '"UTF-16"')}`, 'utf16le');
  return encoding === 'utf-16le' ? bytes : bytes.swap16();
}

function contentTypes(main: string, comments: string | undefined): string {
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
  const more = comments
    ? `<Override PartName="/${comments}" ContentType="${word}.comments+xml"/>`
    : '';
  return `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${main}" ContentType="${word}.document.main+xml"/>${more}</Types>`;
}
