// Which part of a Word file stands for what: relations, of which those that lead outside are none.
import { UnreadableFile } from '../office.js';
import type { DocxParts } from './docxParts.js';
import { scanXml } from './docxXml.js';
import { notWordParts } from './notDocx.js';

/** The relations of a part. */
export class DocxRelations {
  readonly #byId = new Map<string, string>();
  readonly #byType = new Map<string, string>();

  /** Of the whole file, if no part is named. */
  constructor(parts: DocxParts, part = '') {
    const folder = part.slice(0, part.lastIndexOf('/') + 1);
    const xml = parts.text(`${folder}_rels/${part.slice(folder.length)}.rels`);
    if (xml === undefined) return;
    scanXml(xml, {
      open: (tag) => {
        const target = tag.get('Target');
        if (tag.name !== 'rel:Relationship' || !target || tag.get('TargetMode') === 'External')
          return;
        const name = resolved(folder, target);
        const type = tag.get('Type')?.split('/').at(-1) ?? '';
        this.#byId.set(tag.get('Id') ?? '', name);
        if (!this.#byType.has(type)) this.#byType.set(type, name);
      },
    });
  }

  /** The part of a relation. */
  byId(id: string): string | undefined {
    return this.#byId.get(id);
  }

  /** The part of the first relation of a type: `styles`, `numbering`. */
  byType(type: string): string | undefined {
    return this.#byType.get(type);
  }
}

/** The part that holds the text: `word/document.xml`, as a rule. */
export function mainPart(parts: DocxParts): string {
  const name = new DocxRelations(parts).byType('officeDocument');
  if (
    name === undefined ||
    !parts.has(name) ||
    parts.has('xl/workbook.xml') ||
    parts.has('ppt/presentation.xml')
  )
    throw new UnreadableFile(notWordParts((part) => parts.has(part)));
  return name;
}

/** A target as the name of a part; it may go up, or start at the root. */
function resolved(folder: string, target: string): string {
  const names: string[] = [];
  for (const name of (target.startsWith('/') ? target : folder + target).split('/'))
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  return names.join('/');
}
