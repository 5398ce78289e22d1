// The parts of a Word file of which some are to be written anew: their texts, the relations that lead to
// them, and the list of what each of them is.
import { type DocxParts, xmlEncoding } from '../docxParts.js';
import { DocxRelations, mainPart } from '../docxRelations.js';
import { scanXml, type XmlTag } from '../docxXml.js';
import { xmlText } from './wordMarkup.js';
import { rewriteZip } from './zipRewrite.js';

const CONTENT_TYPES = '[Content_Types].xml';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A Word file that is being written into. */
export class WordPackage {
  readonly main: string;
  readonly #changed = new Map<string, Uint8Array>();

  constructor(readonly parts: DocxParts) {
    this.main = mainPart(parts);
  }

  /** The part that the main part has a relation of this type to. */
  related(type: string): string | undefined {
    return new DocxRelations(this.parts, this.main).byType(type);
  }

  /** The text of a part as it is now. */
  text(name: string): string | undefined {
    const changed = this.#changed.get(name);
    return changed ? new TextDecoder(xmlEncoding(changed)).decode(changed) : this.parts.text(name);
  }

  /** Writes a part, in the encoding that it had. */
  write(name: string, text: string): void {
    this.#changed.set(name, encodedAs(this.parts.content(name), text));
  }

  /** Adds a part that the main part relates to, and answers its name. */
  add(type: string, relation: string, contentType: string, text: string): string {
    const at = this.main.lastIndexOf('/') + 1;
    const folder = this.main.slice(0, at);
    let file = `${type}.xml`;
    for (let n = 2; this.parts.has(folder + file); n++) file = `${type}${n}.xml`;
    this.write(folder + file, text);
    this.#relate(`${folder}_rels/${this.main.slice(at)}.rels`, relation, file);
    this.declare(folder + file, contentType);
    return folder + file;
  }

  /** Says what a part is, if that is not said yet. */
  declare(part: string, contentType: string): void {
    const types = this.text(CONTENT_TYPES) ?? `${DECLARATION}<Types xmlns="${TYPES}"/>`;
    let isThere = false;
    eachTag(types, (tag) => {
      const named = tag.name.endsWith(':Override') ? tag.get('PartName') : undefined;
      isThere ||= named?.toLowerCase() === `/${part}`.toLowerCase();
    });
    const override = `<Override PartName="${xmlText(`/${part}`)}" ContentType="${contentType}"/>`;
    if (!isThere) this.write(CONTENT_TYPES, appended(types, override, TYPES));
  }

  /** The bytes of the file; those that it had, if nothing was written. */
  bytes(): Uint8Array {
    const { bytes, end } = this.parts;
    return this.#changed.size === 0 ? bytes : rewriteZip(bytes, end, this.#changed);
  }

  #relate(name: string, type: string, target: string): void {
    const relations = this.text(name) ?? `${DECLARATION}<Relationships xmlns="${RELATIONS}"/>`;
    const ids = new Set<string>();
    eachTag(relations, (tag) => ids.add((tag.get('Id') ?? '').toLowerCase()));
    let n = 1;
    while (ids.has(`rid${n}`)) n++;
    const relation = `<Relationship Id="rId${n}" Type="${type}" Target="${target}"/>`;
    this.write(name, appended(relations, relation, RELATIONS));
  }
}

/** Looks at every tag of a part. */
function eachTag(xml: string, look: (tag: XmlTag) => void): void {
  scanXml(xml, { open: look });
}

/** The first start tag of a part. */
export function rootTagOf(xml: string): string {
  let root: XmlTag | undefined;
  eachTag(xml, (tag) => {
    root ??= tag;
  });
  return root ? xml.slice(root.start, root.end) : '';
}

/** A part with one more element at the end of its root; elements of the root's own namespace need no prefix. */
export function appended(xml: string, element: string, namespace?: string): string {
  let root: XmlTag | undefined;
  let endTag = 0;
  scanXml(xml, {
    open: (tag) => {
      root ??= tag;
    },
    close: (_, endStart) => {
      endTag = endStart;
    },
  });
  if (!root) return xml;
  const start = xml.slice(root.start, root.end);
  const rootName = /^<([^\s/>]+)/.exec(start)?.[1] ?? '';
  const own =
    namespace !== undefined && rootName.includes(':')
      ? element.replace(/^<\w+/, (opening) => `${opening} xmlns="${namespace}"`)
      : element;
  if (root.isEmpty)
    return `${xml.slice(0, root.end - 2)}>${own}</${rootName}>${xml.slice(root.end)}`;
  return xml.slice(0, endTag) + own + xml.slice(endTag);
}

/** Text in the encoding of what it takes the place of. */
function encodedAs(before: Uint8Array | undefined, text: string): Uint8Array {
  const encoding = before ? xmlEncoding(before) : 'utf-8';
  if (encoding === 'utf-8') {
    const hasMark = before?.[0] === 0xef && before[1] === 0xbb && before[2] === 0xbf;
    return new TextEncoder().encode(hasMark ? `\ufeff${text}` : text);
  }
  const bytes = new Uint8Array(2 * text.length + 2);
  const view = new DataView(bytes.buffer);
  const isLittle = encoding === 'utf-16le';
  view.setUint16(0, 0xfeff, isLittle);
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i + 2, text.charCodeAt(i), isLittle);
  return bytes;
}
