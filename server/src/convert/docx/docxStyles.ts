// What of a Word file's styles matters to its text: whether it is hidden, raised, numbered, or a table of
// contents.
import { scanXml, type XmlTag } from './docxXml.js';

/** A place in a list, as far as it is told; list 0 is none. */
export interface ListPlace {
  readonly list: number | undefined;
  readonly level: number | undefined;
}

interface WordStyle {
  name: string;
  parent: string | undefined;
  isHidden: boolean | undefined;
  lift: string | undefined;
  list: number | undefined;
  level: number | undefined;
}

/** Longer chains of styles than any file has; a circle has no end. */
const MAX_PARENTS = 32;

/** Whether a switch like `<w:vanish/>` is on. */
export function isOn(value: string | undefined): boolean {
  return value !== '0' && value !== 'false' && value !== 'off';
}

/** What `<w:vertAlign/>` says: superscript, subscript, or nothing for characters on the line. */
export function liftOf(tag: XmlTag): string {
  const lift = tag.get('w:val') ?? '';
  return lift === 'baseline' ? '' : lift;
}

/** The styles of a file by id. */
export class DocxStyles {
  readonly #styles = new Map<string, WordStyle>();
  /** What a paragraph has that names none. */
  #default = '';

  /** Of `word/styles.xml`, if there is one. */
  constructor(xml: string | undefined) {
    if (xml === undefined) return;
    let style: WordStyle | undefined;
    scanXml(xml, {
      open: (tag) => {
        switch (tag.name) {
          case 'w:style': {
            const id = tag.get('w:styleId') ?? '';
            style = {
              name: '',
              parent: undefined,
              isHidden: undefined,
              lift: undefined,
              list: undefined,
              level: undefined,
            };
            this.#styles.set(id, style);
            if (tag.get('w:type') === 'paragraph' && isOn(tag.get('w:default') ?? '0'))
              this.#default = id;
            return true;
          }
          case 'w:tblStylePr':
          case 'w:pPrChange':
          case 'w:rPrChange':
          case 'w:docDefaults':
            return false;
        }
        if (!style) return true;
        if (tag.name === 'w:name') style.name = tag.get('w:val') ?? '';
        else if (tag.name === 'w:basedOn') style.parent = tag.get('w:val');
        else if (tag.name === 'w:vanish') style.isHidden = isOn(tag.get('w:val'));
        else if (tag.name === 'w:vertAlign') style.lift = liftOf(tag);
        else if (tag.name === 'w:numId') style.list = Number(tag.get('w:val'));
        else if (tag.name === 'w:ilvl') style.level = Number(tag.get('w:val'));
        return true;
      },
    });
  }

  /** Whether text of these styles is hidden; a style of characters turns that of the paragraph over. */
  isHidden(paragraph: string | undefined, characters: string | undefined): boolean {
    const hides = (id: string | undefined) =>
      this.#chain(id).find(({ isHidden }) => isHidden !== undefined)?.isHidden ?? false;
    return hides(paragraph ?? this.#default) !== (characters !== undefined && hides(characters));
  }

  /** Whether a style of characters raises them, and how. */
  liftOf(characters: string | undefined): string {
    return this.#chain(characters).find(({ lift }) => lift !== undefined)?.lift ?? '';
  }

  /** Whether a paragraph is a line of the table of contents. */
  isContents(paragraph: string | undefined): boolean {
    return /^(?:toc|目录) ?\d$/i.test(this.#styles.get(paragraph ?? this.#default)?.name ?? '');
  }

  /** The list that a style puts its paragraphs into, and the style that says so. */
  listOf(paragraph: string | undefined): (ListPlace & { readonly style: string }) | undefined {
    let style = paragraph ?? this.#default;
    let level: number | undefined;
    for (const { list, level: own, parent } of this.#chain(style)) {
      level ??= own;
      if (list !== undefined) return { list, level, style };
      style = parent ?? '';
    }
    return undefined;
  }

  /** A style and those that it is based on. */
  #chain(id: string | undefined): WordStyle[] {
    const chain: WordStyle[] = [];
    let style = this.#styles.get(id ?? '');
    while (style && chain.length < MAX_PARENTS) {
      chain.push(style);
      style = this.#styles.get(style.parent ?? '');
    }
    return chain;
  }
}
